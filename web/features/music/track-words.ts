import type { MusicModule } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { countText, numberText } from '../../kit/numbers.ts';
import type { TrackAnalysis } from './own/analysis/analyse.ts';
import { keyName, type Key } from './own/analysis/key.ts';
import type { Proposal, ProposalPart } from './own/analysis/proposal.ts';
import type { Listening } from './music-database.ts';
import { meanOf, type MeanChange, type Response } from './responses.ts';
import { playlists } from './words.ts';

/** "3:42". */
export const lengthText = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** German names the twelve its own way, B♭ as B and B as H among them. */
const GERMAN_KEYS = ['C', 'Des', 'D', 'Es', 'E', 'F', 'Fis', 'G', 'As', 'A', 'B', 'H'] as const;

interface FactWords {
  readonly tempo: (bpm: string, octaveBpm: string) => string;
  readonly noBeat: string;
  readonly key: (key: Key) => string;
  readonly notes: (perSecond: string) => string;
  readonly bright: (hz: string) => string;
}

const facts = spoken<FactWords>({
  en: {
    tempo: (bpm, octaveBpm) => `${bpm} bpm (or ${octaveBpm})`,
    noBeat: 'no steady beat',
    key: keyName,
    notes: (perSecond) => `${perSecond} notes a second`,
    bright: (hz) => `${hz} Hz bright`,
  },
  de: {
    tempo: (bpm, octaveBpm) => `Tempo ${bpm} (oder ${octaveBpm})`,
    noBeat: 'kein fester Puls',
    key: ({ tonic, mode }) =>
      mode === 'major' ? `${GERMAN_KEYS[tonic]!}-Dur` : `${GERMAN_KEYS[tonic]!.toLowerCase()}-Moll`,
    notes: (perSecond) => `${perSecond} Töne pro Sekunde`,
    bright: (hz) => `Helligkeit ${hz} Hz`,
  },
});

/** What was measured, in one line. What could not be told is left out. */
export function factsText({ lengthS, tempo, key, onsetsPerSecond, centroidHz, lufs }: TrackAnalysis): string {
  return [
    lengthText(lengthS),
    tempo ? facts.tempo(numberText(tempo.bpm), numberText(tempo.octaveBpm)) : facts.noBeat,
    ...(key ? [facts.key(key)] : []),
    facts.notes(numberText(onsetsPerSecond, 1)),
    facts.bright(numberText(Math.round(centroidHz / 10) * 10)),
    `${numberText(lufs, 1).replace('-', '−')} LUFS`,
  ].join(' · ');
}

/** Below and from these rungs a figure is said to be low or high. */
const [LOW, HIGH] = [1.75, 3.25];

interface ProposalWords {
  readonly said: Readonly<Record<ProposalPart['what'], readonly [low: string, middle: string, high: string]>>;
  readonly noBeat: string;
  readonly proposed: (list: string, level: number, heard: string) => string;
  readonly and: string;
}

const proposals = spoken<ProposalWords>({
  en: {
    said: {
      strokes: ['few notes', 'a fair number of notes', 'many notes'],
      brightness: ['a dark, soft sound', 'a sound neither dark nor bright', 'a bright sound'],
      tempo: ['a slow beat', 'a walking beat', 'a quick beat'],
    },
    noBeat: 'no steady beat',
    proposed: (list, level, heard) => `Proposed: ${list}, level ${level}. It has ${heard}.`,
    and: 'and',
  },
  de: {
    said: {
      strokes: ['wenige Töne', 'mäßig viele Töne', 'viele Töne'],
      brightness: [
        'einen dunklen, weichen Klang',
        'einen weder dunklen noch hellen Klang',
        'einen hellen Klang',
      ],
      tempo: ['einen langsamen Puls', 'einen Puls im Gehtempo', 'einen schnellen Puls'],
    },
    noBeat: 'keinen festen Puls',
    proposed: (list, level, heard) => `Vorschlag: ${list}, Stufe ${level}. Es hat ${heard}.`,
    and: 'und',
  },
});

/**
 * Why a track is proposed where it is: "Proposed: Calm, level 2. It has few
 * notes, a dark, soft sound and a slow beat."
 */
export function proposalText({ family, level, parts }: Proposal): string {
  const said = parts.map(({ what, rung }) => proposals.said[what][rung < LOW ? 0 : rung < HIGH ? 1 : 2]);
  if (!parts.some(({ what }) => what === 'tempo')) said.push(proposals.noBeat);
  const last = said.pop()!;
  return proposals.proposed(playlists[family].title, level, `${said.join(', ')} ${proposals.and} ${last}`);
}

