// Lint of the scripts that readers get; `make check` runs it when npm is there.
import js from '@eslint/js';
import globals from 'globals';

export default [
  {ignores: ['**/built/**', '**/.venv*/**', 'benchmarks/**', 'tests/**', 'node_modules/**']},
  js.configs.recommended,
  {
    files: ['charts/map/script/*.js', 'web/shell/*.js', 'web/export/browser/*.js', 'web/websocket/*.js'],
    languageOptions: {ecmaVersion: 2023, sourceType: 'module', globals: globals.browser},
    rules: {
      eqeqeq: 'error',
      'no-shadow-restricted-names': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
    },
  },
  {files: ['charts/map/script/constants.js'], languageOptions: {globals: {__PATTERNS__: 'readonly', __STATES__: 'readonly'}}},
];
