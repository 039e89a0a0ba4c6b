import { shown } from '../recording.ts';

/** What is measured beside an ECG, or derived from one: a label with such a word names no ECG. */
const NO_ECG = new RegExp(
  [
    '^n?i?abp|^i?bp|^art|^[cp]vp|^pap|^icp|^pleth|^ppg|^s[pa]o2|^pulse|^bpm|^hrv?$|^rr',
    '^resp|^impedance|^thor|^abdo|^flow|^snore|^[ei]eg|^emg|^eog|^icg|^pcg|^gsr|^eda|^temp|^acc',
    '^rate|^quality|^status|^trig|^marker|^event|^annot|^edr|derived|(?:resp|hr|rate)$',
  ].join('|'),
);
/** ECG1, EKG-L, ECGMLII, "ECG lead II", Elektrokardiogramm. */
const ECG_WORD = /^(?:e[ck]g|ele[ck]tro[ck]ardiogram)/;
/** Standard, modified, Holter and Frank leads. */
const LEAD_WORD = new RegExp(
  '^(?:(?:lead|abl|d)?i{1,3}|(?:lead|d)[123]|v[1-9]?r?|av[rlf]|m?l(?:i{1,3}|[1-5])|mv[1-6]|' +
    'mcl[1-6]?|c[cm]\\d|v[xyz])$',
);
/** Two electrodes on the limbs, LA-RA; or a lead with a number. */
const WHOLE = /^(?:[lr][al] [lr][al]|lead [123])$/;
/** Words that say nothing of what is measured. */
const FILLING = /^(?:lead|abl|ableitung|mod|raw|filtered|signal|ch|channel|mv|uv|µv|\d+)$/;

/**
 * Whether a signal of this label is an ECG: one that says so, or the name of a lead alone. The same for EDF, WFDB and
 * whatever else names its signals.
 */
export function isEcg(label: string): boolean {
  const words = label
    .toLowerCase()
    .split(/[^a-z0-9µ]+/)
    .filter((word) => word !== '');
  if (words.some((word) => NO_ECG.test(word))) return false;
  if (words.some((word) => ECG_WORD.test(word)) || WHOLE.test(words.join(' '))) return true;
  const leads = words.filter((word) => !FILLING.test(word));
  return leads.length > 0 && leads.every((word) => LEAD_WORD.test(word));
}

/** Says which signals there are, none of which is an ECG by its name. */
export function noEcgAmong(labels: readonly string[]): string {
  const names = labels
    .slice(0, 8)
    .map((label) => (label.trim() === '' ? 'one without a name' : shown(label)));
  const more = labels.length > names.length ? ` and ${labels.length - names.length} more` : '';
  const all = `${names.join(', ')}${more}`;
  return `none of its signals is called an ECG (${all}); write ECG into the name of the one that is`;
}
