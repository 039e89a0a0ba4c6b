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
    {
      name: 'no-folder-cycles',
      comment: 'A folder never needs, by any way round, a folder that needs it',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(engine|devices|server|web|cli)/' },
      to: { circular: true },
    },
    {
      name: 'session-names-no-stage',
      comment: 'Stages add their kinds of events to session/signal.ts, never the other way round',
      severity: 'error',
      from: { path: '^engine/session/' },
      to: { path: '^engine/', pathNot: '^engine/(session|config)/' },
    },
    {
      name: 'dosing-is-handed-its-policies',
      severity: 'error',
      from: { path: '^engine/dosing/[^/]+\\.ts$' },
      to: { path: '^engine/dosing/policies/' },
    },
    {
      name: 'research-is-for-researchers',
      comment: 'Nothing that runs in a session, and no page, needs engine/research',
      severity: 'error',
      from: { path: '^(engine/(?!research/)|web/|devices/|server/)' },
      to: { path: '^engine/research/' },
    },
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
      comment:
        "Another folder is entered through its doors: an index.ts (the engine has four, the server's contract " +
        'its own, and two without a library; its settings, for the help; its queue of jobs, without the service)',
      severity: 'error',
      from: { path: '^(engine|devices|server|web|cli)/' },
      to: {
        path: '^(engine|devices|server)/',
        pathNot: [
          '^$1/',
          '^(engine|devices|server)/index\\.ts$',
          '^engine/(hrv|research|rhythm)/index\\.ts$',
          '^server/contract/(index|error-codes|roles)\\.ts$',
          '^server/jobs/index\\.ts$',
          '^server/settings-table\\.ts$',
        ],
      },
    },
    {
      name: 'server-kinds-stand-alone',
      comment:
        'sessions/, tracks/ and their like know http/, database/, keys/ and contract/, and not each other',
      severity: 'error',
      from: { path: '^server/(?!(?:contract|http|database|access|keys)/)([^/]+)/' },
      to: { path: '^server/', pathNot: '^server/($1|contract|http|database|access|keys)/' },
    },
    {
      name: 'keys-know-no-store',
      severity: 'error',
      from: { path: '^server/keys/' },
      to: { path: '^server/', pathNot: '^server/(keys|database)/' },
    },
    {
      name: 'http-knows-no-store',
      comment: 'What every route stands in knows the error of stores and the rules of access, and no store',
      severity: 'error',
      from: { path: '^server/http/' },
      to: {
        path: '^server/',
        pathNot: '^server/(http|contract|access)/|^server/database/store-error\\.ts$',
      },
    },
    {
      name: 'database-knows-no-tables',
      severity: 'error',
      from: { path: '^server/(database|contract)/' },
      to: { path: '^server/', pathNot: '^server/$1/' },
    },
    mayUse('engine', '^engine/(?!operators/|pipeline\\.ts|replay\\.ts)', [
      'fft\\.js',
      'pure-rand',
      '@noble/hashes',
    ]),
    mayUse('engine-operators', '^engine/(operators/|pipeline\\.ts|replay\\.ts)', ['rxjs']),
    mayUse('devices', '^devices/', ['rxjs', 'fflate', 'htmlparser2']),
    mayUse('server-contract', '^server/contract/(?!error-codes|roles\\.)', ['typebox']),
    mayUse('server-contract-for-pages', '^server/contract/(error-codes|roles)\\.ts$', []),
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
      comment:
        'Nothing below the features knows one of them; only what composes and starts the app knows app/',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/(app/|boot/boot\\.ts$|[^/]+\\.tsx?$)' },
      to: { path: ['^web/app/', '^web/[^/]+\\.tsx?$'] },
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
      comment:
        'What composes the app enters a feature through its index.ts, or its first.ts for the first screen',
      severity: 'error',
      from: { path: '^web/(app/|[^/]+\\.tsx?$)' },
      to: {
        path: '^web/(features|activities)/[^/]+/',
        pathNot: ['^web/(features|activities)/[^/]+/index\\.ts$', '^web/features/[^/]+/first\\.ts$'],
      },
    },
    {
      name: 'screens-come-when-shown',
      comment:
        "A feature's index.ts is loaded with the app, its first.ts with the first screen: screens are behind import()",
      severity: 'error',
      from: { path: '^web/(features/[^/]+|session)/(index|first)\\.ts$' },
      to: { path: '\\.tsx$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-first-screen-is-light',
      comment: 'The rest of the app, with engine and database, comes after the first screen: behind import()',
      severity: 'error',
      from: {
        path: '^web/(main\\.tsx$|first-screen\\.ts$|app/|features/[^/]+/first\\.ts$)',
        pathNot: '^web/app/activities\\.ts$',
      },
      to: {
        path: [
          '^web/attune\\.ts$',
          '^web/features/(?!help/)[^/]+/index\\.ts$',
          '^engine/',
          'node_modules/dexie/',
        ],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
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
      // What a build makes of the rest is not there before it.
      to: { couldNotResolve: true, pathNot: '^virtual:|^\\./made/' },
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
