import { fault, ok, rPeakDetector, type Result } from '../../../engine/index.ts';
import { placeBeats, type Placed } from './placing.ts';
import { noBeats, shown, type BadRecording } from '../recording.ts';
import { unitOfRr } from './units.ts';

/** Names that recorders give to ECG leads. */
const ECG = /\b(?:ecg|ekg|mlii|lead ?(?:i{1,3}|[1-3]|v[1-6]))\b|^(?:i{1,3}|v[1-6]|av[rlf])$/i;

export const isEcg = (label: string): boolean => ECG.test(label.trim());

export interface EcgSignal {
  readonly label: string;
  readonly rateHz: number;
  readonly samples: ArrayLike<number>;
}

/** The beats in an ECG, found by {@link rPeakDetector}; with a warning that nobody has checked them. */
export function beatsInEcg({ label, rateHz, samples }: EcgSignal): Result<Placed, BadRecording> {
  const about = `the ECG ${shown(label)} at ${Number(rateHz.toPrecision(6))} Hz`;
  if (!(rateHz >= 100 && rateHz <= 4000))
    return fault(noBeats(`${about} cannot be searched for beats, for which it must have 100–4000 Hz`));
  const detector = rPeakDetector(rateHz);
  const peaksS = [...detector.push(samples), ...detector.end()];
  const placed = placeBeats(peaksS.map((peakS) => peakS * 1000));
  const rrMs = placed.items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0));
  if (unitOfRr(rrMs)?.ms !== 1)
    return fault(noBeats(`in ${about} no beats stand out that follow each other like those of a heart`));
  const warning = `the beats were found by Attune in ${about}; nobody has looked at them`;
  return ok({ ...placed, warnings: [warning, ...placed.warnings] });
}
