import { walkWithCanaries } from '../test/end-to-end/support/walk-with-canaries.ts';
import { runAlone, type Report } from './report.ts';

/**
 * Sentences that were written in a real Chromium, looked for in everything that is kept outside of the vault: 0 found.
 * Needs `npm run build`. Run: npx tsx bench/canaries.ts [--json]
 */
export async function canaries(): Promise<Report> {
  const walk = await walkWithCanaries();
  const { page, service, profile } = walk.searched;
  return {
    text: [
      `${walk.canaries} sentences written, looked for in ${page} places of the page, ${service} files of the service`,
      `and ${profile} files of the profile after everything was deleted: found ${walk.found.length}`,
      ...walk.found,
      `a sentence left in the open on purpose was ${walk.controlFound ? '' : 'NOT '}found`,
      `rows and keys left in the vault: ${walk.left}`,
    ].join('\n'),
    data: walk,
  };
}

await runAlone(import.meta.url, canaries);
