import { round } from '../maths/round.ts';
import type { Rr } from '../intervals/events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import type { BeatClass } from './beat-class.ts';
import { liveClassifier, type LiveStep } from './streaming.ts';

/**
 * Follows each `rr` with what becomes certain by it: `classified-rr` for beats whose class is final (five beats later at
 * the most) and `nn` for the intervals between true heart beats. What is taken for an artefact, and each change of mind, is
 * told at once as `beat-class`, for the log and the screens.
 */
export function beatClassification(): SignalStep {
  const classifier = liveClassifier();
  /** Beats without a final class, oldest first, with the class last told of each. */
  const open: { readonly beat: Rr; told: BeatClass }[] = [];
  let firstOpen = 0;

  const tell = ({ revisions, nn }: LiveStep, atMs: number, emit: (signal: Signal) => void) => {
    for (const { index, class: its, final } of revisions) {
      const one = open[index - firstOpen]!;
      const { beat } = one;
      if (its !== one.told) {
        const about = { beatAtMs: round(beat.atMs, 3), rrMs: round(beat.rrMs, 3), class: its, final };
        emit({ type: 'beat-class', author: 'engine', atMs, ...about });
        one.told = its;
      }
      if (!final) continue;
      emit({ ...beat, type: 'classified-rr', class: its });
      open.shift();
      firstOpen += 1;
    }
    for (const one of nn) emit({ type: 'nn', ...one });
  };

  return (signal, emit) => {
    if (signal.type === 'session-ended') tell(classifier.finish(), signal.atMs, emit);
    emit(signal);
    if (signal.type !== 'rr') return;
    open.push({ beat: signal, told: 'normal' });
    tell(classifier.push(signal), signal.atMs, emit);
  };
}
