import { describe, expect, it } from 'vitest';
import { accompanied } from '../../../web/audio/accompanied.ts';
import { HARP, PIANO, STRINGS, type Instrument } from '../../../web/audio/instruments/index.ts';

const note = { part: 'any', beat: 0, beats: 2, midi: 60, velocity: 0.5 };
const stroke = { take: 0, force: 0.5, rate: 1, toneHz: 3000 };
const beside = (instrument: Instrument, heldS: number, attackS = 0.002) =>
  accompanied(instrument, { note, stroke, bounds: { at: 10, attackS, letGoAt: 10 + heldS } });

describe('accompanied', () => {
  it('begins a held note with the onset of its instrument, the softer the longer it swells', () => {
    const [[quick], [slow]] = [beside(STRINGS, 4, 0.5), beside(STRINGS, 4, 3)];
    expect(quick!.instrument.id).toBe('strings-onset');
    expect(quick!.sounding).toMatchObject({ at: 10, gain: 0.5, loops: false });
    expect(slow!.sounding.gain).toBeCloseTo(0.1, 6);
  });

  it('lets the damper fall when a piano note is let go, the softer the longer it has rung', () => {
    const [[early], [late]] = [beside(PIANO, 0.5), beside(PIANO, 1.8)];
    expect(early!.instrument.id).toBe('piano-release');
    expect([early!.sounding.at, late!.sounding.at]).toEqual([10.5, 11.8]);
    expect(late!.sounding.gain / early!.sounding.gain).toBeCloseTo(0.5, 6);
  });

  it('has nothing to damp where the note has rung out, and nothing for what has neither', () => {
    expect(beside(PIANO, 3.4)).toEqual([]);
    expect(beside(HARP, 1)).toEqual([]);
  });
});
