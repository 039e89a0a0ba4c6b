import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const BUILT = 'dist/web/third-party-notices.txt';

describe('the licences in the built app', () => {
  it.skipIf(!existsSync('dist/web/index.html'))(
    'are there, of the recordings, the app, its workers, its service worker and its fonts',
    () => {
      const text = readFileSync(BUILT, 'utf8');
      expect(text).toContain(readFileSync('NOTICE', 'utf8').trim());
      for (const name of [
        'react',
        'rxjs',
        'tone',
        'dexie',
        'music-metadata',
        'workbox-precaching',
        '@fontsource-variable/source-sans-3',
      ]) {
        const notice = text.split(`\n## ${name} - `)[1];
        expect([name, notice?.split('\n## ')[0]]).toEqual([name, expect.stringMatching(/[Cc]opyright|MIT/)]);
      }
    },
  );
});
