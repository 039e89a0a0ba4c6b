import { fault, ok, type Result } from '../../../engine/index.ts';
import { beatsInEcgs } from '../values/ecg-beats.ts';
import { placeMarked } from '../values/marked-beats.ts';
import type { BeatLabel } from '../values/beat-labels.ts';
import type { Placed } from '../values/placing.ts';
import { badFile, noBeats, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type WholeFile } from '../parser.ts';
import { median, unitOfRr } from '../values/units.ts';
import type { WholeFileFormat } from '../format.ts';
import { isIshne, ishneHeader, type IshneHeader } from './ishne-header.ts';

type Rate = { readonly hz: number; readonly from: 'header' | 'option' };
type Read = Result<ParsedRecording, BadRecording>;

/** Labels of beats; `C` is a calibration pulse, `X` an artefact, `!` only carries time. Source: THEW, ishneAnn. */
const BEATS = 'NVSBPUAFJEQR';
const TIMEOUT = '!';
/** Leads that hold no heart beats of their own, or nobody knows what. */
const VAGUE = new Set(['unknown', 'bipolar']);

/** Beats of an ISHNE Holter recording: those annotated beside it, or else the ones found in its ECG. */
function parseIshne(file: WholeFile): Read {
  const header = ishneHeader(file.bytes);
  if (!header)
    return fault(
      badFile('damaged', 'this is an ISHNE Holter file that breaks off in its header; copy it again'),
    );
  if (header.kind === 'annotations') return annotatedBeats(file, header);
  const annotations = siblingOf(file, 'ann');
  const own = annotations && ishneHeader(annotations);
  if (annotations && own?.kind === 'annotations') {
    const read = annotatedBeats(
      { ...file, bytes: annotations },
      { ...own, rateHz: own.rateHz ?? header.rateHz },
    );
    if (read.ok) return read;
  }
  return beatsOfSignals(file, header);
}

function annotatedBeats(file: WholeFile, header: IshneHeader): Read {
  const rate = rateOf(file, header, 'ecg');
  if (!rate) return fault(rateUnknown('these are ISHNE Holter annotations'));
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const first = header.bytes + 4;
  if (first > view.byteLength) return fault(noBeats('these ISHNE annotations are empty'));
  let sample = view.getInt32(header.bytes, true);
  const marks: { readonly sample: number; readonly label: BeatLabel }[] = [];
  let artefacts = 0;
  for (let at = first; at + 4 <= view.byteLength; at += 4) {
    const label = String.fromCharCode(view.getUint8(at));
    sample += view.getUint16(at + 2, true);
    if (label === TIMEOUT) continue;
    const isBeat = BEATS.includes(label);
    if (!isBeat) artefacts += 1;
    if (sample >= 0)
      marks.push({ sample, label: isBeat ? (label === 'N' ? 'normal' : 'ectopic') : 'artefact' });
  }
  const beats = marks.flatMap((one) => (one.label === 'artefact' ? [] : [one.sample]));
  if (beats.length < 2) return fault(noBeats('there are no beats among these ISHNE annotations'));
  const rrMs = beats.slice(1).map((one, i) => ((one - beats[i]!) * 1000) / rate.hz);
  if (unitOfRr(rrMs)?.ms !== 1) return fault(rateWrong(median(rrMs), rate));
  const placed = placeMarked({
    timesMs: marks.map((one) => (one.sample * 1000) / rate.hz),
    labels: marks.map((one) => one.label),
    kind: 'number',
    unitMs: 1000 / rate.hz,
    lines: marks.map((_, i) => i + 1),
    counts: 'annotation',
    artefacts: 'note',
  });
  if (!placed) return fault(noBeats('the beats among these ISHNE annotations stand in no order of time'));
  const warnings = [
    ...checksumSaid(header),
    ...(artefacts > 0 ? [`${artefacts} annotations of artefacts or pulses are no beats`] : []),
    ...placed.warnings,
  ];
  const torn = (view.byteLength - first) % 4 > 0 ? 'it breaks off within an annotation' : undefined;
  return readingOf(header, rate, {
    what: 'beats of ISHNE Holter annotations',
    placed: { ...placed, warnings },
    partial: torn,
  });
}

