/** Where a person is in the assessment. */
export type Place =
  | Timed
  /** No beats come from which it could be told. */
  | { readonly at: 'no-heart' }
  | { readonly at: 'result' };

export interface Timed {
  /** `settle`: free breathing before the first pace; `rest`: between two; `close`: after the last. */
  readonly at: 'settle' | 'pace' | 'rest' | 'close';
  /** Index into the order: of the pace, or of the one that comes next. */
  readonly pace: number;
  readonly sinceMs: number;
  readonly endsMs: number;
}

const SECONDS = { settle: 60, pace: 120, rest: 40, close: 12 } as const;
/** Paces in an assessment. */
const PACES = 6;

export const beginning = (nowMs: number): Timed => timed('settle', 0, nowMs);

/** What comes after a place, from `nowMs` on. */
export function after({ at, pace }: Timed, nowMs: number): Place {
  switch (at) {
    case 'settle':
    case 'rest':
      return timed('pace', pace, nowMs);
    case 'pace':
      return pace + 1 < PACES ? timed('rest', pace + 1, nowMs) : timed('close', pace, nowMs);
    case 'close':
      return { at: 'result' };
  }
}

/** The same from its beginning, after silence. */
export const anew = ({ at, pace }: Timed, nowMs: number): Timed => timed(at, pace, nowMs);

export const isTimed = (place: Place | undefined): place is Timed =>
  place !== undefined && place.at !== 'no-heart' && place.at !== 'result';

function timed(at: Timed['at'], pace: number, sinceMs: number): Timed {
  return { at, pace, sinceMs, endsMs: sinceMs + 1000 * SECONDS[at] };
}
