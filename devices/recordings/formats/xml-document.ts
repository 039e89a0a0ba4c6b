import { Parser } from 'htmlparser2';
import { fault, ok, type Result } from '../../../engine/index.ts';
import type { DocumentFormat } from '../format.ts';
import type { DocumentParser, ParsedRecording, ReadOptions } from '../parser.ts';
import { badFile, shown, type BadRecording } from '../recording.ts';
import { PULSE_WAVE, isPulseName } from '../values/pulse-wave.ts';
import { appleHealth, type Attributes } from './apple-health.ts';
import { refusalOfElement } from './refusals.ts';
import { RR_TEXT } from './rr-text.ts';

/** Takes a document's elements as they come. */
interface Elements {
  open(element: string, attributes: Attributes): BadRecording | undefined;
  text(text: string): void;
  close(element: string): BadRecording | undefined;
  finish(partial: string | undefined): Result<ParsedRecording, BadRecording>;
}

/**
 * An XML document, of any size: it is not kept. What is not well-formed is borne, since exports of some releases of
 * iOS are not.
 */
function xmlDocumentParser(_name: string, options: ReadOptions): DocumentParser {
  let elements: Elements | undefined;
  let bad: BadRecording | undefined;
  let [isOpen, isCut] = [false, false];
  const begin = (root: string): Elements => {
    bad ??= refusalOfElement(root);
    return root === 'HealthData' ? healthData() : intervalElements(root, options);
  };
  const parser = new Parser(
    {
      onopentag(element, attributes) {
        elements ??= begin(element);
        isOpen = true;
        bad ??= elements.open(element, attributes);
      },
      ontext: (text) => elements?.text(text),
      onclosetag(element, isImplied) {
        isCut ||= isOpen && isImplied && isEnding;
        bad ??= elements?.close(element);
      },
    },
    { xmlMode: true },
  );
  let isEnding = false;
  return {
    write(text) {
      if (!bad) parser.write(text);
      return bad;
    },
    finish() {
      isEnding = true;
      if (!bad) parser.end();
      if (bad) return fault(bad);
      if (!elements) return fault(badFile('damaged', 'this XML document has no element; export it again'));
      return elements.finish(isCut ? 'it breaks off before the end of its document' : undefined);
    },
  };
}

function healthData(): Elements {
  const health = appleHealth();
  return {
    open: (element, attributes) => health.open(element, attributes),
    text: () => undefined,
    close(element) {
      health.close(element);
      return undefined;
    },
    finish: (partial) => health.finish(partial),
  };
}

const INTERVALS = /^(?:r-?r|rri|rr_?-?intervals?|ibi|nn|ppi?|pp_?-?intervals?)$/i;
/** Within an element of intervals, where they are. */
const INSIDE = /^(?:data|values?|ibi)$/i;

/** Intervals in elements or attributes that are named after them, one in each or many: Suunto's `R-R` with `Data`. */
function intervalElements(root: string, options: ReadOptions): Elements {
  const rows = RR_TEXT.open('', 1, options);
  let within: string | undefined;
  let pulse = false;
  let text = '';
  const take = (name: string, content: string): BadRecording | undefined => {
    if ('code' in rows) return rows;
    pulse ||= isPulseName(name);
    for (const word of content.split(/[\s,;]+/)) {
      const bad = word === '' ? undefined : rows.row(word, rows.count + 1);
      if (bad) return asElement(bad);
    }
    return undefined;
  };
  return {
    open(element, attributes) {
      if (INTERVALS.test(element)) within ??= element;
      text = '';
      const name =
        within === undefined ? Object.keys(attributes).find((one) => INTERVALS.test(one)) : undefined;
      return name === undefined ? undefined : take(name, attributes[name]!);
    },
    text(more) {
      if (within !== undefined) text += more;
    },
    close(element) {
      const mine = within !== undefined && (element === within || INSIDE.test(element));
      const bad = mine ? take(within!, text) : undefined;
      text = '';
      if (element === within) within = undefined;
      return bad;
    },
    finish(partial) {
      if ('code' in rows) return fault(rows);
      if (rows.count === 0) return fault(without(root));
      const read = rows.finish();
      if (!read.ok) return fault(asElement(read.fault));
      const { found } = read.value;
      const warnings = [...(pulse ? [PULSE_WAVE] : []), ...found.warnings];
      const what = `intervals in an XML document (${shown(root)})`;
      return ok({
        ...read.value,
        format: 'xml',
        found: { ...found, what, warnings, ...(partial !== undefined && { partial }) },
      });
    },
  };
}

/** A document has values, not lines. */
const asElement = ({ line, ...bad }: BadRecording): BadRecording =>
  line === undefined ? bad : { ...bad, message: bad.message.replace(/^line \d+/, `interval ${line} in it`) };

const without = (root: string): BadRecording =>
  badFile(
    'unknown-format',
    `this is an XML document (${shown(root)}) without RR intervals; export them as CSV or text, or the activity as FIT`,
  );

export const XML_DOCUMENT: DocumentFormat = {
  id: 'xml',
  kind: 'document',
  tells: (begin) => /^<[?!a-z]/i.test(begin),
  open: xmlDocumentParser,
  layouts: [
    {
      name: 'Apple Health `export.xml`, or its zip',
      format: 'apple-health',
      recognisedBy: '`<HealthData>`',
      gives: '`InstantaneousBeatsPerMinute` under each HRV reading; of any size',
      unit: '1/100 s, by the format',
      times: 'as written',
      tested: 'virtual',
    },
    {
      name: 'Suunto SML and other XML',
      format: 'xml',
      recognisedBy: '`<`',
      gives: 'the numbers in `R-R`, `RR`, `IBI`, `PPI`',
      unit: 'ms or s, by the values',
      times: 'summed',
      tested: 'virtual',
    },
  ],
};
