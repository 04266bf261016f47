// SPDX-License-Identifier: MIT
// A page of 1,000 features by 20 products: times are reported; only that it works is asserted.
import assert from 'node:assert/strict';
import { cellAt, close, FOLDER, join, note, open, page, shownFeatures, shownProducts, test, textOf, tool, visit } from './lib.mjs';
import { wide } from './data.mjs';

/* How long until the next frame after `action` is painted. */
const timed = (tab, action, argument) => tab.evaluate(async ([source, value]) => {
  const act = new Function('value', source);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const start = performance.now();
  act(value);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return Math.round(performance.now() - start);
}, [action, argument]);

/* The longest task since the last call, in milliseconds; 0 when none was longer than 50. */
const longestTask = (tab) => tab.evaluate(async () => {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const tasks = window.longTasks.takeRecords().concat(window.longTasks.seen.splice(0));
  return Math.round(Math.max(0, ...tasks.map((task) => task.duration)));
});
const watchTasks = (tab) => tab.addInitScript(() => {
  window.longTasks = new PerformanceObserver((list) => window.longTasks.seen.push(...list.getEntries()));
  window.longTasks.seen = [];
  window.longTasks.observe({ type: 'longtask', buffered: true });
});

/* Until nothing has moved from one frame to the next but one: a scroller and what sticks in it stand. */
const still = (tab) => tab.evaluate(async () => {
  const places = () => ['tr[data-id="f900"]', '.mr-table thead th'].map((one) => document.querySelector(one).getBoundingClientRect().top).join();
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let before = null; before !== places(); await frame()) before = places();
});

/* Cells of rows in view that do not stand below the head of their product, by row and place. */
const crooked = (tab) => tab.evaluate(() => {
  const seen = (row) => Array.from(row.cells).filter((cell) => !cell.hidden).map((cell) => cell.getBoundingClientRect());
  const heads = seen(document.querySelector('.mr-table').tHead.rows[0]);
  const rows = Array.from(document.querySelectorAll('.mr-table tr[data-id]:not([hidden])')).filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  });
  const wrong = rows.flatMap((row) => seen(row).map((box, i) => [row.dataset.id, i, Math.abs(box.left - heads[i].left) + Math.abs(box.width - heads[i].width)]));
  return { rows: rows.length, wrong: wrong.filter(([, , off]) => off > 0.6) };
});

/* Until rows out of sight have followed. */
const settled = (tab) => tab.waitForFunction(() => !document.querySelector('.mr-late'));

async function assertStraight(tab) {
  const { rows, wrong } = await crooked(tab);
  assert.ok(rows > 0, 'rows in view');
  assert.deepEqual(wrong, []);
}

