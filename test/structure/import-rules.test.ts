import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTypeScript from 'dependency-cruiser/config-utl/extract-ts-config';
import { folderCycles, type Import } from './folder-cycles.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const configuration = await extractConfiguration(join(project, '.dependency-cruiser.cjs'));
const typeScript = extractTypeScript(join(project, 'tsconfig.json'));

/** Every import in the tree at `root`, and what breaks the project's rules. */
async function cruised(root: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...options } = configuration.options ?? {};
  const { output } = await cruise(
    [...folders],
    { ...options, baseDir: root, validate: true, ruleSet: configuration },
    enhancedResolveOptions,
    { tsConfig: typeScript },
  );
  const result = output as ICruiseResult;
  expect(result.summary.totalCruised).toBeGreaterThan(0);
  return result;
}

/** `rule: from → to` for each import that breaks the project's rules in the tree at `root`. */
async function violations(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const { summary } = await cruised(root, folders);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

/** Ways round among the engine's folders in the tree at `root`. */
async function engineCycles(root: string): Promise<readonly string[]> {
  const { modules } = await cruised(root, ['engine']);
  return folderCycles(
    modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }): Import => [source, resolved]),
    ),
  );
}

/** A small tree that keeps every rule, to which each case below adds one file that breaks one. */
const lawful = {
  'engine/index.ts': "export { mean } from './hrv/mean.ts';",
  'engine/research/index.ts': "export { mean } from '../hrv/mean.ts';",
  'engine/session/signal.ts': 'export const signal = 1;',
  'engine/dosing/dosing.ts': "export { signal } from '../session/signal.ts';",
  'engine/dosing/policies/rule-policy.ts': "export { signal as rule } from '../dosing.ts';",
  'engine/hrv/index.ts': "export { mean } from './mean.ts';",
  'engine/hrv/mean.ts': "import FFT from 'fft.js';\nexport const mean = FFT;",
  'engine/operators/mean-of.ts': "import { map } from 'rxjs';\nexport const meanOf = map;",
  'devices/index.ts': "import { mean } from '../engine/index.ts';\nexport const strap = mean;",
  'devices/gatt/decode.ts': 'export const decode = 1;',
  'server/contract/index.ts': "import { Type } from 'typebox';\nexport const schema = Type;",
  'server/contract/error.ts': 'export const code = 1;',
  'server/index.ts': "import { schema } from './contract/index.ts';\nexport const app = schema;",
  'server/sessions/session-store.ts': "import { readFile } from 'node:fs';\nexport const store = readFile;",
  'server/tracks/track-store.ts': "export { code } from '../database/store-error.ts';",
  'server/database/store-error.ts': "export const code = 'full';",
  'server/http/failures.ts': "export { code } from '../database/store-error.ts';",
  'web/main.tsx': [
    "import { strap } from '../devices/index.ts';",
    "import { schema } from '../server/contract/index.ts';",
    "import { viewModel } from './session/session-view-model.ts';",
    "import { App } from './app/app.tsx';",
    "export const page = [strap, schema, viewModel, App, () => import('./attune.ts')];",
  ].join('\n'),
  'web/attune.ts': "import { rest } from './features/rest/index.ts';\nexport const attune = rest;",
  'web/session/session-view-model.ts': "import { of } from 'rxjs';\nexport const viewModel = of;",
  'web/app/app.tsx':
    "import React from 'react';\nimport { list } from '../activities/index.ts';\nexport const App = [React, list];",
  'web/features/rest/index.ts': [
    "import { viewModel } from '../../session/session-view-model.ts';",
    "import { kept } from './rest-database.ts';",
    "export const rest = [viewModel, kept, () => import('./rest-screen.tsx')];",
  ].join('\n'),
  'web/features/rest/rest-screen.tsx': "import React from 'react';\nexport const Rest = React;",
  'web/features/rest/rest-database.ts': 'export const kept = 1;',
  'web/features/music/index.ts': 'export const music = 1;',
  'web/kit/behavior.ts': 'export const behavior = 1;',
  'web/storage/outbox.ts': "import { behavior } from '../kit/behavior.ts';\nexport const outbox = behavior;",
  'web/session/session-screen.tsx': "import React from 'react';\nexport const Session = React;",
  'web/activities/activity.ts': 'export const contract = 1;',
  'web/activities/index.ts': [
    "import { card } from './drumming/card.ts';",
    "export const list = [card, () => import('./drumming/drumming.ts')];",
  ].join('\n'),
  'web/activities/drumming/card.ts':
    "import { contract } from '../activity.ts';\nexport const card = contract;",
  'web/activities/drumming/drumming.ts': [
    "import { card } from './card.ts';",
    "import { viewModel } from '../../session/session-view-model.ts';",
    'export const drumming = [card, viewModel];',
  ].join('\n'),
  'web/activities/singing/card.ts': 'export const card = 2;',
  'cli/main.ts': "import { app } from '../server/index.ts';\nexport const main = app;",
  'test/support/laws.ts': 'export const laws = 1;',
};

