import { spoken } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';
import type { Grade, Topic } from './card.ts';

interface LearnWords {
  readonly cards: string;
  readonly cardsLead: string;
  readonly cardsHint: string;
  readonly glossary: string;
  readonly glossaryLead: string;
  readonly glossaryHint: string;
  readonly search: string;
  readonly filter: string;
  readonly all: string;
  readonly none: string;
  readonly found: { readonly one: string; readonly other: string };
  readonly gradesTitle: string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly meanings: Readonly<Record<Grade, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly source: string;
  readonly sources: string;
  readonly noSource: string;
  readonly outside: string;
  readonly gone: string;
  readonly earlier: string;
  readonly later: string;
  readonly toCards: string;
  readonly neighbours: string;
  readonly limits: string;
}

/** The words of Learn; the cards are data of their own. */
export const learn = spoken<LearnWords>({
  en: {
    cards: 'Thirty short cards',
    cardsLead:
      'Each can be read in a minute, and each says how sure it is. Nobody keeps track of what you read.',
    cardsHint: 'triggers, music, sleep, company; each with its evidence',
    glossary: 'Words about the brain',
    glossaryLead:
      'Dopamine, amygdala, nets around nerve cells: heard often, known less. What is said of them ' +
      'here, and how far it carries.',
    glossaryHint: 'what is known, and what is a hypothesis',
    search: 'Search in the cards',
    filter: 'How sure',
    all: 'All',
    none: 'No card has these words. Try a shorter one, or another grade.',
    found: { one: '# card', other: '# cards' },
    gradesTitle: 'What “shown”, “plausible” and the others mean',
    grades: {
      shown: 'shown',
      plausible: 'plausible',
      hypothesis: 'hypothesis',
      'not-shown': 'not shown',
      practice: 'practice',
    },
    meanings: {
      shown:
        'Reviews of several studies, one large study or a guideline say so. That holds for groups; ' +
        'for you it may be different.',
      plausible: 'Some studies point that way: few, small, or of other people than you.',
      hypothesis:
        'An idea with reasons, put together from other findings. Nobody has tested it as it stands.',
      'not-shown': 'It was looked for, and not found, or the findings disagree.',
      practice: 'No source; experience of practice. Take it as advice from a friend.',
    },
    topics: {
      craving: 'Craving',
      music: 'Music',
      body: 'The body',
      people: 'Other people',
      care: 'Care',
    },
    source: 'Source',
    sources: 'Sources',
    noSource: 'No source; experience of practice.',
    outside: 'The link leaves Attune and needs the internet.',
    gone: 'There is no card at this address.',
    earlier: 'Previous card',
    later: 'Next card',
    toCards: 'All cards',
    neighbours: 'Other cards',
    limits: 'Written for self-help. It does not diagnose, and it does not replace treatment.',
  },
  de: {
    cards: 'Dreißig kurze Karten',
    cardsLead:
      'Jede ist in einer Minute gelesen, und jede sagt, wie sicher sie ist. Niemand merkt sich, was du ' +
      'liest.',
    cardsHint: 'Auslöser, Musik, Schlaf, Gesellschaft; jede mit ihrem Beleg',
    glossary: 'Wörter über das Gehirn',
    glossaryLead:
      'Dopamin, Mandelkern, Netze um Nervenzellen: oft gehört, weniger gewusst. Was hier davon gesagt ' +
      'wird, und wie weit es trägt.',
    glossaryHint: 'was man weiß, und was Hypothese ist',
    search: 'In den Karten suchen',
    filter: 'Wie sicher',
    all: 'Alle',
    none: 'Keine Karte hat diese Wörter. Versuch ein kürzeres oder eine andere Stufe.',
    found: { one: '# Karte', other: '# Karten' },
    gradesTitle: 'Was „belegt“, „plausibel“ und die anderen heißen',
    grades: {
      shown: 'belegt',
      plausible: 'plausibel',
      hypothesis: 'Hypothese',
      'not-shown': 'nicht belegt',
      practice: 'Praxis',
    },
    meanings: {
      shown:
        'Übersichten über mehrere Studien, eine große Studie oder eine Leitlinie sagen es. Das gilt ' +
        'für Gruppen; bei dir kann es anders sein.',
      plausible: 'Einige Studien weisen dahin: wenige, kleine oder solche mit anderen Menschen als dir.',
      hypothesis:
        'Ein begründeter Gedanke aus anderen Befunden. So, wie er dasteht, hat ihn niemand geprüft.',
      'not-shown': 'Es wurde gesucht und nicht gefunden, oder die Befunde widersprechen sich.',
      practice: 'Keine Quelle; Erfahrung aus der Praxis. Nimm es wie einen Rat unter Freunden.',
    },
    topics: {
      craving: 'Verlangen',
      music: 'Musik',
      body: 'Der Körper',
      people: 'Andere Menschen',
      care: 'Hilfe und Behandlung',
    },
    source: 'Quelle',
    sources: 'Quellen',
    noSource: 'Keine Quelle; Erfahrung aus der Praxis.',
    outside: 'Der Link führt aus Attune hinaus und braucht das Internet.',
    gone: 'Unter dieser Adresse gibt es keine Karte.',
    earlier: 'Vorige Karte',
    later: 'Nächste Karte',
    toCards: 'Alle Karten',
    neighbours: 'Andere Karten',
    limits: 'Für die Selbsthilfe geschrieben. Es stellt keine Diagnose und ersetzt keine Behandlung.',
  },
});

export const foundText = (count: number): string => countText(count, learn.found);
