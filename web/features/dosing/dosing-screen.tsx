import { Button } from '@mantine/core';
import { LEVELS, type ClinicianLocks, type Level } from '../../../engine/index.ts';
import type { DosingRecord } from './dosing-record.ts';
import type { OwnTitles } from '../../session/own-titles.ts';
import { titleOf } from '../../session/words/announcements.ts';
import { dosing as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { DosingViewModel } from './dosing-view-model.ts';
import { HomeLink } from '../../kit/home-link.tsx';
import type { Behavior } from '../../kit/behavior.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import './dosing.css';
import { MusicLearning } from './music-learning.tsx';

interface Part {
  readonly dosing: DosingViewModel;
  readonly record: DosingRecord;
}

export interface DosingScreenProps {
  readonly dosing: DosingViewModel;
  readonly session$: Behavior<SessionViewModel | undefined>;
  /** Of the person's own tracks, which may be set aside too. */
  readonly titles$: Behavior<OwnTitles>;
}

/** What dosing keeps of a person and must respect: what is set aside, limits, and learning with consent. */
export function DosingScreen({ dosing, session$, titles$ }: DosingScreenProps) {
  const record = useBehavior(dosing.record$);
  const session = useBehavior(session$);
  const titles = useBehavior(titles$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Aside dosing={dosing} record={record} titles={titles} />
      <MusicLearning dosing={dosing} record={record} session={session} />
      <Limits dosing={dosing} record={record} />
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

function Aside({ dosing, record: { quarantined }, titles }: Part & { readonly titles: OwnTitles }) {
  return (
    <section className="panel" aria-labelledby="aside-title">
      <h2 id="aside-title">{words.aside}</h2>
      <p className="hint">{quarantined.length === 0 ? words.asideNone : words.asideHint}</p>
      {quarantined.length > 0 && (
        <ul className="aside-list">
          {quarantined.map((id) => (
            <li key={id} className="line">
              <span className="line-name">{titleOf(id, titles)}</span>
              <Button
                variant="default"
                onClick={() => dosing.change({ quarantined: quarantined.filter((one) => one !== id) })}
              >
                {words.free(titleOf(id, titles))}
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