function beatsOfSignals(file: WholeFile, header: IshneHeader): Read {
  const rate = rateOf(file, header);
  if (!rate) return fault(rateUnknown('this is an ISHNE Holter ECG'));
  const leads = header.leads.length === 0 ? ['unknown'] : header.leads;
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const there = Math.floor((view.byteLength - header.bytes) / (2 * leads.length));
  const length = header.samples > 0 ? Math.min(there, header.samples) : there;
  const samplesOf = (lead: number) => {
    const samples = new Int16Array(length);
    for (let i = 0; i < length; i++)
      samples[i] = view.getInt16(header.bytes + 2 * (i * leads.length + lead), true);
    return samples;
  };
  const ecgs = leads.map((label, lead) => ({
    label,
    rateHz: rate.hz,
    pieces: () => [{ startS: 0, samples: samplesOf(lead) }],
  }));
  const beats = beatsInEcgs([
    ...ecgs.filter(({ label }) => !VAGUE.has(label)),
    ...ecgs.filter(({ label }) => VAGUE.has(label)),
  ]);
  if (!beats.ok) return beats;
  const unsaid =
    header.leads.length === 0 ? ['its header does not say how many leads it has; it was read as one'] : [];
  const warnings = [...checksumSaid(header), ...unsaid, ...beats.value.warnings];
  const partial = length < header.samples ? `${length} of ${header.samples} samples are there` : undefined;
  return readingOf(header, rate, {
    what: 'an ISHNE Holter ECG',
    placed: { ...beats.value, warnings },
    partial,
  });
}

function readingOf(
  header: IshneHeader,
  rate: Rate,
  read: {
    readonly what: string;
    readonly placed: Placed;
    readonly partial: string | undefined;
  },
): Read {
  const { what, placed, partial } = read;
  const facts = { what, unit: { name: `1/${rate.hz} s`, from: rate.from }, times: placed.times } as const;
  const more = { device: header.recorder, startedAt: header.startedAt, partial, warnings: placed.warnings };
  return ok({ format: 'ishne', items: placed.items, found: found(facts, more) });
}

function siblingOf({ name, sibling }: WholeFile, ending: 'ecg' | 'ann'): Uint8Array | undefined {
  const bytes = sibling?.(name.replace(/\.[^.]*$/, `.${ending}`));
  return bytes && isIshne(bytes) ? bytes : undefined;
}

/** The rate that the caller gives, the header, or the header of the file beside it. */
function rateOf(file: WholeFile, header: IshneHeader, beside?: 'ecg'): Rate | undefined {
  if (file.rateHz !== undefined) return { hz: file.rateHz, from: 'option' };
  const other = header.rateHz === undefined && beside ? siblingOf(file, beside) : undefined;
  const hz = header.rateHz ?? (other && ishneHeader(other)?.rateHz);
  return hz === undefined ? undefined : { hz, from: 'header' };
}

const checksumSaid = ({ checksum }: IshneHeader): string[] =>
  checksum === 'wrong'
    ? [
        'the checksum of its header is wrong, so the sampling rate in it may be too; ' +
          'compare the heart rate with another source',
      ]
    : [];

const rateUnknown = (what: string): BadRecording =>
  badFile(
    'unknown-unit',
    `${what}, whose header does not say how many samples make a second; convert it with --rate <hz>, ` +
      'or export it again',
  );

const rateWrong = (middleMs: number, { hz }: Rate): BadRecording =>
  badFile(
    'unknown-unit',
    `these are ISHNE Holter annotations; at ${hz} samples a second a typical interval is ${Math.round(middleMs)} ms, ` +
      'which is no heart; give the right rate with --rate <hz>',
  );

export const ISHNE: WholeFileFormat = {
  id: 'ishne',
  kind: 'whole-file',
  tells: (_name, bytes) => isIshne(bytes),
  recognisedByHead: true,
  parse: parseIshne,
  layouts: [
    {
      name: 'ISHNE Holter (`.ecg`, `.ann`)',
      format: 'ishne',
      recognisedBy: '`ISHNE1.0` or `ANN  1.0`',
      gives: 'annotated beats with their labels; else R peaks found in the lead with the clearest',
      unit: 'samples; rate from the header, or `--rate`',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
