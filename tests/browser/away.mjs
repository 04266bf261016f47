// SPDX-License-Identifier: MIT
// Taking away: the command line, and CSV, JSON and Markdown of the view.
import assert from 'node:assert/strict';
import { close, FOLDER, join, meshreport, open, page, pathToFileURL, readFileSync, shownFeatures, shownProducts, SHIPPED, test, textOf, tool, visit, writeFileSync } from './lib.mjs';
import { FORMULAS, HOSTILE, markdownCases, markdownDataset, RICH, SIGNS } from './data.mjs';

async function download(tab, label) {
  if (!(await tab.locator('.mr-panel:visible').count())) await tab.getByRole('button', { name: 'Share', exact: true }).click();
  const [file] = await Promise.all([tab.waitForEvent('download'), tab.getByRole('button', { name: `Download ${label}` }).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

function parseCsv(text) {
  const rows = [[]];
  let field = '';
  for (let i = 0, quoted = false; i < text.length; i++) {
    if (quoted && text[i] === '"' && text[i + 1] === '"') field += text[++i];
    else if (text[i] === '"') quoted = !quoted;
    else if (!quoted && (text[i] === ',' || text[i] === '\n')) {
      rows[rows.length - 1].push(field);
      field = '';
      if (text[i] === '\n') rows.push([]);
    } else if (quoted || text[i] !== '\r') field += text[i];
  }
  return rows.slice(0, -1);
}

/* What a second page shows: its words without symbols and links of its own. */
const tableOf = (tab) => tab.$$eval('.mr-table tr[data-id]', (rows) => rows.map((row) =>
  Array.from(row.cells).filter((cell) => cell.getClientRects().length).map((cell) => cell.innerHTML.replace(/ (id|href)="#?ref[^"]*"/g, ''))));

/* As GitHub reads it, raw HTML let through so that what is live is seen. */
const render = (markdown) => tool('cmark-gfm', ['--unsafe', ...['table', 'autolink', 'strikethrough', 'footnotes'].flatMap((name) => ['-e', name])], { input: markdown });

/* The cells of the first table, line breaks as such, marks of notes as [1]; and whatever is no plain text. */
const readTable = (tab, html) => tab.evaluate((text) => {
  const dom = new DOMParser().parseFromString(text, 'text/html');
  const plain = ['HTML', 'HEAD', 'BODY', 'H1', 'P', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'CODE', 'EM', 'STRONG', 'A', 'BR', 'SUP', 'SECTION', 'OL', 'LI'];
  const strange = Array.from(dom.querySelectorAll('*')).filter((element) => !plain.includes(element.tagName) || /^(?!https?:|mailto:|#)/.test(element.getAttribute('href') || '#'));
  const words = (element) => {
    element.querySelectorAll('br').forEach((end) => end.replaceWith('\n'));
    element.querySelectorAll('.footnote-ref').forEach((mark) => mark.remove());
    return element.textContent.replace(/^[ \n]+|[ \n]+$/g, '');
  };
  return {
    rows: Array.from(dom.querySelectorAll('tr'), (row) => Array.from(row.cells, words)),
    notes: Array.from(dom.querySelectorAll('.footnotes li'), (note) => { note.querySelectorAll('.footnote-backref').forEach((back) => back.remove()); return words(note); }),
    paragraphs: Array.from(dom.querySelectorAll('body > h1, body > p'), (part) => part.textContent),
    links: Array.from(dom.querySelectorAll('td a[href]'), (link) => link.getAttribute('href')),
    nTables: dom.querySelectorAll('table').length,
    strange: strange.map((element) => element.outerHTML),
  };
}, html);

/* What the page shows in each row's cells, in the same form. */
const readPage = (tab) => tab.$$eval('.mr-table tbody tr[data-id]', (rows) => rows.map((row) => Array.from(row.cells, (cell) => {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll('.mr-link, .mr-mark, .mr-note-box').forEach((part) => part.remove());
  copy.querySelectorAll(':scope > i[aria-label]').forEach((symbol) => symbol.append(` ${symbol.getAttribute('aria-label')}:`));
  copy.querySelectorAll('br').forEach((end) => end.replaceWith('\n'));
  return copy.textContent.replace(/^[ \n]+|[ \n]+$/g, '');
})));

export default async function away() {
  const shipped = page();
  const rich = page(RICH);
  const tab = await open();

  await test('the view as a frame of another page is that view', async () => {
    await visit(tab, `${shipped}#p=kuma,istio`);
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
    const frame = await tab.locator('.mr-command').nth(1).textContent();
    const host = join(FOLDER, 'frame.html');
    writeFileSync(host, `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Host</title>${frame.replace(' loading="lazy"', '')}</html>`);
    await visit(tab, pathToFileURL(host).href);
    const inside = tab.frameLocator('iframe');
    await inside.locator('.mr[data-mr-ready]').waitFor();
    assert.equal(await tab.getAttribute('iframe', 'title'), 'Service mesh comparison');
    assert.deepEqual(await inside.locator('thead th[data-id]:not([hidden])').evaluateAll((heads) => heads.map((head) => head.dataset.id)), ['kuma', 'istio']);
  });

  await test('the command line makes the same view', async () => {
    const second = await open();
    for (const hash of ['', 'p=linkerd,istio', 'diff=1', 'must=mtls,grpc', 'must=http2=partial,mtls=unknown', 'sort=coverage', 'sort=name&diff=1', 'p=kuma,consul,istio&must=mtls&diff=1&sort=coverage',
      'q=traffic', 'q=proxy&sort=coverage', 'q=injection&diff=1&p=istio,linkerd,maesh']) {
      await visit(tab, `${shipped}#${hash}`);
      await tab.getByRole('button', { name: 'Share', exact: true }).click();
      const line = await tab.innerText('.mr-command');
      const words = line.trim().split(/\s+/);
      assert.equal(words[0], 'meshreport');
      assert.equal(words[words.length - 1], 'servicemesh.yaml');
      const made = page(SHIPPED, ...words.slice(1, -1));
      await visit(second, made);
      assert.deepEqual(await shownProducts(second), await shownProducts(tab), `${hash}: ${line}`);
      assert.deepEqual(await shownFeatures(second), await shownFeatures(tab), `${hash}: ${line}`);
    }
    await close(second);
  });

  await test('of a page that is a selection itself, too', async () => {
    const narrowed = page(SHIPPED, '--products', 'istio,kuma,consul', '--categories', 'security,resilience', '--sort', 'name');
    await visit(tab, `${narrowed}#diff=1&must=mtls`);
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
    const words = (await tab.innerText('.mr-command')).split(/\s+/);
    const second = await open();
    await visit(second, page(SHIPPED, ...words.slice(1, -1)));
    assert.deepEqual(await shownProducts(second), await shownProducts(tab));
    assert.deepEqual(await shownFeatures(second), await shownFeatures(tab));
    await close(second);
  });

  await test('link and command line are copied by a button', async () => {
    await visit(tab, `${shipped}#diff=1`);
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
    await tab.getByRole('button', { name: 'Copy link' }).last().click();
    await tab.getByRole('button', { name: 'Copy: Command line' }).click();
    assert.deepEqual(await tab.evaluate(() => window.copied), [`${shipped}#diff=1`, 'meshreport --only-differences servicemesh.yaml']);
  });

  await test('a download keeps its panel and the focus, so that the next one is a key away', async () => {
    await visit(tab, shipped);
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
    for (const label of ['CSV', 'JSON']) {
      const start = tab.getByRole('button', { name: `Download ${label}` });
      await start.focus();
      await Promise.all([tab.waitForEvent('download'), tab.keyboard.press('Enter')]);
      assert.equal(await tab.locator('.mr-panel:visible').count(), 1, label);
      assert.ok(await start.evaluate((element) => element === document.activeElement), label);
    }
  });

  await test('CSV holds the view, and no cell of it is a formula', async () => {
    await visit(tab, `${rich}#p=gamma,beta&closed=net`);
    const { name, text } = await download(tab, 'CSV');
    assert.match(name, /^data\d+\.csv$/);
    const rows = parseCsv(text.replace('\ufeff', ''));
    assert.deepEqual(rows[0], ['Category', 'Feature', 'Gamma', 'beta | two']);
    assert.deepEqual(rows[1], ['', 'Version', "'-x", "'=2+3"]);
    assert.deepEqual(rows[3], ['Network net', 'TCP', 'yes (fast) [1]', 'no']);
    assert.deepEqual(rows[4], ['Network net', 'UDP too', 'In yes, Out no [1] [2]', 'in beta']);
    assert.equal(rows.length, 1 + 7 + 2);
  });

  await test('no field of CSV begins as a formula does, wherever its words come from', async () => {
    /* A dataset has no tab before a name; a page that somebody edited may. */
    const path = join(FOLDER, 'formulas.html');
    writeFileSync(path, textOf(page(FORMULAS)).replaceAll('TABBED', '&#9;=1').replaceAll('RETURNED', '&#13;=1'));
    await visit(tab, pathToFileURL(path).href);
    const fields = parseCsv((await download(tab, 'CSV')).text.replace('\ufeff', '')).flat();
    assert.equal(fields.length, 3 * 8);
    assert.deepEqual(fields.filter((field) => /^[=+@\t\r]|^-./.test(field)), []);
    for (const words of ["'+2", "'@x", "'=x", "'-x", '-', "'+", "'@", "'+category", "'@feature", "'@SUM(1+1)"]) assert.ok(fields.includes(words), words);
  });

  await test('Markdown holds the view, with links and notes', async () => {
    await visit(tab, `${rich}#p=alpha,gamma`);
    const { text } = await download(tab, 'Markdown');
    const lines = text.split('\n');
    assert.ok(lines.includes('| Feature | [Alpha](https://alpha.example) | Gamma |'), text);
    assert.ok(text.includes('| **[Network `net`](https://example.org/net)** |  |  |'), text);
    assert.ok(text.includes('[UDP](https://example.org/udp) too'), text);
    assert.ok(/^\[\^1\]: by hand, with \*care\* and a \[link\]\(https:\/\/example.org\/manual\)$/m.test(text), text);
    assert.ok(text.includes('✓ yes (fast)[^1]'), text);
    assert.ok(text.includes('◐ partial: only sometimes'), text);
    assert.ok(text.includes('yes\\*no'), text);
  });

  await test('CSV names the sources of each cell under its product, and the notes', async () => {
    await visit(tab, `${rich}#p=gamma,alpha`);
    const rows = parseCsv((await download(tab, 'CSV')).text.replace('\ufeff', ''));
    const nColumns = rows[0].length;
    assert.ok(rows.every((row) => row.length === nColumns), JSON.stringify(rows));
    assert.deepEqual(rows.slice(-3), [
      ['Sources', 'UDP too', '', 'https://example.org/s1 https://example.org/s2'],
      ['Notes', '[1]', 'by hand, with care and a link <https://example.org/manual>', ''],
      ['Notes', '[2]', 'own words here', ''],
    ]);
  });

  await test('notes of products, categories and features stand behind their names, lead there and back, and are taken along', async () => {
    const noted = `meshreport: 1
title: Noted
notes: {shared: of all three}
products: [{id: a, name: A, notes: [shared, of a product]}, {id: b, name: B}]
categories:
  - {id: c, name: C, notes: [of a category, shared], features: [{id: f, name: F, weight: 3, notes: [shared, of a feature], values: {a: yes, b: {status: no, notes: [of a cell]}}}]}
`;
    await visit(tab, page(noted));
    const marks = (selector) => tab.$$eval(`${selector} .mr-mark a`, (links) => links.map((link) => link.textContent).join());
    assert.deepEqual([await marks('thead th[data-id="a"]'), await marks('.mr-cat'), await marks('tr[data-id="f"] th')], ['1,2', '3,1', '1,4']);
    const broken = await tab.$$eval('.mr-mark a, .mr-back', (links) => links.filter((link) => !document.getElementById(link.getAttribute('href').slice(1))).length);
    assert.equal(broken, 0);
    assert.equal(await tab.locator('#note-1 .mr-back').count(), 3);
    assert.equal(await tab.textContent('.mr-scale'), 'Coverage: yes counts one, partial one half, unknown zero, of all that apply. Coverage is weighted, the counts are not: F\u00a0×3');
    assert.equal(await tab.textContent('tr[data-id="f"] .mr-weight'), '\u00a0×3');
    await tab.click('thead .mr-mark a');
    assert.equal(await tab.textContent('thead .mr-note-box .mr-note'), 'of all three');
    const csv = parseCsv((await download(tab, 'CSV')).text.slice(1));
    assert.deepEqual(csv.slice(0, 2), [['Category', 'Feature', 'A [1] [2]', 'B'], ['C [3] [1]', 'F [1] [4]', 'yes', 'no [5]']]);
    assert.deepEqual(csv.slice(2).map((row) => row[2]), ['of all three', 'of a product', 'of a category', 'of a feature', 'of a cell']);
    const { text } = await download(tab, 'Markdown');
    for (const wanted of ['A[^1][^2] | B |', '**C[^3][^1]**', '| F[^1][^4] |', '[^2]: of a product', '[^3]: of a category']) assert.ok(text.includes(wanted), `${wanted}: ${text}`);
    const { products, categories } = JSON.parse((await download(tab, 'JSON')).text);
    assert.deepEqual([products[0].notes, categories[0].notes, categories[0].features[0].notes],
      [['shared', 'of a product'], ['of a category', 'shared'], ['shared', 'of a feature']]);
  });

  await test('nor does a sign of full width or one in a note, by whatever it is followed', async () => {
    const dataset = JSON.stringify({
      meshreport: 1, title: 'T', products: [{ id: 'a', name: '=A' }, { id: 'b', name: '\uff1dB' }],
      categories: [{ id: 'c', name: '@C', features: SIGNS.map((words, i) => ({ id: 'f' + i, name: words, kind: 'text', values: { a: { text: words, notes: [words + ' is a note'] } } })) }],
    }, null, 1);
    await visit(tab, page(dataset));
    const rows = parseCsv((await download(tab, 'CSV')).text.replace('\ufeff', ''));
    assert.deepEqual(rows[0].slice(2), ["'=A", "'\uff1dB"]);
    SIGNS.forEach((words, i) => {
      const shown = words.trim();
      assert.deepEqual(rows[1 + i].slice(0, 3), ["'@C", "'" + shown, `'${shown} [${i + 1}]`]);
      assert.deepEqual(rows[1 + SIGNS.length + i].slice(0, 3), ['Notes', `[${i + 1}]`, `'${shown} is a note`]);
    });
    for (const field of rows.flat()) assert.doesNotMatch(field, /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]./);
  });

  const cases = markdownCases();
  const hostile = page(markdownDataset(cases));

  await test('a Markdown reader finds in each cell of the Markdown the words of the dataset, and nothing live', async () => {
    await visit(tab, hostile);
    const shown = await readPage(tab);
    const html = render((await download(tab, 'Markdown')).text);
    const found = await readTable(tab, html);
    assert.deepEqual(found.strange, []);
    assert.equal(found.nTables, 1);
    assert.deepEqual(found.rows[0], ['Feature', 'A|`b` *c* <b>', '\\', '1. C', 'D']);
    assert.deepEqual(found.rows[1], ['C|d <b>', '', '', '', '']);
    assert.equal(found.rows.length, 2 + cases.length);
    const edge = (words) => words.replace(/^[ \n]+|[ \n]+$/g, '');
    cases.forEach((one, i) => {
      const words = one.words === undefined ? shown[i][0] : edge(one.words);
      const next = cases[(i + 1) % cases.length];
      const after = next.words === undefined ? shown[(i + 1) % cases.length][0] : edge(next.words);
      const said = `case ${i}: ${JSON.stringify(one.source)}`;
      const row = found.rows[2 + i];
      assert.equal(row[0], words, said);
      assert.equal(row[1], words, said);
      for (const cell of [2, 3, 4]) assert.equal(row[cell].replace(/\s+/g, ' '), shown[i][cell].replace(/\s+/g, ' '), said);
      assert.ok(row[2].includes(words) && row[2].includes(after), said);
      assert.ok(row[3].includes(words) && row[4].includes(words), said);
    });
    const notes = await tab.$$eval('.mr-notes .mr-note', (list) => list.map((note) => {
      note.querySelectorAll('br').forEach((end) => end.replaceWith(' '));
      return note.textContent.replace(/\s+/g, ' ').trim();
    }));
    assert.deepEqual(found.notes.map((words) => words.replace(/\s+/g, ' ').trim()), notes);
    assert.deepEqual(found.paragraphs, ['1. <b>*T*</b> `x` #', '- not a *list* | x', '+ C <i> https://credit.example/?a=1&copy;=2']);
    assert.equal(found.links.filter((link) => decodeURIComponent(link) === 'https://s.example/(x)?a=`|*').length, cases.length);
    await visit(tab, 'about:blank');
    await tab.setContent(html);
    assert.equal(await tab.evaluate(() => window.hacked), undefined);
  });

  for (const [what, dataset] of [['texts that Markdown could take for something else', markdownDataset(cases)], ['the rich dataset', RICH], ['the shipped one', null], ['hostile names', HOSTILE]]) {
    await test(`JSON is a dataset again and makes the same table: ${what}`, async () => {
      const first = dataset ? page(dataset) : shipped;
      await visit(tab, first);
      const before = (await tableOf(tab)).flat();
      const { text } = await download(tab, 'JSON');
      const path = join(FOLDER, 'again.json');
      writeFileSync(path, text);
      meshreport('check', path);
      await visit(tab, page(path));
      const after = (await tableOf(tab)).flat();
      /* Words lose their emphasis before they change: where two touch, or one stands between a letter that was an entity and a sign. */
      const bare = (cell) => cell.replace(/<\/?(em|strong)>/g, '');
      assert.deepEqual(after.map(bare), before.map(bare));
      before.forEach((cell, i) => {
        if (!/<\/(em|strong)><(em|strong)>|\u00e9|&nbsp;/.test(cell)) assert.equal(after[i], cell);
      });
    });
  }

  await test('nothing that is hidden is taken away', async () => {
    await visit(tab, `${shipped}#p=istio&q=mtls`);
    for (const label of ['CSV', 'JSON', 'Markdown']) {
      const { text } = await download(tab, label);
      assert.ok(text.includes('mTLS') && text.includes('Istio'), label);
      assert.ok(!text.includes('Vault') && !text.includes('Kuma') && !text.includes('Prometheus'), label);
    }
    assert.deepEqual(tab.problems, []);
  });
  await close(tab);
}
