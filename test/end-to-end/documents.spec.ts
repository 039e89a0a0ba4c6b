import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { photograph } from './support/photograph.ts';

/** Two minutes of a calm heart. */
const RR_MS = Array.from({ length: 150 }, (_, i) => 800 + ((i * 37) % 90) - 45);
const ENDS_MS = RR_MS.map((_, i) => RR_MS.slice(0, i + 1).reduce((sum, rr) => sum + rr, 0));

const health = `<?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData (Record*)>]><HealthData><Record>
<HeartRateVariabilityMetadataList>${ENDS_MS.map((ms) => {
  const time = new Date(ms).toISOString().slice(11, 22);
  return `<InstantaneousBeatsPerMinute bpm="75" time="${time}"/>`;
}).join('\n')}</HeartRateVariabilityMetadataList></Record></HealthData>`;

const beats = new Set(ENDS_MS.map((ms) => Math.round(ms / 10)));
const physio = Array.from({ length: 13_000 }, (_, i) => (beats.has(i) ? '1' : '0')).join('\n');

/** Drops a folder: Chromium gives entries of a real one only to people, so that these are made by hand. */
async function dropFolder(page: Page, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const given = Object.entries(files).map(([path, bytes]) => ({ path, bytes: bytes.toString('base64') }));
  await page.locator('[data-drop]').evaluate((panel, all) => {
    const entries = all.map(({ path, bytes }) => {
      const content = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0));
      const file = new File([content], path.slice(path.lastIndexOf('/') + 1));
      return { isFile: true, fullPath: `/${path}`, file: (give: (one: File) => void) => give(file) };
    });
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
    const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
    Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], items, files: [] } });
    panel.dispatchEvent(drop);
  }, given);
}

test.describe('a recording in the page', () => {
  for (const [name, content] of [
    ['rr.json', JSON.stringify({ rr: RR_MS })],
    ['export.xml', health],
    ['rr.txt', RR_MS.join('\r')],
  ] as const)
    test(`is read from ${name}`, async ({ attune, page }) => {
      await attune.open();
      await attune.toSources();
      const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
      await page.locator('input[type=file]').first().setInputFiles([file]);
      await expect(attune.heading).toHaveText('Before you begin');
    });

  test('says what it was taken for and where it has gaps', async ({ attune, page }) => {
    await attune.open();
    await attune.toSources();
    const cells = RR_MS.map((rr, i) => (i % 50 === 20 ? 'NaN' : String(rr)));
    const buffer = Buffer.from(['rr_ms', ...cells].join('\n'));
    const file = { name: 'gaps.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').first().setInputFiles([file]);
    await expect(attune.heading).toHaveText('Before you begin');
    const notice = page.getByRole('region', { name: 'About this recording' });
    await expect(notice).toContainText('Read as:');
    await expect(notice.getByRole('listitem').filter({ hasText: 'marked as missing' })).toHaveCount(1);
    await photograph(page, 'recording-notes');
  });

  test('is read from a dropped folder, with what lies above it', async ({ attune, page }) => {
    await attune.open();
    await attune.toSources();
    await dropFolder(page, {
      'study/task-rest_physio.json': Buffer.from('{"SamplingFrequency": 100, "Columns": ["r_peak"]}'),
      'study/sub-01/func/sub-01_task-rest_physio.tsv.gz': gzipSync(physio),
    });
    await expect(attune.heading).toHaveText('Before you begin');
  });

  test('is refused by its name where it has no beats', async ({ attune, page }) => {
    await attune.open();
    await attune.toSources();
    const content = JSON.stringify({ hrvSummary: { lastNightAvg: 61 }, hrvReadings: [{ hrvValue: 60 }] });
    const file = { name: 'hrv.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await page.locator('input[type=file]').first().setInputFiles([file]);
    await expect(page.getByTestId('source-error')).toContainText("export the activity's FIT file");
  });
});
