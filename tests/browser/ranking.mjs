// SPDX-License-Identifier: MIT
// Who suits whom: the ranking without the script, set by a reader, taken away, on paper.
import assert from 'node:assert/strict';
import { close, hashOf, meshreport, open, page, shownProducts, test, visit, writeFileSync, FOLDER, join } from './lib.mjs';
import { complaints } from './judges.mjs';

const MESHES = `meshreport: 1
title: Three meshes
products: [{id: istio, name: Istio}, {id: linkerd, name: Linkerd}, {id: consul, name: Consul}, {id: kuma, name: Kuma}]
profiles:
  - {id: bank, name: A bank, description: "Nothing goes [unencrypted](https://example.org).", require: [mtls], weights: {security: 2, tracing: 3}}
  - {id: shop, name: A shop, require: [{feature: rbac, at-least: partial}], without: [kuma], partial: 0.25}
categories:
  - id: security
    name: Security
    features:
      - {id: mtls, name: mTLS, values: {istio: yes, linkerd: yes, consul: ~, kuma: no}}
      - {id: rbac, name: RBAC, values: {istio: partial, linkerd: na, consul: yes, kuma: yes}}
  - id: observing
    name: Observing
    features:
      - {id: tracing, name: Tracing, values: {istio: yes, linkerd: ~, consul: no, kuma: yes}}
      - {id: words, name: Words, values: {istio: {text: some}, kuma: {text: more}}}
`;

