import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_MODULES,
  decisionAccount,
  doseSentence,
  protocolNaming,
  protocolOf,
  type DosingPolicy,
  type InputEvent,
  type MusicModule,
  type Profile,
  type SessionStarted,
  type Tick,
} from '../../../engine/index.ts';
import { beatsAt, only, press, rating, REST, started } from '../../support/session-inputs.ts';
import { run } from '../../support/run-session.ts';

const profile = (about: Partial<Profile> = {}): Profile => ({ triggers: [], earlyRecovery: false, ...about });
const ticks = (fromS: number, toS: number): Tick[] =>
  Array.from({ length: toS - fromS }, (_, i) => ({ type: 'tick', atMs: (fromS + i + 1) * 1000 }));
const own = (id: string, trigger: MusicModule['trigger']): MusicModule => ({
  id,
  title: id,
  family: 'calming',
  levels: [1, 2, 3],
  trigger,
  character: '',
});
const clinician = (input: InputEvent): InputEvent => ({ ...input, author: 'clinician' }) as InputEvent;

describe('a locked protocol', () => {
  const exposure = protocolNaming(protocolOf('exposure'));
  const ownTracks = [own('song', 'trigger')];
  const unlocked = [{ protocol: 'exposure', by: 'clinician-1', untilMs: 900_000, tracks: ['song'] }];

  it('plays nothing and cannot be talked into it', () => {
    const log = run([started(exposure), press('resume', 1), press('livelier', 2), ...ticks(2, 300)]);
    expect(only(log, 'halt')).toMatchObject([{ atMs: 0, cause: 'locked' }]);
    expect(only(log, 'decision')).toEqual([]);
  });

  it('plays the unlocked track in its excerpts, clean music after, and nothing of it elsewhere', () => {
    const log = run([started({ ...exposure, profile: profile({ ownTracks, unlocked }) }), ...ticks(0, 900)]);
    const excerpts = only(log, 'decision').filter(({ module }) => module === 'song');
    expect(excerpts.map(({ phase, reason }) => [phase, reason])).toEqual([
      ['excerpt-1', 'exposure-excerpt'],
      ['excerpt-2', 'exposure-excerpt'],
    ]);
    const [after] = only(log, 'decision').filter(({ phase }) => phase === 'clean-1');
    expect(after).toMatchObject({ family: 'calming', level: 1, excluded: { song: 'trigger' } });
  });

  it('leaves the track as soon as the time that it was unlocked for is over', () => {
    const ending = unlocked.map((one) => ({ ...one, untilMs: 150_000 }));
    const log = run([
      started({ ...exposure, profile: profile({ ownTracks, unlocked: ending }) }),
      ...ticks(0, 900),
    ]);
    const [begun, left] = only(log, 'decision').filter(({ phase }) => phase === 'excerpt-1');
    expect(begun?.module).toBe('song');
    expect(left).toMatchObject({ atMs: 150_000, reason: 'set-aside' });
    expect(only(log, 'decision').filter(({ module }) => module === 'song')).toHaveLength(1);
  });
});

describe('limits', () => {
  const nearly = (protocol: string): SessionStarted =>
    started({
      protocol,
      profile: profile({ locks: { dailyMinutes: 30 }, heard: { todayMinutes: 28, weekSoundShare: 0 } }),
    });

  it('lead into silence before the day’s minutes are over, and no press leads out again', () => {
    const log = run([
      nearly('craving-session'),
      ...ticks(0, 200),
      press('livelier', 201),
      ...ticks(201, 900),
    ]);
    const [limit, ...later] = only(log, 'decision').filter(({ atMs }) => atMs >= 90_000);
    expect(limit).toMatchObject({ atMs: 90_000, reason: 'daily-limit', module: 'silence' });
    expect(later.every(({ module }) => module === 'silence')).toBe(true);
    expect(later.find(({ atMs }) => atMs === 201_000)).toMatchObject({
      reason: 'asked-livelier',
      denied: true,
    });
  });

  it('of minutes do not withhold a rescue', () => {
    const log = run([nearly('rescue'), ...ticks(0, 300)]);
    expect(only(log, 'decision').map(({ reason }) => reason)).not.toContain('daily-limit');
  });
});

