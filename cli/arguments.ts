import { InvalidArgumentError } from 'commander';

/** Parsers of what people type after an option; each says what would be right. */

export function wholeNumber(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 0 on.');
}

export function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('It must be a number of seconds from 0 on.');
}

export function stretch(text: string): readonly [start: number, end: number] {
  const [, start, end] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (start !== undefined && end !== undefined && Number(start) < Number(end))
    return [Number(start), Number(end)];
  throw new InvalidArgumentError('It must be two times in seconds, such as 0:300.');
}
