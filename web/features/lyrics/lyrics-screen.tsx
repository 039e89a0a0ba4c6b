import { Button, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { HomeLink } from '../../kit/home-link.tsx';
import { countText, dayText } from '../../kit/numbers.ts';
import { Unread as NotRead } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { answered, ENOUGH, linesOf, QUESTION_IDS, type LyricNotes } from './lyric-notes.ts';
import { isRead, type LyricsViewModel } from './lyrics-view-model.ts';
import './lyrics.css';
import { lyrics as words } from './words.ts';

/** A lyric, lines that are marked, five of twelve questions. The lyric ends with the screen. */
export function LyricsScreen({ lyrics }: { lyrics: LyricsViewModel }) {
  useEffect(() => () => lyrics.leave(), [lyrics]);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p className="notice">{words.dropped}</p>
      <LyricPanel lyrics={lyrics} />
      <Questions lyrics={lyrics} />
      <PastNotes lyrics={lyrics} />
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

function Questions({ lyrics }: { lyrics: LyricsViewModel }) {
  const visit = useBehavior(lyrics.visit$);
  const kept = useBehavior(lyrics.kept$);
  const count = answered(visit).length;
  return (
    <section className="panel" aria-labelledby="lyric-questions">
      <h2 id="lyric-questions">{words.questionsTitle}</h2>
      <p className="hint">{words.questionsHint}</p>
      <div className="lyric-questions">
        {QUESTION_IDS.map((id) => (
          <details key={id} className="details lyric-question">
            <summary>
              <span>{words.questions[id].ask}</span>
              {(visit.answers[id] ?? '').trim() !== '' && (
                <span className="lyric-done" aria-hidden="true">
                  ✓
                </span>
              )}
            </summary>
            <Textarea
              autosize
              minRows={2}
              maxRows={12}
              label={words.questions[id].ask}
              labelProps={{ className: 'visually-hidden' }}
              description={words.questions[id].hint}
              autoComplete="off"
              value={visit.answers[id] ?? ''}
              onChange={({ currentTarget: { value } }) => lyrics.answer(id, value)}
            />
          </details>
        ))}
      </div>
      <p role="status" className="hint">
        {kept === 'kept'
          ? words.kept
          : kept === 'not-kept'
            ? words.notKept
            : count >= ENOUGH
              ? words.enough
              : countText(count, words.count)}
      </p>
      <div className="actions">
        <Button disabled={count === 0} onClick={() => void lyrics.keep()}>
          {words.keep}
        </Button>
      </div>
    </section>
  );
}

function LyricPanel({ lyrics }: { lyrics: LyricsViewModel }) {
  const { title, artist, lyric } = useBehavior(lyrics.visit$);
  const [marking, setMarking] = useState(false);
  return (
    <section className="panel" aria-label={words.lyric}>
      <div className="lyric-names">
        <TextInput
          label={words.song}
          value={title}
          maxLength={160}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => lyrics.change({ title: value })}
        />
        <TextInput
          label={words.artist}
          value={artist}
          maxLength={160}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => lyrics.change({ artist: value })}
        />
      </div>
      {marking ? (
        <MarkLines lyrics={lyrics} />
      ) : (
        <Textarea
          autosize
          minRows={6}
          maxRows={24}
          label={words.lyric}
          description={words.lyricHint}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: 'lyric-text' }}
          value={lyric}
          onChange={({ currentTarget: { value } }) => lyrics.change({ lyric: value })}
        />
      )}
      <div className="actions">
        <Button variant="default" disabled={lyric.trim() === ''} onClick={() => setMarking(!marking)}>
          {marking ? words.back : words.next}
        </Button>
      </div>
    </section>
  );
}

function MarkLines({ lyrics }: { lyrics: LyricsViewModel }) {
  const { lyric, marked } = useBehavior(lyrics.visit$);
  return (
    <>
      <p className="hint">{words.mark}</p>
      <div className="lyric-lines" role="group" aria-label={words.lyric}>
        {linesOf(lyric).map((line, i) =>
          line === '' ? (
            <span key={i} className="lyric-gap" />
          ) : (
            <button
              key={i}
              type="button"
              className="lyric-line"
              aria-pressed={marked.includes(i)}
              onClick={() => lyrics.mark(i)}
            >
              {line}
            </button>
          ),
        )}
      </div>
    </>
  );
}

function PastNotes({ lyrics }: { lyrics: LyricsViewModel }) {
  const notes = useBehavior(lyrics.notes$);
  return (
    <section className="panel" aria-labelledby="lyric-past">
      <h2 id="lyric-past">{words.past}</h2>
      {!isRead(notes) ? (
        notes.state === 'locked' ? (
          <p className="notice">{words.locked}</p>
        ) : (
          <NotRead state={notes.state} />
        )
      ) : notes.length === 0 ? (
        <p className="hint">{words.none}</p>
      ) : (
        notes.map((one) => <Notes key={one.id} notes={one} onDelete={() => void lyrics.delete(one)} />)
      )}
    </section>
  );
}

const Notes = ({ notes, onDelete }: { notes: LyricNotes; onDelete: () => void }) => (
  <details className="details">
    <summary>
      <span>
        {notes.title.trim() || words.untitled}
        {notes.artist.trim() && `, ${words.by} ${notes.artist.trim()}`}
        <span className="hint"> {dayText(notes.atMs)}</span>
      </span>
    </summary>
    <div className="details-body">
      <dl className="lyric-answers">
        {answered(notes).map((id) => (
          <div key={id}>
            <dt>{words.questions[id].ask}</dt>
            <dd>{notes.answers[id]}</dd>
          </div>
        ))}
      </dl>
      <DeleteWithCare words={words} onDelete={onDelete} />
    </div>
  </details>
);
