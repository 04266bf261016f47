// SPDX-License-Identifier: MIT
// What changed since an older edition: marks, old values on demand, the rows alone, the list; never by colour alone.
import assert from 'node:assert/strict';
import { close, FOLDER, hashOf, join, open, page, ROOT, SHIPPED, test, tool, visit } from './lib.mjs';

const OLD = join(ROOT, 'tests/change/old.yaml');
const NEW = join(ROOT, 'tests/change/new.yaml');

const wordsOf = (locator) => locator.innerText().then((words) => words.replace(/\s+/g, ' ').trim());

export default async function changes() {
  const address = page(NEW, '--since', OLD);

  await test('what a cell was opens in place, by keyboard, without the script, too; a sign and a word say that it changed', async () => {
    for (const script of [true, false]) {
      const tab = await open({ script });
      await visit(tab, address);
      const cell = tab.locator('#mtls td').nth(2);
      assert.match(await wordsOf(cell), /^\? unknown ! no longer known$|^unknown ! no longer known$/);
      await cell.locator('summary').focus();
      await tab.keyboard.press('Enter');
      assert.match(await wordsOf(cell), /no longer known . /, 'the old value stands behind it');
      assert.deepEqual(tab.problems, []);
      await close(tab);
    }
  });

  await test('the mark of a name leads to what the list says of it', async () => {
    const tab = await open();
    await visit(tab, address);
    for (const [head, words] of [['#product-linkerd', /Linkerd.*Linkerd 2|Linkerd.*conduit/], ['#product-maesh', /Traefik Mesh/]]) {
      await tab.locator(head).getByRole('link', { name: 'was' }).click();
      const entry = tab.locator(await hashOf(tab));
      assert.match(await wordsOf(entry), words);
      assert.notEqual(await entry.evaluate((item) => getComputedStyle(item).backgroundColor), 'rgba(0, 0, 0, 0)');
      assert.ok(await entry.evaluate((item) => { const { top, bottom } = item.getBoundingClientRect(); return top > -1 && bottom <= innerHeight; }));
    }
    const lost = await tab.$$eval('.mr-table .mr-new a', (links) => links.filter((link) => !document.querySelector(link.getAttribute('href'))).map((link) => link.href));
    assert.deepEqual(lost, [], 'every such link arrives');
    await close(tab);
  });

  await test('the rows that changed are shown alone, and the address keeps that', async () => {
    const tab = await open();
    await visit(tab, address);
    const shown = () => tab.$$eval('.mr-table tbody tr[data-id]', (rows) => rows.filter((row) => row.offsetParent).map((row) => row.dataset.id));
    const all = await shown();
    await tab.getByText('Only what changed', { exact: true }).click();
    assert.equal(await hashOf(tab), '#since=1');
    const some = await shown();
    assert.ok(some.length > 0 && some.length < all.length);
    assert.deepEqual(some, await tab.$$eval('.mr-table tbody tr[data-was]', (rows) => rows.map((row) => row.dataset.id)));
    await visit(tab, `${address}#since=1`);
    assert.deepEqual(await shown(), some);
    await tab.goBack();
    await close(tab);
  });

  await test('what is gone is in the list, and said in a word', async () => {
    const tab = await open();
    await visit(tab, address);
    const gone = await tab.$$eval('.mr-changes > ul > li', (items) => items.map((item) => item.textContent).filter((words) => words.startsWith('−')));
    assert.ok(gone.length > 0);
    for (const words of gone) assert.match(words, /\(removed\)/);
    await close(tab);
  });

  await test('on a phone an old address is one line of its cell; in forced colours the line beside a changed cell stays', async () => {
    const tab = await open({ viewport: { width: 360, height: 780 } });
    await visit(tab, address);
    await tab.$$eval('.mr-then', (marks) => marks.forEach((mark) => { mark.open = true; }));
    const links = await tab.$$eval('td .mr-then li > a', (all) => all.map((link) => ({
      lines: link.getClientRects().length, isWithin: link.getBoundingClientRect().right <= link.closest('td').getBoundingClientRect().right, words: link.textContent })));
    assert.ok(links.some(({ words }) => words.startsWith('https://')));
    for (const { lines, isWithin, words } of links) assert.ok(lines === 1 && isWithin, words);
    await tab.emulateMedia({ forcedColors: 'active' });
    const widths = await tab.$$eval('td:has(> .mr-then)', (cells) => cells.map((cell) => getComputedStyle(cell).borderInlineStartWidth));
    assert.ok(widths.length > 0);
    assert.deepEqual(widths.filter((width) => width !== '3px'), []);
    await close(tab);
  });

  await test('on paper what a cell was stands in it, without a script, too', async () => {
    for (const script of [true, false]) {
      const tab = await open({ script });
      await visit(tab, page(join(ROOT, 'data/servicemesh-2026.yaml'), '--since', SHIPPED));
      const path = join(FOLDER, 'changes.pdf');
      await tab.pdf({ path, preferCSSPageSize: true });
      const [table] = tool('pdftotext', ['-raw', path, '-']).split(/^Products$/m); // the list comes behind it
      for (const was of ['Mozilla License', 'containous', 'Amazon', 'linkerd-proxy']) assert.ok(table.includes(was), was);
      await close(tab);
    }
  });

  await test('a fragment has all of it under its prefix', async () => {
    const tab = await open();
    await visit(tab, page(NEW, '--since', OLD, '-O', 'fragment', '-O', 'id-prefix=mine-'));
    const ids = await tab.$$eval('.mr-changes [id]', (all) => all.map((one) => one.id));
    assert.ok(ids.length > 2 && ids.every((id) => id.startsWith('mine-mr-change')), ids.join(' '));
    await close(tab);
  });
}
