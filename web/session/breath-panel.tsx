import { Button, Switch } from '@mantine/core';
import { BREATH_PACE } from '../../engine/index.ts';
import { breath as words } from './words/breath.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import { PACES, type BreathGuiding, type BreathSettings } from './breath-settings.ts';
import type { SessionViewModel } from './session-view-model.ts';

interface PanelProps {
  readonly guiding: BreathGuiding;
  readonly session: Pick<SessionViewModel, 'state$' | 'setPacer'>;
}

/** How the guide goes: its pace, and whether it is heard and felt. */
export function BreathPanel({ guiding, session }: PanelProps) {
  return (
    <details className="details breath-panel">
      <summary>{words.settings}</summary>
      <div className="breath-settings">
        <Pace guiding={guiding} session={session} />
        <Choice guiding={guiding} name="sound" />
        <Choice guiding={guiding} name="swell" />
        {guiding.canVibrate && <Choice guiding={guiding} name="vibration" />}
      </div>
    </details>
  );
}

/** The pace: of the guide that is on, which a plan may have set, or the person's own. */
function Pace({ guiding, session }: PanelProps) {
  const own = useBehavior(guiding.settings$).perMinute;
  const { pacer } = useBehavior(session.state$);
  const now = pacer?.perMinute ?? own;
  const set = (perMinute: number): void => {
    guiding.change({ perMinute });
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

function Choice({
  guiding,
  name,
}: {
  guiding: BreathGuiding;
  name: Exclude<keyof BreathSettings, 'perMinute'>;
}) {
  const settings = useBehavior(guiding.settings$);
  return (
    <Switch
      size="md"
      label={words[name]}
      description={words[`${name}Hint`]}
      checked={settings[name]}
      onChange={(event) => guiding.change({ [name]: event.currentTarget.checked })}
    />
  );
}
