import { describe, expect, it } from 'vitest';
import { browserSources } from '../../../../web/features/straps/browser-sources.ts';

const RR_MS = Array.from({ length: 150 }, (_, i) => 800 + ((i * 37) % 90) - 45);

const opened = (name: string, content: string) =>
  browserSources.recording([{ file: new File([content], name), path: name }]);

describe('browserSources.recording', () => {
  it('notes what the file was taken for', async () => {
    const { notes } = await opened('rr.txt', RR_MS.join('\n'));
    expect(notes?.what).toMatch(/RR intervals/);
    expect(notes?.partial).toBeUndefined();
  });

  it('notes what the reading warns of', async () => {
    const cells = RR_MS.map((rr, i) => (i === 70 ? 'NaN' : String(rr)));
    const { notes } = await opened('rr.csv', ['rr_ms', ...cells].join('\n'));
    expect(notes?.warnings).toContain('1 beat is marked as missing: a gap');
  });
});
