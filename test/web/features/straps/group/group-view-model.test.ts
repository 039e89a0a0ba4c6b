import { NEVER, Subject, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SensorError, type HeartRateSensor, type SensorEvent } from '../../../../../devices/index.ts';
import { groupViewModel } from '../../../../../web/features/straps/group/group-view-model.ts';

const strap = (id: string, events$: HeartRateSensor['events$'] = NEVER): HeartRateSensor => ({
  id,
  name: `Strap ${id}`,
  kind: 'strap',
  events$,
});
const opened = (...given: readonly (HeartRateSensor | SensorError)[]) => {
  const left = [...given];
  return groupViewModel({
    requestStrap: () => {
      const next = left.shift()!;
      return next instanceof SensorError ? Promise.reject(next) : Promise.resolve(next);
    },
    simulatedPerson: (seed) => strap(`simulated-${seed}`),
  });
};

describe('groupViewModel', () => {
  it('has each strap with a name and a colour of its own, and gives a freed colour again', async () => {
    const group = opened(strap('a'), strap('b'), strap('c'));
    await group.addStrap();
    await group.addStrap();
    group.rename('b', 'Berta');
    expect(group.members$.value.map(({ name, colour }) => [name, colour])).toEqual([
      ['Person 1', 0],
      ['Berta', 1],
    ]);
    group.remove('a');
    await group.addStrap();
    expect(group.members$.value.map(({ name, colour }) => [name, colour])).toEqual([
      ['Berta', 1],
      ['Person 3', 0],
    ]);
  });

  it('listens while a strap is in the list, and no longer', async () => {
    const events$ = new Subject<SensorEvent>();
    const group = opened(strap('a', events$));
    await group.addStrap();
    expect(events$.observed).toBe(true);
    group.remove('a');
    expect(events$.observed).toBe(false);
  });

  it('says why a strap did not come, or that it is there already', async () => {
    const group = opened(new SensorError('denied', 'no'), strap('a'), strap('a'));
    await group.addStrap();
    expect(group.trouble$.value).toBe('denied');
    await group.addStrap();
    expect(group.trouble$.value).toBeUndefined();
    await group.addStrap();
    expect(group.trouble$.value).toBe('already-here');
    expect(group.members$.value).toHaveLength(1);
  });

  it('lets a strap go that fails for good, and says so', async () => {
    const broken = throwError(() => new SensorError('not-a-heart-rate-sensor', 'no'));
    const group = opened(strap('a', broken), strap('b'));
    await group.addStrap();
    expect(group.members$.value).toEqual([]);
    expect(group.trouble$.value).toBe('not-a-heart-rate-sensor');
    group.addSimulated();
    expect(group.members$.value.map(({ id }) => id)).toEqual(['simulated-2']);
  });
});
