/** A JSON document and where each of its values stands. */
export interface PositionedJson {
  readonly value: unknown;
  /** The line, from 1, of the value at a path such as `phases[1].minS`; of what holds it where it is absent. */
  lineOf(path: string): number;
}

/** The text is no JSON. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const TOKEN =
  /\s*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|$)/y;

/** Deeper than any protocol; a hostile document must not exhaust the stack. */
const MAX_DEPTH = 20;

/**
 * Reads JSON and remembers lines. Stricter than `JSON.parse` in one respect:
 * a duplicate name in an object is a fault.
 * @throws JsonFault not JSON, with the line and what was expected there
 */
export function positionedJson(text: string): PositionedJson {
  const lines = new Map<string, number>();
  const reader = new Reader(text, lines);
  const value = reader.value('', 0);
  reader.end();
  return {
    value,
    lineOf: (path) => {
      for (let at = path; ; at = at.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '')) {
        const line = lines.get(at);
        if (line !== undefined) return line;
        if (at === '') return 1;
      }
    },
  };
}

class Reader {
  private readonly text: string;
  private readonly lines: Map<string, number>;
  private token = '';
  private tokenAt = 0;
  private position = 0;
  private counted = { at: 0, line: 1 };

  constructor(text: string, lines: Map<string, number>) {
    this.text = text;
    this.lines = lines;
    this.advance();
  }

  value(path: string, depth: number): unknown {
    this.lines.set(path, this.line());
    if (depth > MAX_DEPTH) this.fail('less nesting');
    if (this.token === '{') return this.object(path, depth);
    if (this.token === '[') return this.array(path, depth);
    if (this.token === '' || /^[}\],:]$/.test(this.token)) this.fail('a value');
    return this.literal();
  }

  end(): void {
    if (this.token !== '') this.fail('the end of the document');
  }

  private object(path: string, depth: number): unknown {
    const entries = new Map<string, unknown>();
    this.advance();
    while (this.token !== '}') {
      if (entries.size > 0) this.take(',');
      if (!this.token.startsWith('"')) this.fail('a name in double quotes');
      const before = this.token;
      const name = this.literal() as string;
      if (entries.has(name)) throw new JsonFault(this.line(), `${before} stands twice`);
      this.take(':');
      entries.set(name, this.value(path === '' ? name : `${path}.${name}`, depth + 1));
    }
    this.advance();
    return Object.fromEntries(entries);
  }

  private array(path: string, depth: number): unknown {
    const items: unknown[] = [];
    this.advance();
    while (this.token !== ']') {
      if (items.length > 0) this.take(',');
      items.push(this.value(`${path}[${items.length}]`, depth + 1));
    }
    this.advance();
    return items;
  }

  private literal(): unknown {
    try {
      const value: unknown = JSON.parse(this.token);
      this.advance();
      return value;
    } catch (cause) {
      if (cause instanceof JsonFault) throw cause;
      return this.fail('a value');
    }
  }

  private take(mark: string): void {
    if (this.token !== mark) this.fail(`"${mark}"`);
    this.advance();
  }

  private advance(): void {
    TOKEN.lastIndex = this.position;
    const found = TOKEN.exec(this.text);
    if (!found) {
      const rest = /\S/g;
      rest.lastIndex = this.position;
      this.tokenAt = rest.exec(this.text)?.index ?? this.text.length;
      this.token = this.text.slice(this.tokenAt, this.tokenAt + 12).split('\n')[0]!;
      this.fail('JSON');
    }
    this.token = found[1] ?? found[2] ?? found[3] ?? '';
    this.tokenAt = TOKEN.lastIndex - this.token.length;
    this.position = TOKEN.lastIndex;
  }

  private line(): number {
    for (; this.counted.at < this.tokenAt; this.counted.at++) {
      if (this.text[this.counted.at] === '\n') this.counted.line += 1;
    }
    return this.counted.line;
  }

  private fail(expected: string): never {
    throw new JsonFault(
      this.line(),
      `expected ${expected}, found ${this.token === '' ? 'the end' : this.token}`,
    );
  }
}
