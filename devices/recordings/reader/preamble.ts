import type { TextFormat } from '../format.ts';
import type { ParsedRecording } from '../parser.ts';
import { badLine, shown, type BadRecording } from '../recording.ts';
import { isoOf } from '../values/times.ts';

/** Lines before a header; more than these are no preamble. */
const MAX_LINES = 100;
/** Of the lines that were not read, as many are quoted. */
const QUOTED = 3;

/** The lines that stand before the header of a table. */
export interface Preamble {
  /** Why a line must not be read in this format, though the format would take it; `undefined` if it may be. */
  doubts(format: TextFormat, text: string, line: number): BadRecording | undefined;
  /** Sets a line aside that begins no format; gives the fault of the file where it cannot be a preamble. */
  hold(text: string, line: number, why: BadRecording): BadRecording | undefined;
  /** A line without anything. */
  blank(line: number): void;
  /** The fault of a file that is all preamble. */
  fault(): BadRecording | undefined;
  /** The recording with what the lines said of it. */
  added(read: ParsedRecording): ParsedRecording;
}

interface Held {
  readonly text: string;
  readonly line: number;
  readonly why: BadRecording;
}

/** Formats that only a first line can begin. */
const FIRST_ONLY: ReadonlySet<string> = new Set(['json-lines', 'wfdb-header']);
const BARE: ReadonlySet<string> = new Set(['rr-text', 'rr-pairs']);

const NUMBERS = /^[\s.,;+-]*\d[\s\d.,;+-]*$/;
const NUMBER_IN_A_CELL = /(?:^|[;,\t])\s*"?[+-]?\d+(?:[.,]\d+)?"?\s*(?:[;,\t]|$)/;
const NUMBER_AMONG_WORDS = /^[^;,\t]*\s[+-]?\d+(?:\.\d+)?(?:\s[^;,\t]*)?$/;
const FACT = /^\s*"?(\p{L}[^:=;,\t]{0,60}?)"?\s*(?:[:=;,\t]\s*)+"?(.*\S)"?\s*$/u;
/** Says something of the recording, as no header does. */
const SAYS = /[:=]/;
const SAMPLED = /^\s*"?(?:sampl\w+[ _-]*(?:rate|freq\w*)|abtast\w+)\b/i;
const DEVICE =
  /^(?:device|sensor|monitor|strap|recorder|recording device|hardware|ger[äa]t|appareil)(?: name| model| type)?$/i;
const START =
  /^(?:start|started|date|recorded|recording|start ?time|date ?time|recorded ?(?:at|on|date)|datum|beginn)\b/i;

const hasNumber = (text: string): boolean => NUMBER_IN_A_CELL.test(text) || NUMBER_AMONG_WORDS.test(text);

export function preamble(): Preamble {
  const held: Held[] = [];
  let blankAt = 0;
  const first = () => held.find(({ why }) => why.reason === 'heart-rate-only') ?? held[0];

  return {
    blank(line) {
      blankAt = line;
    },
    doubts(format, text, line) {
      const [{ why } = { why: undefined }] = held;
      if (!why) return undefined;
      if (FIRST_ONLY.has(format.id)) return why;
      if (!BARE.has(format.id)) return format.id === 'rr-table' && hasNumber(text) ? why : undefined;
      if (held.some((one) => SAMPLED.test(one.text))) return samples(line);
      const rates = held.find((one) => one.why.reason === 'heart-rate-only' && !SAYS.test(one.text));
      if (rates) return rates.why;
      // Right above numbers stands their header, and one that is not understood may say that they are something else.
      const isHeader = blankAt !== line - 1 && !SAYS.test(held.at(-1)!.text);
      return isHeader || !held.every(({ text: one }) => FACT.test(one) || /[:=]\s*$/.test(one))
        ? why
        : undefined;
    },
    hold(text, line, why) {
      const isNone = why.line === undefined || !/^(?:unknown-format|heart-rate-only)$/.test(why.reason);
      const mayBe =
        !isNone && held.length < MAX_LINES && !text.trimStart().startsWith('{') && !NUMBERS.test(text);
      if (!mayBe) return isNone ? why : (first()?.why ?? why);
      held.push({ text, line, why });
      return undefined;
    },
    fault: () => first()?.why,
    added(read) {
      if (held.length === 0) return read;
      const facts = held.map(({ text }) => FACT.exec(text) ?? []);
      const value = (key: RegExp) =>
        facts.find(([, name]) => name !== undefined && key.test(name.trim()))?.[2];
      const device = read.found.device ?? value(DEVICE);
      const startedAt = read.found.startedAt ?? isoOf(value(START) ?? '');
      return {
        ...read,
        found: {
          ...read.found,
          ...(device !== undefined && { device }),
          ...(startedAt !== undefined && { startedAt }),
          warnings: [notRead(held), ...read.found.warnings],
        },
      };
    },
  };
}

const samples = (line: number): BadRecording =>
  badLine(
    'empty',
    line,
    'from here on are samples of a signal, not intervals; find the beats in it, and open those',
  );

function notRead(held: readonly Held[]): string {
  const [from, to] = [held[0]!.line, held.at(-1)!.line];
  const quoted = held.slice(0, QUOTED).map(({ text }) => shown(text));
  const more = held.length > QUOTED ? ', …' : '';
  const where =
    from === to ? `line ${from} before the header was` : `lines ${from}–${to} before the header were`;
  return `${where} not read as beats: ${quoted.join(', ')}${more}`;
}
