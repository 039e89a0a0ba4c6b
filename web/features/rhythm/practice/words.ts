import { spoken } from '../../../kit/language.ts';
import { countText, numberText } from '../../../kit/numbers.ts';
import type { MicrophoneRefusal } from '../../../audio/microphone-stream.ts';
import type { Finding } from './finding.ts';

/** The words of the practice. */
export const practice = spoken({
  en: {
    title: 'Rhythm practice',
    lead: 'Tap along with what you hear. No notes, no points. Each part can be left when you like.',
    parts: {
      pulse: { title: 'Find the pulse', how: 'Listen for a moment. Then tap along with every beat.' },
      keep: { title: 'Keep it', how: 'The sound fades away. Keep tapping; it comes back to you.' },
      grow: { title: 'Grow a pattern', how: 'Listen to a bar, then play it. It grows by one hit at a time.' },
      answer: { title: 'Call and answer', how: 'A bar calls. Answer with the same, or with your own.' },
      piece: { title: 'Play with a piece', how: 'A ring of hand drums plays. Join in as you like.' },
    },
    minutes: 'about 3 minutes',
    roles: {
      'count-in': 'Listen: one bar is counted.',
      listen: 'Listen.',
      together: 'Together.',
      alone: 'You keep it.',
      repeat: 'Your turn.',
      answer: 'Your answer.',
    },
    begin: 'Begin',
    beginHere: 'Begin here',
    next: 'Next part',
    again: 'This part again',
    end: 'End this part',
    finish: 'Finish here',
    opening: 'Sound is on its way.',
    failed: 'The sounds could not be loaded. They come with the app; try again.',
    pad: 'Tap here',
    padKeys: 'or press F or J',
    goOn: 'Press F or the large button to go on.',
    tempo: 'Tempo',
    slower: 'Slower',
    faster: 'Faster',
    bpm: 'beats a minute',
    progress: 'Part of five',
    done: 'That was all five parts. Thank you for playing.',
    kept: 'Kept in this browser.',
    listening: 'How Attune hears you',
    claps: 'Hear my claps',
    clapsOff: 'Stop listening',
    clapsHint: 'Attune asks for the microphone, listens for claps, and keeps no sound.',
    asking: 'Your browser asks you now.',
    on: 'The microphone listens. Sound from Attune is darker meanwhile, so that it hears your hands.',
    eaten:
      'The device insists on filtering speech and may swallow claps. Clap a little louder, or tap the pad.',
    refused: {
      denied:
        'No microphone, then: the pad and the keys do everything. The browser’s settings can change that.',
      none: 'No microphone was found. The pad and the keys do everything.',
      failed: 'The microphone would not start. The pad and the keys do everything.',
    } satisfies Record<MicrophoneRefusal, string>,
    loops: {
      marker: 'The delay of your device was measured in the count-in and is taken off.',
      'stored-loop': 'The clicks were not heard (headphones?). The delay measured last time is taken off.',
      unknown: 'The delay of your device is measured in the count-in, from the loudspeaker.',
    },
    midi: 'Use an instrument (MIDI)',
    midiOn: 'Listening to:',
    midiNone: 'No instrument is connected. Plug one in and press again.',
    midiDenied: 'The browser gives no instruments here.',
    vibration: 'Feel the pulse (vibration)',
    picture: 'The bar as a circle; a dot for each tap',
    steady: 'How even it was',
    fewTaps: 'Too few taps to say how even they were. That is fine.',
    intervals: 'Your beats varied by about',
    places: 'Around their places your hits varied by about',
    ms: 'ms',
    from: { one: 'from # tap', other: 'from # taps' },
    steadier: 'It grew steadier as you went.',
    looser: 'It grew looser as you went.',
    quicker: 'The pulse went a little quicker over time.',
    calmer: 'The pulse grew a little calmer over time.',
    ahead: 'A little ahead of the sound, as most people are.',
    with: 'Right with the sound.',
    behind: 'Leaning back behind the sound.',
    roughly: 'A touch has a delay of its own, so this is rough.',
    noPulse: 'The taps and the pulse went their own ways. A slower tempo may help to meet it.',
  },
  de: {
    title: 'Rhythmus üben',
    lead: 'Tippe mit, was du hörst. Keine Noten, keine Punkte. Jeden Teil kannst du verlassen, wann du magst.',
    parts: {
      pulse: { title: 'Den Puls finden', how: 'Hör einen Moment zu. Dann tippe bei jedem Schlag mit.' },
      keep: { title: 'Ihn halten', how: 'Der Klang verklingt. Tippe weiter; er kommt zu dir zurück.' },
      grow: {
        title: 'Ein Muster wächst',
        how: 'Hör einen Takt, dann spiel ihn. Es wächst Schlag um Schlag.',
      },
      answer: {
        title: 'Ruf und Antwort',
        how: 'Ein Takt ruft. Antworte mit demselben oder mit deinem eigenen.',
      },
      piece: {
        title: 'Mit einem Stück spielen',
        how: 'Ein Kreis von Handtrommeln spielt. Spiel mit, wie du magst.',
      },
    },
    minutes: 'etwa 3 Minuten',
    roles: {
      'count-in': 'Hör zu: Ein Takt wird vorgezählt.',
      listen: 'Hör zu.',
      together: 'Zusammen.',
      alone: 'Du hältst ihn.',
      repeat: 'Du bist dran.',
      answer: 'Deine Antwort.',
    },
    begin: 'Beginnen',
    beginHere: 'Hier beginnen',
    next: 'Nächster Teil',
    again: 'Diesen Teil noch einmal',
    end: 'Diesen Teil beenden',
    finish: 'Hier aufhören',
    opening: 'Der Klang ist unterwegs.',
    failed: 'Die Klänge ließen sich nicht laden. Sie gehören zur App; versuch es noch einmal.',
    pad: 'Hier tippen',
    padKeys: 'oder drück F oder J',
    goOn: 'Drück F oder den großen Knopf, dann geht es weiter.',
    tempo: 'Tempo',
    slower: 'Langsamer',
    faster: 'Schneller',
    bpm: 'Schläge pro Minute',
    progress: 'Teil von fünf',
    done: 'Das waren alle fünf Teile. Schön, dass du gespielt hast.',
    kept: 'In diesem Browser aufgehoben.',
    listening: 'Wie Attune dich hört',
    claps: 'Mein Klatschen hören',
    clapsOff: 'Nicht mehr zuhören',
    clapsHint: 'Attune fragt nach dem Mikrofon, hört auf Klatschen und bewahrt keinen Ton auf.',
    asking: 'Dein Browser fragt dich jetzt.',
    on: 'Das Mikrofon hört zu. Attune klingt so lange dunkler, damit es deine Hände hört.',
    eaten:
      'Das Gerät filtert weiter auf Sprache und verschluckt womöglich Klatschen. Klatsch lauter oder nimm das Feld.',
    refused: {
      denied:
        'Also ohne Mikrofon: Feld und Tasten können alles. In den Einstellungen des Browsers lässt sich das ändern.',
      none: 'Es wurde kein Mikrofon gefunden. Feld und Tasten können alles.',
      failed: 'Das Mikrofon ließ sich nicht starten. Feld und Tasten können alles.',
    } satisfies Record<MicrophoneRefusal, string>,
    loops: {
      marker: 'Die Verzögerung deines Geräts wurde beim Vorzählen gemessen und ist abgezogen.',
      'stored-loop':
        'Das Vorzählen war nicht zu hören (Kopfhörer?). Abgezogen ist die zuletzt gemessene Verzögerung.',
      unknown: 'Die Verzögerung deines Geräts wird beim Vorzählen gemessen, über den Lautsprecher.',
    },
    midi: 'Ein Instrument nutzen (MIDI)',
    midiOn: 'Hört auf:',
    midiNone: 'Es ist kein Instrument angeschlossen. Schließ eines an und drück noch einmal.',
    midiDenied: 'Der Browser gibt hier keine Instrumente frei.',
    vibration: 'Den Puls spüren (Vibration)',
    picture: 'Der Takt als Kreis; ein Punkt für jedes Tippen',
    steady: 'Wie gleichmäßig es war',
    fewTaps: 'Zu wenige Schläge, um etwas über ihre Gleichmäßigkeit zu sagen. Das ist in Ordnung.',
    intervals: 'Deine Schläge schwankten um etwa',
    places: 'Um ihre Plätze schwankten deine Schläge um etwa',
    ms: 'ms',
    from: { one: 'aus # Schlag', other: 'aus # Schlägen' },
    steadier: 'Es wurde nach und nach gleichmäßiger.',
    looser: 'Es wurde nach und nach lockerer.',
    quicker: 'Der Puls wurde mit der Zeit etwas schneller.',
    calmer: 'Der Puls wurde mit der Zeit etwas ruhiger.',
    ahead: 'Dem Klang ein wenig voraus, wie bei den meisten.',
    with: 'Genau mit dem Klang.',
    behind: 'Entspannt hinter dem Klang.',
    roughly: 'Eine Berührung hat eine eigene Verzögerung; das ist also nur ungefähr.',
    noPulse: 'Deine Schläge und der Puls gingen eigene Wege. Ein langsameres Tempo kann helfen.',
  },
});

