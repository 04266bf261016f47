// SPDX-License-Identifier: MIT
import { finish, requests, test } from './lib.mjs';
import assert from 'node:assert/strict';

const wanted = process.argv.slice(2);
for (const part of ['reading', 'choosing', 'phone', 'ranking', 'changes', 'chart', 'address', 'away', 'safe', 'fragment', 'sites', 'split', 'judges', 'print', 'firefox', 'webkit', 'speed']) {
  if (wanted.length && !wanted.includes(part)) continue;
  await (await import(`./${part}.mjs`)).default();
}
await test('in all of this nothing was asked of a network', () => assert.deepEqual(requests, []));
await finish();