const why = spoken({
  en: { activating: 'Why it may lift', calming: 'Why it is calming' },
  de: { activating: 'Warum es beleben kann', calming: 'Warum es beruhigt' },
});

/** How a piece is described where nobody has said why. */
export const whyTitle = ({ family }: Pick<MusicModule, 'family'>): string =>
  family === 'activating' ? why.activating : why.calming;

const FEW = 3;

interface ResponseWords {
  readonly craving: (change: string) => string;
  readonly arousal: (change: string) => string;
  readonly listening: (change: string) => string;
  readonly notYet: string;
  readonly tooLittle: string;
  readonly noCause: string;
  readonly heard: (sessions: number, minutes: number) => string;
  readonly how: Readonly<Record<'rated' | 'estimated', string>>;
  readonly times: (count: number) => string;
  readonly same: string;
  readonly fell: (points: number) => string;
  readonly rose: (points: number) => string;
}

const responses = spoken<ResponseWords>({
  en: {
    craving: (change) => `Craving ${change}.`,
    arousal: (change) => `Estimated arousal ${change}.`,
    listening: (change) => `In your own ratings craving ${change}.`,
    notYet: 'Not heard in a session yet.',
    tooLittle: 'Too little to go by yet.',
    noCause: 'It went with it; that is not to say it did it.',
    heard: (sessions, minutes) =>
      `Heard in ${countText(sessions, { one: '# session', other: '# sessions' })}, ${minutes} min.`,
    how: { rated: 'rated', estimated: 'estimated' },
    times: (count) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`),
    same: 'stayed the same',
    fell: (points) => `fell by ${points} of 100 on average`,
    rose: (points) => `rose by ${points} of 100 on average`,
  },
  de: {
    craving: (change) => `Das Verlangen ${change}.`,
    arousal: (change) => `Die geschätzte Aktivierung ${change}.`,
    listening: (change) => `In deinen eigenen Bewertungen: Das Verlangen ${change}.`,
    notYet: 'Noch in keiner Sitzung gehört.',
    tooLittle: 'Noch zu wenig, um etwas daraus zu schließen.',
    noCause: 'Es ging damit einher; das heißt nicht, dass es davon kam.',
    heard: (sessions, minutes) =>
      `Gehört in ${countText(sessions, { one: '# Sitzung', other: '# Sitzungen' })}, ${minutes} min.`,
    how: { rated: 'bewertet', estimated: 'geschätzt' },
    times: (count) => (count === 1 ? 'einmal' : count === 2 ? 'zweimal' : `${count}-mal`),
    same: 'blieb gleich',
    fell: (points) => `sank im Mittel um ${points} von 100`,
    rose: (points) => `stieg im Mittel um ${points} von 100`,
  },
});

/**
 * What went with a piece so far, in one or two sentences.
 * @param listenings  the person's own ratings of this piece on the Music page
 */
export function responseText(response: Response | undefined, listenings: readonly Listening[]): string {
  const changes = listenings.map(({ before, after }) => after - before);
  const parts = [
    ...(response ? [heardText(response)] : []),
    ...(response?.craving ? [responses.craving(changeText(response.craving, 'rated'))] : []),
    ...(response?.arousal ? [responses.arousal(changeText(scaled(response.arousal), 'estimated'))] : []),
    ...(listenings.length > 0 ? [responses.listening(changeText(meanOf(changes), 'rated'))] : []),
  ];
  if (parts.length === 0) return responses.notYet;
  const known = Math.max(response?.craving?.count ?? 0, listenings.length);
  return [...parts, known < FEW ? responses.tooLittle : responses.noCause].join(' ');
}

const heardText = ({ sessions, heardS }: Response): string =>
  responses.heard(sessions, Math.max(1, Math.round(heardS / 60)));

/** The estimate's 0–1 as of a hundred. */
const scaled = ({ mean, count }: MeanChange): MeanChange => ({ mean: 100 * mean, count });

function changeText({ mean, count }: MeanChange, how: 'rated' | 'estimated'): string {
  const points = Math.round(Math.abs(mean));
  const way = points === 0 ? responses.same : mean < 0 ? responses.fell(points) : responses.rose(points);
  return `${way} (${responses.how[how]} ${responses.times(count)})`;
}