export default async function speed() {
  const large = page(wide(1000, 20));
  const tab = await open();
  await watchTasks(tab);

  await test('a page of 1,000 features by 20 products works', async () => {
    await visit(tab, large);
    const ready = await tab.evaluate(() => Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd));
    const times = { ready };
    const longest = { ready: await longestTask(tab) };
    const step = async (name, action) => {
      times[name] = await timed(tab, action);
      await settled(tab);
      longest[name] = await longestTask(tab);
    };
    const hash = (value) => `location.hash = ${JSON.stringify(value)}; window.dispatchEvent(new HashChangeEvent("hashchange"));`;
    await step('scroll', 'window.scrollTo(500, 20000);');
    await assertStraight(tab);
    await step('search', hash('q=words 98'));
    assert.ok((await shownFeatures(tab)).length > 0);
    await longestTask(tab);
    await step('unsearch', hash('q='));
    await step('differences', hash('diff=1'));
    await step('hide', hash('p=p0,p1,p2,p3'));
    await tab.evaluate(() => {
      window.moved = 0;
      window.watch = new MutationObserver((records) => { window.moved += records.filter(({ type, target }) => type === 'childList' && target.matches('tr[data-id]')).length; });
      window.watch.observe(document.querySelector('.mr-table'), { childList: true, subtree: true });
    });
    await step('one more', hash('p=p0,p1,p3'));
    await step('one back', hash('p=p0,p1,p2,p3'));
    assert.equal(await tab.evaluate(() => window.moved), 0, 'where a column comes or goes no other moves');
    await step('turned', hash('p=p3,p0,p1,p2'));
    await tab.waitForFunction(() => window.moved >= 1000);
    await tab.evaluate(() => window.watch.disconnect());
    await step('as before', hash('p=p0,p1,p2,p3'));
    assert.deepEqual(await shownProducts(tab), ['p0', 'p1', 'p2', 'p3']);
    await assertStraight(tab);
    const before = await Promise.all(['p0', 'p1', 'p2', 'p3'].map((id) => cellAt(tab, 'f990', id)));
    await step('reorder', hash('sort=coverage'));
    assert.deepEqual(await Promise.all(['p0', 'p1', 'p2', 'p3'].map((id) => cellAt(tab, 'f990', id))), before);
    await step('require', hash('must=f1,f2'));
    await step('reset', hash(''));
    assert.equal((await shownProducts(tab)).length, 20);
    await assertStraight(tab);
    assert.equal((await shownFeatures(tab)).length, 1000);
    assert.deepEqual(tab.problems, []);
    note(`1,000 by 20, ${Math.round(Buffer.byteLength(textOf(large)) / 1000)} kB; milliseconds to the next frame: ` + JSON.stringify(times));
    note('the longest task of each, in milliseconds: ' + JSON.stringify(longest));
  });

  await test('hundreds of categories leave the table in reach, and the focused one is seen', async () => {
    await tab.setViewportSize({ width: 1000, height: 900 });
    await visit(tab, large);
    const { bottom } = await tab.$eval('.mr-nav', (element) => element.getBoundingClientRect().toJSON());
    assert.ok(bottom < 450, `the contents end at ${bottom}`);
    await tab.locator('.mr-contents a').last().focus();
    const ring = await tab.$eval('.mr-contents a:focus', (link) => {
      const [own, around] = [link, link.closest('ul')].map((element) => element.getBoundingClientRect());
      return { above: own.top - around.top, below: around.bottom - own.bottom, left: own.left - around.left };
    });
    for (const [side, room] of Object.entries(ring)) assert.ok(room >= 5, `${room} px ${side}`);
    await tab.setViewportSize({ width: 1280, height: 900 });
  });

  await test('in a large table the head and the features stay in view, and an address is found', async () => {
    await visit(tab, `${large}#f900`);
    await still(tab);
    const at = (selector) => tab.$eval(selector, (element) => {
      const box = element.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom, left: box.left, inside: box.top >= 0 && box.bottom <= window.innerHeight };
    });
    assert.ok((await at('tr[data-id="f900"]')).inside, 'the row is in view');
    await tab.evaluate(() => window.scrollTo(0, document.querySelector('.mr-scroll').offsetTop));
    const left = (await at('tr[data-id="f900"] > th')).left;
    await tab.evaluate(() => window.scrollBy(700, 4000));
    await still(tab);
    const head = await at('.mr-table thead th');
    const tools = await at('.mr-tools');
    assert.ok(Math.abs(head.top - Math.max(0, tools.bottom)) < 3, `head at ${head.top}, tools end at ${tools.bottom}`);
    assert.equal(head.left, left);
    await assertStraight(tab);
  });

  await test('a large table is a table for who listens, and found words are found', async () => {
    await visit(tab, large);
    const session = await tab.context().newCDPSession(tab);
    const { node } = await session.send('DOM.getDocument', { depth: 0 }).then(async ({ root }) => {
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'tr[data-id="f3"] > td' });
      const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: true });
      return { node: nodes.map((one) => one.role && one.role.value) };
    });
    for (const role of ['cell', 'row', 'rowgroup', 'table']) assert.ok(node.includes(role), `${role} in ${node}`);
    assert.equal(await tab.evaluate(() => window.find('Feature 777')), true);
  });

  await test('a large table is printed whole, its head on every sheet', async () => {
    await visit(tab, page(wide(160, 20)));
    assert.equal(await tab.$eval('.mr', (element) => element.classList.contains('mr-large')), true);
    const path = join(FOLDER, 'large.pdf');
    await tab.pdf({ path, preferCSSPageSize: true });
    const sheets = tool('pdftotext', ['-layout', path, '-']).split('\f').filter((sheet) => /Feature \d/.test(sheet));
    const found = new Set(sheets.join('\n').match(/Feature \d+/g));
    assert.equal(found.size, 160);
    for (const sheet of sheets) assert.ok(sheet.includes('P19'), sheet.slice(0, 300));
  });

  await test('whoever does not wait for rows out of sight takes away and prints the finished view', async () => {
    await visit(tab, large);
    const seen = await tab.evaluate(async () => {
      const hash = (value) => { location.hash = value; window.dispatchEvent(new HashChangeEvent('hashchange')); };
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      const order = () => {
        const rows = Array.from(document.querySelectorAll('.mr-table tr[data-id]'));
        return new Set(rows.map((row) => Array.from(row.cells).filter((cell) => !cell.hidden).length)).size;
      };
      hash('p=p3,p2,p1');
      const waiting = document.querySelectorAll('.mr-late').length;
      hash('p=p5,p4');
      window.dispatchEvent(new Event('beforeprint'));
      const late = document.querySelectorAll('.mr-late').length;
      return { waiting, late, widths: order() };
    });
    assert.ok(seen.waiting > 500, `${seen.waiting} rows waited`);
    assert.deepEqual({ late: seen.late, widths: seen.widths }, { late: 0, widths: 1 });
    const first = await cellAt(tab, 'f999', 'p5');
    await visit(tab, large);
    assert.equal(await cellAt(tab, 'f999', 'p5'), first);
    assert.deepEqual(tab.problems, []);
  });
  await close(tab);
}
