import { spoken } from '../../kit/language.ts';

/** The words of the card to send. */
export const card = spoken({
  en: {
    title: 'A card to send',
    lead:
      'An invitation to listen together. It says only what you write. Attune sends nothing itself and ' +
      'keeps nothing of it.',
    to: 'To (a first name is enough)',
    from: 'From',
    text: 'What the card says',
    honest: 'Say that I am changing something',
    honestHint: 'Off: the card says nothing of recovery. On: one sentence is added that you may change.',
    invitation:
      'I would like to hear music with someone again, once or twice a week. Half an hour, any place, ' +
      'you choose the first song. Would you join me?',
    openly: 'I am changing something in my life, and it is easier in company.',
    preview: 'The card',
    share: 'Send it',
    picture: 'Keep the picture',
    copy: 'Copy the text',
    copied: 'The text is copied.',
    notCopied: 'The text could not be copied. Select it in the field above.',
    shared: 'Handed over.',
    notShared: 'It was not sent. You can keep the picture or copy the text instead.',
    dear: (name: string) => `Dear ${name},`,
    hello: 'Hello,',
    fileName: 'a-card.png',
  },
  de: {
    title: 'Eine Karte zum Schicken',
    lead:
      'Eine Einladung zum gemeinsamen Hören. Sie sagt nur, was du schreibst. Attune verschickt selbst ' +
      'nichts und behält nichts davon.',
    to: 'An (der Vorname genügt)',
    from: 'Von',
    text: 'Was auf der Karte steht',
    honest: 'Sagen, dass ich etwas ändere',
    honestHint:
      'Aus: Auf der Karte steht nichts von der Sucht. An: Es kommt ein Satz dazu, den du ändern kannst.',
    invitation:
      'Ich würde gern wieder mit jemandem Musik hören, ein- oder zweimal die Woche. Eine halbe ' +
      'Stunde, egal wo, das erste Lied suchst du aus. Machst du mit?',
    openly: 'Ich ändere gerade etwas in meinem Leben, und in Gesellschaft geht es leichter.',
    preview: 'Die Karte',
    share: 'Schicken',
    picture: 'Bild behalten',
    copy: 'Text kopieren',
    copied: 'Der Text ist kopiert.',
    notCopied: 'Der Text ließ sich nicht kopieren. Markiere ihn oben im Feld.',
    shared: 'Übergeben.',
    notShared: 'Sie wurde nicht verschickt. Du kannst stattdessen das Bild behalten oder den Text kopieren.',
    dear: (name: string) => `Hallo ${name},`,
    hello: 'Hallo,',
    fileName: 'eine-karte.png',
  },
});
