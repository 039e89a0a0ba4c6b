import { spoken } from '../../kit/language.ts';
import type { Role } from '../../../server/contract/roles.ts';

export const ways = spoken({
  en: {
    waits: 'Sign in, and your sessions are kept with your clinic too.',
    waitsForFactor: 'One more step before your sessions are kept with your clinic.',
    factor: 'Second factor',
    factorHint: 'Your account asks for one before you go on.',
    signIn: 'Sign in',
    signInHint: 'To your clinic’s Attune.',
    account: 'Your account',
    accountHint: 'How you sign in, and where you are signed in.',
    people: 'People',
    peopleHint: 'Who is invited, and who has an account.',
  },
  de: {
    waits: 'Melde dich an, dann werden deine Sitzungen auch in deiner Einrichtung aufbewahrt.',
    waitsForFactor: 'Noch ein Schritt, dann werden deine Sitzungen in deiner Einrichtung aufbewahrt.',
    factor: 'Zweiter Faktor',
    factorHint: 'Dein Konto verlangt einen, bevor es weitergeht.',
    signIn: 'Anmelden',
    signInHint: 'Beim Attune deiner Einrichtung.',
    account: 'Dein Konto',
    accountHint: 'Womit und wo du angemeldet bist.',
    people: 'Menschen',
    peopleHint: 'Wer eingeladen ist und wer ein Konto hat.',
  },
});

export const roles = spoken<Readonly<Record<Role, string>>>({
  en: {
    owner: 'owner',
    admin: 'administrator',
    clinician: 'clinician',
    client: 'client',
    researcher: 'researcher',
  },
  de: {
    owner: 'Inhaberin oder Inhaber',
    admin: 'Verwaltung',
    clinician: 'Fachkraft',
    client: 'Klientin oder Klient',
    researcher: 'Forschung',
  },
});

export const signIn = spoken({
  en: {
    title: 'Sign in',
    lead: 'To your clinic’s Attune. Music and everything on this device works without it.',
    name: 'Sign-in name',
    nameHint: 'The e-mail address or name that you were invited by.',
    password: 'Password',
    go: 'Sign in',
    or: 'or',
    passkey: 'Use a passkey',
    stuck: 'No way in? Your clinic gives you a link to begin anew, once it is sure that it is you.',
    codeTitle: 'One more step',
    codeLead: 'Open your authenticator app.',
    code: 'Six digits, or a recovery code',
    already: (name: string) => `You are signed in as ${name}.`,
    toAccount: 'Your account',
  },
  de: {
    title: 'Anmelden',
    lead: 'Beim Attune deiner Einrichtung. Musik und alles auf diesem Gerät geht auch ohne.',
    name: 'Anmeldename',
    nameHint: 'Die E-Mail-Adresse oder der Name, mit dem du eingeladen wurdest.',
    password: 'Passwort',
    go: 'Anmelden',
    or: 'oder',
    passkey: 'Passkey benutzen',
    stuck:
      'Du kommst nicht hinein? Deine Einrichtung gibt dir einen Link für einen neuen Anfang, sobald sie sicher ist, ' +
      'dass du es bist.',
    codeTitle: 'Noch ein Schritt',
    codeLead: 'Öffne deine Authenticator-App.',
    code: 'Sechs Ziffern, oder ein Ersatzcode',
    already: (name: string) => `Du bist angemeldet als ${name}.`,
    toAccount: 'Dein Konto',
  },
});

