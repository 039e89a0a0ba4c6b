import type { SessionEvent } from '../../../engine/index.ts';

/** Where the story stands: each turn has one sentence, in `words.ts`. */
export type Turn =
  'listening' | 'upset' | 'met' | 'missed-beat' | 'led-down' | 'lost' | 'withheld' | 'back' | 'settled';

/** At and above this estimate the person is upset, at and below the second near rest, 0–1; see docs/estimates.md. */
const UPSET = 0.7;
const NEAR_REST = 0.45;

/** The turn after one more event of the session. It tells what has happened, never what is planned. */
export function turnAfter(turn: Turn, event: SessionEvent): Turn {
  if (event.type === 'decision') {
    if (event.reason.startsWith('stepping-down')) return 'led-down';
    // Where the music is kept, nothing is drawn.
    return event.reason === 'matching-estimate' && event.drawn ? 'met' : turn;
  }
  if (event.type === 'arousal') {
    if (!('value' in event)) return turn === 'lost' ? 'withheld' : turn;
    if (turn === 'listening' && event.value >= UPSET) return 'upset';
    return turn === 'led-down' && event.value <= NEAR_REST ? 'settled' : turn;
  }
  if (event.type === 'hrv') return turn === 'met' && event.corrected > 0 ? 'missed-beat' : turn;
  if (event.type !== 'sensor') return turn;
  if (event.state === 'lost') return 'lost';
  return (turn === 'lost' || turn === 'withheld') && event.state === 'streaming' ? 'back' : turn;
}
