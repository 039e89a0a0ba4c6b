import { PROTOCOLS, type SessionStarted } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { numberText } from '../../kit/numbers.ts';

interface ProtocolWords {
  readonly title: string;
  /** What each phase is for, by its id. */
  readonly goals: Readonly<Record<string, string>>;
}

/** As the protocols say it themselves, in English. */
const OWN: Readonly<Record<string, ProtocolWords>> = Object.fromEntries(
  PROTOCOLS.map(({ id, title, phases }) => [
    id,
    { title, goals: Object.fromEntries(phases.map((phase) => [phase.id, phase.goal])) },
  ]),
);

const MEETS = 'Die Musik holt dich ab, wo du gerade bist.';
const QUIETER = 'Die Musik wird ruhiger, Stufe um Stufe.';
const STAY = 'Bleib eine Weile hier.';
const NOTICE = 'Spür nach, was jetzt anders ist.';
const GOOD = 'Musik, die dir guttut.';
const RATE = 'Stille. Wie ist es jetzt? Bewerte es.';

const paces = Object.fromEntries(
  [7, 6.5, 6, 5.5, 5, 4.5].map((pace) => [
    `breathe-${pace}`,
    `Atme mit dem Kreis, ${numberText(pace, Number.isInteger(pace) ? 0 : 1)}-mal pro Minute, ohne Anstrengung.`,
  ]),
);

/** Each protocol that ships with Attune. */
export const PROTOCOL_WORDS = spoken<Readonly<Record<string, ProtocolWords>>>({
  en: OWN,
  de: {
    'craving-session': {
      title: 'Sitzung bei Verlangen',
      goals: {
        settle: 'Setz dich und komm an. Es gibt nichts zu tun.',
        match: MEETS,
        shift: QUIETER,
        hold: STAY,
        reflect: NOTICE,
      },
    },
    rescue: {
      title: 'Verlangen jetzt',
      goals: {
        meet: 'Du bist hier. Atme langsam aus.',
        ease: 'Die Musik wird mit dir ruhiger.',
        stay: 'Bleib, solange du magst. Die Welle geht vorüber.',
        reflect: NOTICE,
      },
    },
    activation: {
      title: 'Etwas lebhafter',
      goals: {
        settle: 'Setz dich und komm an. Es gibt nichts zu tun.',
        match: MEETS,
        lift: 'Die Musik wird lebhafter, Stufe um Stufe.',
        hold: 'Bleib eine Weile hier. Beweg dich, wenn du magst.',
        land: 'Die Musik landet sanft.',
        reflect: NOTICE,
      },
    },
    'after-hard-session': {
      title: 'Nach einer schweren Stunde',
      goals: {
        settle: 'Für heute ist es vorbei. Es gibt nichts mehr zu tun.',
        match: MEETS,
        shift: QUIETER,
        hold: STAY,
        reflect: 'Schau dich um. Nenne drei Dinge, die du siehst.',
      },
    },
    'resonance-assessment': {
      title: 'Dein Atemtempo finden',
      goals: {
        rest: 'Sitz aufrecht und atme, wie du magst.',
        ...paces,
        close: 'Atme wieder, wie du magst.',
      },
    },
    'rhythm-session': {
      title: 'Rhythmus',
      goals: {
        settle: 'Komm an. Such dir eine Fläche zum Klopfen.',
        'rhythm-steady': 'Klopf mit der Musik mit, so leise du magst.',
        'rhythm-lively': 'Der Puls wird lebhafter. Bleib dabei.',
        'rhythm-free': 'Jetzt ohne Musik: dein eigener Rhythmus.',
        land: 'Lass die Hände zur Ruhe kommen.',
        reflect: NOTICE,
      },
    },
    'group-session': {
      title: 'Gruppensitzung',
      goals: {
        arrive: 'Kommt zusammen an.',
        rhythm: 'Ein Puls, alle zusammen.',
        listen: 'Hört zusammen zu, die Augen geschlossen oder offen.',
        talk: 'Was kam hoch? Alle so viel, wie sie mögen.',
        close: 'Schließt zusammen ab.',
      },
    },
    'guided-relaxation': {
      title: 'Geführte Entspannung',
      goals: {
        settle: 'Leg oder setz dich, wie es angenehm ist. Augen offen oder geschlossen.',
        'relax-breath': 'Lass den Atem länger hinaus als herein.',
        'relax-hands': 'Schließ die Hände, nicht zu fest. Und lass los.',
        'relax-shoulders': 'Heb die Schultern ein wenig. Und lass sie sinken.',
        'relax-face': 'Zieh das Gesicht ein wenig zusammen. Und lass es weich werden.',
        'relax-whole': 'Spür, wo der Körper getragen wird.',
        hold: STAY,
        reflect: 'Streck dich. Schau dich um. Komm in deinem eigenen Tempo zurück.',
      },
    },
    exposure: {
      title: 'Exposition, mit deiner Fachkraft',
      goals: {
        ground: 'Spür den Boden. Du kannst jederzeit aufhören.',
        'excerpt-1': 'Eine Minute vom ersten Stück. Nimm wahr, atme, lass es vorüberziehen.',
        'clean-1': GOOD,
        'quiet-1': RATE,
        'excerpt-2': 'Anderthalb Minuten vom zweiten Stück.',
        'clean-2': GOOD,
        'quiet-2': RATE,
        reflect: 'Sprecht darüber, was hochkam.',
      },
    },
    'mindful-listening': {
      title: 'Achtsames Hören',
      goals: { listen: 'Nichts zu tun, als zu hören.', reflect: 'Hör wieder den Raum.' },
    },
    'urge-surfing': {
      title: 'Wellenreiten bei Verlangen',
      goals: {
        meet: 'Du bist da. Die Musik ist bei dir.',
        ease: 'Die Musik wird mit dir leiser.',
        stay: 'Bleib, so lange du magst. Die Welle geht vorüber.',
        reflect: 'Spür, was jetzt anders ist.',
      },
    },
    'winding-down': {
      title: 'Zur Ruhe kommen',
      goals: {
        settle: 'Heute ist nichts mehr zu tun.',
        shift: 'Die Musik wird leiser, Schritt für Schritt.',
        hold: 'Bleib hier, oder schlaf.',
      },
    },
    'paced-breathing': {
      title: 'Langsam atmen',
      goals: { breathe: 'Atme mit dem Kreis, ohne Mühe.', reflect: 'Atme wieder, wie du magst.' },
    },
    demonstration: {
      title: 'Die ganze Geschichte in vier Minuten',
      goals: {
        settle: 'Aufgeregt: Das Herz schlägt schneller als in Ruhe.',
        match: 'Die Musik holt es ab, wo es ist.',
        shift: 'Die Musik führt hinab.',
        hold: 'Beruhigt.',
      },
    },
  },
});

/** A protocol of another version goes by its id. */
export const protocolTitle = (id: string): string => PROTOCOL_WORDS[id]?.title ?? id;

/** What a phase is for; a protocol from elsewhere says it in its own words. */
export const goalOf = (
  start: Pick<SessionStarted, 'protocol' | 'protocolDocument'> | undefined,
  phase: string | undefined,
): string | undefined =>
  start && !start.protocolDocument && phase !== undefined
    ? PROTOCOL_WORDS[start.protocol]?.goals[phase]
    : undefined;
