import { spoken } from '../../kit/language.ts';

/** Why nothing came of the clinic's own sign-in, by what the address says. */
export const turned = spoken({
  en: {
    'begin-anew':
      'That sign-in took too long, was used already, or was begun in another browser. Begin it again here.',
    cancelled: 'You called the sign-in off, or were not let in there. Nothing has changed.',
    down: 'The clinic’s own sign-in does not answer now. Take another way, or try again in a few minutes.',
    refused:
      'The clinic’s own sign-in is not set up rightly. Tell whoever looks after Attune; another way still works.',
    'not-fitting': 'What the clinic’s own sign-in said did not hold, so nobody was let in. Begin it again.',
    unknown:
      'No account here belongs to you there. Ask your clinic for an invitation, or sign in as before and connect ' +
      'the two under “Your account”.',
    disabled: 'Your account is out of use. Ask your clinic.',
    'no-role': 'You are in no group there that may use Attune. Ask your clinic.',
    'name-taken':
      'Somebody has an account under your name already. Sign in to it as before and connect the two there.',
    'linked-elsewhere': 'You are connected with another account here already.',
    'no-invitation': 'This invitation is not good any more. Ask for a new one where you had it from.',
    'other-person': 'Somebody else is signed in there. Sign out there, then prove again that it is you.',
  },
  de: {
    'begin-anew':
      'Diese Anmeldung hat zu lange gedauert, ist schon benutzt oder wurde in einem anderen Browser begonnen. ' +
      'Fang hier noch einmal an.',
    cancelled:
      'Du hast die Anmeldung abgebrochen oder wurdest dort nicht eingelassen. Es hat sich nichts geändert.',
    down:
      'Die Anmeldung der Einrichtung antwortet gerade nicht. Nimm einen anderen Weg, oder versuch es in ein paar ' +
      'Minuten noch einmal.',
    refused:
      'Die Anmeldung der Einrichtung ist nicht richtig eingerichtet. Sag es denen, die sich um Attune kümmern; ' +
      'ein anderer Weg geht weiter.',
    'not-fitting':
      'Was die Anmeldung der Einrichtung sagte, stimmte nicht, darum wurde niemand eingelassen. Fang noch einmal an.',
    unknown:
      'Hier gehört noch kein Konto zu dir. Bitte deine Einrichtung um eine Einladung, oder melde dich an wie bisher ' +
      'und verbinde beides unter „Dein Konto“.',
    disabled: 'Dein Konto ist außer Gebrauch. Frag deine Einrichtung.',
    'no-role': 'Du bist dort in keiner Gruppe, die Attune benutzen darf. Frag deine Einrichtung.',
    'name-taken':
      'Unter deinem Namen hat schon jemand ein Konto. Melde dich dort an wie bisher und verbinde beides.',
    'linked-elsewhere': 'Du bist hier schon mit einem anderen Konto verbunden.',
    'no-invitation': 'Diese Einladung gilt nicht mehr. Bitte dort um eine neue, wo du sie her hast.',
    'other-person':
      'Dort ist jemand anderes angemeldet. Melde dich dort ab und zeig dann noch einmal, wer du bist.',
  },
});

export const provider = spoken({
  en: {
    go: (called: string) => `Go on with ${called}`,
    connected: (when: string) => `Your account is connected since ${when}: it lets you in.`,
    connect: 'Connect it with this account, and it lets you in from then on.',
    doConnect: (called: string) => `Connect ${called}`,
    disconnect: 'Disconnect',
  },
  de: {
    go: (called: string) => `Weiter mit ${called}`,
    connected: (when: string) => `Dein Konto ist seit ${when} damit verbunden: Du kommst damit herein.`,
    connect: 'Verbinde es mit diesem Konto, dann kommst du damit herein.',
    doConnect: (called: string) => `${called} verbinden`,
    disconnect: 'Trennen',
  },
});
