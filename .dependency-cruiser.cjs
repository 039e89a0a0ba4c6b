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
      name: 'features-are-apart',
      comment:
        'A feature or an activity is one folder: what two of them need lies below both, or goes through a slot',
      severity: 'error',
      from: { path: '^web/((?:features|activities)/[^/]+)/' },
      to: { path: '^web/(features|activities)/[^/]+/', pathNot: '^web/$1/' },
    },
    {
      name: 'web-floors',
      comment: 'Nothing below the features knows one of them; nothing but main.tsx knows app/',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/(app/|main\\.tsx$)' },
      to: { path: ['^web/app/', '^web/main\\.tsx$'] },
    },
    {
      name: 'session-knows-no-feature',
      comment: 'session/, kit/, storage/ and audio/ lie below features and activities',
      severity: 'error',
      from: { path: '^web/(session|kit|storage|audio)/' },
      to: { path: '^web/(features|activities)/' },
    },
    {
      name: 'kit-lies-lowest',
      comment: 'kit/ knows nothing else of web/; storage/ and audio/ know kit/ alone',
      severity: 'error',
      from: { path: '^web/(kit|storage|audio)/' },
      to: { path: '^web/', pathNot: ['^web/$1/', '^web/kit/'] },
    },
    {
      name: 'features-by-their-door',
      comment: 'app/ and main.tsx enter a feature through its index.ts',
      severity: 'error',
      from: { path: '^web/(app/|main\\.tsx$)' },
      to: {
        path: '^web/(features|activities)/[^/]+/',
        pathNot: '^web/(features|activities)/[^/]+/index\\.ts$',
      },
    },
    {
      name: 'screens-come-when-shown',
      comment: "A feature's index.ts is in the first load: its screens are behind import()",
      severity: 'error',
      from: { path: '^web/(features/[^/]+|session)/index\\.ts$' },
      to: { path: '\\.tsx$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'view-models-know-no-react',
      severity: 'error',
      from: { path: '^web/.*-view-model\\.ts$' },
      to: { path: 'node_modules/(react|react-dom|@mantine)/' },
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
