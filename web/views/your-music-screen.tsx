import { Button, Chip, Switch } from '@mantine/core';
import { Link } from 'wouter';
import { BUILT_IN_MODULES, LEVELS, type ClinicianLocks, type Level } from '../../engine/index.ts';
import type { DosingRecord } from '../dosing/dosing-record.ts';
import { titleOf } from '../text/announcements.ts';
import { yourMusic as words } from '../text/dosing.ts';
import { useBehavior } from '../use-behavior.ts';
import type { DosingViewModel } from '../view-models/dosing-view-model.ts';
import type { App } from './app-parts.ts';
import { MusicLearning } from './music-learning.tsx';

interface Part {
  readonly dosing: DosingViewModel;
  readonly record: DosingRecord;
}

/** What dosing keeps of a person and must respect: triggers, what is set aside, limits, and learning with consent. */
export function YourMusicScreen({ app: { dosing, sessions } }: { app: App }) {
  const record = useBehavior(dosing.record$);
  const session = useBehavior(sessions.session$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Triggers dosing={dosing} record={record} />
      <Aside dosing={dosing} record={record} />
      <MusicLearning dosing={dosing} record={record} session={session} />
      <Limits dosing={dosing} record={record} />
      <div className="actions">
        <Button variant="default" component={Link} href="/">
          {words.home}
        </Button>
      </div>
    </div>
  );
}

/** The way there, and whether learning is on. */
export function YourMusicLink({ dosing }: { dosing: DosingViewModel }) {
  const { learning } = useBehavior(dosing.record$);
  return (
    <Link href="/your-music" className="panel learning-link">
      <span className="past-when">{words.link}</span>
      <span className="past-what">{learning.on ? words.linkOn : words.linkOff}</span>
    </Link>
  );
}

const PIECES = BUILT_IN_MODULES.filter(({ family }) => family !== 'silence');

function Triggers({ dosing, record: { triggers, earlyRecovery } }: Part) {
  const toggle = (id: string): void =>
    dosing.change({
      triggers: triggers.includes(id) ? triggers.filter((one) => one !== id) : [...triggers, id],
    });
  return (
    <section className="panel">
      <Switch
        size="lg"
        label={words.early}
        description={words.earlyHint}
        checked={earlyRecovery}
        onChange={(event) => dosing.change({ earlyRecovery: event.currentTarget.checked })}
      />
      <fieldset className="question">
        <legend>{words.triggers}</legend>
        <p className="hint">{words.triggersHint}</p>
        <div className="chips">
          {PIECES.map(({ id, title }) => (
            <Chip
              key={id}
              size="md"
              variant="outline"
              checked={triggers.includes(id)}
              onChange={() => toggle(id)}
            >
              {title}
            </Chip>
          ))}
        </div>
      </fieldset>
    </section>
  );
}

function Aside({ dosing, record: { quarantined } }: Part) {
  return (
    <section className="panel" aria-labelledby="aside-title">
      <h2 id="aside-title">{words.aside}</h2>
      <p className="hint">{quarantined.length === 0 ? words.asideNone : words.asideHint}</p>
      {quarantined.length > 0 && (
        <ul className="aside-list">
          {quarantined.map((id) => (
            <li key={id} className="line">
              <span className="line-name">{titleOf(id)}</span>
              <Button
                variant="default"
                onClick={() => dosing.change({ quarantined: quarantined.filter((one) => one !== id) })}
              >
                {words.free(titleOf(id))}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A day's minutes that make sense. */
const MINUTES = { min: 5, max: 240 } as const;

function Limits({ dosing, record: { locks = {}, heard } }: Part) {
  const set = (change: {
    [Name in 'maxLevel' | 'dailyMinutes']?: ClinicianLocks[Name] | undefined;
  }): void => {
    const next = { ...locks, ...change };
    const given = Object.entries(next).filter(([, value]) => value !== undefined);
    dosing.change({ locks: Object.fromEntries(given) });
  };
  const sum = (of: 'minutes' | 'share') => heard.reduce((total, one) => total + one[of], 0);
  return (
    <section className="panel" aria-labelledby="limits-title">
      <h2 id="limits-title">{words.limits}</h2>
      <label className="time">
        <span>{words.level}</span>
        <select
          value={locks.maxLevel ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set({ maxLevel: value === '' ? undefined : (Number(value) as Level) })
          }
        >
          <option value="">{words.levelNone}</option>
          {LEVELS.map((level) => (
            <option key={level}>{level}</option>
          ))}
        </select>
      </label>
      <label className="time">
        <span>{words.minutes}</span>
        <input
          type="number"
          inputMode="numeric"
          {...MINUTES}
          defaultValue={locks.dailyMinutes ?? ''}
          onBlur={({ currentTarget: { value } }) =>
            set({
              dailyMinutes:
                value === '' ? undefined : Math.min(MINUTES.max, Math.max(MINUTES.min, Number(value))),
            })
          }
        />
      </label>
      <p className="hint">{words.minutesHint}</p>
      {heard.length > 0 && (
        <p className="hint">{words.heard(Math.round(sum('minutes')), Math.round(100 * sum('share')))}</p>
      )}
    </section>
  );
}
