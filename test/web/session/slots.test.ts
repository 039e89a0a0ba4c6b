import { createElement, type FunctionComponent } from 'react';
import { describe, expect, it } from 'vitest';
import { part } from '../../../web/kit/part.ts';
import type { SessionViewModel } from '../../../web/session/session-view-model.ts';
import { Slot } from '../../../web/session/slot.tsx';
import { fillSlots, type InSession, type SessionPart } from '../../../web/session/slots.ts';
import { drawn } from '../drawn.ts';

const Said: FunctionComponent<InSession & { readonly by: string }> = ({ by, session }) =>
  createElement('p', {}, `${by} in ${session.id}`);
const by = (name: string): SessionPart => part(() => Promise.resolve(Said), { by: name });
const session = { id: 's1' } as SessionViewModel;

describe('fillSlots', () => {
  it('fetches what features put in each place, in the order of the features', async () => {
    const slots = await fillSlots(
      [{ cards: [by('a'), by('b')] }, { after: [by('c')] }, { cards: [by('d')] }],
      fail,
    );
    const shown = (name: 'cards' | 'after' | 'centre') =>
      drawn(createElement(Slot, { parts: slots[name], session }));
    expect(shown('cards')).toContain('<p>a in s1</p><p>b in s1</p><p>d in s1</p>');
    expect(shown('after')).toContain('<p>c in s1</p>');
    expect(slots.centre).toEqual([]);
  });

  it('leaves out a part whose code does not come, tells of it, and keeps the others', async () => {
    const lost = new Error('offline');
    const told: unknown[] = [];
    const slots = await fillSlots(
      [{ cards: [part(() => Promise.reject(lost), {}), by('b')] }],
      (cause) => void told.push(cause),
    );
    expect(slots.cards).toHaveLength(1);
    expect(told).toEqual([lost]);
  });
});

function fail(cause: unknown): never {
  throw cause;
}
