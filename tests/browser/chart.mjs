// SPDX-License-Identifier: MIT
// The charts in the page: they follow what is chosen, and say the same as the page's own totals.
import assert from 'node:assert/strict';
import { wide } from './data.mjs';
import { complaints } from './judges.mjs';
import { close, open, page, SHIPPED, test, visit } from './lib.mjs';

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

/* Every shape that is seen, and how large; texts of other fonts may shift a drawing by a little. */
const drawn = (tab) => tab.evaluate(() => {
  const all = document.querySelectorAll('.mr-chart rect, .mr-chart text, .mr-chart polygon, .mr-chart line');
  const seen = Array.from(all).filter((shape) => shape.getClientRects().length && !shape.closest('defs'));
  return seen.map((shape) => {
    const { x, y, width, height } = shape.getBBox();
    return [shape.localName, shape.getAttribute('class'), shape.textContent, ...[x, y, width, height].map(Math.round)].join(' ');
  }).sort();
});

/* What is read: the words of the drawing from top to bottom, and the table of numbers. */
const facts = (tab, kind) => tab.evaluate((kind) => {
  const place = (shape) => shape.getBoundingClientRect();
  const texts = Array.from(document.querySelectorAll('.mr-chart text')).filter((text) => text.getClientRects().length);
  const legend = Array.from(document.querySelectorAll('.mr-chart g')).filter((g) => g.querySelector(':scope > title')?.textContent === 'Legend');
  const read = texts.filter((text) => !legend.some((g) => g.contains(text)) && !(/radar|matrix/.test(kind) && text.getAttribute('class') === 'f-muted'));
  read.sort((a, b) => Math.round(place(a).y / 6) - Math.round(place(b).y / 6) || place(a).x - place(b).x);
  const colours = {};
  for (const box of document.querySelectorAll('.mr-chart rect, .mr-chart polygon')) {
    if (!box.getClientRects().length || box.closest('defs') || legend.some((g) => g.contains(box))) continue;
    const name = box.localName + ' ' + box.getAttribute('class');
    colours[name] = (colours[name] || 0) + 1;
  }
  const cells = Array.from(document.querySelectorAll('.mr-chart-table tr:not([hidden])'), (line) =>
    Array.from(line.cells).filter((cell) => !cell.hidden).map((cell) => cell.textContent));
  return { words: read.map((text) => text.textContent).sort(), colours: Object.entries(colours).sort(), cells };
}, kind);

/* Words that lie upon each other or outside.  Slanted ones are looked at as they lie: the boxes around them overlap, and they do not. */
const overlaps = (tab) => tab.evaluate(() => {
  const corners = (text) => {
    const { x, y, width, height } = text.getBBox();
    const [left, right, top, bottom] = [x + 0.5, x + width - 0.5, y + 0.225 * height, y + 0.775 * height];
    return [[left, top], [right, top], [right, bottom], [left, bottom]].map((at) => new DOMPoint(...at).matrixTransform(text.getScreenCTM()));
  };
  /* whether a side of one parts them */
  const isApart = (one, other) => one.some((from, i) => {
    const to = one[(i + 1) % 4], across = (at) => (at.x - from.x) * (to.y - from.y) - (at.y - from.y) * (to.x - from.x);
    return Math.min(...other.map(across)) >= Math.max(...one.map(across)) || Math.max(...other.map(across)) <= Math.min(...one.map(across));
  });
  const svg = document.querySelector('.mr-chart svg').getBoundingClientRect();
  const boxes = Array.from(document.querySelectorAll('.mr-chart text'))
    .filter((text) => text.getClientRects().length && text.textContent).map((text) => [text.textContent, corners(text)]);
  const found = boxes.filter(([, a]) => a.some((at) => at.x < svg.left - 1 || at.x > svg.right + 1 || at.y > svg.bottom + 1)).map(([words]) => words + ' is outside');
  boxes.forEach(([words, a], i) => boxes.slice(0, i).forEach(([other, b]) => {
    if (!isApart(a, b) && !isApart(b, a)) found.push(`${other} and ${words}`);
  }));
  return found;
});

