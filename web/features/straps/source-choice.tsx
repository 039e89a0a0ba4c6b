import { Button, FileButton, UnstyledButton } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { HeartRateSensor } from '../../../devices/index.ts';
import { nameOf, sensorErrors } from '../../session/words/sensor.ts';
import { group } from './group/words.ts';
import './straps.css';
import { onPhone, simulated, sources } from './words.ts';
import { PlainPage } from '../../kit/plain-page.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { Laboratory } from './laboratory.tsx';
import type { SourceKind, SourceViewModel } from './source-view-model.ts';
import { droppedFiles, placedFiles } from '../../kit/dropped-files.ts';
import { useFileDrop } from '../../kit/use-file-drop.ts';

/** What browsers need to be told to offer in their file chooser; WFDB and others need their neighbours, so several. */
const RECORDINGS =
  '.csv,.txt,.tsv,.json,.jsonl,.ndjson,.xml,.sml,.fit,.hrm,.edf,.atr,.ecg,.qrs,.hea,.dat,.zip,.gz,.ibi,.rr';

/**
 * The ways to a session; a recording may also be dropped on them. A choice that worked leads on to the questions
 * before a session; one that did not says what to do.
 */
export function SourceChoice({ source }: { source: SourceViewModel }) {
  const [, go] = useLocation();
  const onChosen = (): void => go('/before');
  const choosing = useBehavior(source.choosing$);
  const then = (chosen: Promise<boolean>): void => void chosen.then((yes) => yes && onChosen());
  const busy = choosing.state === 'busy' ? choosing.kind : undefined;
  const { over, handlers } = useFileDrop((given) =>
    then(droppedFiles(given).then((files) => source.chooseRecording(files))),
  );
  return (
    <div className="narrow" data-drop={over} {...handlers}>
      <h1 tabIndex={-1}>{sources.title}</h1>
      <p className="hint">{sources.hint}</p>
      <div className="sources">
        <Remembered source={source} onPick={(strap) => then(source.chooseRemembered(strap))} />
        <Source
          label={sources.strap}
          hint={sources.strapHint}
          busy={busy === 'strap'}
          onPick={() => then(source.chooseStrap())}
        />
        <Link href="/start/phone" className="source">
          <span className="source-label">{onPhone.label}</span>
          <span className="source-hint">{onPhone.hint}</span>
        </Link>
        <Made source={source} busy={busy} then={then} />
        <Recording source={source} over={over} busy={busy === 'recording'} then={then} />
        <Source
          label={sources.none}
          hint={sources.noneHint}
          busy={false}
          onPick={() => {
            source.chooseNone();
            onChosen();
          }}
        />
        <Link href="/group" className="source">
          <span className="source-label">{group.link}</span>
          <span className="source-hint">{group.linkHint}</span>
        </Link>
        <Link href="/sensor" className="source">
          <span className="source-label">{onPhone.here}</span>
          <span className="source-hint">{onPhone.hereHint}</span>
        </Link>
      </div>
      <Laboratory source={source} />
      <PlainPage />
      {choosing.state === 'failed' && (
        <SourceError
          failed={choosing}
          again={choosing.kind === 'strap' ? () => then(source.chooseStrap()) : undefined}
        />
      )}
    </div>
  );
}

interface RecordingProps {
  readonly source: SourceViewModel;
  /** Files are held over the panel. */
  readonly over: boolean;
  readonly busy: boolean;
  readonly then: (chosen: Promise<boolean>) => void;
}

function Recording({ source, over, busy, then }: RecordingProps) {
  return (
    <FileButton
      multiple
      accept={RECORDINGS}
      onChange={(files) => files.length > 0 && then(source.chooseRecording(placedFiles(files)))}
    >
      {({ onClick }) => (
        <Source
          label={over ? sources.drop : sources.recording}
          hint={sources.recordingHint}
          busy={busy}
          onPick={onClick}
        />
      )}
    </FileButton>
  );
}

interface MadeProps {
  readonly source: SourceViewModel;
  readonly busy: SourceKind | undefined;
  readonly then: (chosen: Promise<boolean>) => void;
}

/** Hearts that are nobody's. */
function Made({ source, busy, then }: MadeProps) {
  return (
    <>
      <Source
        label={sources.demo}
        hint={sources.demoHint}
        busy={busy === 'demo'}
        onPick={() => then(source.chooseDemo())}
      />
      <Source
        label={simulated.label}
        hint={simulated.hint}
        busy={busy === 'simulated'}
        onPick={() => then(source.chooseSimulated())}
      />
    </>
  );
}

/** Straps of earlier visits, first, since they need no chooser. */
function Remembered({
  source,
  onPick,
}: {
  source: SourceViewModel;
  onPick: (strap: HeartRateSensor) => void;
}) {
  return useBehavior(source.remembered$).map((strap) => (
    <Source
      key={strap.id}
      label={sources.strapAgain(nameOf(strap.name))}
      hint={sources.strapAgainHint}
      busy={false}
      onPick={() => onPick(strap)}
    />
  ));
}

interface SourceProps {
  readonly label: string;
  readonly hint: string;
  readonly busy: boolean;
  readonly onPick: () => void;
}

function Source({ label, hint, busy, onPick }: SourceProps) {
  return (
    <UnstyledButton className="source" onClick={onPick} aria-busy={busy}>
      <span className="source-label">{label}</span>
      <span className="source-hint">{hint}</span>
    </UnstyledButton>
  );
}

interface SourceErrorProps {
  readonly failed: {
    readonly kind: SourceKind;
    readonly code: keyof typeof sensorErrors;
    readonly message: string;
  };
  readonly again: (() => void) | undefined;
}

function SourceError({ failed, again }: SourceErrorProps) {
  const words = sensorErrors[failed.code];
  if (!words) return null;
  const hopeless = failed.code === 'unsupported' || failed.code === 'insecure-context';
  return (
    <div className="notice" role="alert" data-testid="source-error">
      <p>
        <strong>{words.title}</strong>{' '}
        <span className="source-fault" lang={failed.code === 'bad-recording' ? 'en' : undefined}>
          {failed.code === 'bad-recording' ? failed.message : words.advice}
        </span>
      </p>
      {again && !hopeless && (
        <Button variant="default" onClick={again}>
          {sources.again}
        </Button>
      )}
    </div>
  );
}