export const invitation = spoken({
  en: {
    title: 'Welcome',
    recoveryTitle: 'Begin anew',
    looking: 'Looking at your invitation.',
    bad: 'This link is not good, or not any more',
    badLead: 'Each link is good once and for a few days. Ask for a new one where you had it from.',
    lead: (name: string, role: string) => `You are invited as ${role}. You sign in as ${name}.`,
    recoveryLead: (name: string) =>
      `You sign in as ${name}, with what you choose now. Passwords, passkeys and codes from before end, and you are ` +
      'signed out everywhere else.',
    shownName: 'Your name, as others in the clinic see it',
    how: 'How you will sign in',
    passkeyLead:
      'A passkey is the easiest and safest: your device keeps it, and your finger, face or PIN opens it.',
    passkey: 'Sign in with a passkey',
    or: 'or with a password',
    accept: 'Accept',
    passkeyName: 'First passkey',
  },
  de: {
    title: 'Willkommen',
    recoveryTitle: 'Neu anfangen',
    looking: 'Deine Einladung wird angesehen.',
    bad: 'Dieser Link gilt nicht, oder nicht mehr',
    badLead: 'Jeder Link gilt einmal und für einige Tage. Bitte dort um einen neuen, wo du ihn her hast.',
    lead: (name: string, role: string) => `Du bist eingeladen (${role}). Dein Anmeldename ist ${name}.`,
    recoveryLead: (name: string) =>
      `Dein Anmeldename ist ${name}; du meldest dich mit dem an, was du jetzt wählst. Passwörter, Passkeys und Codes ` +
      'von früher enden, und überall sonst wirst du abgemeldet.',
    shownName: 'Dein Name, wie ihn andere in der Einrichtung sehen',
    how: 'Womit du dich anmelden wirst',
    passkeyLead:
      'Ein Passkey ist am einfachsten und sichersten: Dein Gerät bewahrt ihn auf, dein Finger, Gesicht oder deine ' +
      'PIN öffnet ihn.',
    passkey: 'Mit einem Passkey anmelden',
    or: 'oder mit einem Passwort',
    accept: 'Annehmen',
    passkeyName: 'Erster Passkey',
  },
});

export const password = spoken({
  en: {
    new: 'New password',
    show: 'Show what I type',
    none: 'At least 8 characters; any characters, in any mix. Several words are easy to keep in mind.',
    short: { one: 'One more character at least.', other: '# more characters at least.' },
    enough: 'Long enough to be taken. From 15 characters on it is far harder to guess.',
    long: 'Long. Best if you use it nowhere else.',
  },
  de: {
    new: 'Neues Passwort',
    show: 'Zeigen, was ich tippe',
    none: 'Mindestens 8 Zeichen, ganz gleich welche. Mehrere Wörter lassen sich gut merken.',
    short: { one: 'Noch mindestens ein Zeichen.', other: 'Noch mindestens # Zeichen.' },
    enough: 'Lang genug, um genommen zu werden. Ab 15 Zeichen ist es viel schwerer zu erraten.',
    long: 'Lang. Am besten benutzt du es sonst nirgends.',
  },
});

