import { MEETINGS } from '../meeting.ts';
import type { PolicyContext } from '../policy.ts';
import type { Meeting } from '../profile.ts';
import type { LoggedSession } from './logged-session.ts';

/** Named numbers; an absent one is 0. */
export type Features = ReadonlyMap<string, number>;

/** The model's features of a piece: its identity, and whether it continues. */
export const pieceFeatures = (id: string, { sounding }: PolicyContext): Features =>
  new Map([[`module:${id}`, 1], ...(id === sounding ? [['stays', 1] as const] : [])]);

/** Names of the places to meet a person begin with this; the rules' own is 2 (`matchBelow`). */
export const MEETING = 'met:';
export const RULED = `${MEETING}2`;

/** What is chosen once, before a session: how far below the estimate the music meets the person. */
export const meetingFeatures = (probabilities: readonly number[]): Features =>
  new Map(MEETINGS.map((below, i) => [`${MEETING}${below}`, probabilities[i]!]));

/** The situation, whatever is played: f of the reward model. */
export const situationFeatures = ({ arousal, craving }: PolicyContext): Features =>
  new Map([
    ['one', 1],
    ['craving', ((craving ?? 50) - 50) / 50],
    ['arousal', arousal === undefined ? 0 : arousal - 0.5],
    ['withheld', arousal === undefined ? 1 : 0],
  ]);

/** Σ probability · features over what was eligible. */
export function expectedFeatures(
  eligible: readonly string[],
  probabilities: readonly number[],
  context: PolicyContext,
): Features {
  const sum = new Map<string, number>();
  eligible.forEach((id, i) => addTo(sum, pieceFeatures(id, context), probabilities[i]!));
  return sum;
}

/** Adds `scale`·`features` to `sum`. */
export function addTo(sum: Map<string, number>, features: Features, scale: number): void {
  for (const [name, value] of features) sum.set(name, (sum.get(name) ?? 0) + scale * value);
}

/** The same features under names that begin with `prefix`. */
const named = (prefix: string, features: Features): Features =>
  new Map([...features].map(([name, value]) => [prefix + name, value]));

/** Names of effects, as opposed to the situation and to what was to be expected, begin with this. */
export const EFFECT = 'effect:';

/**
 * The row of the action-centred model for a stretch: Σ over its picks, by the share of its time, of f, of what the
 * policy was expected to play and of how far its choice went from that.
 *
 * R = f·α0 + φ̄·α1 + (φ − φ̄)·β with φ̄ = Σ π(a) φ(a). For two actions, one of which is nothing, φ̄ = π f and this is
 * R = f·α0 + π·f·α1 + (A − π)·f·β of Liao et al. 2020. The probabilities are known, so β is right even where the
 * rest of the model is wrong.
 * Source: Greenewald 2017, arXiv:1711.03596; Liao 2020, doi:10.1145/3381007
 *
 * @returns `undefined` if the policy chose nothing in it
 */
export function centredRow(
  { picks, meeting }: Pick<LoggedSession, 'picks' | 'meeting'>,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Features | undefined {
  const row = new Map<string, number>();
  let any = false;
  for (const { atMs, untilMs, context, eligible, probabilities, chosen, override } of picks) {
    const share = (Math.min(untilMs, toMs) - Math.max(atMs, fromMs)) / (toMs - fromMs);
    if (!(share > 0) || override) continue;
    if (!any) addTo(row, situationFeatures(context), 1);
    any = true;
    const expected = expectedFeatures(eligible, probabilities, context);
    addTo(row, named('expected:', expected), share);
    addTo(row, named(EFFECT, pieceFeatures(eligible[chosen]!, context)), share);
    addTo(row, named(EFFECT, expected), -share);
  }
  if (any && meeting) addMeeting(row, meeting);
  return any ? row : undefined;
}

function addMeeting(row: Map<string, number>, { below, probabilities }: Meeting): void {
  const expected = meetingFeatures(probabilities);
  addTo(row, named('expected:', expected), 1);
  addTo(row, named(EFFECT, meetingFeatures(MEETINGS.map((one) => (one === below ? 1 : 0)))), 1);
  addTo(row, named(EFFECT, expected), -1);
}
