import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Clock } from '../../../devices/index.ts';
import { BUILT_IN_MODULES, type Cue, type MusicModule } from '../../../engine/index.ts';
import type { Behavior } from '../../kit/behavior.ts';
import { language } from '../../kit/language.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { listen as words } from './listen-words.ts';
import { countdownText, startsAfter } from './start-time.ts';
import './together.css';

/** Something that plays a piece, outside of sessions. */
export interface Listening {
  /** To be called in a press: browsers let no sound begin without one. */
  readonly wake: () => void;
  readonly hear: (cue: Cue) => void;
  readonly stop: () => void;
  readonly heard$: Behavior<Cue | undefined>;
  /** A session sounds; then nothing else can be heard. */
  readonly inSession$: Behavior<boolean>;
  /** Whether the person has said that a piece pulls towards use. Such a piece is not offered. */
  readonly isTrigger: (id: string) => boolean;
}

interface ListenScreenProps {
  readonly listening: Listening;
  readonly clock: Clock;
}

/** Often enough that no second of the countdown is skipped, ms. */
const LOOK_EVERY_MS = 200;

const timeText = (atMs: number, second?: '2-digit'): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second }).format(atMs);

const middleOf = ({ id, family, levels }: MusicModule): Cue => ({
  ...{ module: id, family },
  level: levels[Math.floor(levels.length / 2)]!,
});

/** What was agreed on. */
interface Agreed {
  readonly piece: MusicModule;
  readonly startMs: number;
}

/** Two devices begin the same piece in the same minute, each by its own clock. */
export function ListenScreen({ listening, clock }: ListenScreenProps) {
  const [pieces] = useState(() => BUILT_IN_MODULES.filter(({ id }) => !listening.isTrigger(id)));
  return (
    <div className="narrow together">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {pieces.length === 0 ? (
        <p className="notice">{words.none}</p>
      ) : (
        <Meeting pieces={pieces} listening={listening} clock={clock} />
      )}
      <p className="hint">{words.limits}</p>
    </div>
  );
}

type MeetingProps = ListenScreenProps & { readonly pieces: readonly MusicModule[] };

function Meeting({ pieces, listening, clock }: MeetingProps) {
  const [agreed, setAgreed] = useState<Agreed>(() => ({
    piece: pieces[0]!,
    startMs: startsAfter(clock())[1]!,
  }));
  const [waiting, setWaiting] = useState(false);
  const heard = useBehavior(listening.heard$);
  const busy = useBehavior(listening.inSession$);
  const ready = (): void => {
    listening.wake();
    setWaiting(true);
  };
  const begin = (): void => {
    setWaiting(false);
    listening.hear(middleOf(agreed.piece));
  };
  return (
    <section className="panel" aria-label={words.title}>
      {waiting ? (
        <Countdown startMs={agreed.startMs} clock={clock} onStart={begin} />
      ) : (
        <Agreement pieces={pieces} agreed={agreed} onAgree={setAgreed} clock={clock} />
      )}
      <div className="actions">
        {waiting ? (
          <Button variant="default" onClick={() => setWaiting(false)}>
            {words.leave}
          </Button>
        ) : (
          <Button disabled={busy} onClick={ready}>
            {words.ready}
          </Button>
        )}
        {heard && (
          <Button variant="default" onClick={() => listening.stop()}>
            {words.stop}
          </Button>
        )}
      </div>
      <p role="status">{busy ? words.busy : heard && words.plays}</p>
    </section>
  );
}

interface AgreementProps {
  readonly pieces: readonly MusicModule[];
  readonly agreed: Agreed;
  readonly onAgree: (agreed: Agreed) => void;
  readonly clock: Clock;
}

/** The choice of piece and minute, and what to tell the other. */
function Agreement({ pieces, agreed, onAgree, clock }: AgreementProps) {
  const { piece, startMs } = agreed;
  const [starts, setStarts] = useState(() => startsAfter(clock()));
  const refresh = (): void => {
    const now = startsAfter(clock());
    setStarts(now);
    if (!now.includes(startMs)) onAgree({ piece, startMs: now[0]! });
  };
  useEffect(() => {
    // A minute that has passed is no longer offered; one that is near still is, for whoever is ready.
    const look = setInterval(() => startMs <= clock() && refresh(), 1000);
    return () => clearInterval(look);
  });
  return (
    <>
      <NativeSelect
        label={words.piece}
        size="md"
        data={pieces.map(({ id, title }) => ({ value: id, label: title }))}
        value={piece.id}
        onChange={({ target }) =>
          onAgree({ startMs, piece: pieces.find(({ id }) => id === target.value) ?? piece })
        }
      />
      <NativeSelect
        label={words.start}
        size="md"
        data={starts.map((atMs) => ({ value: String(atMs), label: timeText(atMs) }))}
        value={String(startMs)}
        onFocus={refresh}
        onChange={({ target }) => onAgree({ piece, startMs: Number(target.value) })}
      />
      <p>{words.tell(piece.title, timeText(startMs))}</p>
    </>
  );
}

interface CountdownProps {
  readonly startMs: number;
  readonly clock: Clock;
  readonly onStart: () => void;
}

function Countdown({ startMs, clock, onStart }: CountdownProps) {
  const [nowMs, setNowMs] = useState(clock);
  useEffect(() => {
    const look = setInterval(() => setNowMs(clock()), LOOK_EVERY_MS);
    return () => clearInterval(look);
  }, [clock]);
  useEffect(() => {
    const start = setTimeout(onStart, Math.max(0, startMs - clock()));
    return () => clearTimeout(start);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what happens at the start is what was chosen before
  }, [startMs, clock]);
  return (
    <>
      <p className="hint">{words.until}</p>
      <p className="countdown" role="timer" aria-label={words.until}>
        {countdownText(startMs - nowMs)}
      </p>
      <p className="clock">
        {words.clock} {timeText(nowMs, '2-digit')}
      </p>
    </>
  );
}
