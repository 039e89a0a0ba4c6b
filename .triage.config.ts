import base from './playwright.config.ts';
export default { ...base, testDir: 'test/end-to-end', timeout: 240_000, expect: { timeout: 60_000 }, projects: [{ name: 'short', testIgnore: ['**/recorded-heart.spec.ts', '**/whole-loop.spec.ts'] }], workers: 3 };
