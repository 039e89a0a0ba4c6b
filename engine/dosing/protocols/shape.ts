/** What is wrong at a place of a document; `path` as in `phases[1].minS`, empty for the whole. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Returns what is wrong with a value; nothing if it is valid. */
export type Shape = (value: unknown, path: string, say: (fault: Fault) => void) => void;

/** An object with all of `required`, any of `optional` and nothing else, so that a misspelt name is a fault. */
export const record =
  (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, path, say) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      say({ path, message: `must be an object, not ${shown(value)}` });
      return;
    }
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const shapes = new Map([...Object.entries(required), ...Object.entries(optional)]);
    for (const name of Object.keys(required)) {
      if (!Object.hasOwn(value, name)) say({ path: at(name), message: 'is missing' });
    }
    for (const [name, inner] of Object.entries(value)) {
      const shape = shapes.get(name);
      if (shape) shape(inner, at(name), say);
      else say({ path: at(name), message: `is not known here; there are ${[...shapes.keys()].join(', ')}` });
    }
  };

export const array =
  (item: Shape, least: number, most: number): Shape =>
  (value, path, say) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      say({ path, message: `must be a list of ${least}–${most}` });
      return;
    }
    value.forEach((one, i) => item(one, `${path}[${i}]`, say));
  };

export const number =
  (min: number, max: number, whole?: 'whole'): Shape =>
  (value, path, say) => {
    const fits = typeof value === 'number' && value >= min && value <= max;
    if (fits && (!whole || Number.isInteger(value))) return;
    say({
      path,
      message: `must be a ${whole ? 'whole ' : ''}number within ${min}–${max}, not ${shown(value)}`,
    });
  };

export const text =
  (most: number, pattern?: RegExp): Shape =>
  (value, path, say) => {
    if (typeof value !== 'string' || value.trim() === '' || value.length > most) {
      say({ path, message: `must be a text of 1–${most} characters, not ${shown(value)}` });
    } else if (pattern && !pattern.test(value)) {
      say({ path, message: `${shown(value)} must be lower-case letters and digits, parted by - or .` });
    }
  };

export const choice =
  (all: readonly (string | number)[]): Shape =>
  (value, path, say) => {
    if (!all.includes(value as string))
      say({ path, message: `must be ${all.join(' or ')}, not ${shown(value)}` });
  };

export const flag: Shape = (value, path, say) => {
  if (typeof value !== 'boolean') say({ path, message: `must be true or false, not ${shown(value)}` });
};

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return JSON.stringify(value).slice(0, 40);
}
