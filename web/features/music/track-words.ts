import type { MusicModule } from '../../../engine/index.ts';
import type { TrackAnalysis } from './own/analysis/analyse.ts';
import { keyName } from './own/analysis/key.ts';
import type { Proposal, ProposalPart } from './own/analysis/proposal.ts';
import type { Listening } from './music-database.ts';
import { meanOf, type MeanChange, type Response } from './responses.ts';
import { playlists } from './words.ts';

/** "3:42". */
export const lengthText = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** What was measured, in one line. What could not be told is left out. */
export function factsText({ lengthS, tempo, key, onsetsPerSecond, centroidHz, lufs }: TrackAnalysis): string {
  return [
    lengthText(lengthS),
    tempo ? `${tempo.bpm.toFixed(0)} bpm (or ${tempo.octaveBpm.toFixed(0)})` : 'no steady beat',
    ...(key ? [keyName(key)] : []),
    `${onsetsPerSecond.toFixed(1)} notes a second`,
    `${(Math.round(centroidHz / 10) * 10).toLocaleString('en')} Hz bright`,
    `${lufs.toFixed(1).replace('-', '−')} LUFS`,
  ].join(' · ');
}

/** Below and from these rungs a figure is said to be low or high. */
const [LOW, HIGH] = [1.75, 3.25];

const SAID: Readonly<Record<ProposalPart['what'], readonly [low: string, middle: string, high: string]>> = {
  strokes: ['few notes', 'a fair number of notes', 'many notes'],
  brightness: ['a dark, soft sound', 'a sound neither dark nor bright', 'a bright sound'],
  tempo: ['a slow beat', 'a walking beat', 'a quick beat'],
};

/**
 * Why a track is proposed where it is: "Proposed: Calm, level 2. It has few
 * notes, a dark, soft sound and a slow beat."
 */
export function proposalText({ family, level, parts }: Proposal): string {
  const said = parts.map(({ what, rung }) => SAID[what][rung < LOW ? 0 : rung < HIGH ? 1 : 2]);
  if (!parts.some(({ what }) => what === 'tempo')) said.push('no steady beat');
  const last = said.pop()!;
  return `Proposed: ${playlists[family].title}, level ${level}. It has ${said.join(', ')} and ${last}.`;
}

/** How a piece is described where nobody has said why. */
export const whyTitle = ({ family }: Pick<MusicModule, 'family'>): string =>
  family === 'activating' ? 'Why it may lift' : 'Why it is calming';

const FEW = 3;

/**
 * What went with a piece so far, in one or two sentences.
 * @param listenings  the person's own ratings of this piece on the Music page
 */
export function responseText(response: Response | undefined, listenings: readonly Listening[]): string {
  const changes = listenings.map(({ before, after }) => after - before);
  const parts = [
    ...(response ? [heardText(response)] : []),
    ...(response?.craving ? [`Craving ${changeText(response.craving, 'rated')}.`] : []),
    ...(response?.arousal ? [`Estimated arousal ${changeText(scaled(response.arousal), 'estimated')}.`] : []),
    ...(listenings.length > 0
      ? [`In your own ratings craving ${changeText(meanOf(changes), 'rated')}.`]
      : []),
  ];
  if (parts.length === 0) return 'Not heard in a session yet.';
  const known = Math.max(response?.craving?.count ?? 0, listenings.length);
  return [
    ...parts,
    known < FEW ? 'Too little to go by yet.' : 'It went with it; that is not to say it did it.',
  ].join(' ');
}

const heardText = ({ sessions, heardS }: Response): string =>
  `Heard in ${sessions} ${sessions === 1 ? 'session' : 'sessions'}, ${Math.max(1, Math.round(heardS / 60))} min.`;

/** The estimate's 0–1 as of a hundred. */
const scaled = ({ mean, count }: MeanChange): MeanChange => ({ mean: 100 * mean, count });

function changeText({ mean, count }: MeanChange, how: string): string {
  const points = Math.round(Math.abs(mean));
  const times = count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
  const way =
    points === 0 ? 'stayed the same' : `${mean < 0 ? 'fell' : 'rose'} by ${points} of 100 on average`;
  return `${way} (${how} ${times})`;
}