/** "Your beats varied by about 24 ms (from 38 taps)." */
export function spreadText({ spread }: Finding): string {
  if ('withheld' in spread) return practice.fewTaps;
  const lead = spread.of === 'intervals' ? practice.intervals : practice.places;
  return `${lead} ${numberText(Math.max(1, spread.ms))} ${practice.ms} (${countText(spread.n, practice.from)}).`;
}

/** Where nobody hears a difference, ms: by a measured delay, and by a touch with its own. */
const WITH_MS = { measured: 20, rough: 60 } as const;

/** What else can be said of a part; nothing that was not found, and never "late". */
export function furtherTexts({ asynchrony, spreadTrend, quickening }: Finding): readonly string[] {
  const lines: string[] = [];
  if ('ms' in asynchrony) {
    const near = Math.abs(asynchrony.ms) < WITH_MS[asynchrony.how];
    lines.push(near ? practice.with : asynchrony.ms < 0 ? practice.ahead : practice.behind);
    if (!near && asynchrony.how === 'rough') lines.push(practice.roughly);
  } else if (asynchrony.withheld === 'no-pulse') lines.push(practice.noPulse);
  if (spreadTrend !== undefined) lines.push(spreadTrend < 1 ? practice.steadier : practice.looser);
  if (quickening !== undefined) lines.push(quickening > 0 ? practice.quicker : practice.calmer);
  return lines;
}
