import { describe, expect, it } from 'vitest';
import {
  referenceSegments,
  singleSourceDeviations,
  spectralDeviations,
  timeDomainDeviations,
  type Deviation,
} from '../../../bench/reference-accuracy.ts';

const segments = referenceSegments();
const beyond = (deviations: readonly Deviation[], bar: number) =>
  deviations.filter(({ relative }) => !(relative <= bar));

const title =
  segments.length > 0
    ? 'figures of the reference segments'
    : 'figures of the reference segments (skipped: no ../shared/data/reference beside the project)';

describe.skipIf(segments.length === 0)(title, () => {
  it('are there for all fifteen', () => {
    expect(segments).toHaveLength(15);
  });

  it('in the time domain lie within 0.5 % of the median tool', () => {
    expect(beyond(timeDomainDeviations(segments), 0.005)).toEqual([]);
  });

  it('that one source alone gives lie within 0.5 % of it', () => {
    expect(beyond(singleSourceDeviations(segments), 0.005)).toEqual([]);
  });

  it('in the bands lie within 1 % of what each recipe reproduces', () => {
    const deviations = spectralDeviations(segments);
    expect(deviations).toHaveLength(15 * 8 * 3);
    expect(beyond(deviations, 0.01)).toEqual([]);
  });
});