export default async function chart() {
  const coverage = page(undefined, '-O', 'chart=coverage');
  const tab = await open();

  await test('it stands below the table, or above where that is wished, once and with its numbers', async () => {
    for (const [at, isAbove] of [['below', false], ['above', true]]) {
      await visit(tab, page(undefined, '-O', 'chart=coverage', '-O', `chart-at=${at}`));
      assert.equal(await tab.locator('.mr-chart').count(), 1);
      assert.equal(await tab.locator('.mr-numbers').count(), 1);
      assert.equal(await tab.evaluate(() => document.querySelector('.mr-chart').getBoundingClientRect().bottom <= document.querySelector('.mr-table').getBoundingClientRect().top), isAbove);
    }
    assert.deepEqual(tab.problems, []);
  });

  await test('it stands beside the table where both have room, stays in sight, and goes below where they have not', async () => {
    const address = page(undefined, '-O', 'chart=coverage', '-O', 'chart-at=beside');
    const boxes = () => tab.evaluate(() => [document.querySelector('.mr-table'), document.querySelector('.mr-figure'), Array.from(document.querySelectorAll('.mr-chart text')).find((one) => one.textContent === 'Istio')].map((one) => one.getBoundingClientRect().toJSON()).concat({ width: document.documentElement.scrollWidth, high: innerHeight }));
    for (const [width, isBeside] of [[2560, true], [1440, true], [1000, false], [360, false]]) {
      await tab.setViewportSize({ width, height: 900 });
      await visit(tab, address);
      let [table, figure, letters, whole] = await boxes();
      assert.equal(figure.left >= table.right - 1, isBeside, `${width}: ${table.right} ${figure.left}`);
      assert.equal(figure.top >= table.bottom, !isBeside, `${width}: ${table.bottom} ${figure.top}`);
      assert.ok(whole.width <= width, `${width}: ${whole.width}`);
      assert.ok(letters.height > 8, `${width}: words ${letters.height} px high`);
      await tab.evaluate(() => scrollTo(0, 900));
      if (isBeside) await tab.waitForFunction(() => { const { top } = document.querySelector('.mr-figure').getBoundingClientRect(); return top >= document.querySelector('.mr-tools').getBoundingClientRect().bottom && top < innerHeight / 3; });
    }
    await tab.emulateMedia({ media: 'print' });
    const [table, figure] = await boxes();
    assert.ok(figure.top >= table.bottom, 'on paper below');
    await tab.emulateMedia({ media: null });
    await tab.setViewportSize({ width: 1280, height: 900 });
    assert.deepEqual(tab.problems, []);
  });

  await test('on paper it has the colours of paper, whatever the theme', async () => {
    const fills = () => tab.$$eval('.mr-chart rect, .mr-chart text', (all) => all.map((one) => getComputedStyle(one).fill).join());
    await visit(tab, page(undefined, '-O', 'chart=coverage', '-O', 'theme=light'));
    const light = await fills();
    for (const theme of ['dark', 'auto']) {
      await tab.emulateMedia({ colorScheme: 'dark' });
      await visit(tab, page(undefined, '-O', 'chart=coverage', '-O', `theme=${theme}`));
      assert.notEqual(await fills(), light);
      await tab.emulateMedia({ colorScheme: 'dark', media: 'print' });
      assert.equal(await fills(), light);
      await tab.emulateMedia({ colorScheme: null, media: null });
    }
  });

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

  await test('numbers that their parts have no room for stand below the bar, drawn anew as by the program', async () => {
    const lines = ['meshreport: 1', 'title: Narrow', 'products: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]', 'categories:', '  - id: x', '    features:'];
    for (let i = 0; i < 240; i++) {
      const b = ['no', 'partial', 'no', '~', 'na'][i] || 'yes';
      lines.push(`      - {id: f${i}, name: F${i}, values: {a: yes, b: ${b}, c: ${i % 3 ? 'yes' : 'no'}}}`);
    }
    const narrow = lines.join('\n') + '\n';
    for (const hash of ['', 'p=b', 'p=c,b']) {
      const plain = await open({ script: false });
      await visit(plain, page(narrow, '-O', 'chart=coverage', ...(hash ? [`--products=${hash.slice(2)}`] : [])));
      await visit(tab, `${page(narrow, '-O', 'chart=coverage')}#${hash}`);
      const outside = (one) => one.evaluate(() => Array.from(document.querySelectorAll('.mr-chart text[class$="-text"]:not(.f-text)'))
        .filter((text) => text.getClientRects().length)
        .map((text) => [text.getAttribute('class'), text.textContent, Math.round(Number(text.getAttribute('x'))), Math.round(text.getBoundingClientRect().top - text.ownerSVGElement.getBoundingClientRect().top)].join(' ')));
      const expected = await outside(plain);
      assert.equal(expected.length, 4, expected.join(', '));
      assert.deepEqual(await outside(tab), expected);
      assert.deepEqual(await overlaps(tab), []);
      await close(plain);
    }
  });

  const others = ['categories', 'heatmap', 'radar', 'matrix', 'evidence'];
  /* the one that is drawn of what says how it is known */
  const of = (kind) => (kind === 'evidence' ? SHIPPED.replace('.yaml', '-2026.yaml') : undefined);

  for (const kind of others) {
    await test(`the script leaves ${kind} of the whole as the program drew it`, async () => {
      const plain = await open({ script: false });
      const address = page(of(kind), '-O', `chart=${kind}`);
      await visit(plain, address);
      await visit(tab, address);
      assert.deepEqual(await drawn(tab), await drawn(plain));
      assert.equal(await tab.textContent('.mr-chart desc'), await plain.textContent('.mr-chart desc'));
      await close(plain);
    });

    /* The program itself is the judge: what it draws of a selection, the script makes of the whole. */
    for (const [hash, ...selected] of [
      ['p=kuma,istio,consul', '--products=kuma,istio,consul'],
      ['p=maesh,linkerd,kuma,istio&diff=1', '--products=maesh,linkerd,kuma,istio', '--only-differences'],
    ]) {
      await test(`${kind} follows ${hash} as if the program had drawn it`, async () => {
        const plain = await open({ script: false });
        await visit(plain, page(of(kind), '-O', `chart=${kind}`, ...selected));
        await visit(tab, `${page(of(kind), '-O', `chart=${kind}`)}#${hash}`);
        assert.deepEqual(await facts(tab, kind), await facts(plain, kind));
        assert.deepEqual(await overlaps(tab), []);
        await close(plain);
      });
    }

    await test(`what ${kind} hides leaves no gap, comes back, and is accessible`, async () => {
      await visit(tab, page(of(kind), '-O', `chart=${kind}`));
      const whole = await drawn(tab);
      const height = () => tab.evaluate(() => document.querySelector('.mr-chart svg').viewBox.baseVal.height);
      const before = await height();
      await tab.evaluate(() => { location.hash = 'p=istio,kuma&q=traffic'; });
      await tab.waitForFunction(() => document.querySelectorAll('.mr-chart-table tbody tr[hidden]').length);
      assert.ok(await height() < before - 20, `${await height()} of ${before}`);
      assert.deepEqual(await complaints(tab), []);
      await tab.evaluate(() => { location.hash = ''; });
      await tab.waitForFunction(() => !document.querySelector('.mr-chart-table [hidden]'));
      assert.deepEqual(await drawn(tab), whole);
      assert.deepEqual(tab.problems, []);
    });
  }

  /* What stands at a point of each row and column: the class of the shape there. */
  const lines = (one) => one.evaluate(() => {
    const field = document.querySelector('.mr-chart g > g');
    const edge = field.querySelector('.s-edge:not(line)');
    const svg = field.ownerSVGElement;
    const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(edge.getAttribute(name)));
    const [columns, rows] = [Math.round(width / 19), Math.round((height - 1) / 4)];
    const at = (x, y) => {
      const point = Object.assign(svg.createSVGPoint(), { x, y });
      const found = Array.from(field.querySelectorAll('rect, path')).find((shape) => shape !== edge && shape.isPointInFill(point));
      return found ? found.getAttribute('class') : 'nothing';
    };
    const seen = [];
    for (let i = 0; i < rows; i += 17) {
      for (let k = 0; k < columns; k++) seen.push(at(left + 0.5 + k * width / columns + 8, top + 0.5 + (i + 0.5) * 4));
    }
    const names = Array.from(field.querySelectorAll('text'), (text) => `${text.textContent} ${Math.round(Number(text.getAttribute('y')))}`);
    const heads = Array.from(document.querySelectorAll('.mr-chart g > text')).filter((text) => text.getClientRects().length && !field.contains(text) && !text.closest('g:has(> title)'));
    heads.sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
    return { columns, rows, seen, names, heads: heads.map((text) => text.textContent), height: Math.round(svg.viewBox.baseVal.height) };
  });

  await test('an overview follows as if the program had drawn it', async () => {
    /* So many that a sentence below has one line with a product more or less: the page breaks no sentence anew. */
    const many = wide(420, 8).replace('name: Category 41', 'name: Category 41 whose name is too long to stand beside its rows in whole');
    const whole = page(many, '-O', 'chart=heatmap');
    const plain = await open({ script: false });
    await visit(plain, whole);
    await visit(tab, whole);
    const before = await lines(tab);
    assert.deepEqual(before, await lines(plain));
    assert.equal(await tab.locator('.mr-numbers').count(), 0, 'no table of numbers');
    await visit(plain, page(many, '-O', 'chart=heatmap', '--products=p7,p6,p5,p4,p3,p2,p1'));
    await tab.evaluate(() => { location.hash = 'p=p7,p6,p5,p4,p3,p2,p1'; });
    await tab.waitForFunction(() => document.querySelector('.mr-chart path:not(defs *)'));
    assert.deepEqual(await lines(tab), await lines(plain));
    await tab.evaluate(() => { location.hash = 'q=whose name'; });
    await tab.waitForFunction(() => document.querySelector('.mr-chart g > g').querySelectorAll('text').length === 1);
    const { rows, names } = await lines(tab);
    assert.deepEqual([rows, names.length], [10, 1]);
    assert.deepEqual(await overlaps(tab), []);
    await tab.evaluate(() => { location.hash = 'q=nothing like that'; });
    await tab.waitForFunction(() => !document.querySelector('.mr-chart g > g').querySelector('text'));
    assert.equal(await tab.locator('.mr-chart g > g').first().locator('> *').count(), 0, 'no frame around nothing');
    assert.equal(await tab.$eval('.mr-chart desc', (element) => element.textContent), '');
    await tab.evaluate(() => { location.hash = ''; });
    await tab.waitForFunction(() => !document.querySelector('.mr-chart path:not(defs *)'));
    assert.deepEqual(await lines(tab), before);
    assert.deepEqual(tab.problems, []);
    await close(plain);
  });

  await test('a chart whose script is in no fragment of the page says that it shows everything', async () => {
    await visit(tab, page(undefined, '-O', 'chart=coverage'));
    await tab.evaluate(() => { delete window.meshreportCharts.coverage; });
    const said = await tab.evaluate(() => {
      const figure = document.querySelector('.mr-chart');
      const table = { rows: [1, 2], products: [1], shown: [1] };
      window.meshreportChart(figure, table).follow([1], (key) => key);
      return figure.querySelector('figcaption').textContent;
    });
    assert.equal(said, 'chart_whole');
    assert.equal(await tab.isVisible('.mr-chart figcaption'), true);
  });

  await close(tab);
}
