// SPDX-License-Identifier: MIT
// Data stays data, in every place of the page.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { close, FOLDER, join, open, page, SHIPPED, test, textOf, visit, writeFileSync } from './lib.mjs';
import { HOSTILE } from './data.mjs';

export default async function safe() {
  const hostile = page(HOSTILE);
  const tab = await open();

  await test('hostile names are shown as words and nothing of them runs', async () => {
    await visit(tab, hostile);
    assert.equal(await tab.evaluate(() => window.hacked), undefined);
    assert.deepEqual(tab.problems, []);
    assert.equal(await tab.title(), '</title><script>window.hacked=1</script>');
    assert.equal(await tab.innerText('#product-constructor .mr-name'), '__proto__');
    assert.equal(await tab.locator('img, iframe, svg').count(), 0);
    assert.equal(await tab.locator('.mr-table tbody tr[data-id]').count(), 3);
    const symbols = await tab.$$eval('tr[data-id="category-valueOf"] td', (cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
    assert.deepEqual(symbols, ['"\\"" / ""', '"\\\\" / ""', '"✓" / ""']);
  });

  await test('the tools work with them', async () => {
    await visit(tab, `${hostile}#p=hasOwnProperty,constructor&must=category-valueOf&closed=valueOf`);
    assert.deepEqual(await tab.$$eval('.mr-table thead th[data-id]', (cells) => cells.filter((cell) => !cell.hidden).map((cell) => cell.dataset.id)), ['hasOwnProperty', 'constructor']);
    await tab.getByRole('button', { name: 'Products' }).click();
    await tab.getByRole('button', { name: 'Must have', exact: false }).first().click();
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
    assert.ok((await tab.innerText('.mr-command')).includes('--products hasOwnProperty,constructor'));
    assert.equal(await tab.evaluate(() => window.hacked), undefined);
    assert.deepEqual(tab.problems, []);
  });

  await test('no handler, no style attribute and no dangerous address is in a page', () => {
    for (const text of [textOf(hostile), textOf(page())]) {
      const markup = text.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '');
      const tags = markup.match(/<[a-zA-Z][^>]*>/g);
      for (const tag of tags) {
        const names = tag.replace(/="[^"]*"/g, '=""');
        assert.ok(!/\son\w+=/i.test(names) && !/\sstyle=/i.test(names), tag);
        for (const [, address] of tag.matchAll(/\s(?:href|src)="([^"]*)"/g)) assert.match(address, /^(#|https?:|mailto:|data:image\/)/, tag);
      }
    }
  });

  await test('the policy holds the hashes of style and script as they stand in the page', () => {
    const text = textOf(page());
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)[1].replace(/&#39;/g, "'");
    const hash = (body) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
    assert.ok(policy.includes(`style-src ${hash(/<style>([\s\S]*?)<\/style>/.exec(text)[1])};`));
    assert.ok(policy.includes(`script-src ${hash(/<script>([\s\S]*?)<\/script>/.exec(text)[1])};`));
    assert.ok(policy.startsWith("default-src 'none'; img-src data:;"));
    assert.ok(!policy.includes('unsafe'));
  });

  await test('the policy stops a script that gets in all the same', async () => {
    const path = join(FOLDER, 'tampered.html');
    writeFileSync(path, textOf(page()).replace('<main', '<script>window.hacked=1</script><img src="x" onerror="window.hacked=2" alt=""><main'));
    await visit(tab, `file://${path}`);
    assert.equal(await tab.evaluate(() => window.hacked), undefined);
    assert.ok(tab.problems.length > 0);
    tab.problems.length = 0;
  });

  await test("a user's template may bring a style and a script of its own", async () => {
    const path = join(FOLDER, 'mine.html');
    const own = textOf(page(SHIPPED, '-O', 'script=no'));
    assert.ok(own.includes("script-src 'none'"));
    writeFileSync(path, '<!DOCTYPE html>\n<html lang="{{language}}"><head><meta charset="utf-8">{{{policy}}}<title>{{title}}</title>{{{style}}}' +
      '<style>.mr { --mr-accent: #ff0000; }</style></head><body><div class="mr" id="mr-report" data-theme="light">{{> report.html}}</div>' +
      '<script>window.own = 1;</script>{{{config}}}{{{script}}}</body></html>\n');
    await visit(tab, page(SHIPPED, '-t', path));
    assert.equal(await tab.evaluate(() => window.own), 1);
    assert.equal(await tab.$eval('.mr-table td a', (link) => getComputedStyle(link).color), 'rgb(255, 0, 0)');
    assert.ok(await tab.locator('.mr-search').isVisible());
    assert.deepEqual(tab.problems, []);
  });
  await close(tab);
}
