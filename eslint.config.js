import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import rxjs from 'eslint-plugin-rxjs-x';
import tseslint from 'typescript-eslint';

// Prettier wraps code at 110 but leaves comments and strings alone. Exempt is only what cannot be split.
const width = { 'max-len': ['error', { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true }] };

const size = (lines) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: false, skipComments: false }],
  'max-params': ['error', 3],
});

const PLAIN_SYNTAX = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
];

/** Two letters or more, other than the name. */
const WORD = String.raw`/^(?!\s*Attune\s*$)[\s\S]*\p{L}{2}/u`;
const SAID = `:matches(Literal[value=${WORD}], TemplateLiteral:has(TemplateElement[value.raw=${WORD}]))`;

/** Attributes that are read out or shown. */
const SPOKEN_ATTRIBUTES = [
  ...['alt', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'],
  ...['description', 'label', 'placeholder', 'text', 'thumbLabel', 'thumbValueText', 'title'],
];

const SPOKEN_PLACES = [
  ':matches(JSXElement, JSXFragment) > JSXExpressionContainer',
  ...SPOKEN_ATTRIBUTES.map((name) => `JSXAttribute[name.name='${name}'] > JSXExpressionContainer`),
];

export default tseslint.config(
  { ignores: ['dist', 'dev-dist', 'node_modules', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  { rules: width },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, rxjs.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...size(350),
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Typed-array reads are `number | undefined` to the compiler; the assertion states what the loop bounds prove.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', ...PLAIN_SYNTAX],
    },
  },
  {
    files: ['engine/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'setTimeout',
        'setInterval',
        'performance',
        'console',
        'crypto',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is an argument: pass a seeded generator.' },
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
      ],
    },
  },
  {
    // What browsers give to secure pages alone is asked for in one place, so that no page falls over its absence.
    files: ['web/**/*.{ts,tsx}'],
    ignores: ['web/kit/secure-only.ts'],
    rules: {
      'no-restricted-globals': ['error', 'isSecureContext', 'caches'],
      'no-restricted-properties': [
        'error',
        ...['bluetooth', 'clipboard', 'locks', 'mediaDevices', 'serviceWorker', 'storage', 'wakeLock'].map(
          (property) => ({ object: 'navigator', property, message: 'Ask web/kit/secure-only.ts.' }),
        ),
        ...['randomUUID', 'subtle'].map((property) => ({
          ...{ object: 'crypto', property, message: 'Ask web/kit/secure-only.ts.' },
        })),
      ],
    },
  },
  {
    // Every word stands in English and German in a `words.ts`.
    files: ['web/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...PLAIN_SYNTAX,
        ...[
          `JSXText[value=${WORD}]`,
          ...SPOKEN_PLACES.flatMap((place) => [
            `${place} > ${SAID}`,
            `${place} > :matches(LogicalExpression, ConditionalExpression) > ${SAID}`,
          ]),
          ...SPOKEN_ATTRIBUTES.map((name) => `JSXAttribute[name.name='${name}'] > ${SAID}`),
        ].map((selector) => ({ selector, message: 'Say it in words.ts, in English and German.' })),
      ],
    },
  },
  { files: ['web/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['cli/**/*.ts', 'bench/**/*.ts', 'fixtures/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: { ...size(600), 'max-lines-per-function': 'off', 'max-params': 'off' },
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['scripts/**/*.mjs', 'bin/*.js', '*.js', '*.cjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', module: 'writable', URL: 'readonly' },
    },
  },
);
