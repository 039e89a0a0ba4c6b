import { spoken } from '../../kit/language.ts';

/** The words of listening together from far apart. */
export const listen = spoken({
  en: {
    title: 'Listen at the same time',
    hint: 'two devices begin the same piece by the clock',
    lead:
      'You two agree on a piece and a minute, on the phone or in a message. Both devices then begin by ' +
      'their own clocks. Nothing goes over the internet.',
    piece: 'Piece',
    start: 'Begin at',
    tell: (piece: string, time: string) => `Tell the other: “${piece}”, at ${time}.`,
    ready: 'I am ready',
    leave: 'Leave it',
    until: 'Until it begins',
    clock: 'This device says',
    plays: 'It plays.',
    stop: 'Stop',
    limits:
      'Attune cannot know how far the two clocks are apart: mostly less than a second, sometimes ' +
      'more. Read the seconds aloud to each other if you want to be sure. The pieces are played anew ' +
      'each time, so you hear the same piece, not the same notes; in one room one device is enough. ' +
      'Keep this page open and the screen on.',
    none: 'You have marked every piece as a trigger, so there is none to offer here.',
    busy: 'A session is playing, so nothing else can be heard now.',
  },
  de: {
    title: 'Gleichzeitig hören',
    hint: 'zwei Geräte beginnen dasselbe Stück nach der Uhr',
    lead:
      'Ihr verabredet ein Stück und eine Minute, am Telefon oder per Nachricht. Beide Geräte beginnen ' +
      'dann nach ihrer eigenen Uhr. Nichts geht durchs Internet.',
    piece: 'Stück',
    start: 'Beginn um',
    tell: (piece: string, time: string) => `Sag dem anderen: „${piece}“, um ${time}.`,
    ready: 'Ich bin bereit',
    leave: 'Lassen',
    until: 'Bis zum Beginn',
    clock: 'Dieses Gerät sagt',
    plays: 'Es spielt.',
    stop: 'Aufhören',
    limits:
      'Attune kann nicht wissen, wie weit die beiden Uhren auseinanderliegen: meist weniger als eine ' +
      'Sekunde, manchmal mehr. Lest euch die Sekunden vor, wenn ihr sicher sein wollt. Die Stücke ' +
      'werden jedes Mal neu gespielt; ihr hört also dasselbe Stück, nicht dieselben Töne. Im selben ' +
      'Raum genügt ein Gerät. Lass diese Seite offen und den Bildschirm an.',
    none: 'Du hast jedes Stück als Auslöser bezeichnet; hier ist darum keines anzubieten.',
    busy: 'Eine Sitzung spielt; etwas anderes ist jetzt nicht zu hören.',
  },
});
