// SPDX-License-Identifier: MIT
// Taking away: the command line, and CSV, JSON and Markdown of the view.
import assert from 'node:assert/strict';
import { close, FOLDER, join, meshreport, open, page, pathToFileURL, readFileSync, shownFeatures, shownProducts, SHIPPED, test, textOf, visit, writeFileSync } from './lib.mjs';
import { FORMULAS, HOSTILE, RICH } from './data.mjs';

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

export default async function away() {
  const shipped = page();
  const rich = page(RICH);
  const tab = await open();

  await test('the command line makes the same view', async () => {
    const second = await open();
    for (const hash of ['', 'p=linkerd,istio', 'diff=1', 'must=mtls,grpc', 'sort=coverage', 'sort=name&diff=1', 'p=kuma,consul,istio&must=mtls&diff=1&sort=coverage',
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

  await test('CSV holds the view, and no cell of it is a formula', async () => {
    await visit(tab, `${rich}#p=gamma,beta&closed=net`);
    const { name, text } = await download(tab, 'CSV');
    assert.match(name, /^data\d+\.csv$/);
    const rows = parseCsv(text.replace('\ufeff', ''));
    assert.deepEqual(rows[0], ['Category', 'Feature', 'Gamma', 'beta | two']);
    assert.deepEqual(rows[1], ['', 'Version', "'-x", "'=2+3"]);
    assert.deepEqual(rows[3], ['Network net', 'TCP', 'yes (fast) [1]', 'no']);
    assert.deepEqual(rows[4], ['Network net', 'UDP too', 'In yes, Out no [1] [2]', 'in beta']);
    assert.equal(rows.length, 1 + 7);
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

  for (const [what, dataset] of [['the rich dataset', RICH], ['the shipped one', null], ['hostile names', HOSTILE]]) {
    await test(`JSON is a dataset again and makes the same table: ${what}`, async () => {
      const first = dataset ? page(dataset) : shipped;
      await visit(tab, first);
      const before = await tableOf(tab);
      const { text } = await download(tab, 'JSON');
      const path = join(FOLDER, 'again.json');
      writeFileSync(path, text);
      meshreport('check', path);
      await visit(tab, page(path));
      assert.deepEqual(await tableOf(tab), before);
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
