import { Button, Switch } from '@mantine/core';
import { BREATH_PACE } from '../../../engine/index.ts';
import { breath as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { PACES, type BreathSettings } from './breath-settings.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import type { App } from '../../app/app-parts.ts';

/** How the guide goes: its pace, and whether it is heard and felt. */
export function BreathPanel({ app, session }: { app: App; session: SessionViewModel }) {
  return (
    <details className="details breath-panel">
      <summary>{words.settings}</summary>
      <div className="breath-settings">
        <Pace app={app} session={session} />
        <Choice app={app} name="sound" />
        <Choice app={app} name="swell" />
        {app.breath.canVibrate && <Choice app={app} name="vibration" />}
      </div>
    </details>
  );
}

/** The pace: of the guide that is on, which a plan may have set, or the person's own. */
function Pace({ app, session }: { app: App; session: SessionViewModel }) {
  const own = useBehavior(app.breath.settings$).perMinute;
  const { pacer } = useBehavior(session.state$);
  const now = pacer?.perMinute ?? own;
  const set = (perMinute: number): void => {
    app.breath.change({ perMinute });
    if (pacer) session.setPacer(true, perMinute);
  };
  const step = (label: string, sign: string, to: number | undefined) => (
    <Button
      variant="default"
      className="breath-step"
      aria-label={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && set(to)}
    >
      {sign}
    </Button>
  );
  const { inShare } = pacer ?? BREATH_PACE;
  return (
    <div className="breath-pace" role="group" aria-label={words.pace}>
      {step(words.slower, '−', PACES.filter((pace) => pace < now).at(-1))}
      <output className="figures">
        {words.paceOf(now, (inShare * 60) / now, ((1 - inShare) * 60) / now)}
      </output>
      {step(
        words.faster,
        '+',
        PACES.find((pace) => pace > now),
      )}
    </div>
  );
}

function Choice({ app, name }: { app: App; name: Exclude<keyof BreathSettings, 'perMinute'> }) {
  const settings = useBehavior(app.breath.settings$);
  return (
    <Switch
      size="md"
      label={words[name]}
      description={words[`${name}Hint`]}
      checked={settings[name]}
      onChange={(event) => app.breath.change({ [name]: event.currentTarget.checked })}
    />
  );
}
