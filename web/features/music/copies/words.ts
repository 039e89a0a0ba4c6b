import type { MusicCopies } from './copies-view-model.ts';

/** The words about copies of the music on the service. */
export const keptMusic = {
  switch: 'Keep my music on this computer’s Attune too',
  hint:
    'Songs, where they belong and what is a trigger are copied into the data folder of the Attune that ' +
    'this page came from, and nowhere else. Your other browsers can fetch them there; so can whoever ' +
    'else can open it.',
  private: 'The songs stay on this device and on your own Attune. Session logs name those that may play.',
  removeCopies: 'Delete the copies there',
} as const;

const songs = (count: number): string => `${count} ${count === 1 ? 'song' : 'songs'}`;

const waiting: Readonly<Record<NonNullable<MusicCopies['waits']>, string>> = {
  offline: 'You are offline.',
  away: 'Your Attune cannot be reached now.',
  silent: 'Your Attune does not answer now.',
  interposed: 'Something between you and your Attune answers in its place, perhaps a sign-in page.',
  busy: 'Your Attune is busy now.',
  failing: 'Your Attune has trouble now.',
  full: 'The disk of your Attune is full. Nothing is lost here.',
  gone: 'The data folder of your Attune has been taken away. Nothing is lost here.',
};

/** How it stands, in one line; empty: there is nothing to say. */
export function keptMusicText(kept: MusicCopies): string {
  if (kept.waits === 'full' && kept.on)
    return 'The disk of your Attune is full. Nothing is lost here; it tries again by itself.';
  if (kept.forgetting > 0 && kept.waits)
    return `${waiting[kept.waits]} ${songs(kept.forgetting)} will be deleted there as soon as it can.`;
  if (kept.forgetting > 0) return `Deleting ${songs(kept.forgetting)} there.`;
  if (!kept.on) return kept.copies > 0 ? `Still there: ${songs(kept.copies)} of yours.` : '';
  if (kept.carrying) {
    const { kind, name, done, total } = kept.carrying;
    return `${kind === 'send' ? 'Copying' : 'Fetching'} “${name}” (${done + 1} of ${total})`;
  }
  const missing = kept.here - kept.there;
  if (kept.waits)
    return missing > 0
      ? `${waiting[kept.waits]} ${songs(missing)} will follow as soon as it can.`
      : `${waiting[kept.waits]} It tries again by itself.`;
  return standing(kept);
}

function standing({ here, there, left, hopeless }: MusicCopies): string {
  const coming = here - there - left - hopeless;
  if (coming > 0) return `${songs(coming)} will be copied in a moment.`;
  const parts = [
    here === 0 ? 'Your songs will be copied as you add them.' : '',
    here > 0 && there === here
      ? `${here === 1 ? 'Your song is' : here === 2 ? 'Both songs are' : `All ${here} songs are`} there too.`
      : '',
    there < here ? `${there} of ${songs(here)} are there too.` : '',
    left > 0 ? `${songs(left)} taken off it elsewhere, and kept here only.` : '',
    hopeless > 0 ? `${songs(hopeless)} could not be carried over.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}
