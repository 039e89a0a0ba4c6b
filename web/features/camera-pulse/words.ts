import type { PulseWithheld } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';
import type { CameraFault } from './camera.ts';

interface PulseWords {
  readonly title: string;
  readonly linkHint: string;
  readonly lead: string;
  readonly how: readonly string[];
  readonly privacy: string;
  readonly warm: string;
  readonly open: string;
  readonly again: string;
  readonly close: string;
  readonly opening: string;
  readonly unit: string;
  readonly none: string;
  readonly giveOrTake: (sd: number) => string;
  readonly good: (seconds: number, of: number) => string;
  readonly reasons: Readonly<Record<PulseWithheld, string>>;
  readonly steady: string;
  readonly wave: string;
  readonly rmssd: string;
  readonly keep: string;
  readonly kept: (bpm: number) => string;
  readonly keptHint: string;
  readonly begin: string;
  readonly faults: Readonly<Record<CameraFault, string>>;
  readonly history: string;
  readonly entry: (bpm: number, sd: number) => string;
  readonly count: (count: number) => string;
  readonly delete: string;
  readonly deleteSure: string;
  readonly deleteYes: string;
  readonly deleteNo: string;
  readonly around: string;
  readonly before: (bpm: number, sd: number) => string;
  readonly after: (bpm: number, sd: number) => string;
  readonly measure: string;
  readonly limits: string;
}

const rate = (bpm: number): string => numberText(bpm);