export const account = spoken({
  en: {
    title: 'Your account',
    nobody: 'You are not signed in.',
    who: (name: string, signInName: string, role: string) => `${name} · ${signInName} · ${role}`,
    signOut: 'Sign out',
    signOutHint: 'What this browser keeps of you stays in it, and nothing more is sent.',
    proof: {
      title: 'Is it you?',
      lead: 'Before anything about sign-ins changes, show once more who you are.',
      password: 'Your password',
      go: 'Go on',
      passkey: 'Use a passkey',
      cancel: 'Not now',
    },
    devices: {
      title: 'Where you are signed in',
      this: 'this browser',
      unknown: 'A browser',
      seen: (when: string) => `last used ${when}`,
      by: { password: 'by password', passkey: 'by passkey', provider: 'by the clinic’s own sign-in' },
      since: (when: string) => `since ${when}`,
      ends: (when: string) => `ends ${when} unless used`,
      end: 'Sign out',
      endOf: (name: string) => `Sign out: ${name}`,
      endOthers: 'Sign out everywhere else',
    },
    password: {
      title: 'Password',
      has: 'You have one. A new one signs you out everywhere else.',
      none: 'You have none: you sign in by passkey.',
      set: 'Set a password',
      change: 'Change it',
      keep: 'Keep it',
      kept: 'The new password counts from now on.',
      cancel: 'Leave it as it is',
    },
    passkeys: {
      title: 'Passkeys',
      lead: 'Your device keeps it; your finger, face or PIN opens it. Nobody can guess it or ask you for it.',
      impossible: 'This page came by an address that browsers give no passkeys to. Open it by its name.',
      added: (when: string) => `added ${when}`,
      used: (when: string) => `last used ${when}`,
      name: 'What to call it',
      nameHint: 'Such as: my phone, the key on my key ring.',
      add: 'Add a passkey',
      remove: 'Remove',
      removeOf: (name: string) => `Remove: ${name}`,
      done: 'The passkey is added.',
    },
    code: {
      title: 'Authenticator app',
      lead: 'With one, your password alone lets nobody in: six digits from your phone are asked for as well.',
      on: 'It is set up.',
      left: { one: 'One recovery code is left.', other: '# recovery codes are left.' },
      setUp: 'Set it up',
      scan: 'Take a picture of this with the app',
      scanAlt: 'QR code for the authenticator app; the same in letters stands below',
      orType: 'or type this into it:',
      confirm: 'The six digits that it shows now',
      go: 'Set it up with these',
      remove: 'Ask for no code any more',
      more: 'New recovery codes',
      recovery: 'Recovery codes',
      recoveryLead:
        'Print them or write them down, and keep them away from your phone. Each is good once in place of a ' +
        'code. They are shown only now.',
      save: 'Save as a file',
      print: 'Print',
      kept: 'I have them',
      file: 'attune-recovery-codes.txt',
    },
  },
  de: {
    title: 'Dein Konto',
    nobody: 'Du bist nicht angemeldet.',
    who: (name: string, signInName: string, role: string) => `${name} · ${signInName} · Rolle: ${role}`,
    signOut: 'Abmelden',
    signOutHint: 'Was dieser Browser von dir aufbewahrt, bleibt darin, und es wird nichts mehr gesendet.',
    proof: {
      title: 'Bist du es?',
      lead: 'Bevor sich an den Anmeldungen etwas ändert, zeig noch einmal, wer du bist.',
      password: 'Dein Passwort',
      go: 'Weiter',
      passkey: 'Passkey benutzen',
      cancel: 'Jetzt nicht',
    },
    devices: {
      title: 'Wo du angemeldet bist',
      this: 'dieser Browser',
      unknown: 'Ein Browser',
      seen: (when: string) => `zuletzt benutzt ${when}`,
      by: {
        password: 'mit Passwort',
        passkey: 'mit Passkey',
        provider: 'über die Anmeldung der Einrichtung',
      },
      since: (when: string) => `seit ${when}`,
      ends: (when: string) => `endet ${when}, wenn unbenutzt`,
      end: 'Abmelden',
      endOf: (name: string) => `Abmelden: ${name}`,
      endOthers: 'Überall sonst abmelden',
    },
    password: {
      title: 'Passwort',
      has: 'Du hast eines. Ein neues meldet dich überall sonst ab.',
      none: 'Du hast keines: Du meldest dich mit einem Passkey an.',
      set: 'Passwort setzen',
      change: 'Ändern',
      keep: 'Übernehmen',
      kept: 'Ab jetzt gilt das neue Passwort.',
      cancel: 'So lassen',
    },
    passkeys: {
      title: 'Deine Passkeys',
      lead:
        'Dein Gerät bewahrt ihn auf; dein Finger, Gesicht oder deine PIN öffnet ihn. Niemand kann ihn erraten oder ' +
        'dir entlocken.',
      impossible:
        'Diese Seite kam über eine Adresse, für die es keine Passkeys gibt. Öffne sie über ihren Namen.',
      added: (when: string) => `seit ${when}`,
      used: (when: string) => `zuletzt benutzt ${when}`,
      name: 'Wie er heißen soll',
      nameHint: 'Etwa: mein Telefon, der Schlüssel am Bund.',
      add: 'Passkey hinzufügen',
      remove: 'Entfernen',
      removeOf: (name: string) => `Entfernen: ${name}`,
      done: 'Der Passkey ist hinzugefügt.',
    },
    code: {
      title: 'Authenticator-App',
      lead: 'Mit ihr reicht dein Passwort allein niemandem: Sechs Ziffern von deinem Telefon gehören dazu.',
      on: 'Sie ist eingerichtet.',
      left: { one: 'Ein Ersatzcode ist noch da.', other: '# Ersatzcodes sind noch da.' },
      setUp: 'Einrichten',
      scan: 'Nimm das mit der App auf',
      scanAlt: 'QR-Code für die Authenticator-App; dasselbe in Buchstaben steht darunter',
      orType: 'oder tipp das in sie ein:',
      confirm: 'Die sechs Ziffern, die sie jetzt zeigt',
      go: 'Damit einrichten',
      remove: 'Keinen Code mehr verlangen',
      more: 'Neue Ersatzcodes',
      recovery: 'Ersatzcodes',
      recoveryLead:
        'Druck sie aus oder schreib sie auf, und heb sie nicht beim Telefon auf. Jeder gilt einmal anstelle eines ' +
        'Codes. Sie werden nur jetzt gezeigt.',
      save: 'Als Datei speichern',
      print: 'Drucken',
      kept: 'Ich habe sie',
      file: 'attune-ersatzcodes.txt',
    },
  },
});
