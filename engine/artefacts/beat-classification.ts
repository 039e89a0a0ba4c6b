import { round } from '../maths/round.ts';
import type { Rr } from '../intervals/events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import type { BeatClass } from './beat-class.ts';
import { liveClassifier, type LiveStep } from './streaming.ts';

/**
 * After each `rr`, emits what it makes certain: `classified-rr` for beats whose class is final (at most five beats
 * later) and `nn` for the intervals between true heart beats. Provisional artefacts and each revision are emitted
 * at once as `beat-class`, for the log and the screens.
 */
export function beatClassification(): SignalStep {
  const classifier = liveClassifier();
  /** Beats without a final class, oldest first, with the class last reported for each. */
  const open: { readonly beat: Rr; reported: BeatClass }[] = [];
  let firstOpen = 0;

  const tell = ({ revisions, nn }: LiveStep, atMs: number, emit: (signal: Signal) => void) => {
    for (const { index, class: beatClass, final } of revisions) {
      const entry = open[index - firstOpen]!;
      const { beat } = entry;
      if (beatClass !== entry.reported) {
        const about = { beatAtMs: round(beat.atMs, 3), rrMs: round(beat.rrMs, 3), class: beatClass, final };
        emit({ type: 'beat-class', author: 'engine', atMs, ...about });
        entry.reported = beatClass;
      }
      if (!final) continue;
      const { atMs: beatAtMs, rrMs, segment } = beat;
      emit({ type: 'classified-rr', atMs: beatAtMs, rrMs, segment, class: beatClass });
      open.shift();
      firstOpen += 1;
    }
    for (const { atMs, nnMs, original, segment, index } of nn)
      emit({ type: 'nn', atMs, nnMs, original, segment, index });
  };

  return (signal, emit) => {
    const { type } = signal;
    if (type === 'session-ended') tell(classifier.finish(), signal.atMs, emit);
    emit(signal);
    if (type !== 'rr') return;
    open.push({ beat: signal, reported: 'normal' });
    tell(classifier.push(signal), signal.atMs, emit);
  };
}
