import type { CDPSession } from '@playwright/test';

const KINDS = ['document', 'script', 'css', 'font', 'image', 'audio', 'other'] as const;
type Kind = (typeof KINDS)[number];

/** Bytes as they came over the wire, head and compressed body, of each kind of file. */
export type BytesByKind = Readonly<Record<Kind, number>>;

export interface SentBytes {
  /** What had come by `atMs` of the page's `performance.now()`, or was asked for by then. */
  until(atMs: number): BytesByKind;
}

/**
 * Counts what the page itself asks for; what its service worker fetches is
 * not in it. Call before the page is opened.
 */
export async function countBytes(session: CDPSession): Promise<SentBytes> {
  const asked = new Map<string, { kind: Kind; at: number; bytes: number }>();
  let startedAt: number | undefined;
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    startedAt ??= timestamp;
    if (!request.url.startsWith('http')) return;
    asked.set(requestId, {
      kind: kindOf(new URL(request.url).pathname, type === 'Document'),
      at: timestamp,
      bytes: 0,
    });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = asked.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return {
    until: (atMs) => {
      const sums = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
      for (const { kind, at, bytes } of asked.values())
        if ((at - (startedAt ?? 0)) * 1000 <= atMs) sums[kind] += bytes;
      return sums;
    },
  };
}

function kindOf(path: string, isDocument: boolean): Kind {
  if (isDocument) return 'document';
  if (/\.m?js$/.test(path)) return 'script';
  if (path.endsWith('.css')) return 'css';
  if (path.endsWith('.woff2')) return 'font';
  if (/\.(png|svg|ico)$/.test(path)) return 'image';
  if (/\.(mp3|wav|ogg)$/.test(path)) return 'audio';
  return 'other';
}