/* The lines of the ranking as they are seen, and what would decide it. */
const seen = (tab) => tab.$$eval('.mr-ranking .mr-ranks:not(.mr-wishes *) tbody tr, .mr-asks li', (lines) =>
  lines.filter((line) => line.offsetParent !== null).map((line) => Array.from(line.cells || [line], (cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' | ')));

const BANK = ['1–2 | Istio | 85.7 % |', '1–3 | Linkerd | 40–100 % |', '2–3 | Consul | 28.6–57.1 % | open: mTLS', '| Kuma |  | lacks: mTLS',
  'Ask Consul about mTLS (required)', 'Ask Linkerd about Tracing'];

export default async function ranking() {
  const bank = page(MESHES, '--profile', 'bank');
  const plain = page(MESHES);
  const tab = await open();
  const trim = (lines) => lines.map((line) => line.trim());

  await test('a ranking that was asked for stands there without the script, and with it the same', async () => {
    const still = await open({ script: false });
    for (const at of [still, tab]) {
      await visit(at, bank);
      assert.deepEqual(trim(await seen(at)), BANK);
      assert.equal(await at.textContent('.mr-ranking h2'), 'Ranking: A bank');
      assert.ok((await at.textContent('.mr-ranking')).includes('Requirements: mTLS. Weights: Security\u00a0×2, Tracing\u00a0×3.'));
      assert.equal(await at.getAttribute('.mr-ranking p a', 'href'), 'https://example.org');
    }
    assert.equal(await hashOf(tab), '');
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd', 'consul', 'kuma'], 'no column is left out');
    await close(still);
  });

  await test('a reader asks for a ranking, takes a profile, weighs and requires; by keyboard, and it is read out', async () => {
    await visit(tab, plain);
    assert.equal(await tab.locator('.mr-ranking').count(), 0);
    await tab.getByRole('button', { name: 'Ranking' }).press('Enter');
    assert.equal(await hashOf(tab), '#rank=1');
    assert.equal(await tab.getByRole('button', { name: 'Ranking' }).getAttribute('aria-pressed'), 'true');
    assert.match(await tab.textContent('.mr-ranking [role="status"]'), /^1.*%/);
    await tab.getByRole('combobox', { name: 'Profile' }).selectOption('bank');
    assert.equal(await hashOf(tab), '#profile=bank');
    assert.deepEqual(trim(await seen(tab)), BANK);
    await tab.locator('.mr-wishes summary').press('Enter');
    const field = tab.getByRole('textbox', { name: 'Weight: RBAC' });
    assert.equal(await field.getAttribute('placeholder'), '2');
    await field.fill('x');
    await field.press('Tab');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal(await hashOf(tab), '#profile=bank');
    await field.fill('0.50');
    await field.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Weight: Observing', 'the focus goes on');
    assert.equal(await hashOf(tab), '#profile=bank&weight=rbac:0.5');
    assert.equal(await tab.getByRole('textbox', { name: 'Weight: Words' }).count(), 0, 'words are not weighed');
    await tab.getByRole('button', { name: 'Must have' }).click();
    await tab.getByRole('checkbox', { name: 'RBAC' }).check();
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd', 'consul', 'kuma']);
    assert.ok(trim(await seen(tab)).includes('| Istio |  | lacks: RBAC'));
    await tab.goBack();
    await tab.goBack();
    assert.deepEqual(trim(await seen(tab)), BANK);
    assert.equal(await field.inputValue(), '');
  });

  await test('what a reader set is taken away as a link, a command and a profile, and is the same there', async () => {
    await visit(tab, `${plain}#profile=shop&weight=security:3,tracing:0.25&must=mtls&diff=1`);
    const numbers = trim(await seen(tab));
    assert.ok(numbers.some((line) => line.endsWith('left out')), numbers.join('\n'));
    await tab.locator('.mr-wishes summary').click();
    await tab.waitForSelector('.mr-wishes code'); // made when the event arrives that it was opened
    const [command, yaml] = await tab.$$eval('.mr-wishes code', (codes) => codes.map((code) => code.textContent));
    const words = command.split(' ').slice(1, -1);
    const file = join(FOLDER, 'meshes.yaml');
    writeFileSync(file, MESHES);
    const other = await open({ script: false });
    meshreport('-f', 'html', ...words, '-o', join(FOLDER, 'command.html'), '--force', file);
    await visit(other, `file://${join(FOLDER, 'command.html')}`);
    assert.deepEqual(trim(await seen(other)), numbers, command);
    writeFileSync(file, MESHES.replace(/profiles:\n(  -.*\n)+/, yaml));
    meshreport('-f', 'html', '--profile', /id: (\S+)/.exec(yaml)[1], '--only-differences', '-o', join(FOLDER, 'profile.html'), '--force', file);
    await visit(other, `file://${join(FOLDER, 'profile.html')}`);
    assert.deepEqual(trim(await seen(other)), numbers, yaml);
    await close(other);
    await tab.locator('.mr-wishes button').last().click();
    assert.deepEqual(await tab.evaluate(() => window.copied), [yaml]);
  });

  await test('a ranking that the page began with can be put away, and its address says so', async () => {
    await visit(tab, bank);
    await tab.getByRole('button', { name: 'Ranking' }).click();
    assert.equal(await hashOf(tab), '#rank=0');
    assert.equal(await tab.locator('.mr-ranking').isVisible(), false);
    await visit(tab, `${bank}#rank=0`);
    assert.equal(await tab.locator('.mr-ranking').isVisible(), false);
    await visit(tab, `${bank}#profile=`);
    assert.equal((await seen(tab)).length > 4, true);
    assert.equal(await tab.textContent('.mr-ranking h2'), 'Ranking');
  });

  await test('axe finds nothing in a ranking that is being set, wide and narrow, light and dark', async () => {
    for (const [viewport, theme] of [[{ width: 1280, height: 900 }, 'light'], [{ width: 360, height: 740 }, 'dark'], [{ width: 500, height: 800 }, 'contrast']]) {
      await tab.setViewportSize(viewport);
      await visit(tab, `${plain}#profile=bank`);
      await tab.$eval('.mr', (element, value) => { element.dataset.theme = value; }, theme);
      await tab.locator('.mr-wishes summary').click();
      await tab.waitForSelector('.mr-wishes code');
      assert.deepEqual(await complaints(tab), [], theme);
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `nothing is wider than the window: ${viewport.width}`);
    }
  });

  await test('paper has the ranking, and not what it is set with', async () => {
    await visit(tab, `${plain}#profile=bank`);
    await tab.emulateMedia({ media: 'print' });
    assert.deepEqual(trim(await seen(tab)), BANK);
    for (const part of ['.mr-wishes', '.mr-ranking select']) assert.equal(await tab.locator(part).isVisible(), false, part);
    await tab.emulateMedia({ media: null });
  });
  await close(tab);
}
