import type { Saved } from '../storage/outbox.ts';

/** The small line that says where the sessions are. */
export function savedText({ here, service }: Saved): string {
  if (here === 'storage-full') {
    return 'This browser has no space left. The session goes on, but new events are lost when this tab closes. Free some space.';
  }
  if (here === 'storage-broken') {
    return 'This browser does not let Attune keep anything. The session goes on, but it is lost when this tab closes.';
  }
  switch (service) {
    case 'nothing-yet':
      return '';
    case 'all':
      return 'Saved here and on this computer’s Attune';
    case 'sending':
      return 'Saved here, sending';
    case 'away':
      return 'Saved here';
    case 'full':
      return 'Saved here. The disk of this computer’s Attune is full.';
    case 'refused':
      return 'Saved here. This computer’s Attune did not take one session.';
  }
}
