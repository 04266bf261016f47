// SPDX-License-Identifier: MIT
// The report inside a page of somebody's site, once, twice, and beside another one.
import assert from 'node:assert/strict';
import { close, FOLDER, hashOf, join, open, page, pathToFileURL, readFileSync, ROOT, SHIPPED, test, textOf, tool, visit, writeFileSync } from './lib.mjs';
import { RICH } from './data.mjs';

function host(name, ...fragments) {
  const path = join(FOLDER, name);
  writeFileSync(path, '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Host</title><style>body { font: 20px serif; color: rgb(1, 2, 3) } ' +
    'table { border: 5px solid red } h2 { color: green }</style></head><body><h1 id="tcp">A site</h1><p id="p">before</p>' +
    fragments.join('\n') + '<p id="after" class="mine">after</p></body></html>\n');
  return pathToFileURL(path).href;
}

/* One cell of a status whose symbol is the dataset's own. */
function marks(name, symbol) {
  const path = join(FOLDER, name);
  writeFileSync(path, `meshreport: 1\ntitle: T\nstatuses: {yes: {symbol: ${symbol}}}\nproducts: [{id: a, name: A}]\n` +
    'categories: [{id: c, features: [{id: f, name: F, values: {a: yes}}]}]\n');
  return path;
}

