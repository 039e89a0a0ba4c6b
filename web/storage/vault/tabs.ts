import { fromEvent } from 'rxjs';
import type { Root } from './root.ts';

/** What one tab says to the others; it is kept nowhere. */
type Said =
  | { readonly kind: 'locked' }
  | { readonly kind: 'opened'; readonly root: Root }
  | { readonly kind: 'who-is-open' };

/** The part of a `BroadcastChannel` that is used. */
export type VaultChannel = EventTarget & { postMessage(said: unknown): void };

interface Tab {
  /** Given to a tab that asks; `undefined`: this one is locked itself. */
  root(): Root | undefined;
  opened(root: Root): void;
  locked(): void;
}

/** Tabs follow each other: opened in one is opened in all, and so with locked. */
export function followTabs(channel: VaultChannel, tab: Tab) {
  const say = (said: Said): void => channel.postMessage(said);
  fromEvent<MessageEvent<Said>>(channel, 'message').subscribe(({ data }) => {
    if (data.kind === 'locked') tab.locked();
    if (data.kind === 'opened' && data.root instanceof Uint8Array) tab.opened(data.root);
    const root = data.kind === 'who-is-open' ? tab.root() : undefined;
    if (root) say({ kind: 'opened', root });
  });
  return {
    ask: () => say({ kind: 'who-is-open' }),
    tellOpened: (root: Root) => say({ kind: 'opened', root }),
    tellLocked: () => say({ kind: 'locked' }),
  };
}
