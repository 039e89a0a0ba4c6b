import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of the app Vite's own list of licences does not see, since it is bundled or made apart. */
const APART = [
  // Drawn into our own font files (scripts/fonts).
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  // The service worker, which its plugin bundles.
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

export interface MoreNotices {
  /** To be put among the plugins of the workers, whose packages it notes. */
  readonly ofWorker: { name: string; generateBundle(options: unknown, bundle: object): void };
  /** To be put among the app's: makes the file whole once all is written. */
  readonly ofApp: { name: string; closeBundle(): void };
}

/**
 * Completes the file of licences that Vite writes: our own NOTICE (recordings) before it, and after it the packages
 * in workers, the service worker and the fonts.
 */
export const moreNotices = (file: string): MoreNotices => {
  const inWorkers = new Set<string>();
  return {
    ofWorker: {
      name: 'attune-notices-of-worker',
      generateBundle: (_options, bundle) => {
        for (const chunk of Object.values(bundle) as { readonly moduleIds?: readonly string[] }[])
          for (const id of chunk.moduleIds ?? []) {
            const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
            if (name !== undefined) inWorkers.add(name);
          }
      },
    },
    ofApp: {
      name: 'attune-notices',
      closeBundle: () => {
        if (!existsSync(file)) return;
        const listed = readFileSync(file, 'utf8');
        const more = [...inWorkers, ...APART].filter((name) => !listed.includes(`\n## ${name} - `)).sort();
        const own = readFileSync('NOTICE', 'utf8').trimEnd();
        writeFileSync(file, [own, listed.trimEnd(), ...more.map(noticeOf)].join('\n\n') + '\n');
      },
    },
  };
};

/** As Vite writes them. */
const noticeOf = (name: string): string => {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  const text = readdirSync(folder).find((it) => /^(licen[cs]e|copying)/i.test(it));
  const head = `## ${name} - ${version} (${license})`;
  return text === undefined ? head : `${head}\n\n${readFileSync(join(folder, text), 'utf8').trim()}`;
};
