import { expect, type Browser } from '@playwright/test';
import { replayLog, type SessionEvent } from '../../../engine/index.ts';
import type { AppServer } from './app-server.ts';
import type { AttunePage } from './attune-page.ts';
import { replayInPage } from './replay-in-page.ts';

/**
 * Takes the log of the session that has just ended as the person gets it. It must be what the service has in its
 * database, and its inputs must lead to the same bytes again, in Node and in a browser.
 */
export async function checkedLog(
  attune: AttunePage,
  { server, browser }: { readonly server: AppServer; readonly browser: Browser },
): Promise<readonly SessionEvent[]> {
  const exported = await attune.exportLog();
  await attune.allSaved();
  const lines = exported.trimEnd().split('\n');
  expect(server.storedEvents()).toEqual(lines);
  const events = lines.map((line) => JSON.parse(line) as SessionEvent);
  const replayed = replayLog(events).map((event) => `${JSON.stringify(event)}\n`);
  expect(firstDifference(exported, replayed.join(''))).toBeUndefined();
  expect(firstDifference(exported, await replayInPage(browser, exported))).toBeUndefined();
  return events;
}

/** Nothing where both texts are the same to the byte; otherwise their first lines that differ. */
function firstDifference(expected: string, actual: string): object | undefined {
  if (expected === actual) return undefined;
  const [there, here] = [expected.split('\n'), actual.split('\n')];
  const line = there.findIndex((text, i) => text !== here[i]);
  return { line, expected: there[line], actual: here[line], lengths: [expected.length, actual.length] };
}