describe('stop', () => {
  it('reaches the player while the music of a session that is over still fades', () => {
    const log = run([started(), ...ticks(0, 900), press('stop', 901)]);
    expect(only(log, 'halt').map(({ cause }) => cause)).toEqual(['session-over']);
    expect(only(log, 'crossfade').at(-1)).toMatchObject({ atMs: 901_000, plan: { kind: 'stop' } });
  });

  it('does not use up the session: it goes on where it was', () => {
    const log = run([started(), press('stop', 100), press('resume', 2000), ...ticks(2000, 3000)]);
    const resumed = only(log, 'phase').find(({ atMs }) => atMs === 2_000_000);
    expect(resumed).toMatchObject({ phase: 'settle', endsAtMs: 2_080_000 });
    expect(only(log, 'halt').at(-1)).toMatchObject({ cause: 'session-over', atMs: 2_640_000 });
  });

  it('may be taken back after the session is over', () => {
    const log = run([started(), ...ticks(0, 901), press('resume', 902), ...ticks(902, 1000)]);
    expect(only(log, 'halt')).toHaveLength(1);
    expect(only(log, 'decision').at(-1)).toMatchObject({ atMs: 902_000, reason: 'asked-resume' });
  });
});

describe('a clinician', () => {
  it('asks for a level outright, which a person cannot', () => {
    const asked = { ...press('calmer', 5), level: 5 } as InputEvent;
    expect(only(run([started(), clinician(asked)]), 'decision').at(-1)).toMatchObject({
      family: 'calming',
      level: 5,
      reason: 'asked-level',
    });
    expect(only(run([started(), asked]), 'decision').at(-1)).toMatchObject({
      level: 1,
      reason: 'asked-calmer',
    });
  });

  it('locks levels away: what sounds goes on, and the person is told', () => {
    const locks = { families: ['activating' as const], maxLevel: 2 as const };
    const log = run([started({ profile: profile({ locks }) }), press('livelier', 5)]);
    const [first, refused] = only(log, 'decision');
    expect(refused).toMatchObject({ module: first!.module, level: 2, denied: true });
    expect(refused!.excluded).toMatchObject({ 'open-road': 'locked-by-clinician' });
    expect(doseSentence(refused!)).toBe(
      'You asked for livelier. That is not allowed right now, so it stays as it is.',
    );
  });
});

describe('a policy', () => {
  it('that chooses from outside the set is set aside for the session, and the log says why', () => {
    const outside: DosingPolicy = {
      name: 'outside',
      pick: (eligible) => ({
        chosen: BUILT_IN_MODULES.at(-1)!,
        probabilities: eligible.map(() => 1 / eligible.length),
      }),
    };
    const log = run([started(), press('skip', 70), press('skip', 140)], { policy: outside });
    expect(only(log, 'decision').map(({ policy, anomaly }) => [policy, anomaly])).toEqual([
      ['pi0', 'chose-outside'],
      ['pi0', undefined],
      ['pi0', undefined],
    ]);
  });
});

describe('activation', () => {
  it('grows livelier while the heart is seen to be easy, and stays where it starts without a sensor', () => {
    const rungs = (inputs: readonly (InputEvent | Tick)[]): number[] =>
      only(run([started({ protocol: 'activation', baseline: REST }), ...inputs]), 'decision')
        .filter(({ phase }) => phase === 'lift')
        .map(({ level }) => level);
    expect(Math.max(...rungs(beatsAt(62, [0, 700])))).toBe(4);
    expect(Math.max(...rungs(ticks(0, 700)))).toBe(2);
  });
});

describe('decisionAccount', () => {
  it('lays open inputs, set, probabilities, rule and configuration', () => {
    const start = started({ ...protocolNaming(protocolOf('rescue')), configHash: 'abc', baseline: REST });
    const log = run([start, rating(40, 1), ...beatsAt(62, [1, 40])]);
    const decision = only(log, 'decision').at(-1)!;
    const { sentence, rule, facts } = decisionAccount(decision, start);
    const said = Object.fromEntries(facts);
    expect(sentence).toBe(doseSentence(decision));
    expect(rule).toMatch(/^step/);
    expect(said['inputs']).toMatch(
      /^arousal (0\.\d+|withheld); heart rate 6\d.*\/min; craving rated 40; sounding /,
    );
    expect(said['allowed']).toContain(`${decision.module} 100 %`);
    expect(said['left out']).toContain('other-family: ');
    expect(said['protocol']).toMatch(/^rescue, version 2, hash [0-9a-f]{16}$/);
    expect(said['configuration']).toBe('abc, seed 1');
  });
});
