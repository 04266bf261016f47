// SPDX-License-Identifier: MIT
// Where the table's place is narrow: two products at a time, picked or swiped; without the script all, swiped.
import assert from 'node:assert/strict';
import { cellAt, close, counts, hashOf, open, page, shownFeatures, shownProducts, test, textOf, visit, writeFileSync, join, FOLDER, pathToFileURL } from './lib.mjs';
import { RICH, wide } from './data.mjs';
import { ticks } from './engines.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const first = (tab) => tab.getByRole('combobox', { name: 'Products 1' });
const second = (tab) => tab.getByRole('combobox', { name: 'Products 2' });

/* A finger that goes sideways over the table. */
async function swipe(tab, by) {
  const session = await tab.context().newCDPSession(tab);
  const point = (x) => [{ x, y: 500 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(180) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(180 + by) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const isAsWideAsTheWindow = (tab) => tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

async function picks(tab, shipped) {
  await test('on a phone two products are seen, the page alone scrolls, and their names stay', async () => {
    await visit(tab, shipped);
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd']);
    assert.equal((await shownFeatures(tab)).length, 30);
    assert.ok((await counts(tab)).includes('Products: 2 of 6'));
    assert.ok(await isAsWideAsTheWindow(tab));
    await visit(tab, `${shipped}#mtls`);
    const tops = () => tab.evaluate(() => [document.querySelector('.mr-pair').getBoundingClientRect(), document.querySelector('#mtls').getBoundingClientRect()].map(({ top, bottom }) => [Math.round(top), Math.round(bottom)]));
    await tab.waitForFunction(() => document.querySelector('.mr-pair').getBoundingClientRect().top === 0);
    const [[top, bottom], [row]] = await tops();
    assert.ok(top === 0 && row >= bottom - 1 && row < bottom + 8, `${top} ${bottom} ${row}`);
  });

  await test('which two is picked, kept in the address, and one or all may be seen as well', async () => {
    await visit(tab, shipped);
    await first(tab).selectOption('kuma');
    assert.deepEqual(await shownProducts(tab), ['kuma', 'linkerd']);
    assert.equal(await hashOf(tab), '#pair=kuma,linkerd');
    assert.equal(await cellAt(tab, 'developed-by', 'kuma'), 'Kong');
    await second(tab).selectOption('');
    assert.deepEqual([await shownProducts(tab), await hashOf(tab)], [['kuma'], '#pair=kuma']);
    await second(tab).selectOption('*');
    assert.equal((await shownProducts(tab)).length, 6);
    assert.equal(await hashOf(tab), '#pair=*');
    await second(tab).selectOption('consul');
    assert.deepEqual(await shownProducts(tab), ['istio', 'consul']);
    await tab.goBack();
    assert.equal((await shownProducts(tab)).length, 6);
    await first(tab).selectOption('maesh');
    assert.deepEqual(await shownProducts(tab), ['maesh'], 'one of all');
    await visit(tab, `${shipped}#pair=consul,kuma&p=linkerd,consul,istio`);
    assert.deepEqual(await shownProducts(tab), ['consul'], 'of the chosen ones');
    await visit(tab, `${shipped}#pair=kuma&p=linkerd,consul,istio`);
    assert.deepEqual(await shownProducts(tab), ['linkerd', 'consul']);
    await visit(tab, `${shipped}#pair=nobody`);
    assert.match(await tab.textContent('.mr-notice'), /nobody/);
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd']);
  });

  await test('a swipe keeps the first and takes the next beside it; up and down is no swipe', async () => {
    await visit(tab, shipped);
    const pair = (wanted) => tab.waitForFunction((is) => location.hash === is, `#pair=${wanted}`);
    await swipe(tab, -120);
    await pair('istio,appmesh');
    await swipe(tab, 120);
    await pair('istio,linkerd');
    await swipe(tab, 120);
    await pair('istio,kuma');
    await swipe(tab, -20);
    await first(tab).selectOption('consul');
    assert.equal(await hashOf(tab), '#pair=consul,kuma');
  });

  await test('differences between the two are marked, and shown alone on request', async () => {
    const marked = () => tab.$$eval('.mr-differs', (rows) => rows.map((row) => row.dataset.id));
    await visit(tab, `${shipped}#pair=istio,kuma`);
    const differing = await marked();
    assert.ok(differing.includes('http2') && !differing.includes('mtls'), differing.join());
    assert.equal(await tab.$eval('#http2 .mr-name', (name) => getComputedStyle(name, '::after').content), '" ≠"');
    await tab.getByRole('checkbox', { name: 'only differences' }).click();
    assert.deepEqual(await shownFeatures(tab), differing);
    assert.ok((await counts(tab)).includes(`${differing.length} of 30`));
    await visit(tab, `${shipped}#pair=kuma`);
    assert.deepEqual(await marked(), []);
  });

  await test('a link to a product that is not in sight brings it there', async () => {
    await visit(tab, `${shipped}#product-kuma`);
    assert.deepEqual(await shownProducts(tab), ['kuma']);
  });

  await test('what is taken away has all that was chosen, not the two alone', async () => {
    await visit(tab, `${shipped}#pair=kuma,istio&p=istio,consul,kuma`);
    await tab.getByRole('button', { name: 'Share' }).click();
    assert.match(await tab.textContent('.mr-command'), /--products istio,consul,kuma /);
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: 'Download CSV' }).click()]);
    const path = join(FOLDER, 'phone.csv');
    await download.saveAs(path);
    assert.match(textOf(pathToFileURL(path).href).split('\r\n')[0], /Istio,Consul,Kuma$/);
    await tab.keyboard.press('Escape');
  });

  await test('a window that grows shows all again, and one that shrinks the two', async () => {
    await visit(tab, `${shipped}#pair=kuma,istio`);
    await tab.setViewportSize({ width: 900, height: 740 });
    await tab.waitForFunction(() => document.querySelectorAll('.mr-table thead th[data-id]:not([hidden])').length === 6);
    assert.equal(await tab.locator('.mr-pair:visible').count(), 0);
    assert.equal(await tab.locator('.mr-differs').count(), 0);
    await tab.setViewportSize(PHONE.viewport);
    await tab.waitForFunction(() => document.querySelectorAll('.mr-table thead th[data-id]:not([hidden])').length === 2);
    assert.deepEqual(await shownProducts(tab), ['kuma', 'istio']);
    assert.deepEqual(tab.problems, []);
  });
}

