import type { Saved } from '../storage/outbox.ts';

/** The small line that says where the sessions are. */
export function savedText({ here, service, toDelete = 0 }: Saved): string {
  if (here !== 'kept') return keepingText[here];
  const said = serviceText[service];
  if (toDelete === 0) return said;
  return `${said}${/[^.]$/.test(said) ? '.' : ''} ${deletionText(toDelete)}`.trim();
}

const keepingText: Readonly<Record<Exclude<Saved['here'], 'kept'>, string>> = {
  'storage-full':
    'Nothing new is kept: this browser has no space left. Free some, or save the session’s log at its end.',
  'storage-broken':
    'Nothing is kept: this browser lets Attune store nothing. Allow site data, or save a session’s log at its end.',
  'storage-cleared':
    'Nothing of before is kept: this browser’s storage was cleared. A session under way is kept anew.',
};

const serviceText: Readonly<Record<Saved['service'], string>> = {
  'nothing-yet': '',
  all: 'Saved here and on this computer’s Attune',
  sending: 'Saved here, sending',
  refused: 'Saved here. This computer’s Attune did not take one session.',
  away: 'Saved here',
  offline: 'Saved here. You are offline; the rest follows when you are back.',
  silent: 'Saved here. Your Attune does not answer; it is asked again.',
  interposed:
    'Saved here. Something between you and your Attune answers in its place, perhaps a sign-in page. It ' +
    'is asked again.',
  busy: 'Saved here. Your Attune is busy; it is asked again in a while.',
  failing: 'Saved here. Your Attune has trouble; it is asked again.',
  gone: 'Saved here. The data folder of this computer’s Attune has been taken away; start it again.',
  full: 'Saved here. The disk of this computer’s Attune is full.',
};

const deletionText = (count: number): string =>
  count === 1
    ? 'One session is still to be deleted on your Attune.'
    : `${count} sessions are still to be deleted on your Attune.`;
