// SPDX-License-Identifier: MIT
// Searching, choosing, sorting: by mouse and keyboard, wide and narrow.
import assert from 'node:assert/strict';
import { cellAt, close, counts, hashOf, open, page, shownFeatures, shownProducts, test, visit } from './lib.mjs';
import { RICH, wide } from './data.mjs';

const ALL = ['istio', 'linkerd', 'appmesh', 'consul', 'maesh', 'kuma'];

export default async function choosing() {
  const shipped = page();
  const rich = page(RICH);

  for (const [name, viewport, colorScheme] of [
    ['wide, light', { width: 1280, height: 900 }, 'light'], ['narrow, dark', { width: 360, height: 740 }, 'dark']]) {
    /* where two have room, the first two of the chosen ones; phone.mjs has the others */
    const seen = (products) => (viewport.width > 600 ? products : products.slice(0, 2));
    const tab = await open({ viewport, colorScheme, hasTouch: name.startsWith('narrow') });

    await test(`search narrows as one types, and counts are announced (${name})`, async () => {
      await visit(tab, shipped);
      await tab.getByRole('searchbox', { name: 'Search' }).pressSequentially('traffic spl');
      await tab.waitForFunction(() => location.hash === '#q=traffic%20spl');
      assert.deepEqual(await shownFeatures(tab), ['smi-split', 'percentage-splits', 'header-splits', 'fault-injection']);
      assert.ok((await counts(tab)).includes('4 of 30'));
      assert.equal(await tab.getAttribute('.mr-counts', 'role'), 'status');
      await tab.getByRole('searchbox').fill('nothing like it');
      await tab.waitForFunction(() => document.querySelector('.mr-counts').textContent.includes('No matches'));
      assert.deepEqual(await shownFeatures(tab), []);
    });

    await test(`Enter goes from one row that was found to the next, with Shift back, and typing goes on (${name})`, async () => {
      await visit(tab, shipped);
      const box = tab.getByRole('searchbox', { name: 'Search' });
      await box.press('Enter');
      assert.equal(await tab.locator('.mr-target').count(), 0, 'nothing was looked for');
      await box.pressSequentially('traffic spl');
      const gone = [];
      for (const key of ['Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Shift+Enter', 'Shift+Enter']) {
        await box.press(key); /* the first one at once, before the search has begun by itself */
        gone.push(await tab.$$eval('.mr-target', (rows) => rows.map((row) => row.dataset.id).join()));
        const [top, bottom, heads] = await tab.$eval('.mr-target', (row) => [row.getBoundingClientRect().top, row.getBoundingClientRect().bottom, document.querySelector('.mr-table thead th').getBoundingClientRect().bottom]);
        assert.ok(top >= heads - 1 && bottom <= viewport.height + 1, `${gone.at(-1)}: ${top} ${bottom}, heads to ${heads}`);
      }
      assert.deepEqual(gone, ['smi-split', 'percentage-splits', 'header-splits', 'fault-injection', 'smi-split', 'fault-injection', 'header-splits']);
      assert.equal(await counts(tab), '3 of 4: Header- and Path-based Traffic Splits');
      await box.press('End');
      await box.pressSequentially('it');
      await tab.waitForFunction(() => location.hash === '#q=traffic%20split');
      await box.press('Shift+Enter');
      assert.equal(await tab.$eval('.mr-target', (row) => row.dataset.id), 'percentage-splits');
    });

    await test(`a product's name and the words of notes are found, too (${name})`, async () => {
      await visit(tab, `${shipped}#q=maesh`);
      assert.deepEqual(await shownProducts(tab), seen(['maesh']));
      assert.equal((await shownFeatures(tab)).length, 30);
      assert.ok((await counts(tab)).includes('Products: 1 of 6'));
      await visit(tab, `${shipped}#q=app%20mesh%20mtls`);
      assert.deepEqual([await shownProducts(tab), await shownFeatures(tab)], [['appmesh'], ['mtls']]);
      await visit(tab, `${shipped}#q=templating`);
      const found = await shownFeatures(tab);
      assert.ok(found.includes('retry-timeout') && found.length < 10, found.join());
      assert.deepEqual(await shownProducts(tab), seen(ALL));
    });

    await test(`rows stand close on request, the address keeps it, and it is no choice to be reset (${name})`, async () => {
      const height = () => tab.$eval('#tcp', (row) => row.offsetHeight);
      await visit(tab, shipped);
      const roomy = await height();
      await tab.getByRole('button', { name: 'Display' }).click();
      await tab.getByRole('checkbox', { name: 'Compact' }).click();
      assert.equal(await hashOf(tab), '#density=compact');
      const dense = await height();
      assert.ok(dense < roomy, `${dense} < ${roomy}`);
      assert.equal(await tab.locator('.mr-reset').count(), 0);
      await visit(tab, `${shipped}#density=compact&sort=name`);
      assert.equal(await height(), dense);
      await visit(tab, `${page(undefined, '-O', 'density=compact')}#density=comfortable`);
      assert.equal(await height(), roomy);
      await visit(tab, page(undefined, '-O', 'density=compact', '-O', 'script=no'));
      assert.equal(await height(), dense);
    });

    await test(`products are hidden and shown (${name})`, async () => {
      await visit(tab, shipped);
      await tab.getByRole('button', { name: 'Products' }).click();
      await tab.getByRole('checkbox', { name: 'Consul' }).click();
      await tab.getByRole('checkbox', { name: 'Kuma' }).focus();
      await tab.keyboard.press('Space');
      assert.deepEqual(await shownProducts(tab), seen(['istio', 'linkerd', 'appmesh', 'maesh']));
      assert.equal(await hashOf(tab), '#p=istio,linkerd,appmesh,maesh');
      assert.ok((await counts(tab)).includes(`${seen(ALL.slice(2)).length} of 6`));
      await tab.getByRole('checkbox', { name: 'Consul' }).click();
      assert.deepEqual(await shownProducts(tab), seen(['istio', 'linkerd', 'appmesh', 'consul', 'maesh']));
      await tab.getByRole('button', { name: 'Show all' }).click();
      assert.deepEqual(await shownProducts(tab), seen(ALL));
      assert.equal(await hashOf(tab), '');
    });

    await test(`products change places, and values stay in their columns (${name})`, async () => {
      await visit(tab, shipped);
      const before = await cellAt(tab, 'dashboard', 'istio');
      await tab.getByRole('button', { name: 'Products' }).click();
      await tab.getByRole('button', { name: 'Move Consul forward' }).click();
      await tab.getByRole('button', { name: 'Move Consul forward' }).focus();
      await tab.keyboard.press('Enter');
      assert.deepEqual(await shownProducts(tab), seen(['istio', 'consul', 'linkerd', 'appmesh', 'maesh', 'kuma']));
      assert.equal(await cellAt(tab, 'dashboard', 'istio'), before);
      assert.equal(await cellAt(tab, 'license', 'consul'), 'Mozilla License');
      assert.ok(await tab.evaluate(() => document.activeElement.getAttribute('aria-label') === 'Move Consul forward'));
      assert.equal(await hashOf(tab), '#p=istio,consul,linkerd,appmesh,maesh,kuma');
    });

    await test(`only differences are shown on wish (${name})`, async () => {
      await visit(tab, shipped);
      await tab.getByRole('checkbox', { name: 'only differences' }).click();
      const shown = await shownFeatures(tab);
      assert.ok(!shown.includes('tcp') && shown.includes('mtls'));
      assert.equal(await hashOf(tab), '#diff=1');
    });

    await test(`several requirements hold together (${name})`, async () => {
      await visit(tab, shipped);
      await tab.getByRole('button', { name: 'Must have' }).click();
      await tab.getByRole('searchbox', { name: 'Filter' }).fill('mtls');
      await tab.getByRole('checkbox', { name: 'mTLS' }).click();
      assert.deepEqual(await shownProducts(tab), seen(['istio', 'linkerd', 'consul', 'kuma']));
      await tab.getByRole('searchbox', { name: 'Filter' }).fill('grpc');
      await tab.getByRole('checkbox', { name: 'gRPC' }).click();
      assert.deepEqual(await shownProducts(tab), seen(['istio', 'linkerd', 'consul']));
      assert.equal(await hashOf(tab), '#must=mtls,grpc');
      await tab.keyboard.press('Escape');
      assert.ok(await tab.evaluate(() => document.activeElement.textContent.startsWith('Must have')));
      await tab.getByRole('button', { name: 'Remove: Must have: mTLS' }).click();
      assert.deepEqual(await shownProducts(tab), seen(['istio', 'linkerd', 'consul']));
      await tab.getByRole('button', { name: 'Reset' }).click();
      assert.deepEqual(await shownProducts(tab), seen(ALL));
    });

    await test(`products are sorted by name and by coverage (${name})`, async () => {
      await visit(tab, shipped);
      await tab.getByLabel('Sort').selectOption('name');
      assert.deepEqual(await shownProducts(tab), seen(['appmesh', 'consul', 'istio', 'kuma', 'linkerd', 'maesh']));
      assert.equal(await cellAt(tab, 'developed-by', 'consul'), 'HashiCorp');
      await tab.getByLabel('Sort').selectOption('coverage');
      assert.deepEqual(await shownProducts(tab), seen(['istio', 'linkerd', 'consul', 'maesh', 'appmesh', 'kuma']));
      assert.equal(await cellAt(tab, 'developed-by', 'istio'), 'Google, IBM, Lyft');
      await tab.getByLabel('Sort').selectOption('data');
      assert.deepEqual(await shownProducts(tab), seen(ALL));
    });

    await test(`totals follow what is shown (${name})`, async () => {
      await visit(tab, `${shipped}#q=mtls`);
      assert.equal((await tab.locator('tfoot td').first().innerText()).replace(/\s+/g, ' ').trim(), '✓ 1');
    });

    await test(`a panel opens by key, stays in the window and closes by Escape and by a click elsewhere (${name})`, async () => {
      await visit(tab, shipped);
      for (const label of ['Products', 'Must have', 'Share', 'Display']) {
        const opener = tab.getByRole('button', { name: label, exact: true });
        await opener.focus();
        await tab.keyboard.press('Enter');
        const area = await tab.locator('.mr-panel:visible').boundingBox();
        assert.ok(area.x >= 0 && area.x + area.width <= viewport.width, `${label}: ${JSON.stringify(area)}`);
        await tab.keyboard.press('Escape');
        assert.equal(await tab.locator('.mr-panel:visible').count(), 0);
        await opener.click();
        await tab.locator('.mr-title').click();
        assert.equal(await tab.locator('.mr-panel:visible').count(), 0);
      }
      assert.deepEqual(tab.problems, []);
    });
    await close(tab);
  }

  const tab = await open();
  await test('differences are those among the shown products, whichever these are', async () => {
    for (const products of ['kuma,consul', 'consul,kuma', 'maesh,appmesh,linkerd', 'linkerd,kuma', 'kuma,istio']) {
      const selected = page(undefined, '--products', products, '--only-differences');
      await visit(tab, `${shipped}#p=${products}&diff=1`);
      const shown = await shownFeatures(tab);
      await visit(tab, selected);
      assert.deepEqual(shown, await shownFeatures(tab), products);
      assert.ok(shown.length > 5 && shown.length < 30, `${products}: ${shown.length}`);
    }
  });

  await test('found words are marked, by ranges that no moved cell has to update', async () => {
    await visit(tab, `${shipped}#q=authorization%20rules`);
    const marked = () => tab.evaluate(() => Array.from(CSS.highlights.get('mr-found') || [], (range) => [
      range instanceof StaticRange, range.startContainer.data.slice(range.startOffset, range.endOffset).toLowerCase()]));
    const found = await marked();
    assert.ok(found.length > 0 && found.every(([isStatic]) => isStatic), JSON.stringify(found));
    assert.deepEqual([...new Set(found.map(([, words]) => words))].sort(), ['authorization', 'rules']);
    await tab.evaluate(() => { location.hash = '#sort=name'; });
    await tab.waitForFunction(() => !CSS.highlights.has('mr-found'));
  });

  await test('under each name stands what a sort by coverage sorts by, of what is shown', async () => {
    const shares = () => tab.$$eval('thead th[data-id]:not([hidden])', (heads) => heads.map((head) => [head.dataset.id, head.querySelector('.mr-share').textContent]));
    await visit(tab, `${shipped}#sort=coverage`);
    const all = await shares();
    assert.deepEqual(all[0], ['istio', '96 %']);
    const numbers = all.map(([, words]) => parseInt(words, 10));
    assert.deepEqual(numbers, numbers.slice().sort((a, b) => b - a));
    await visit(tab, `${shipped}#q=mtls`);
    assert.deepEqual(await shares(), [['istio', '100 %'], ['linkerd', '100 %'], ['appmesh', '0 %'], ['consul', '100 %'], ['maesh', '0 %'], ['kuma', '100 %']]);
  });

  await test('two are compared in three clicks: only one, another; where they differ is marked', async () => {
    await visit(tab, shipped);
    await tab.getByRole('button', { name: 'Products' }).click();
    assert.equal(await tab.locator('#mr-panel-products input[type="search"]:visible').count(), 0, 'six are found without a filter');
    await tab.getByRole('button', { name: 'Only: Consul' }).click();
    assert.deepEqual([await shownProducts(tab), await hashOf(tab)], [['consul'], '#p=consul']);
    assert.equal(await tab.locator('.mr-differs').count(), 0);
    await tab.getByRole('checkbox', { name: 'Kuma' }).click();
    assert.deepEqual(await shownProducts(tab), ['consul', 'kuma']);
    const marked = await tab.$$eval('.mr-differs', (rows) => rows.map((row) => row.dataset.id));
    await tab.getByRole('checkbox', { name: 'only differences' }).click();
    assert.deepEqual(await shownFeatures(tab), marked);
    await tab.getByRole('button', { name: 'Products', exact: false }).click();
    await tab.getByRole('button', { name: 'Show all' }).click();
    assert.equal(await tab.locator('.mr-differs').count(), 0);
  });

  await test('none is ticked on wish; the table waits for the first one, and what else changes the view or opens the panel ticks again', async () => {
    const ticks = () => tab.$$eval('#mr-panel-products input[type="checkbox"]', (boxes) => boxes.filter((box) => box.checked).length);
    await visit(tab, shipped);
    await tab.getByRole('button', { name: 'Products' }).click();
    const none = tab.getByRole('button', { name: 'None', exact: true });
    await none.click();
    assert.deepEqual([await ticks(), await shownProducts(tab), await hashOf(tab)], [0, ALL, '']);
    await tab.getByRole('checkbox', { name: 'Kuma' }).click();
    await tab.getByRole('checkbox', { name: 'Linkerd' }).click();
    assert.deepEqual([await ticks(), await shownProducts(tab), await hashOf(tab)], [2, ['linkerd', 'kuma'], '#p=linkerd,kuma']);
    await none.click();
    assert.equal(await ticks(), 0);
    await tab.getByRole('button', { name: 'Show all' }).click();
    assert.equal(await ticks(), 6);
    await none.click();
    await tab.keyboard.press('Escape');
    await tab.getByRole('button', { name: 'Products' }).click();
    assert.equal(await ticks(), 6);
  });

  await test('the row of totals sorts by coverage, says so, and undoes it', async () => {
    await visit(tab, shipped);
    const sort = tab.getByRole('button', { name: 'Sort: Coverage' });
    await sort.press('Enter');
    assert.deepEqual([await shownProducts(tab), await hashOf(tab), await sort.getAttribute('aria-pressed')], [['istio', 'linkerd', 'consul', 'maesh', 'appmesh', 'kuma'], '#sort=coverage', 'true']);
    assert.ok(await sort.evaluate((one) => one === document.activeElement && one.closest('tfoot')));
    const totals = await tab.$$eval('.mr-table tfoot td', (cells) => cells.map((cell) => Number(cell.querySelector('.mr-y b').textContent)));
    assert.deepEqual(totals, [23, 17, 14, 13, 10, 7], 'totals go along');
    await sort.click();
    assert.deepEqual([(await shownProducts(tab))[2], await hashOf(tab), await sort.getAttribute('aria-pressed')], ['appmesh', '', 'false']);
    await tab.emulateMedia({ media: 'print' });
    assert.equal(await tab.locator('tfoot button:visible').count(), 0);
    await tab.emulateMedia({ media: null });
    await visit(tab, page('meshreport: 1\ntitle: Words\nproducts: [{id: a, name: A}]\ncategories: [{id: c, name: C, features: [{id: f, name: F, values: {a: {text: words}}}]}]\n'));
    assert.equal(await tab.locator('tfoot').count(), 0, 'nothing is counted, and nothing breaks');
    assert.deepEqual(tab.problems, []);
  });

  await test('the menu of a head sorts as the field above the table does, and both say how', async () => {
    await visit(tab, shipped);
    const fields = () => tab.$$eval('.mr-field:has(option[value="coverage"]) select', (all) => all.map((field) => field.value));
    await tab.locator('#product-istio').getByRole('button', { name: 'Istio' }).click();
    await tab.locator('#product-istio').getByLabel('Sort').selectOption('name');
    assert.deepEqual([await shownProducts(tab), await hashOf(tab), await fields()], [['appmesh', 'consul', 'istio', 'kuma', 'linkerd', 'maesh'], '#sort=name', ['name', 'name']]);
    await tab.locator('.mr-bar').getByLabel('Sort').selectOption('data');
    assert.deepEqual([await shownProducts(tab), await fields()], [ALL, ['data', 'data']]);
  });

  await test('? opens the keys, / goes to the search; not where one types, and not when they are turned off', async () => {
    await visit(tab, shipped);
    const keys = tab.getByRole('dialog', { name: 'Keys' });
    const focus = () => tab.evaluate(() => document.activeElement.className);
    await tab.keyboard.press('/');
    assert.equal(await focus(), 'mr-search');
    await tab.keyboard.type('/?');
    assert.equal(await tab.inputValue('.mr-search'), '/?');
    assert.equal(await keys.count(), 0);
    await tab.fill('.mr-search', '');
    await tab.waitForFunction(() => location.hash === '' && document.querySelector('.mr-fold').offsetParent); /* what was typed may have been looked for */
    await tab.locator('.mr-fold').first().focus();
    await tab.keyboard.press('?');
    assert.deepEqual(await keys.locator('dt').allInnerTexts(), ['/', 'Enter', 'Shift+Enter', 'Esc', '?']);
    assert.deepEqual(await keys.locator('dd').allInnerTexts(), ['Search', 'Next match', 'Previous match', 'Close', 'Keys']);
    assert.ok(await keys.evaluate((dialog) => dialog.contains(document.activeElement)));
    await tab.keyboard.press('/');
    assert.ok(await keys.isVisible(), 'what is behind it does not take the focus');
    await tab.keyboard.press('Escape');
    assert.deepEqual([await keys.count(), await focus()], [0, 'mr-fold']);
    await tab.getByRole('button', { name: 'Display' }).click();
    await tab.getByRole('button', { name: 'Keys (?)' }).click();
    await keys.getByRole('checkbox', { name: 'Use / and ?' }).click();
    await keys.getByRole('button', { name: 'Close' }).click();
    assert.ok(await tab.evaluate(() => document.activeElement.textContent === 'Display'), 'the focus is where it was');
    await tab.keyboard.press('?');
    await tab.keyboard.press('/');
    assert.deepEqual([await keys.count(), await tab.evaluate(() => document.activeElement.textContent)], [0, 'Display']);
    await visit(tab, shipped);
    await tab.keyboard.press('?');
    assert.equal(await keys.count(), 0, 'that is kept');
    await tab.evaluate(() => localStorage.clear());
  });

  await test('of many products those wanted are found by their names', async () => {
    await visit(tab, page(wide(20, 40)));
    await tab.getByRole('button', { name: 'Products' }).click();
    await tab.locator('#mr-panel-products').getByRole('searchbox', { name: 'Filter' }).fill('p07');
    assert.deepEqual(await tab.$$eval('#mr-panel-products li', (items) => items.filter((item) => item.offsetParent).map((item) => item.textContent.slice(0, 3))), ['P07']);
    await tab.getByRole('button', { name: 'Only: P07' }).click();
    assert.equal((await shownProducts(tab)).length, 1);
  });

  await test('the last product cannot be hidden', async () => {
    await visit(tab, `${rich}#p=gamma`);
    await tab.getByRole('button', { name: 'Products' }).click();
    await tab.getByRole('checkbox', { name: 'Gamma' }).click();
    assert.deepEqual(await shownProducts(tab), ['gamma']);
    assert.ok(await tab.getByRole('checkbox', { name: 'Gamma' }).isChecked());
  });

  await test('the menu of a head shows its product alone, hides it, or keeps it for the others to be compared with', async () => {
    await visit(tab, shipped);
    const choose = async (name, what) => {
      await tab.locator('.mr-table thead').getByRole('button', { name, exact: true }).click();
      await tab.locator('.mr-panel:visible').getByRole('button', { name: what, exact: true }).click();
    };
    assert.equal(await tab.getByRole('columnheader', { name: 'Istio', exact: true }).count(), 1, 'the name is heard once');
    await choose('Linkerd 2', 'Hide');
    assert.deepEqual(await shownProducts(tab), ['istio', 'appmesh', 'consul', 'maesh', 'kuma']);
    assert.ok(await tab.evaluate(() => document.activeElement.matches('.mr-opener')), 'the focus is kept');
    await choose('Kuma', 'Compare with this');
    assert.deepEqual(await shownProducts(tab), ['kuma', 'istio', 'appmesh', 'consul', 'maesh']);
    assert.equal(await hashOf(tab), '#p=kuma,istio,appmesh,consul,maesh&pin=1');
    const marks = () => tab.$$eval('#http2 td', (cells) => cells.filter((cell) => cell.getClientRects().length).map((cell) => getComputedStyle(cell, '::after').content));
    assert.deepEqual(await marks(), ['none', '" ≠"', '" ≠"', '" ≠"', 'none']);
    await tab.setViewportSize({ width: 620, height: 800 });
    await tab.evaluate(() => scrollTo(300, 900));
    await tab.waitForFunction(() => {
      const [first, kept] = ['th', 'td'].map((name) => document.querySelector(`#http2 ${name}`).getBoundingClientRect());
      return scrollX > 0 && first.left === 0 && Math.abs(kept.left - first.right) <= 1;
    });
    await tab.setViewportSize({ width: 1280, height: 900 });
    await tab.getByRole('button', { name: 'Remove: Compare with this: Kuma' }).click();
    assert.deepEqual(await marks(), Array(5).fill('none'));
    await choose('Consul', 'Only');
    assert.deepEqual(await shownProducts(tab), ['consul']);
    await choose('Consul', 'Copy link');
    assert.match((await tab.evaluate(() => window.copied)).at(-1), /#p=consul&at=product-consul$/);
    assert.deepEqual(tab.problems, []);
  });

  await test('Escape closes a panel wherever the focus is, and leaves the focus where that was outside', async () => {
    await visit(tab, shipped);
    for (const [leave, stays] of [['.mr-search', '.mr-search'], ['.mr-fold', '.mr-fold'], ['.mr-panel:not([hidden]) input', '.mr-opener'], ['body', '.mr-opener']]) {
      await tab.getByRole('button', { name: 'Products', exact: true }).press('Enter');
      await tab.evaluate((where) => (where === 'body' ? document.activeElement.blur() : document.querySelector(where).focus()), leave);
      await tab.keyboard.press('Escape');
      assert.equal(await tab.locator('.mr-panel:visible').count(), 0, leave);
      assert.ok(await tab.evaluate((where) => document.activeElement.matches(where), stays), leave);
    }
  });

  await test('a requirement says how many it leaves out, and why; several say it each', async () => {
    await visit(tab, `${shipped}#must=http2`);
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd', 'consul']);
    assert.match(await counts(tab), /Products: 3 of 6 · 3 not shown \(unknown: 2, partial: 1\)/);
    assert.equal(await tab.textContent('.mr-state p:last-child'), 'AWS App Mesh: HTTP/2 partial · mæsh: 1 unknown · Kuma: 1 unknown');
    await visit(tab, `${shipped}#must=http2,mtls`);
    assert.match(await counts(tab), /3 not shown \(no: 1, unknown: 2\)/);
    assert.match(await tab.innerText('.mr-chips'), /HTTP\/2 · 3 not shown \(unknown: 2, partial: 1\)[^]*mTLS · 2 not shown \(no: 1, unknown: 1\)/);
    assert.equal(await tab.textContent('.mr-state p:last-child'), 'Kuma: 1 unknown', 'near misses: one requirement alone, or only what nobody knows');
    await tab.getByRole('button', { name: 'Must have', exact: false }).first().click();
    assert.deepEqual(await tab.$$eval('#mr-panel-must .mr-check', (items) => items.filter((item) => /mTLS|Fault/.test(item.textContent)).map((item) => item.textContent)),
      ['Fault Injection2', 'mTLS3'], 'how many each would leave');
    await visit(tab, shipped);
    assert.ok(!(await counts(tab)).includes('not shown'));
  });

  await test('which statuses are enough is chosen for each requirement, kept in the address, and is a command line', async () => {
    await visit(tab, `${shipped}#must=http2`);
    await tab.getByRole('button', { name: 'Must have', exact: false }).first().click();
    const enough = tab.getByRole('combobox', { name: 'HTTP/2' });
    assert.equal(await tab.locator('#mr-panel-must select:visible').count(), 1, 'only for what is required');
    await enough.selectOption({ label: 'yes, partial' });
    assert.equal(await hashOf(tab), '#must=http2=partial');
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd', 'appmesh', 'consul']);
    await enough.selectOption({ label: 'yes, partial, unknown' });
    assert.equal(await hashOf(tab), '#must=http2=unknown');
    assert.deepEqual(await shownProducts(tab), ALL);
    assert.match(await tab.innerText('.mr-chips'), /Must have: HTTP\/2 \(yes, partial, unknown\)/);
    assert.deepEqual(await tab.$$eval('#mr-panel-must li', (items) => items.filter((item) => /HTTP\/2/.test(item.textContent)).map((item) => item.querySelector('.mr-counts').textContent)), ['6']);
    await tab.getByRole('checkbox', { name: 'HTTP/2' }).click();
    assert.equal(await hashOf(tab), '');
    await visit(tab, `${shipped}#must=http2=unknown,mtls=anything`);
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd', 'consul', 'kuma'], 'another word is a yes');
    assert.match(await counts(tab), /2 not shown \(no: 1, unknown: 1\)/);
  });

  await test('what no product has is said, and can be taken back', async () => {
    await visit(tab, `${rich}#must=product-alpha`);
    assert.deepEqual(await shownProducts(tab), []);
    assert.ok((await counts(tab)).includes('No matches'));
    await tab.getByRole('button', { name: 'Reset' }).click();
    assert.equal((await shownProducts(tab)).length, 3);
  });

  await test('everything can be reached with the Tab key, and the focus is always seen', async () => {
    await visit(tab, rich);
    const seen = new Set();
    for (let i = 0; i < 80; i++) {
      await tab.keyboard.press('Tab');
      const at = await tab.evaluate(() => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        return { what: element.className + ' ' + (element.getAttribute('href') || element.getAttribute('aria-label') || element.textContent || ''), outline: parseFloat(style.outlineWidth) || 0, body: element === document.body };
      });
      if (at.body) break;
      assert.ok(at.outline >= 2, `no outline: ${at.what}`);
      seen.add(at.what.split(' ')[0]);
    }
    for (const part of ['mr-skip', 'mr-search', 'mr-button', 'mr-select', 'mr-fold']) assert.ok(seen.has(part), part);
  });
  await close(tab);
}
