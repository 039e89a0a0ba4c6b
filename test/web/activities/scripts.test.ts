import { describe, expect, it } from 'vitest';
import { isShortId, protocolOf } from '../../../engine/index.ts';
import { SCRIPTS as LISTENING } from '../../../web/activities/mindful-listening/scripts.ts';
import { SCRIPTS as RELAXING } from '../../../web/activities/relaxation/scripts.ts';
import { SCRIPTS as SETTLING } from '../../../web/activities/settling/scripts.ts';
import { SCRIPTS as SURFING } from '../../../web/activities/urge-surfing/scripts.ts';
import { beginning, isGuidedBreath, saidAt, stepFrom } from '../../../web/session/script/guidance.ts';
import { scriptMinutes, scriptMs } from '../../../web/session/script/script.ts';
import type { Script, Sentence } from '../../../web/session/script/script.ts';

const ALL = [...LISTENING, ...SURFING, ...RELAXING, ...SETTLING];

const sentencesIn = ({ phases }: Script): readonly Sentence[] => phases.flatMap(({ sentences }) => sentences);
/** All that may be said or shown, both languages side by side. */
const textsIn = (script: Script): readonly { readonly en: string; readonly de: string }[] => [
  ...script.phases.map(({ title }) => title),
  ...sentencesIn(script).flatMap((one) => [{ en: one.en, de: one.de }, ...Object.values(one.told ?? {})]),
  ...(script.closing?.asks === 'feeling' ? script.closing.answers.map(({ text }) => text) : []),
  ...(script.closing ? [script.closing.title] : []),
  ...[script.title, script.lead, ...(script.note ? [script.note] : [])],
];
/** When each question is asked, s. */
const asksIn = (script: Script): readonly number[] => {
  let atS = 0;
  return sentencesIn(script).flatMap(({ s, asks }) => {
    atS += s;
    return asks ? [atS - s] : [];
  });
};

describe('the scripts', () => {
  it('are twelve, of three to fifteen minutes', () => {
    expect(ALL).toHaveLength(12);
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(12);
    for (const script of ALL) {
      expect(scriptMs(script), script.id).toBeGreaterThanOrEqual(3 * 60_000);
      expect(scriptMs(script), script.id).toBeLessThanOrEqual(15 * 60_000);
    }
  });
});

describe.each(ALL.map((script) => [script.id, script] as const))('the script %s', (_, script) => {
  it('has names that the log can carry, each once', () => {
    const ids = script.phases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([script.id, ...ids].filter((id) => !isShortId(id))).toEqual([]);
  });

  it('says everything in both languages, a sentence short enough to read at a glance', () => {
    for (const { en, de } of textsIn(script)) {
      expect(en).not.toBe(de);
      for (const text of [en, de]) expect(text.trim().length).toBeGreaterThan(2);
    }
    for (const { en, de, told } of sentencesIn(script))
      for (const text of [en, de, ...Object.values(told ?? {}).flatMap((one) => [one.en, one.de])])
        expect(text.length, text).toBeLessThanOrEqual(80);
  });

  it('says "du", with German quotes and no shouting', () => {
    for (const { en, de } of textsIn(script)) {
      expect(de).not.toMatch(/\b(Sie haben|Sie können|Ihnen|Ihre?)\b|"|!/);
      expect(en).not.toMatch(/"|!|\bmust\b|\bshould\b/);
    }
  });

  it('is over before its music can be', () => {
    const { phases, limits } = protocolOf(script.music);
    const leastS = phases.reduce((sum, { minS }) => sum + minS, 0);
    expect(scriptMs(script) / 1000).toBeLessThan(Math.min(leastS, limits.totalS));
  });

  it('leaves silence: no two prompts nearer than 12 s, but where muscles are held, and 18 s on the whole', () => {
    const sentences = sentencesIn(script);
    // The long relaxation names each part of the body shortly before it is tensed.
    const leastS = script.id === 'whole-body' ? 9 : 12;
    for (const { s, muscles, en } of sentences) expect(s, en).toBeGreaterThanOrEqual(muscles ? 8 : leastS);
    if (script.id !== 'whole-body') expect(scriptMs(script) / 1000 / sentences.length).toBeGreaterThan(18);
    expect(Math.max(...sentences.map(({ s }) => s))).toBeGreaterThanOrEqual(24);
  });

  it('can be left part by part with one press each, from its beginning to its end', () => {
    let { place } = beginning(script);
    for (const [i] of script.phases.entries()) {
      expect(place).toMatchObject({ at: 'guided', phase: i });
      ({ place } = stepFrom(script, place, { type: 'on' }));
    }
    expect(place.at).toBe(script.closing ? 'question' : 'after');
  });

  it('runs by itself to its end, always with something on the screen but at the very first', () => {
    let { place } = beginning(script);
    let silentS = 0;
    for (let s = 0; place.at === 'guided'; s += 1) {
      if (!saidAt(script, place)) silentS += 1;
      expect(s).toBeLessThanOrEqual(scriptMs(script) / 1000);
      ({ place } = stepFrom(script, place, { type: 'time', ms: 1000 }));
    }
    expect(silentS).toBeLessThanOrEqual(2);
    expect(isGuidedBreath(script, place)).toBe(false);
  });

  it('asks for the craving about once a minute, or not at all', () => {
    const asks = asksIn(script);
    expect(asks.length > 0).toBe(SURFING.includes(script));
    const gaps = asks.slice(1).map((atS, i) => atS - asks[i]!);
    for (const gap of gaps) expect(gap).toSatisfy((s: number) => s >= 45 && s <= 75);
    if (asks.length > 0) expect(asks[0]).toBeLessThanOrEqual(30);
  });

  it('has whole minutes for its door', () => {
    expect(scriptMinutes(script)).toBeGreaterThanOrEqual(3);
  });
});

describe('the relaxation', () => {
  it('keeps the names that logs have carried since it was there', () => {
    const [whole] = RELAXING;
    expect(whole?.phases.map(({ id }) => id).join(' ')).toBe(
      'settle breath hands shoulders face body rest return',
    );
    expect(whole?.closing).toMatchObject({
      what: 'body',
      answers: [{ id: 'softer' }, { id: 'same' }, { id: 'tenser' }],
    });
  });

  it('asks nobody who may be asleep', () => {
    expect(RELAXING.find(({ id }) => id === 'winding-down')?.closing).toBeUndefined();
  });
});
