/** The import rules of the architecture: who may import what. `npm run check:structure` holds the tree against them. */
const folders = ['engine', 'devices', 'server', 'web', 'cli'];

/** `from` may import these top-level folders, and no others. */
const mayImport = (from, allowed) => ({
  name: `${from}-imports`,
  comment: `${from}/ may import ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: `^(${[...folders, 'test', 'bench', 'fixtures', 'scripts'].filter((f) => f !== from).join('|')})/`,
    pathNot: allowed.map((f) => `^${f}/`),
  },
});

/** Files under `path` may use these packages, and no others. */
const mayUse = (name, path, packages) => ({
  name: `${name}-packages`,
  comment: `${name} may use ${packages.join(', ')}`,
  severity: 'error',
  from: { path },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core', 'npm-no-pkg', 'npm-unknown', 'unknown'],
    pathNot: packages.map((p) => `node_modules/${p}/`),
  },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    mayImport('engine', []),
    mayImport('devices', ['engine']),
    mayImport('server', ['engine']),
    mayImport('web', ['engine', 'devices', 'server/contract']),
    mayImport('cli', ['engine', 'devices', 'server']),
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-deep-imports',
      comment: "Another folder is entered through its index.ts (the server's contract through its own)",
      severity: 'error',
      from: { path: '^(engine|devices|server|web|cli)/' },
      to: {
        path: '^(engine|devices|server)/',
        pathNot: ['^$1/', '^(engine|devices|server)/index\\.ts$', '^server/contract/index\\.ts$'],
      },
    },
    mayUse('engine', '^engine/(?!operators/|pipeline\\.ts)', ['fft\\.js', 'pure-rand', '@noble/hashes']),
    mayUse('engine-operators', '^engine/(operators/|pipeline\\.ts)', ['rxjs']),
    mayUse('devices', '^devices/', ['rxjs', 'fflate']),
    mayUse('server-contract', '^server/contract/', ['typebox']),
    {
      name: 'web-is-for-browsers',
      severity: 'error',
      from: { path: '^(web|devices|engine)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'view-models-know-no-react',
      severity: 'error',
      from: { path: '^web/.*-view-model\\.ts$' },
      to: { path: 'node_modules/(react|react-dom|@mantine)/' },
    },
    {
      name: 'activities-know-no-features',
      comment:
        'An activity, and what holds activities, imports session, kit, storage, audio, engine and contract',
      severity: 'error',
      from: { path: '^web/activities/' },
      to: { path: '^web/', pathNot: '^web/(activities|session|kit|storage|audio)/' },
    },
    {
      name: 'activities-know-no-other',
      comment: 'An activity can be read alone and deleted alone',
      severity: 'error',
      from: { path: '^web/activities/([^/]+)/' },
      to: { path: '^web/activities/([^/]+)/', pathNot: '^web/activities/$1/' },
    },
    {
      name: 'only-the-list-names-activities',
      comment: 'web/activities/index.ts is the one place that names an activity',
      severity: 'error',
      from: { path: '^(web|cli|server|devices|engine)/', pathNot: '^web/activities/(index\\.ts$|[^/]+/)' },
      to: { path: '^web/activities/[^/]+/' },
    },
    {
      name: 'the-list-loads-no-activity',
      comment: 'The list imports cards; the rest of an activity is loaded when somebody goes to it',
      severity: 'error',
      from: { path: '^web/activities/index\\.ts$' },
      to: { path: '^web/activities/[^/]+/', pathNot: '/card\\.ts$', dynamic: false },
    },
    {
      name: 'only-the-app-mounts-activities',
      comment: 'Features, session and kit know of no activity; web/app holds the list',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/(app|activities)/' },
      to: { path: '^web/activities/' },
    },
    {
      name: 'only-the-app-has-the-list',
      severity: 'error',
      from: { path: '^web/activities/' },
      to: { path: '^web/activities/index\\.ts$' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dev-dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
