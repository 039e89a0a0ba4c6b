import type { IntervalLabel } from '../../../engine/index.ts';
import type { RecordingItem } from '../recording.ts';

/**
 * What a label says of the beat beside it: a normal one, one from elsewhere than the sinus node, a false detection, or
 * a mark that is no beat at all, such as a change of rhythm.
 */
export type BeatLabel = IntervalLabel | 'no-beat';

/**
 * MIT's letters (WFDB, ecgcodes.h). As in wfdb.ts, beats of a bundle branch block and of a junctional or atrial escape
 * count as normal. A small n is taken for "normal", as HRV programs mean it, not for MIT's escape beat.
 */
const NORMAL_LETTER = /^[NnLlRrBbej.•·]$/;
const ECTOPIC_LETTER = /^[VvAaSsFfJEQq/?]$/;
const NORMAL = /^(?:nn|n\/n|normal|norm|sinus|normal beat|ok|good|accepted|regular|r[ -]?peak|beat)$/i;
const ECTOPIC = new RegExp(
  '^(?:ves|sves|pvcs?|pacs?|vpcs?|vpbs?|apcs?|apbs?|svpbs?|svebs?|vebs?|pjcs?|ectopic(?: beat)?|ektop|premature|' +
    'ventricular|supraventricular|atrial|fusion|paced|aberrated|abnormal|arrhythmi[ac]|extrasystole|unknown|' +
    'unclassified)$',
  'i',
);
const FALSE =
  /^(?:x|\||artefacts?|artifacts?|noise|noisy|bad|rejected|excluded|invalid|missed|extra|long|short|gap)$/i;
/** Notes, rhythm and signal changes, waves. Source: WFDB, annot(5). */
const NO_BEAT = /^(?:[+~"=^ptu()[\]!@*Ts]|\((?:n|b|t|vt|vfl|vf|afib|afl|ab|ivr|nod|p|prex|sbr|svta|bii))$/;
/** The meaning of a label; `undefined` for a text that is none. */
export function beatLabel(cell: string): BeatLabel | undefined {
  const text = cell.trim().replace(/^["'](.+)["']$/, '$1');
  if (NORMAL_LETTER.test(text) || NORMAL.test(text)) return 'normal';
  if (FALSE.test(text)) return 'artefact';
  if (ECTOPIC_LETTER.test(text) || ECTOPIC.test(text)) return 'ectopic';
  return NO_BEAT.test(text) ? 'no-beat' : undefined;
}

/** MIT's letters of beats; each may mean something else, unless most beats beside it are called `N`. */
const MIT_LETTER = /^[NLRBAaJSVrFejnE/fQ?]$/;
/** Notes of an artefact; the letters only beside other letters, and no words that may name a task. */
const NOTED_ARTEFACT = /^(?:artefacts?|artifacts?)$/i;
const ARTEFACT_LETTER = /^[|Xx]$/;

/**
 * Which texts among the annotations of a recording mark a beat, or an artefact, and with which label.
 *
 * @param named  names of beats in this format
 * @returns `undefined` for a text that marks neither
 */
export function beatMarks(
  texts: readonly string[],
  named: RegExp,
): readonly ({ readonly label: BeatLabel | undefined } | undefined)[] {
  const beats = texts.filter((text) => named.test(text));
  const areLetters = beats.filter((text) => text === 'N').length > beats.length / 2;
  return texts.map((text) => {
    if (named.test(text) || (areLetters && MIT_LETTER.test(text))) return { label: beatLabel(text) };
    const isArtefact = NOTED_ARTEFACT.test(text) || (areLetters && ARTEFACT_LETTER.test(text));
    return isArtefact ? { label: 'artefact' } : undefined;
  });
}

const MOST = 0.9;

/** The meanings in a column of labels; a blank says nothing. `undefined` where most cells are other texts. */
export function labelsIn(
  cells: readonly (string | number)[],
): readonly (BeatLabel | undefined)[] | undefined {
  const texts = cells.map((cell) => String(cell).trim());
  const said = texts.filter((text) => text !== '');
  const labels = texts.map((text) => (text === '' ? undefined : beatLabel(text)));
  const known = labels.filter((label) => label !== undefined).length;
  return known > 0 && known >= MOST * said.length ? labels : undefined;
}

/**
 * The label of each interval, of which the beat that ends it has a label, and so has the one that began it: it is
 * normal only between two normal beats.
 */
export const ofIntervals = (
  beats: readonly (BeatLabel | undefined)[],
): readonly (IntervalLabel | undefined)[] =>
  beats.map((label, i) => {
    const both = [label, beats[i - 1]];
    const bad = both.find((one) => one === 'ectopic') ?? both.find((one) => one === 'artefact');
    return bad ?? (label === 'no-beat' ? undefined : label);
  });

/** Items with the labels that are not normal, and a sentence on how many. */
export function labelled(
  items: readonly RecordingItem[],
  labels: readonly (IntervalLabel | undefined)[],
): { readonly items: readonly RecordingItem[]; readonly warnings: readonly string[] } {
  const odd = labels.filter((label) => label === 'ectopic' || label === 'artefact').length;
  if (odd === 0) return { items, warnings: [] };
  return {
    items: items.map((item, i) => {
      const label = labels[i];
      return item.type === 'intervals' && label !== undefined && label !== 'normal'
        ? { ...item, labels: [label] }
        : item;
    }),
    warnings: [
      `${odd} of ${items.length} intervals stand beside a beat that is labelled as other than normal`,
    ],
  };
}