export const words = spoken<PulseWords>({
  en: {
    title: 'Pulse by camera',
    linkHint: 'without a strap: a fingertip on the camera',
    lead: 'No strap at hand? A fingertip on the camera shows your pulse within half a minute.',
    how: [
      'Rest your hand on something.',
      'Lay a fingertip over the camera at the back, and over the lamp if it is near.',
      'Press lightly and keep still.',
    ],
    privacy: 'No picture is kept, shown or sent: only how red it is.',
    warm: 'The lamp can get warm. Take the finger away if it is unpleasant.',
    open: 'Use the camera',
    again: 'Try again',
    close: 'Camera off',
    opening: 'Waiting for the camera …',
    unit: 'beats a minute',
    none: '–',
    giveOrTake: (sd) => `give or take ${rate(sd)}`,
    good: (seconds, of) => `${rate(seconds)} of ${rate(of)} good seconds`,
    reasons: {
      'no-finger': 'No finger on the camera yet.',
      collecting: 'Good. Keep still.',
      'too-few-frames': 'The camera is too slow just now. More light, or another app closed, may help.',
      moving: 'Finger or light is moving. Rest your hand on something.',
      flicker: 'A lamp flickers like a pulse. Turn away from it.',
      unclear: 'No clear pulse yet. Press a little lighter, or warm the hand.',
    },
    steady: 'A steady pulse.',
    wave: 'Your pulse wave, live',
    rmssd:
      'Heart rate only: pictures come too seldom to say how it varies from beat to beat. That needs a strap.',
    keep: 'Keep this pulse',
    kept: (bpm) => `Kept: ${rate(bpm)} beats a minute.`,
    keptHint: 'It is shown with a session that begins or ended within half an hour.',
    begin: 'Begin a session',
    faults: {
      refused:
        'The camera was not allowed, and that is fine. Sessions work without it; you can allow it in the ' +
        'browser’s address bar.',
      none: 'This device has no camera that the browser can see.',
      busy: 'The camera cannot be used just now. Close other apps that have it, and try again.',
      unsupported: 'This browser gives no camera here. Another one may, or the address with “https”.',
    },
    history: 'Kept so far',
    entry: (bpm, sd) => `${rate(bpm)} ± ${rate(sd)}`,
    count: (count) => countText(count, { one: '# pulse', other: '# pulses' }),
    delete: 'Delete these pulses',
    deleteSure: 'Delete all pulses by camera? This cannot be undone.',
    deleteYes: 'Delete',
    deleteNo: 'Keep them',
    around: 'Your pulse by camera',
    before: (bpm, sd) => `Before: ${rate(bpm)} beats a minute, give or take ${rate(sd)}.`,
    after: (bpm, sd) => `After: ${rate(bpm)}, give or take ${rate(sd)}.`,
    measure: 'Read it now',
    limits:
      'In a study with 40 healthy people a fingertip on a phone’s camera came close to an ECG (Yan 2017, ' +
      'doi:10.2196/mhealth.7275). Attune’s own way was tried on generated videos only. It is no medical ' +
      'measurement.',
  },
  de: {
    title: 'Puls mit der Kamera',
    linkHint: 'ohne Brustgurt: eine Fingerkuppe auf der Kamera',
    lead:
      'Kein Brustgurt zur Hand? Eine Fingerkuppe auf der Kamera zeigt in einer halben Minute deinen ' +
      'Puls.',
    how: [
      'Leg die Hand irgendwo auf.',
      'Leg eine Fingerkuppe über die Kamera auf der Rückseite, und über die Lampe, wenn sie nah ist.',
      'Drück nur leicht und halt still.',
    ],
    privacy: 'Kein Bild wird behalten, gezeigt oder gesendet: nur, wie rot es ist.',
    warm: 'Die Lampe kann warm werden. Nimm den Finger weg, wenn es unangenehm ist.',
    open: 'Kamera benutzen',
    again: 'Noch einmal versuchen',
    close: 'Kamera aus',
    opening: 'Wartet auf die Kamera …',
    unit: 'Schläge pro Minute',
    none: '–',
    giveOrTake: (sd) => `etwa ${rate(sd)} mehr oder weniger`,
    good: (seconds, of) => `${rate(seconds)} von ${rate(of)} guten Sekunden`,
    reasons: {
      'no-finger': 'Noch kein Finger auf der Kamera.',
      collecting: 'Gut. Halt still.',
      'too-few-frames': 'Die Kamera ist gerade zu langsam. Mehr Licht oder eine App weniger kann helfen.',
      moving: 'Finger oder Licht bewegt sich. Leg die Hand irgendwo auf.',
      flicker: 'Eine Lampe flackert wie ein Puls. Dreh dich von ihr weg.',
      unclear: 'Noch kein klarer Puls. Drück etwas leichter oder wärm die Hand.',
    },
    steady: 'Ein gleichmäßiger Puls.',
    wave: 'Deine Pulswelle, gerade jetzt',
    rmssd:
      'Nur der Puls: Die Bilder kommen zu selten, um zu sagen, wie er von Schlag zu Schlag schwankt. ' +
      'Dafür braucht es einen Brustgurt.',
    keep: 'Diesen Puls behalten',
    kept: (bpm) => `Behalten: ${rate(bpm)} Schläge pro Minute.`,
    keptHint: 'Er steht bei einer Sitzung, die binnen einer halben Stunde beginnt oder geendet hat.',
    begin: 'Eine Sitzung beginnen',
    faults: {
      refused:
        'Die Kamera wurde nicht erlaubt, und das ist in Ordnung. Sitzungen gehen ohne sie; erlauben ' +
        'kannst du sie in der Adresszeile des Browsers.',
      none: 'Dieses Gerät hat keine Kamera, die der Browser sieht.',
      busy:
        'Die Kamera ist gerade nicht zu haben. Schließ andere Apps, die sie benutzen, und versuch es ' +
        'noch einmal.',
      unsupported:
        'Dieser Browser gibt hier keine Kamera her. Ein anderer vielleicht, oder die Adresse mit ' +
        '„https“.',
    },
    history: 'Bisher behalten',
    entry: (bpm, sd) => `${rate(bpm)} ± ${rate(sd)}`,
    count: (count) => countText(count, { one: '# Puls', other: '# Pulse' }),
    delete: 'Diese Pulse löschen',
    deleteSure: 'Alle Pulse der Kamera löschen? Das lässt sich nicht rückgängig machen.',
    deleteYes: 'Löschen',
    deleteNo: 'Behalten',
    around: 'Dein Puls mit der Kamera',
    before: (bpm, sd) => `Vorher: ${rate(bpm)} Schläge pro Minute, etwa ${rate(sd)} mehr oder weniger.`,
    after: (bpm, sd) => `Nachher: ${rate(bpm)}, etwa ${rate(sd)} mehr oder weniger.`,
    measure: 'Jetzt ablesen',
    limits:
      'In einer Studie mit 40 gesunden Menschen kam eine Fingerkuppe auf der Handykamera nah an ein EKG ' +
      'heran (Yan 2017, doi:10.2196/mhealth.7275). Attunes eigener Weg wurde nur an erzeugten Videos ' +
      'erprobt. Es ist keine medizinische Messung.',
  },
});
