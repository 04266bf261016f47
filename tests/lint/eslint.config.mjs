// SPDX-License-Identifier: MIT
// The script of the page: files that share nothing but what they say; lint/run calls it.
const browser = ['document', 'window', 'location', 'innerHeight', 'history', 'navigator', 'performance', 'CSS', 'CSSStyleSheet', 'Highlight',
  'Node', 'NodeFilter', 'StaticRange', 'Blob', 'URL', 'setTimeout', 'clearTimeout', 'getComputedStyle', 'localStorage', 'matchMedia', 'print',
  'ResizeObserver', 'requestAnimationFrame'];

export default [
  {
    files: ['templates/html/*.js'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'script', globals: Object.fromEntries(browser.map((name) => [name, 'readonly'])) },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'array-callback-return': 'error', 'consistent-return': 'off', 'eqeqeq': 'error', 'no-array-constructor': 'error',
      'no-const-assign': 'error', 'no-dupe-keys': 'error', 'no-duplicate-case': 'error', 'no-else-return': 'error',
      'no-empty': 'error', 'no-eval': 'error', 'no-fallthrough': 'error', 'no-implicit-globals': 'error', 'no-implied-eval': 'error',
      'no-loop-func': 'error', 'no-redeclare': 'error', 'no-self-assign': 'error', 'no-shadow-restricted-names': 'error',
      'no-undef': 'error', 'no-unreachable': 'error', 'no-unused-expressions': 'error',
      'no-unused-vars': ['error', { caughtErrors: 'none' }], 'no-use-before-define': ['error', { functions: false, classes: true, variables: false }],
      'no-var': 'error', 'prefer-const': 'error', 'strict': ['error', 'function'], 'use-isnan': 'error', 'valid-typeof': 'error',
    },
  },
];
