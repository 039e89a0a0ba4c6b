import type { ResonanceVerdict } from '../../../engine/index.ts';
import type { ResonanceNote } from './events.ts';

/** What of a verdict belongs in the log: each pace as it was read, then what follows from them. */
export function notesOf(verdict: ResonanceVerdict): readonly ResonanceNote[] {
  const { swings, leftOut } = verdict;
  return [
    ...swings.map(({ perMinute, swingBpm, logSd }): ResonanceNote => ({
      what: 'swing',
      details: { pace: perMinute, bpm: rounded(swingBpm, 2), logSd: rounded(logSd, 3) },
    })),
    ...leftOut.map(({ perMinute, reason }): ResonanceNote => ({
      what: 'left-out',
      details: { pace: perMinute, reason },
    })),
    conclusion(verdict, swings.length),
  ];
}

function conclusion(verdict: ResonanceVerdict, paces: number): ResonanceNote {
  switch (verdict.kind) {
    case 'pace': {
      const { perMinute, low, high } = verdict;
      const details = { rate: tenth(perMinute), low: tenth(low), high: tenth(high), paces };
      return { what: 'found', details };
    }
    case 'flat':
      return { what: 'flat', details: { paces } };
    case 'withheld':
      return { what: 'withheld', details: { reason: verdict.reason, paces } };
  }
}

/** Rates are said to a tenth. */
export const tenth = (rate: number): number => rounded(rate, 1);

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