export default async function fragment() {
  const one = textOf(page(SHIPPED, '-O', 'fragment'));
  const other = textOf(page(RICH, '-O', 'fragment', '-O', 'id-prefix=rich-', '-O', 'heading=3'));
  const tab = await open();
  const seen = (id) => tab.$$eval(`[id="${id}"] .mr-table thead th[data-id]`, (cells) => cells.filter((cell) => !cell.hidden).map((cell) => cell.dataset.id));
  const symbols = (selector) => tab.$$eval(selector, (cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  const doubled = () => tab.evaluate(() => {
    const ids = Array.from(document.querySelectorAll('[id]'), (element) => element.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });

  await test('a fragment is no document, has no policy, and every id has its prefix', () => {
    for (const word of ['<html', '<head', '<body', '<title', 'Content-Security-Policy', '<main', '<h1']) assert.ok(!one.includes(word), word);
    for (const [, id] of one.matchAll(/\sid="([^"]*)"/g)) assert.match(id, /^servicemesh-/);
    for (const [, id] of other.matchAll(/\sid="([^"]*)"/g)) assert.match(id, /^rich-/);
    assert.ok(other.includes('<h4 id="rich-mr-legend">'));
  });

  await test('it leaves its host page as it was, and works in it', async () => {
    await visit(tab, host('one.html', one));
    assert.equal(await tab.$eval('#after', (element) => getComputedStyle(element).fontFamily), 'serif');
    assert.equal(await tab.$eval('#after', (element) => getComputedStyle(element).color), 'rgb(1, 2, 3)');
    await tab.click('.mr-check.mr-button');
    assert.equal(await hashOf(tab), '#servicemesh-diff=1');
    await visit(tab, `${host('one.html', one)}#servicemesh-p=kuma,istio&servicemesh-at=servicemesh-mtls`);
    assert.deepEqual(await seen('servicemesh-mr-report'), ['kuma', 'istio']);
    assert.deepEqual(tab.problems, []);
  });

  await test("a host's own theme, signs and paper stay as they are", async () => {
    const address = host('themed.html', one).replace('themed.html', 'themed2.html');
    writeFileSync(join(FOLDER, 'themed2.html'), readFileSync(join(FOLDER, 'themed.html'), 'utf8').replace('<html ', '<html data-theme="contrast" ')
      .replace('<style>', '<style>@page { size: a4 portrait } ').replace('>before<', '><i id="sign">i</i><span class="mr-logo" id="logo"></span><'));
    await visit(tab, address);
    assert.equal(await tab.$eval('#sign', (element) => getComputedStyle(element).outlineStyle), 'none');
    const path = join(FOLDER, 'themed.pdf');
    await tab.pdf({ path, preferCSSPageSize: true });
    assert.match(tool('pdfinfo', [path]), /Page size:\s+59\d[.\d]* x 84\d/);
    assert.match(tool('pdfinfo', ['-f', '2', '-l', '2', path]), /Page +2 size:\s+84\d[.\d]* x 59\d/); // the report's own sheets
  });

  await test("a fragment has sizes of its own, no signs of its host's lists, and keeps below the host's head", async () => {
    const part = textOf(page(undefined, '-O', 'fragment', '-O', 'id-prefix=own-'));
    for (const [root, width, head] of [['62.5%', 900, 48], ['125%', 1100, 64]]) {
      const path = join(FOLDER, 'sizes.html');
      writeFileSync(path, `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Host</title><style>html { font-size: ${root} } .text ul { list-style-type: disc; margin-left: 10px } .text ul li { margin-left: 20px }
header { position: sticky; top: 0; height: ${head}px; z-index: 9 }</style><header>Site</header><div class="text" style="width: ${width}px"><ul><li>own</li></ul>${part}</div><style>.mr { --mr-top: ${head}px }</style><p style="height: 100vh">end</p></html>\n`);
      await visit(tab, `${pathToFileURL(path).href}#own-mtls`);
      assert.deepEqual(await tab.evaluate(() => {
        const item = getComputedStyle(document.querySelector('.mr-legend li'));
        return [getComputedStyle(document.querySelector('.mr-table')).fontSize, item.listStyleType, item.marginLeft, getComputedStyle(document.querySelector('.text li')).listStyleType];
      }), ['15px', 'none', '0px', 'disc']);
      const [top, bottom, row] = await tab.evaluate(() => {
        const box = document.querySelector('.mr-table thead th').getBoundingClientRect();
        return [box.top, box.bottom, document.getElementById('own-mtls').getBoundingClientRect().top];
      });
      assert.ok(top >= head - 1 && row >= bottom - 1 && row < 900, `${head}: ${top} ${bottom} ${row}`);
    }
    assert.deepEqual(tab.problems, []);
  });

  await test('a logo has a plate of white where the page is dark, by choice and by preference, and none where it is light', async () => {
    for (const [theme, colorScheme, ground] of [['dark', 'light', 'rgb(255, 255, 255)'], ['auto', 'dark', 'rgb(255, 255, 255)'], ['auto', 'light', 'rgba(0, 0, 0, 0)'], ['light', 'dark', 'rgba(0, 0, 0, 0)']]) {
      await tab.emulateMedia({ colorScheme });
      await visit(tab, page(join(ROOT, 'tests/golden/dataset.yaml'), '-O', `theme=${theme}`));
      assert.equal(await tab.$eval('.mr-logo', (logo) => getComputedStyle(logo).backgroundColor), ground, `${theme} ${colorScheme}`);
    }
    await tab.emulateMedia({ colorScheme: null });
  });

  await test("a hash of the host page's own is not remarked on", async () => {
    await visit(tab, `${host('one.html', one)}#after`);
    assert.equal(await tab.locator('.mr-notice').isVisible(), false);
  });

  await test('two reports in one page keep to themselves', async () => {
    await visit(tab, host('two.html', one, other));
    assert.deepEqual(await doubled(), []);
    await tab.locator('[id="servicemesh-mr-report"] .mr-check.mr-button').click();
    await tab.locator('[id="rich-mr-report"] .mr-select').first().selectOption('name');
    assert.equal(await hashOf(tab), '#servicemesh-diff=1&rich-sort=name');
    await tab.goBack();
    assert.equal(await tab.locator('[id="rich-mr-report"] .mr-select').first().inputValue(), 'data');
    assert.ok(await tab.locator('[id="servicemesh-mr-report"] .mr-check.mr-button input').isChecked());
    assert.deepEqual(tab.problems, []);
  });

  await test('the same report twice in one page gets addresses of its own', async () => {
    await visit(tab, host('twice.html', one, one));
    assert.deepEqual(await doubled(), []);
    assert.equal(await tab.locator('.mr-search:visible').count(), 2);
    await tab.locator('.mr-check.mr-button').nth(1).click();
    assert.equal(await hashOf(tab), '#mr2-servicemesh-diff=1');
    assert.ok(!(await tab.locator('.mr-check.mr-button input').nth(0).isChecked()));
    const first = await tab.locator('.mr').nth(0).locator('tr[data-id="tcp"]').isVisible();
    const second = await tab.locator('.mr').nth(1).locator('tr[data-id="tcp"]').isVisible();
    assert.deepEqual([first, second], [true, false]);
    assert.deepEqual(await symbols('tr[data-id="mtls"] td.mr-y'), Array(8).fill('"✓" / ""'));
    assert.deepEqual(tab.problems, []);
  });

  await test('the symbols of a report stay out of one whose prefix ends in its own', async () => {
    const marked = (name, symbol, prefix) => textOf(page(marks(name, symbol), '-O', 'fragment', '-O', `id-prefix=${prefix}`));
    await visit(tab, host('marks.html', marked('outer.yaml', 'O', 'very-rich-'), marked('inner.yaml', 'I', 'rich-'), marked('inner.yaml', 'I', 'rich-')));
    const drawn = await tab.$$eval('tr[data-id="f"] td', (cells) => cells.map((cell) => getComputedStyle(cell, '::before').content[1]));
    assert.deepEqual(drawn, ['O', 'I', 'I']);
  });

  await test('a report without a script of its own is started by that of another, before or behind it', async () => {
    const bare = textOf(page(RICH, '-O', 'fragment', '-O', 'id-prefix=bare-', '-O', 'script=no'));
    for (const order of [[one, bare], [bare, one]]) {
      await visit(tab, host('behind.html', ...order));
      assert.equal(await tab.locator('.mr-search:visible').count(), 2);
      await tab.locator('[id="bare-mr-report"] .mr-check.mr-button').click();
      assert.equal(await hashOf(tab), '#bare-diff=1');
    }
    assert.deepEqual(tab.problems, []);
  });

  await test('a report without a style sheet is dressed by that of another, also where only it has evidence', async () => {
    const plain = textOf(page(marks('plain.yaml', 'P'), '-O', 'fragment'));
    const bare = textOf(page(RICH, '-O', 'fragment', '-O', 'id-prefix=bare-', '-O', 'style=no', '-O', 'script=no'));
    assert.ok(bare.includes('class="mr-info"') && !plain.includes('class="mr-info"'));
    await visit(tab, host('dressed.html', plain, bare));
    assert.deepEqual(await tab.locator('.mr-info').first().evaluate((button) => [getComputedStyle(button).borderTopWidth, getComputedStyle(button, '::before').content]), ['0px', '"i"']);
  });

  await test('without its own style sheet every symbol stands in its cell, and once', async () => {
    const bare = textOf(page(RICH, '-O', 'fragment', '-O', 'id-prefix=bare-', '-O', 'style=no', '-O', 'script=no'));
    await visit(tab, host('bare.html', one, bare));
    assert.equal((await tab.textContent('#bare-tcp')).replace(/\s+/g, ' ').match(/✓ yes|✗ no/g).length, 3);
    assert.deepEqual(await symbols('#bare-tcp td'), ['none', 'none', 'none']);
  });
  await close(tab);
}