const packages = ['fft.js', 'rxjs', 'typebox', 'react', 'fastify'];

/** Each fault: the file that has it, what that imports, and the rule that must say so. */
const planted: Readonly<Record<string, readonly [file: string, imported: string, rule: string]>> = {
  'the engine imports web': ['engine/a.ts', '../web/main.tsx', 'engine-imports'],
  'the engine imports a device': ['engine/a.ts', '../devices/index.ts', 'engine-imports'],
  'the engine outside its operators imports RxJS': ['engine/a.ts', 'rxjs', 'engine-packages'],
  'the engine imports a package nobody allowed': ['engine/hrv/a.ts', 'fastify', 'engine-packages'],
  'an operator imports more than RxJS': ['engine/operators/a.ts', 'fft.js', 'engine-operators-packages'],
  'the session imports a stage': ['engine/session/a.ts', '../hrv/mean.ts', 'session-names-no-stage'],
  'dosing picks a policy itself': [
    'engine/dosing/a.ts',
    './policies/rule-policy.ts',
    'dosing-is-handed-its-policies',
  ],
  'the engine needs its research': ['engine/ecg/a.ts', '../research/index.ts', 'research-is-for-researchers'],
  'web needs research': ['web/a.ts', '../engine/research/index.ts', 'research-is-for-researchers'],
  'the engine reads files': ['engine/a.ts', 'node:fs', 'web-is-for-browsers'],
  'web enters the engine past its index': ['web/a.ts', '../engine/hrv/mean.ts', 'no-deep-imports'],
  'web enters the contract past its index': ['web/a.ts', '../server/contract/error.ts', 'no-deep-imports'],
  'web imports the server': ['web/a.ts', '../server/index.ts', 'web-imports'],
  'web imports what the server keeps inside': [
    'web/a.ts',
    '../server/sessions/session-store.ts',
    'web-imports',
  ],
  'web imports a module of Node': ['web/a.ts', 'node:path', 'web-is-for-browsers'],
  'a view model imports React': ['web/session/a-view-model.ts', 'react', 'view-models-know-no-react'],
  'a feature imports another': ['web/features/rest/a.ts', '../music/index.ts', 'features-are-apart'],
  'a feature imports the app': ['web/features/rest/a.ts', '../../app/app.tsx', 'web-floors'],
  'the session imports the app': ['web/session/a.ts', '../app/app.tsx', 'web-floors'],
  'the session imports a feature': [
    'web/session/a.ts',
    '../features/rest/index.ts',
    'session-knows-no-feature',
  ],
  'the kit imports a feature': ['web/kit/a.ts', '../features/rest/index.ts', 'session-knows-no-feature'],
  'the kit imports the session': ['web/kit/a.ts', '../session/session-view-model.ts', 'kit-lies-lowest'],
  'the storage imports the session': [
    'web/storage/a.ts',
    '../session/session-view-model.ts',
    'kit-lies-lowest',
  ],
  'the app enters a feature past its index': [
    'web/app/a.ts',
    '../features/rest/rest-database.ts',
    'features-by-their-door',
  ],
  'the first screen imports the rest of the app': [
    'web/first-screen.ts',
    './features/rest/index.ts',
    'the-first-screen-is-light',
  ],
  'the first screen brings the engine along': [
    'web/features/rest/first.ts',
    '../../../engine/index.ts',
    'the-first-screen-is-light',
  ],
  'a feature’s index brings a screen along': [
    'web/features/music/index.ts',
    '../../session/session-screen.tsx',
    'screens-come-when-shown',
  ],
  'an activity imports a feature': [
    'web/activities/drumming/a.ts',
    '../../features/rest/rest-screen.tsx',
    'activities-know-no-features',
  ],
  'an activity imports the app': [
    'web/activities/drumming/a.ts',
    '../../app/app.tsx',
    'activities-know-no-features',
  ],
  'an activity imports another': [
    'web/activities/drumming/a.ts',
    '../singing/card.ts',
    'activities-know-no-other',
  ],
  'an activity imports the list': ['web/activities/singing/a.ts', '../index.ts', 'only-the-app-has-the-list'],
  'the activity contract names an activity': [
    'web/activities/a.ts',
    './drumming/card.ts',
    'only-the-list-names-activities',
  ],
  'the app names an activity': [
    'web/app/a.ts',
    '../activities/drumming/card.ts',
    'only-the-list-names-activities',
  ],
  'a feature imports an activity': [
    'web/features/rest/a.ts',
    '../../activities/activity.ts',
    'only-the-app-mounts-activities',
  ],
  'the session imports the list of activities': [
    'web/session/a.ts',
    '../activities/index.ts',
    'only-the-app-mounts-activities',
  ],
  'a device imports the server': ['devices/a.ts', '../server/index.ts', 'devices-imports'],
  'a device imports a package nobody allowed': ['devices/a.ts', 'react', 'devices-packages'],
  'the server imports a device': ['server/a.ts', '../devices/index.ts', 'server-imports'],
  'sessions import tracks': ['server/sessions/a.ts', '../tracks/track-store.ts', 'server-kinds-stand-alone'],
  'tracks import sessions': [
    'server/tracks/a.ts',
    '../sessions/session-store.ts',
    'server-kinds-stand-alone',
  ],
  'tracks import what puts the service together': [
    'server/tracks/a.ts',
    '../index.ts',
    'server-kinds-stand-alone',
  ],
  'http imports a store': ['server/http/a.ts', '../sessions/session-store.ts', 'http-knows-no-store'],
  'the database imports a store': [
    'server/database/a.ts',
    '../tracks/track-store.ts',
    'database-knows-no-tables',
  ],
  'the contract imports the service': ['server/contract/a.ts', 'fastify', 'server-contract-packages'],
  'the command line enters a device past its index': [
    'cli/a.ts',
    '../devices/gatt/decode.ts',
    'no-deep-imports',
  ],
  'the product imports a test': ['cli/a.ts', '../test/support/laws.ts', 'nothing-imports-test'],
  'an import leads nowhere': ['server/a.ts', './missing.ts', 'not-to-unresolvable'],
};

