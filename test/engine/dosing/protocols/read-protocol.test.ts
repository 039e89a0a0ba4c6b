import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocolOf, readProtocol } from '../../../../engine/index.ts';
import { JsonFault, positionedJson } from '../../../../engine/dosing/protocols/positioned-json.ts';

const SHIPPED = join(import.meta.dirname, '../../../../engine/dosing/protocols');
const rescue = readFileSync(join(SHIPPED, 'rescue.json'), 'utf8');

/** `rescue` with one text replaced, and what is said of it: `line path message`. */
function faultsAfter(from: string, to: string): string[] {
  expect(rescue).toContain(from);
  const read = readProtocol(rescue.replace(from, to));
  return read.ok ? [] : read.fault.faults.map(({ line, path, message }) => `${line} ${path} ${message}`);
}
/** What JSON is made of, and what breaks it. */
const MARKS = ['{', '}', '[', ']', ',', ':', '"', '\\', '1', 'e', '.', '-', 'true', 'null', ' ', '\n'];
const lineOf = (text: string): number => rescue.slice(0, rescue.indexOf(text)).split('\n').length;

describe('readProtocol', () => {
  it.each(readdirSync(SHIPPED).filter((name) => name.endsWith('.json')))('reads %s as it ships', (name) => {
    const read = readProtocol(readFileSync(join(SHIPPED, name), 'utf8'));
    expect(read).toEqual({ ok: true, value: protocolOf(name.replace('.json', '')) });
  });

  it.each([
    ['"stepS": 60', '"stepS": 59.5', 'stepS must be a whole number within 60–600, not 59.5'],
    ['"title": "Craving now"', '"titel": "Craving now"', 'titel is not known here'],
    ['"id": "ease"', '"id": "meet"', 'phases[1].id "meet" is the name of phases[0] already'],
    ['"kind": "hold"', '"kind": "hum"', 'phases[2].kind must be settle or match or'],
    ['"minS": 690', '"minS": 691', 'phases[2].minS 691 is more than maxS, 690'],
    ['"totalS": 900', '"totalS": 800', 'limits.totalS 800 s, but the phases take 840 s at least'],
    ['"locked": false', '"locked": "no"', 'rules.locked must be true or false, not "no"'],
    ['"schema": 1', '"schema": 2', 'schema must be 1, not 2'],
    ['"kind": "step-down"', '"kind": "step-up"', 'phases[1].kind step-up, but the goal lies the other way'],
    ['"kind": "hold"', '"kind": "exposure"', 'phases[2].excerpt belongs to an exposure'],
  ])('points at the line of %s changed to %s', (from, to, message) => {
    const line = lineOf(to.includes('exposure') ? '{\n      "id": "stay"' : from);
    expect(faultsAfter(from, to).map((fault) => fault.startsWith(`${line} ${message}`))).toContain(true);
  });

  it('says which line is no JSON', () => {
    expect(faultsAfter('"stepS": 60,', '"stepS": 60')).toEqual([
      `${lineOf('"stepS"') + 1}  expected ",", found "limits"`,
    ]);
    expect(faultsAfter('"version": 2', '"version": 2, "version": 3')).toEqual([
      `${lineOf('"version"')}  "version" stands twice`,
    ]);
  });

  it('never throws, whatever it is given, and reads what it took for good as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = readProtocol(text);
        if (!read.ok) for (const { line } of read.fault.faults) expect(line).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('positionedJson', () => {
  it('reads every JSON text as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.constantFrom(undefined, 2), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(positionedJson(JSON.stringify(value, undefined, indent)).value).toEqual(value);
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...MARKS) }), (text) => {
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        if (!sound) expect(() => positionedJson(text)).toThrow(JsonFault);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the line of each value, and that of its holder where it is absent', () => {
    const json = positionedJson('{\n "a": [\n  1,\n  {"b":\n 2}\n ]\n}');
    const paths = ['', 'a', 'a[0]', 'a[1]', 'a[1].b', 'a[1].c', 'x'];
    expect(paths.map((path) => json.lineOf(path))).toEqual([1, 2, 3, 4, 5, 4, 1]);
  });
});
