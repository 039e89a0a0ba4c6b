import { spoken } from '../../kit/language.ts';

export const people = spoken({
  en: {
    title: 'People',
    no: 'This is for owners and administrators.',
    invite: 'Invite somebody',
    name: 'Sign-in name',
    nameHint:
      'An e-mail address, or any name. Where clients wish to be known to nobody, a name that says nothing.',
    role: 'As',
    make: 'Make the link',
    link: (name: string) => `Link for ${name}`,
    linkHint: (until: string) =>
      `Hand it over yourself; Attune sends no mail. It is good once, until ${until}, and shown only now.`,
    copy: 'Copy the link',
    copied: 'Copied.',
    notCopied: 'It could not be copied: mark it and copy it by hand.',
    open: 'Not yet accepted',
    until: (role: string, until: string) => `${role}, good until ${until}`,
    recovery: (until: string) => `to begin anew, good until ${until}`,
    revoke: 'Take back',
    revokeOf: (name: string) => `Take back: ${name}`,
    accounts: 'Accounts',
    disabled: 'out of use',
    you: 'you',
    roleOf: (name: string) => `Role of ${name}`,
    recover: 'Link to begin anew',
    recoverOf: (name: string) => `Link to begin anew for ${name}`,
    recoverHint:
      'A link to begin anew is only for when you are sure who asks: in person, or by a way that you knew before.',
    disable: 'Take out of use',
    disableOf: (name: string) => `Take out of use: ${name}`,
    enable: 'Use again',
    enableOf: (name: string) => `Use again: ${name}`,
  },
  de: {
    title: 'Menschen',
    no: 'Das ist für Inhaber und Verwaltung.',
    invite: 'Jemanden einladen',
    name: 'Anmeldename',
    nameHint:
      'Eine E-Mail-Adresse oder irgendein Name. Wo jemand niemandem bekannt sein möchte, ' +
      'einer, der nichts sagt.',
    role: 'Rolle',
    make: 'Link machen',
    link: (name: string) => `Link für ${name}`,
    linkHint: (until: string) =>
      `Gib ihn selbst weiter; Attune schickt keine Post. Er gilt einmal, bis ${until}, und wird nur jetzt gezeigt.`,
    copy: 'Link kopieren',
    copied: 'Kopiert.',
    notCopied: 'Er ließ sich nicht kopieren: Markier und kopier ihn von Hand.',
    open: 'Noch nicht angenommen',
    until: (role: string, until: string) => `${role}, gilt bis ${until}`,
    recovery: (until: string) => `für einen neuen Anfang, gilt bis ${until}`,
    revoke: 'Zurücknehmen',
    revokeOf: (name: string) => `Zurücknehmen: ${name}`,
    accounts: 'Konten',
    disabled: 'außer Gebrauch',
    you: 'du',
    roleOf: (name: string) => `Rolle von ${name}`,
    recover: 'Link für einen neuen Anfang',
    recoverOf: (name: string) => `Link für einen neuen Anfang für ${name}`,
    recoverHint:
      'Einen Link für einen neuen Anfang gibt es nur, wenn du sicher bist, wer fragt: persönlich, oder auf ' +
      'einem Weg, den du schon vorher kanntest.',
    disable: 'Außer Gebrauch nehmen',
    disableOf: (name: string) => `Außer Gebrauch nehmen: ${name}`,
    enable: 'Wieder benutzen',
    enableOf: (name: string) => `Wieder benutzen: ${name}`,
  },
});
