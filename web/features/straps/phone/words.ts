import { spoken } from '../../../kit/language.ts';
import { countText } from '../../../kit/numbers.ts';

/** On the screen that has the session. */
export const pair = spoken({
  en: {
    title: 'A strap on a phone',
    lead: 'The strap connects to the phone, and its beats come here. Phone and screen open the same Attune.',
    open: 'On the phone, open this address, or point its camera at the picture:',
    openPlain:
      'On the phone, open Attune, and there “Begin a session” and “Be the sensor of another screen”.',
    hereOnly:
      'This page is open under a name that only this computer knows. A phone needs the address that Attune has ' +
      'in your network, by https.',
    qr: 'QR code of the address, with the code in it',
    type: 'Type this on the phone:',
    codeIs: (digits: string) => `Code: ${digits}`,
    once: 'The code is for one phone, and for five minutes; after that a new one comes by itself.',
    asking: 'Asking for a code …',
    joined: 'The phone is here. Now choose the strap on it.',
    signedOut: 'Sign in first: the phone’s beats go to whoever is signed in here.',
    signIn: 'Sign in',
    trouble: 'There is no code without a connection to Attune’s service.',
    again: 'Try again',
    other: 'Choose something else',
  },
  de: {
    title: 'Ein Gurt am Telefon',
    lead:
      'Der Gurt verbindet sich mit dem Telefon, und seine Schläge kommen hierher. Telefon und Bildschirm öffnen ' +
      'dasselbe Attune.',
    open: 'Öffne am Telefon diese Adresse, oder richte seine Kamera auf das Bild:',
    openPlain:
      'Öffne am Telefon Attune, und dort „Eine Sitzung beginnen“ und „Sensor für einen anderen Bildschirm sein“.',
    hereOnly:
      'Diese Seite ist unter einem Namen offen, den nur dieser Computer kennt. Ein Telefon braucht die Adresse, ' +
      'die Attune in deinem Netz hat, mit https.',
    qr: 'QR-Code der Adresse, mit dem Code darin',
    type: 'Tipp das am Telefon ein:',
    codeIs: (digits: string) => `Der Code: ${digits}`,
    once: 'Der Code gilt für ein Telefon und für fünf Minuten; danach kommt von selbst ein neuer.',
    asking: 'Ein Code wird geholt …',
    joined: 'Das Telefon ist da. Wähl jetzt dort den Gurt.',
    signedOut: 'Melde dich erst an: Die Schläge gehen an die Person, die hier angemeldet ist.',
    signIn: 'Anmelden',
    trouble: 'Ohne Verbindung zum Attune-Dienst gibt es keinen Code.',
    again: 'Noch einmal versuchen',
    other: 'Etwas anderes wählen',
  },
});

/** On the phone. */
export const phone = spoken({
  en: {
    title: 'Sensor of another screen',
    lead: 'The strap connects to this device, and the session runs on another screen.',
    code: 'Six digits',
    codeHint: 'They stand on the other screen, under “A strap on a phone”.',
    join: 'Connect',
    faults: {
      wrong: 'That code is not good, or not any more. Look at the other screen: a new one may stand there.',
      wait: 'Too many codes were wrong. Wait a minute, then try again.',
      trouble: 'Attune’s service was not reached. Look whether this device is in the network, and try again.',
    },
    strapTitle: 'Connected. Now the strap',
    strapHint: 'Put it on, and choose it here.',
    strap: 'Choose the strap',
    sending: 'Your beats go to the other screen.',
    cut: 'No connection. Beats are kept here and sent later.',
    waiting: (count: number) => countText(count, { one: '# message waits', other: '# messages wait' }),
    bpm: 'beats a minute',
    unknown: 'waiting for beats',
    keepOpen: 'Keep this page open and in front. The screen stays on by itself.',
    keepLit: 'Keep this page open and in front, and set the phone so that its screen stays on for an hour.',
    dark: 'If the screen goes dark all the same',
    darkHint:
      'Wake the phone and come back to this page: the strap connects again by itself. A sleeping browser does not ' +
      'hear the strap, so beats of that time are missing, and the session shows them as missing. Saving energy, or ' +
      'a low battery, makes phones sleep sooner.',
    stop: 'Stop sending',
    gone: 'The other screen has let go of this phone. For another session, type its new code.',
  },
  de: {
    title: 'Sensor für einen anderen Bildschirm',
    lead: 'Der Gurt verbindet sich mit diesem Gerät, und die Sitzung läuft auf einem anderen Bildschirm.',
    code: 'Sechs Ziffern',
    codeHint: 'Sie stehen auf dem anderen Bildschirm, unter „Ein Gurt am Telefon“.',
    join: 'Verbinden',
    faults: {
      wrong:
        'Dieser Code gilt nicht, oder nicht mehr. Schau auf den anderen Bildschirm: Vielleicht steht dort ein neuer.',
      wait: 'Zu viele Codes waren falsch. Warte eine Minute und versuch es noch einmal.',
      trouble:
        'Der Attune-Dienst war nicht zu erreichen. Schau, ob das Gerät im Netz ist, und versuch es noch einmal.',
    },
    strapTitle: 'Verbunden. Jetzt der Gurt',
    strapHint: 'Leg ihn an und wähl ihn hier.',
    strap: 'Den Gurt wählen',
    sending: 'Deine Schläge gehen an den anderen Bildschirm.',
    cut: 'Keine Verbindung. Die Schläge bleiben hier und werden nachgereicht.',
    waiting: (count: number) =>
      countText(count, { one: '# Nachricht wartet', other: '# Nachrichten warten' }),
    bpm: 'Schläge pro Minute',
    unknown: 'wartet auf Schläge',
    keepOpen: 'Lass diese Seite offen und vorn. Der Bildschirm bleibt von selbst an.',
    keepLit:
      'Lass diese Seite offen und vorn, und stell das Telefon so ein, dass sein Bildschirm eine Stunde anbleibt.',
    dark: 'Wenn der Bildschirm trotzdem dunkel wird',
    darkHint:
      'Weck das Telefon und komm auf diese Seite zurück: Der Gurt verbindet sich von selbst wieder. Ein schlafender ' +
      'Browser hört den Gurt nicht; die Schläge dieser Zeit fehlen, und die Sitzung zeigt sie als fehlend. Im ' +
      'Energiesparmodus oder mit schwacher Batterie schlafen Telefone früher ein.',
    stop: 'Nicht mehr senden',
    gone: 'Der andere Bildschirm hat dieses Telefon losgelassen. Für eine weitere Sitzung tipp ihren neuen Code ein.',
  },
});