/* What is told of a row to who listens. */
async function isTold(tab, address) {
  await visit(tab, address);
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = new Map();
  for (const { role } of nodes) if (role) roles.set(role.value, (roles.get(role.value) || 0) + 1);
  return roles;
}

export default async function phone() {
  const shipped = page();
  let tab = await open(PHONE);
  await picks(tab, shipped);

  await test('rows stay rows to who listens', async () => {
    const roles = await isTold(tab, shipped);
    assert.equal(roles.get('row'), 1 + 6 + 30 + 1, 'head, categories, features, total');
    assert.ok(roles.get('columnheader') >= 2 && roles.get('rowheader') >= 30, JSON.stringify([...roles]));
    assert.equal(roles.get('cell') || roles.get('gridcell'), 62);
  });

  await test('the head of a category is as high as its name, which wraps where it has to, and no higher for its link', async () => {
    const names = Array.from({ length: 24 }, (_, i) => 'Netze '.repeat(3) + 'x'.repeat(i));
    const address = page(`meshreport: 1\ntitle: Lang\nlanguage: de\nproducts: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\ncategories:\n${names.map((name, i) => `  - {id: k${i}, name: ${name}, features: [{id: f${i}, name: Eins, values: {a: yes}}]}\n`).join('')}`);
    for (const width of [320, 360]) {
      await tab.setViewportSize({ width, height: 740 });
      await visit(tab, address);
      const heads = await tab.$$eval('.mr-cat-name', (all) => all.map((one) => [one.clientHeight - 28 * one.querySelector('.mr-name').getClientRects().length, one.querySelector('.mr-name').getClientRects().length]));
      assert.equal(new Set(heads.map(([rest]) => Math.round(rest))).size, 1, JSON.stringify(heads));
      assert.deepEqual([...new Set(heads.map(([, lines]) => lines))], [1, 2], 'short and long ones');
    }
    await tab.setViewportSize(PHONE.viewport);
  });

  await test('many products, one, and words from right to left', async () => {
    for (const [rows, products] of [[30, 40], [200, 20]]) {
      await visit(tab, `${page(wide(rows, products))}#pair=p3,p7`);
      assert.deepEqual(await shownProducts(tab), ['p3', 'p7']);
      assert.ok(await isAsWideAsTheWindow(tab));
      const [name, left, right] = await tab.$$eval('tr[data-id="f1"] > :not([hidden])', (cells) => cells.map((cell) => cell.getBoundingClientRect().toJSON()));
      assert.ok(name.width === 360 && name.bottom <= left.top + 1 && left.width === 180 && right.left === 180, JSON.stringify([rows, name, left, right]));
    }
    await visit(tab, page(undefined, '--products', 'istio'));
    assert.equal(await tab.locator('.mr-pair:visible').count(), 0);
    assert.ok(await isAsWideAsTheWindow(tab));
    const turned = page(`meshreport: 1\ntitle: من اليمين\nlanguage: ar\nproducts: [{id: a, name: أ}, {id: b, name: ب}, {id: c, name: ج}]\ncategories: [{id: k, name: ك, features: [{id: f, name: ف, values: {a: yes, b: no, c: yes}}]}]\n`);
    await visit(tab, turned);
    await swipe(tab, 120);
    await tab.waitForFunction(() => location.hash === '#pair=a,c');
    assert.ok(await isAsWideAsTheWindow(tab));
    await visit(tab, page(RICH));
    assert.ok(await isAsWideAsTheWindow(tab));
    assert.deepEqual(tab.problems, []);
  });

  await test('a fragment in a narrow column of a wide window shows two as well', async () => {
    const path = join(FOLDER, 'narrow-host.html');
    writeFileSync(path, `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Host</title><div style="width: 500px">${textOf(page(undefined, '-O', 'fragment', '-O', 'id-prefix=mine-'))}</div></html>\n`);
    await tab.setViewportSize({ width: 1280, height: 800 });
    await visit(tab, pathToFileURL(path).href);
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd']);
    await first(tab).selectOption('kuma');
    assert.equal(await hashOf(tab), '#mine-pair=kuma,linkerd');
  });
  await close(tab);

  await test('without the script all products are there, two to a window, and the names stay', async () => {
    tab = await open({ ...PHONE, script: false });
    await visit(tab, `${shipped}#mtls`);
    const at = await tab.evaluate(() => {
      const place = document.querySelector('.mr-table');
      const width = innerWidth - 16; /* a bar to scroll may take as much */
      const heads = Array.from(place.querySelectorAll('thead th[data-id]'), (head) => Math.round(head.getBoundingClientRect().left * 2 / width));
      const [head, row] = ['thead', '#mtls'].map((selector) => place.querySelector(selector).getBoundingClientRect());
      scrollTo(width + 20, scrollY); /* halfway, as a finger leaves it */
      return { heads, top: Math.abs(Math.round(head.top - document.querySelector('.mr-picks summary').offsetHeight)), below: row.top >= head.bottom - 1 };
    });
    assert.deepEqual(at, { heads: [0, 1, 2, 3, 4, 5], top: 0, below: true });
    assert.ok(await tab.evaluate(() => Math.abs(scrollX - innerWidth + 16) < 1.5), 'two whole columns');
    assert.equal(await tab.evaluate(() => Math.round(document.querySelector('#mtls th').getBoundingClientRect().left)), 0, "a feature's name stays");
  });

  /* what runs in the page is run by the driver here, script or not */
  const bare = { run: (code, ...more) => tab.evaluate(code, ...more), click: (selector) => tab.click(selector), visit: (address) => visit(tab, address), resize: (width, height) => tab.setViewportSize({ width, height }) };
  await ticks('Chromium', bare);
  await ticks('Chromium, script refused', bare, shipped);

  await test('the list of products stays in sight, is none of paper, and as long as it is, the table can be seen', async () => {
    await tab.setViewportSize(PHONE.viewport);
    await visit(tab, `${shipped}#mtls`);
    const at = () => tab.evaluate(() => [document.querySelector('.mr-picks'), document.querySelector('.mr-table thead th[data-id]'), document.querySelector('#mtls')].map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [Math.round(top), Math.round(bottom)]));
    const [list, head, row] = await at();
    assert.ok(list[0] === 0 && head[0] <= list[1] && head[1] > list[1] && row[0] >= head[1] - 1, JSON.stringify([list, head, row]));
    await tab.emulateMedia({ media: 'print' });
    assert.equal(await tab.locator('.mr-picks:visible').count(), 0);
    await tab.emulateMedia({ media: null });
    const many = page(wide(3, 400));
    await visit(tab, many);
    await tab.click('.mr-picks summary');
    const high = await tab.$eval('.mr-picks', (one) => one.getBoundingClientRect().height);
    assert.ok(high < 0.75 * PHONE.viewport.height, String(high));
    await tab.click('.mr-picks label:nth-of-type(399)');
    assert.deepEqual(await shownProducts(tab), ['p398']);
    await visit(tab, page(undefined, '--products', 'istio,kuma'));
    assert.equal(await tab.locator('.mr-picks').count(), 0, 'two have room');
    assert.deepEqual(tab.problems, []);
    await close(tab);
  });

  await test('the script takes the list away, and a fragment on a phone has one of its own', async () => {
    tab = await open(PHONE);
    await visit(tab, shipped);
    assert.equal(await tab.locator('.mr-picks').count(), 0);
    await close(tab);
    const path = join(FOLDER, 'bare-host.html');
    writeFileSync(path, `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title><style>tr > td { display: table-cell } label { display: inline }</style>${textOf(page(undefined, '-O', 'fragment', '-O', 'script=no'))}</html>\n`);
    tab = await open({ ...PHONE, script: false });
    await visit(tab, pathToFileURL(path).href);
    await tab.click('.mr-picks summary');
    await tab.click('.mr-picks label:nth-of-type(3)');
    assert.deepEqual(await shownProducts(tab), ['appmesh']);
    assert.ok(await tab.evaluate(() => Math.abs(document.querySelector('[data-id="tcp"] td:nth-child(4)').getBoundingClientRect().width - document.querySelector('.mr-scroll').clientWidth) < 2));
    await close(tab);
  });
}
