import { Button } from '@mantine/core';
import { useState } from 'react';
import { TRIGGER_KINDS, type Trigger, type TriggerKind } from './entry.ts';
import { piecesOf, wordsBetween } from './word-marks.ts';
import { page as words } from './words.ts';

interface MarkWordsProps {
  readonly text: string;
  readonly triggers: readonly Trigger[];
  readonly onChange: (triggers: readonly Trigger[]) => void;
}

/** The text once more, to be tapped: a word, or from the first of several to the last, is a person, a place, a song. */
export function MarkWords({ text, triggers, onChange }: MarkWordsProps) {
  const [from, setFrom] = useState<number>();
  const [to, setTo] = useState<number>();
  const pieces = piecesOf(text, triggers);
  const said = from === undefined ? undefined : wordsBetween(pieces, from, to ?? from);
  const isIn = (at: number): boolean =>
    from !== undefined && at >= Math.min(from, to ?? from) && at <= Math.max(from, to ?? from);
  const forget = (): void => {
    setFrom(undefined);
    setTo(undefined);
  };
  const tap = (at: number, trigger: Trigger | undefined): void => {
    if (from === undefined && trigger) {
      setFrom(at);
      setTo(at + trigger.words.length - 1);
    } else if (from === undefined || to !== undefined) {
      setFrom(at);
      setTo(undefined);
    } else if (at === from) forget();
    else setTo(at);
  };
  const mark = (kind: TriggerKind | undefined): void => {
    const others = triggers.filter((one) => one.words !== said);
    onChange(kind && said ? [...others, { words: said, kind }] : others);
    forget();
  };
  return (
    <section className="marks" aria-labelledby="marks-title">
      <h2 id="marks-title">{words.marks}</h2>
      <p className="hint">{words.marksHint}</p>
      <p className="marks-text">
        {pieces.map((piece) =>
          piece.isWord ? (
            <button
              key={piece.from}
              type="button"
              className="journal-mark"
              data-kind={piece.trigger?.kind}
              aria-pressed={isIn(piece.from)}
              aria-label={piece.trigger ? `${piece.text}, ${words.kinds[piece.trigger.kind]}` : undefined}
              onClick={() => tap(piece.from, piece.trigger)}
            >
              {piece.text}
            </button>
          ) : (
            <span key={piece.from}>{piece.text}</span>
          ),
        )}
      </p>
      {said !== undefined && <MarkChoice said={said} onMark={mark} />}
    </section>
  );
}

interface MarkChoiceProps {
  readonly said: string;
  /** Absent: it is nothing special. */
  readonly onMark: (kind: TriggerKind | undefined) => void;
}

const MarkChoice = ({ said, onMark }: MarkChoiceProps) => (
  <div className="notice" role="group" aria-label={words.markAs}>
    <p>
      <q>{said}</q> {words.markAs}
    </p>
    <div className="actions">
      {TRIGGER_KINDS.map((kind) => (
        <Button key={kind} variant="default" onClick={() => onMark(kind)}>
          {words.kinds[kind]}
        </Button>
      ))}
      <Button variant="subtle" onClick={() => onMark(undefined)}>
        {words.notAMark}
      </Button>
    </div>
  </div>
);
