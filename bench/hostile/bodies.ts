/** Bodies that are none, or not what is asked for: as text, or as bytes where text could not be so broken. */

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const event = (more: string): string =>
  `{"events":[{"seq":0,"atMs":1,"type":"mark","author":"person"${more}}]}`;

/** For any address. */
export const BODIES: readonly (string | Buffer)[] = [
  '',
  ' ',
  '{',
  '}',
  '{"a"',
  '{"a":}',
  '[',
  'null',
  'true',
  '1',
  '"text"',
  '[]',
  '{}',
  '[[[[[[[[[[]]]]]]]]]]',
  nested(50_000),
  `{"a":`.repeat(20_000),
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"id":"a","id":"b"}',
  '{"id":1e999}',
  'NaN',
  "{'a':1}",
  '{"a":1}{"b":2}',
  '{"a":1}\n\n{"b":2}',
  '<x/>',
  'a=1&b=2',
  '--\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n----',
  Buffer.from([0]),
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
  Buffer.alloc(100_000, 0x20),
  Buffer.alloc(300_000, 0x61),
];

/** For the address of events; none may come into a log that is not to be touched. */
export const REFUSED_EVENTS: readonly string[] = [
  '{"events":[]}',
  '{"events":{}}',
  '{"events":null}',
  '{"events":[null]}',
  '{"events":[[]]}',
  '{"events":[{}]}',
  event(',"seq":-1'),
  event(',"seq":0.5'),
  event(',"seq":2147483648'),
  event(',"seq":2147483647'),
  event(',"seq":"0"'),
  event(',"atMs":1e999'),
  event(',"atMs":"now"'),
  event(',"type":""'),
  event(`,"type":"${'x'.repeat(65)}"`),
  event(',"author":"nobody"'),
  event(',"__proto__":{"x":1}'),
  event(`,"deep":${nested(5000)}`),
  event(`,"long":"${'x'.repeat(140_000)}"`),
  event(',"type":"activity","activity":"x","version":1,"what":"y","details":{"text":"free text"}'),
  '{"events":[{"seq":0,"atMs":1,"type":"mark","author":"person"}],"more":1}',
  `{"events":[${Array.from({ length: 5001 }, () => '{}').join()}]}`,
  event(''),
  event(',"what":"another content under the same number"'),
];

/** Odd, and taken: the texts that come back must be the texts that came. */
export const TAKEN_EVENTS: readonly string[] = [
  event(',"atMs":1e308'),
  event(',"atMs":-1e308'),
  event(',"atMs":-0'),
  event(',"atMs":5e-324'),
  event(',"text":"\\ud800"'),
  event(',"text":"\\u0000\\u2028 \u{1f4a9}"'),
  event(',"":"","a b":[1,2,{"c":null}]'),
  event(`,"deep":${nested(500)}`),
  event(`,"long":"${'x'.repeat(100_000)}"`),
  event(',"toString":1,"hasOwnProperty":null'),
];
