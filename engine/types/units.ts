declare const unit: unique symbol;

/** A number that carries its unit in its type. Made only by the functions of this file. */
type Quantity<U extends string> = number & { readonly [unit]: U };

/** A duration, or a time on the session's clock (epoch time live, recording time in a replay). */
export type Milliseconds = Quantity<'ms'>;
export type Seconds = Quantity<'s'>;
export type Bpm = Quantity<'1/min'>;
export type MsSquared = Quantity<'ms²'>;
export type Hertz = Quantity<'Hz'>;
export type Decibels = Quantity<'dB'>;

export const milliseconds = (value: number): Milliseconds => value as Milliseconds;
export const seconds = (value: number): Seconds => value as Seconds;
export const bpm = (value: number): Bpm => value as Bpm;
export const msSquared = (value: number): MsSquared => value as MsSquared;
export const hertz = (value: number): Hertz => value as Hertz;
export const decibels = (value: number): Decibels => value as Decibels;
