import { describe, expect, it } from 'vitest';
import { localVoice, type LocalVoice, type Utterance } from '../../../../web/session/script/voice.ts';

const voice = (lang: string, localService = true, isDefault = false): LocalVoice => ({
  lang,
  localService,
  default: isDefault,
});

function underTest(voices: LocalVoice[], kept: string | null = 'yes') {
  const spoken: (Utterance & { text: string })[] = [];
  const store: Record<string, string> = {};
  let cancelled = 0;
  let changed: () => void = () => undefined;
  const made = localVoice({
    spokenIn: 'de',
    synthesis: {
      getVoices: () => voices,
      speak: (utterance) => void spoken.push(utterance as never),
      cancel: () => void (cancelled += 1),
      addEventListener: (_, listener) => void (changed = listener),
    },
    utter: (text) => ({ text, voice: null, lang: '', rate: 1, onend: null, onerror: null }) as Utterance,
    storage: () => ({ getItem: () => kept, setItem: (key, value) => void (store[key] = value) }),
  });
  return { made, spoken, store, cancelled: () => cancelled, change: () => changed() };
}

describe('localVoice', () => {
  it('speaks with a voice of this device in the language of the page', () => {
    const { made, spoken } = underTest([voice('en-US'), voice('de-DE', false), voice('de_AT')]);
    expect(made.here$.value).toBe(true);
    made.say('Hör zu.');
    expect(spoken).toMatchObject([{ text: 'Hör zu.', voice: { lang: 'de_AT' }, lang: 'de_AT' }]);
  });

  it('takes no voice of a service, and says that there is none', () => {
    const { made, spoken } = underTest([voice('de-DE', false, true), voice('en-US')]);
    expect(made.here$.value).toBe(false);
    made.say('Hör zu.');
    expect(spoken).toEqual([]);
    expect(made.speaking$.value).toBe(false);
  });

  it('prefers the voice that the person has set', () => {
    const { made, spoken } = underTest([voice('de-DE'), voice('de-CH', true, true)]);
    made.say('Hör zu.');
    expect(spoken[0]?.lang).toBe('de-CH');
  });

  it('learns of voices that come late', () => {
    const voices: LocalVoice[] = [];
    const { made, change } = underTest(voices);
    expect(made.here$.value).toBe(false);
    voices.push(voice('de-DE'));
    change();
    expect(made.here$.value).toBe(true);
  });

  it('is off until it is wanted, and remembers that it is', () => {
    const { made, spoken, store } = underTest([voice('de-DE')], null);
    made.say('Hör zu.');
    expect(spoken).toEqual([]);
    made.setOn(true);
    made.say('Hör zu.');
    expect(spoken).toHaveLength(1);
    expect(store).toEqual({ 'attune.spoken': 'yes' });
  });

  it('is silent at once when hushed or switched off', () => {
    const { made, cancelled } = underTest([voice('de-DE')]);
    made.say('Hör zu.');
    expect(made.speaking$.value).toBe(true);
    const before = cancelled();
    made.hush();
    expect(made.speaking$.value).toBe(false);
    expect(cancelled()).toBe(before + 1);
    made.say('Noch etwas.');
    made.setOn(false);
    expect(made.speaking$.value).toBe(false);
  });

  it('speaks until the last sentence is over, whatever an earlier one says late', () => {
    const { made, spoken } = underTest([voice('de-DE')]);
    made.say('Eins.');
    made.say('Zwei.');
    spoken[0]?.onend?.();
    expect(made.speaking$.value).toBe(true);
    spoken[1]?.onend?.();
    expect(made.speaking$.value).toBe(false);
  });

  it('does without a browser that cannot speak or keep anything', () => {
    const made = localVoice({
      synthesis: undefined,
      utter: () => {
        throw new Error('no speech here');
      },
      storage: () => {
        throw new Error('no storage here');
      },
    });
    made.setOn(true);
    made.say('Anything.');
    made.hush();
    expect([made.here$.value, made.speaking$.value]).toEqual([false, false]);
  });
});
