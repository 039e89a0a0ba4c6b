import { Button, FileButton, UnstyledButton } from '@mantine/core';
import { today } from '../text/screens.ts';
import { sensorErrors } from '../text/sensor.ts';
import { useBehavior } from '../use-behavior.ts';
import type { SourceKind, SourceViewModel } from '../view-models/source-view-model.ts';

/** The four ways to a session. A choice that worked leads on; one that did not says what to do. */
export function SourceChoice({ source, onChosen }: { source: SourceViewModel; onChosen: () => void }) {
  const choosing = useBehavior(source.choosing$);
  const then = (chosen: Promise<boolean>): void => void chosen.then((yes) => yes && onChosen());
  const busy = choosing.state === 'busy' ? choosing.kind : undefined;
  return (
    <section className="panel" aria-labelledby="session-title">
      <h2 id="session-title">{today.session}</h2>
      <p className="hint">{today.sessionHint}</p>
      <div className="sources">
        <Source
          label={today.strap}
          hint={today.strapHint}
          busy={busy === 'strap'}
          onPick={() => then(source.chooseStrap())}
        />
        <Source
          label={today.demo}
          hint={today.demoHint}
          busy={busy === 'demo'}
          onPick={() => then(source.chooseDemo())}
        />
        <FileButton
          accept=".csv,.txt,.json,.fit,.hrm,.ndjson"
          onChange={(file) => file && then(source.chooseRecording(file))}
        >
          {({ onClick }) => (
            <Source
              label={today.recording}
              hint={today.recordingHint}
              busy={busy === 'recording'}
              onPick={onClick}
            />
          )}
        </FileButton>
        <Source
          label={today.none}
          hint={today.noneHint}
          busy={false}
          onPick={() => {
            source.chooseNone();
            onChosen();
          }}
        />
      </div>
      {choosing.state === 'failed' && (
        <SourceError
          failed={choosing}
          again={choosing.kind === 'strap' ? () => then(source.chooseStrap()) : undefined}
        />
      )}
    </section>
  );
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
        <strong>{words.title}</strong> {failed.code === 'bad-recording' ? failed.message : words.advice}
      </p>
      {again && !hopeless && (
        <Button variant="default" onClick={again}>
          {today.again}
        </Button>
      )}
    </div>
  );
}
