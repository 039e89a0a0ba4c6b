import { spoken } from '../../kit/language.ts';

export const factor = spoken({
  en: {
    title: 'Second factor',
    before: 'Before you go on, your account asks for a second factor.',
    lead:
      'You may see what others entrust to the clinic, so a password alone is not enough. Choose one of these; ' +
      'it takes two minutes.',
    show: 'Your account asks for the second factor that you have. Show it, and you go on.',
    lost: 'Lost it? Your clinic gives you a link to begin anew, once it is sure that it is you.',
    passkey: 'A passkey',
    passkeyLead:
      'Your finger, face or PIN on this device, or a key on your key ring. The easiest and safest.',
    usePasskey: 'Use a passkey',
    addPasskey: 'Set up a passkey',
    passkeyName: 'First passkey',
    code: 'Six digits, or a recovery code',
    go: 'Go on',
    done: 'That was it. You are all set.',
    toStart: 'To the start',
  },
  de: {
    title: 'Zweiter Faktor',
    before: 'Bevor es weitergeht, verlangt dein Konto einen zweiten Faktor.',
    lead:
      'Du kannst sehen, was andere der Einrichtung anvertrauen, darum reicht ein Passwort allein nicht. Wähl eines ' +
      'davon; es dauert zwei Minuten.',
    show: 'Dein Konto verlangt den zweiten Faktor, den du hast. Zeig ihn, dann geht es weiter.',
    lost: 'Verloren? Deine Einrichtung gibt dir einen Link für einen neuen Anfang, sobald sie weiß, dass du es bist.',
    passkey: 'Ein Passkey',
    passkeyLead:
      'Dein Finger, Gesicht oder deine PIN auf diesem Gerät, oder ein Schlüssel am Bund. Am einfachsten und ' +
      'sichersten.',
    usePasskey: 'Passkey benutzen',
    addPasskey: 'Passkey einrichten',
    passkeyName: 'Erster Passkey',
    code: 'Sechs Ziffern, oder ein Ersatzcode',
    go: 'Weiter',
    done: 'Das war es. Alles ist eingerichtet.',
    toStart: 'Zum Anfang',
  },
});