describe('the import rules', () => {
  it('are kept by the whole tree', async () => {
    expect(await violations(project, ['engine', 'devices', 'server', 'web', 'cli', 'bench', 'test'])).toEqual(
      [],
    );
  });

  it('leave the folders of the engine without a way round', async () => {
    expect(await engineCycles(project)).toEqual([]);
  });

  describe('over a small tree', () => {
    let root: string;
    const folders = ['engine', 'devices', 'server', 'web', 'cli', 'test'];

    const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), `${text}\n`);
      }
    };

    beforeEach(async () => {
      root = await mkdtemp(join(tmpdir(), 'attune-imports-'));
      const dependencies = Object.fromEntries(packages.map((name) => [name, '*']));
      await write({ ...lawful, 'package.json': JSON.stringify({ type: 'module', dependencies }) });
      for (const name of packages)
        await write({
          [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
          [`node_modules/${name}/index.js`]: 'module.exports = {};',
        });
    });

    afterEach(() => rm(root, { recursive: true, force: true }));

    it('find nothing to say while it keeps them', async () => {
      expect(await violations(root, folders)).toEqual([]);
    });

    it.each(Object.entries(planted))('notice that %s', async (_fault, [file, imported, rule]) => {
      await write({ [file]: `import * as planted from '${imported}';\nexport const a = planted;` });
      const found = await violations(root, folders);
      expect(found.filter((line) => line.startsWith(`${rule}: ${file} → `))).toHaveLength(1);
      // Where the two folders now need each other, that is said of them as well.
      const ofFiles = found.filter((line) => !line.startsWith('no-folder-cycles: '));
      expect(ofFiles.filter((line) => !line.includes(`: ${file} → `))).toEqual([]);
    });

    it('notice an import of a type alone', async () => {
      await write({
        'engine/a.ts':
          "import type { Session } from '../web/session/session-screen.tsx';\nexport type A = Session;",
      });
      expect(await violations(root, folders)).toContain(
        'engine-imports: engine/a.ts → web/session/session-screen.tsx',
      );
    });

    it('notice a list that loads an activity at once', async () => {
      await write({
        'web/activities/index.ts':
          "import { drumming } from './drumming/drumming.ts';\nexport const list = [drumming];",
      });
      expect(await violations(root, folders)).toEqual([
        'the-list-loads-no-activity: web/activities/index.ts → web/activities/drumming/drumming.ts',
      ]);
    });

    it('notice a cycle', async () => {
      await write({
        'server/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
        'server/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
      });
      const found = await violations(root, folders);
      expect(found.some((line) => line.startsWith('no-cycles: server/'))).toBe(true);
    });

    it('notice folders that need each other, where no file does', async () => {
      await write({ 'engine/session/a.ts': "export { mean } from '../hrv/mean.ts';" });
      expect(await engineCycles(root)).toEqual([]);
      await write({ 'engine/hrv/a.ts': "export { signal } from '../session/signal.ts';" });
      expect(await violations(root, folders)).toContain('no-folder-cycles: engine/hrv → engine/session');
      expect(await engineCycles(root)).toContain('engine/hrv → engine/session → engine/hrv');
    });

    it('notice a folder that needs one within it that needs it', async () => {
      await write({ 'engine/dosing/a.ts': "export { rule } from './policies/rule-policy.ts';" });
      expect(await engineCycles(root)).toContain('engine/dosing → engine/dosing/policies → engine/dosing');
    });
  });
});
