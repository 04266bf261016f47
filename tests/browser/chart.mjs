// SPDX-License-Identifier: MIT
// The chart in the page: it follows what is chosen, and says the same as the page's own totals.
import assert from 'node:assert/strict';
import { close, open, page, test, visit } from './lib.mjs';

const LIKES = { yes: 'y', partial: 'p', no: 'n', unknown: 'u', na: 'x' };

/* The bars as drawn: {product: {y: {n, width, x}, ..., percent}}, in the order they stand. */
const bars = (tab) => tab.evaluate((likes) => {
  const drawn = [];
  for (const group of document.querySelectorAll('.mr-chart g[data-product]')) {
    if (group.getAttribute('display') === 'none') continue;
    const bar = { name: group.querySelector('title').textContent.split(':')[0], widths: {} };
    for (const box of group.querySelectorAll('rect.s-edge, rect.f-yes')) {
      bar.widths[likes[box.getAttribute('class').split(' ')[0].slice(2)]] = box.getBoundingClientRect().width;
    }
    bar.title = group.querySelector('title').textContent;
    bar.percent = Array.from(group.querySelectorAll('text.f-text')).pop().textContent;
    bar.top = group.getBoundingClientRect().top;
    drawn.push(bar);
  }
  return drawn.sort((a, b) => a.top - b.top);
}, LIKES);

const totals = (tab) => tab.evaluate(() =>
  Array.from(document.querySelectorAll('.mr-chart-table tbody tr:not([hidden])'), (line) =>
    Array.from(line.cells, (cell) => cell.textContent)));

export default async function chart() {
  const coverage = page(undefined, '-O', 'chart=coverage');
  const tab = await open();

  await test('the script draws the bars of the whole as the program did', async () => {
    const plain = await open({ script: false });
    await visit(plain, coverage);
    await visit(tab, coverage);
    const shape = (one) => Array.from(one.querySelectorAll('.mr-chart rect, .mr-chart text'), (e) =>
      [e.localName, e.getAttribute('class'), e.textContent, Math.round(e.getBoundingClientRect().width)].join(' ')).sort();
    const read = (one) => one.evaluate(`(${shape})(document)`);
    const ground = (lines) => lines.filter((line) => !/^rect f-unknown \s*\d+$/.test(line));
    assert.deepEqual(ground(await read(tab)), ground(await read(plain)));
    await close(plain);
  });

  await test('bars follow products, order and search, and so do the numbers', async () => {
    await visit(tab, `${coverage}#p=kuma,istio&q=traffic`);
    const drawn = await bars(tab);
    assert.deepEqual(drawn.map((bar) => bar.name), ['Kuma', 'Istio']);
    assert.deepEqual((await totals(tab)).map((line) => line[0]), ['Kuma', 'Istio']);
    const [kuma, istio] = await totals(tab);
    assert.equal(drawn[0].title, 'Kuma: yes 1, no 5');
    assert.deepEqual(kuma.slice(1), ['1', '0', '5', '0', '0', '17\u00a0%']);
    assert.equal(drawn[0].percent, '17\u00a0%');
    assert.equal(istio[6], drawn[1].percent);
    assert.ok(Math.abs(drawn[0].widths.n / drawn[0].widths.y - 5) < 0.3, JSON.stringify(drawn[0]));
    const description = await tab.textContent('.mr-chart desc');
    assert.ok(description.includes('Kuma: yes 1, no 5') && !description.includes('Consul'), description);
  });

  await test('what is hidden leaves no gap in the chart, and comes back', async () => {
    await visit(tab, coverage);
    const whole = await tab.evaluate(() => document.querySelector('.mr-chart svg').viewBox.baseVal.height);
    const before = await bars(tab);
    await visit(tab, `${coverage}#p=istio,kuma`);
    const part = await tab.evaluate(() => document.querySelector('.mr-chart svg').viewBox.baseVal.height);
    assert.ok(part < whole - 50, `${part} of ${whole}`);
    await tab.evaluate(() => { location.hash = ''; });
    await tab.waitForFunction(() => !document.querySelector('.mr-chart g[display]'));
    assert.deepEqual(await bars(tab), before);
  });

  await test('a chart that cannot follow says that it shows everything', async () => {
    await visit(tab, page(undefined, '-O', 'chart=radar'));
    assert.equal(await tab.isVisible('.mr-chart figcaption'), false);
    await visit(tab, `${page(undefined, '-O', 'chart=radar')}#p=istio`);
    assert.match(await tab.textContent('.mr-chart figcaption'), /everything/);
    assert.equal(await tab.isVisible('.mr-chart figcaption'), true);
    assert.deepEqual(tab.problems, []);
  });

  await close(tab);
}
