import { spoken } from '../../kit/language.ts';
import type { Why } from './account-api.ts';

/** Why nothing came of it, and what to do. */
export const whys = spoken<Readonly<Record<Why, string>>>({
  en: {
    'wrong-credentials': 'That does not fit together. Check what you typed and try again.',
    'unfit-password': 'This password is among the first that anybody would try. Choose another one.',
    'prove-again': 'Say once more who you are.',
    'not-permitted': 'Your account may not do that.',
    'name-taken': 'Somebody has this sign-in name already. Choose another one.',
    'last-owner': 'There is only one owner. Make somebody else one first.',
    'last-credential': 'Nothing would be left to sign in with. Set a password or add another passkey first.',
    'last-factor': 'Your account asks for a second factor. Add another one first.',
    'single-sign-on': 'For your account, the clinic’s own sign-in above is the only way.',
    'provider-down':
      'The clinic’s own sign-in does not answer now. Take another way, or try again in a few minutes.',
    'not-found': 'That is not there any more. Load the page anew.',
    wait: 'That was wrong too often. Wait a moment and try again.',
    'signed-out': 'You are not signed in any more.',
    trouble: 'Your clinic’s Attune cannot be reached now. Try again in a moment.',
    'no-passkey': 'No passkey was given. Try again, or take the password.',
    'passkey-there': 'This device has a passkey for this account already.',
  },
  de: {
    'wrong-credentials':
      'Das passt nicht zusammen. Sieh nach, was du getippt hast, und versuch es noch einmal.',
    'unfit-password': 'Dieses Passwort würde jeder zuerst versuchen. Wähl ein anderes.',
    'prove-again': 'Zeig noch einmal, wer du bist.',
    'not-permitted': 'Dein Konto darf das nicht.',
    'name-taken': 'Diesen Anmeldenamen hat schon jemand. Wähl einen anderen.',
    'last-owner': 'Es gibt nur eine Person mit dieser Rolle. Gib sie erst noch jemandem.',
    'last-credential':
      'Dann könntest du dich mit nichts mehr anmelden. Setz erst ein Passwort oder füg einen anderen Passkey hinzu.',
    'last-factor': 'Dein Konto verlangt einen zweiten Faktor. Füg erst einen anderen hinzu.',
    'single-sign-on': 'Mit deinem Konto geht es nur über die Anmeldung der Einrichtung, oben.',
    'provider-down':
      'Die Anmeldung der Einrichtung antwortet gerade nicht. Nimm einen anderen Weg, oder versuch es in ein paar ' +
      'Minuten noch einmal.',
    'not-found': 'Das gibt es nicht mehr. Lade die Seite neu.',
    wait: 'Das war zu oft falsch. Warte etwas und versuch es noch einmal.',
    'signed-out': 'Du bist nicht mehr angemeldet.',
    trouble: 'Das Attune deiner Einrichtung ist gerade nicht zu erreichen. Versuch es gleich noch einmal.',
    'no-passkey': 'Es kam kein Passkey. Versuch es noch einmal, oder nimm das Passwort.',
    'passkey-there': 'Dieses Gerät hat schon einen Passkey für dieses Konto.',
  },
});

export const waitMinutes = spoken({
  en: {
    one: 'That was wrong too often. Try again in a minute.',
    other: 'That was wrong too often. Try again in # minutes.',
  },
  de: {
    one: 'Das war zu oft falsch. Versuch es in einer Minute noch einmal.',
    other: 'Das war zu oft falsch. Versuch es in # Minuten noch einmal.',
  },
});
