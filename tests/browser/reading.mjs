// SPDX-License-Identifier: MIT
// The page as it is read: complete without the script, in view, foldable, with addresses.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellAt, close, FOLDER, hashOf, meshreport, open, page, ROOT, shownFeatures, shownProducts, SHIPPED, test, textOf, visit } from './lib.mjs';
import { leads } from './engines.mjs';
import { RICH } from './data.mjs';

async function box(tab, selector) {
  return tab.$eval(selector, (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

export default async function reading() {
  const shipped = page();
  const rich = page(RICH);

  await test('without the script the page is complete and nothing of the tools is there', async () => {
    const tab = await open({ script: false });
    await visit(tab, shipped);
    const words = await tab.innerText('body');
    for (const word of ['Istio', 'Kuma', 'mæsh', 'mTLS', 'Solarwinds', 'might be possible', 'Legend', 'CC-BY-4.0', '2019-11-06', 'Technical comparison'])
      assert.ok(words.includes(word), word);
    assert.equal(await tab.locator('.mr-table tbody tr[data-id]').count(), 30);
    assert.equal(await tab.locator('.mr-table tbody td').count(), 180);
    assert.equal(await tab.locator('button:visible').count(), 0);
    assert.equal(await tab.locator('.mr-tools').isVisible(), false);
    await close(tab);
  });

  const tab = await open();
  await test('with the script the same rows and columns stand there, and it makes no mistake', async () => {
    await visit(tab, shipped);
    assert.equal((await shownFeatures(tab)).length, 30);
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd', 'appmesh', 'consul', 'maesh', 'kuma']);
    assert.deepEqual(tab.problems, []);
  });

  /* phone.mjs has what is narrower */
  for (const [name, width, height] of [['wide', 1280, 700], ['narrow', 640, 480]]) {
    await test(`head and first column stay in view, ${name}`, async () => {
      await tab.setViewportSize({ width, height });
      await visit(tab, shipped);
      await tab.locator('#authorization-rules').scrollIntoViewIfNeeded();
      await tab.evaluate(() => {
        document.querySelector('#circuit-breaking').scrollIntoView({ block: 'center' });
        window.scrollBy(400, 0);
      });
      const head = await box(tab, '#product-kuma');
      const corner = await box(tab, '.mr-corner');
      const first = await box(tab, '#circuit-breaking th');
      const top = Math.max(0, (await box(tab, '.mr-tools')).bottom); /* they stay, too, where they take little of the window */
      assert.ok(Math.abs(head.top - top) <= 2, `head at ${head.top}, tools end at ${top}`);
      assert.ok(Math.abs(corner.left) <= 2, `corner at ${corner.left}`);
      assert.ok(Math.abs(first.left - corner.left) <= 1);
      assert.ok(first.top > head.top);
      assert.ok(first.right < width * 0.6, 'the first column leaves room');
    });
  }
  await test('the first screen shows the comparison: the table begins high, and on a phone above the middle', async () => {
    for (const [width, height, highest, least] of [[1440, 1000, 200, 12], [1280, 720, 220, 7], [360, 740, 370, 4]]) {
      await tab.setViewportSize({ width, height });
      await visit(tab, shipped);
      const [top, n] = await tab.evaluate(() => {
        const rows = Array.from(document.querySelectorAll('.mr-table tr[data-id]'), (row) => row.getBoundingClientRect());
        const bar = document.querySelector('.mr-pair');
        return [(bar.hidden ? document.querySelector('.mr-table') : bar).getBoundingClientRect().top, rows.filter(({ bottom }) => bottom <= innerHeight).length];
      });
      assert.ok(top <= highest && n >= least, `${width}: at ${top} px, ${n} rows`);
    }
  });

  await test('columns are as wide as their answers need, and stay so while rows are searched', async () => {
    await tab.setViewportSize({ width: 1440, height: 1000 });
    await visit(tab, page(`meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\ncategories: [{id: k, name: K, features: [{id: f, name: F, kind: text, values: {a: an answer of very many words that want more room than the others of this row, b: short, c: short}}, {id: g, name: G, values: {a: yes, b: no, c: yes}}]}]\n`));
    const widths = () => tab.$$eval('.mr-table thead th', (cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().width)));
    const before = await widths();
    assert.ok(before[1] > before[2] && Math.abs(before[2] - before[3]) <= 2 && before[1] <= 420, `${before}`);
    await tab.fill('.mr-search', 'g');
    await tab.waitForFunction(() => location.hash === '#q=g');
    assert.deepEqual(await shownFeatures(tab), ['g']);
    assert.deepEqual(await widths(), before);
    await tab.setViewportSize({ width: 900, height: 800 });
    await tab.waitForFunction(() => document.querySelector('.mr-table').offsetWidth <= 900 && document.querySelector('.mr-table').style.tableLayout === '');
    await tab.fill('.mr-search', '');
    await tab.waitForFunction(() => location.hash === '');
  });

  await tab.setViewportSize({ width: 1280, height: 900 });
  await leads('Chromium', {
    resize: (width, height) => tab.setViewportSize({ width, height }),
    visit: (address) => visit(tab, address),
    run: (body, ...values) => tab.evaluate(body, ...values),
    until: (body, ...values) => tab.waitForFunction(body, ...values),
  });

  await test('every category, feature, product and note has an address with a visible link', async () => {
    await visit(tab, shipped);
    for (const id of ['tcp', 'category-protocols', 'note-1']) {
      const link = tab.locator(`.mr-link[href="#${id}"]`);
      assert.equal(await tab.locator(`[id="${id}"]`).count(), 1, id);
      assert.equal(await link.count(), 1, id);
      assert.ok(await link.isVisible(), id);
      assert.ok((await link.boundingBox()).width >= 24 && (await link.boundingBox()).height >= 24, id);
    }
  });

  await test('a click on a link copies the address and goes there', async () => {
    await visit(tab, shipped);
    await tab.click('.mr-link[href="#mtls"]');
    assert.equal(await hashOf(tab), '#mtls');
    assert.deepEqual(await tab.evaluate(() => window.copied), [`${shipped}#mtls`]);
    await tab.waitForSelector('.mr-notice:has-text("Link copied")');
  });

  for (const way of ['mouse', 'keyboard']) {
    await test(`a category folds and unfolds, by ${way}`, async () => {
      await visit(tab, shipped);
      const fold = tab.getByRole('button', { name: 'Supported Protocols' });
      const press = async () => (way === 'mouse' ? fold.click() : (await fold.focus(), tab.keyboard.press('Enter')));
      await press();
      assert.equal(await fold.getAttribute('aria-expanded'), 'false');
      assert.ok(!(await shownFeatures(tab)).includes('tcp'));
      assert.equal(await hashOf(tab), '#closed=protocols');
      await press();
      assert.ok((await shownFeatures(tab)).includes('tcp'));
    });

    await test(`a note opens in place and closes again, by ${way}`, async () => {
      await visit(tab, shipped);
      const mark = tab.locator('#retry-timeout .mr-mark a').first();
      const press = async () => (way === 'mouse' ? mark.click() : (await mark.focus(), tab.keyboard.press('Enter')));
      await press();
      const note = tab.locator('#retry-timeout .mr-note-box');
      assert.ok((await note.innerText()).includes('manual configuration'));
      assert.equal(await mark.getAttribute('aria-expanded'), 'true');
      if (way === 'keyboard') await tab.keyboard.press('Escape');
      else await press();
      assert.equal(await note.count(), 0);
      assert.equal(await mark.evaluate((element) => element === document.activeElement), true);
    });
  }

  await test('notes and their marks lead to each other', async () => {
    await visit(tab, shipped);
    const pairs = await tab.$$eval('.mr-back', (links) => links.map((link) => {
      const mark = document.getElementById(link.getAttribute('href').slice(1));
      return mark && mark.getAttribute('href') === '#' + link.closest('li').id;
    }));
    assert.ok(pairs.length >= 10 && pairs.every((pair) => pair));
    assert.equal(pairs.length, await tab.locator('.mr-table .mr-mark a').count());
  });

  await test('a status is a symbol and words, and the symbol is read out where the words do not say it', async () => {
    await visit(tab, rich);
    const drawn = (product, feature) => tab.$eval(`tr[data-id="${feature}"]`, (row, n) => {
      const { content, backgroundColor } = getComputedStyle(row.cells[n], '::before');
      return [content, backgroundColor];
    }, { alpha: 1, beta: 2, gamma: 3 }[product]);
    const heard = async (n) => (await tab.locator('#tcp').ariaSnapshot()).match(/- cell "([^"]*)"/g)[n];
    assert.equal(await cellAt(tab, 'tcp', 'alpha'), 'yes');
    assert.deepEqual(await drawn('alpha', 'tcp'), ['"✓" / ""', 'rgb(11, 79, 138)']);
    assert.equal(await heard(0), '- cell "yes"');
    assert.equal(await tab.locator('#tcp td i').count(), 0);
    assert.equal((await drawn('alpha', 'udp'))[0], 'none', 'one that is read out stands in the cell');
    assert.equal((await drawn('gamma', 'udp'))[0], 'none', 'parts have their own');
    assert.equal(await tab.locator('#udp td').nth(0).locator('i').getAttribute('aria-label'), 'partial');
    const seen = await cellAt(tab, 'udp', 'alpha');
    for (const word of ['only sometimes', 'since 1.2', 'Source 1', 'Source 2', 'verified 2020-01-02']) assert.ok(seen.includes(word), word);
    assert.ok((await cellAt(tab, 'udp', 'gamma')).includes('In ✓ yes'));
    assert.ok((await tab.innerText('#product-beta')).includes('archived'));
    assert.ok((await tab.innerText('#tcp th')).includes('The old one.'));
    assert.deepEqual(await tab.$$eval('.mr-legend li', (items) => items.map((item) => item.dataset.s).sort()),
      ['beta', 'na', 'no', 'partial', 'planned', 'unknown', 'yes']);
  });

  await test('what a cell is known from opens in place: by keyboard, without the script, and on paper it stands there', async () => {
    for (const script of [true, false]) {
      const reader = await open({ script });
      await visit(reader, rich);
      const more = reader.locator('#udp td').nth(0).getByRole('button', { name: 'Evidence' });
      const shown = () => reader.evaluate(() => { const open = document.querySelector('.mr-pop:popover-open'); return open ? open.innerText.replace(/\s+/g, ' ').trim() : ''; });
      assert.equal(await reader.locator('.mr-info').count(), 1);
      assert.equal(await shown(), '');
      await more.focus();
      await reader.keyboard.press('Enter');
      assert.equal(await shown(), 'since 1.2 verified 2020-01-02 Source 1 Source 2');
      await reader.keyboard.press('Tab');
      assert.equal(await reader.evaluate(() => document.activeElement.href), 'https://example.org/s1');
      await reader.keyboard.press('Escape');
      assert.equal(await shown(), '');
      assert.equal(await reader.evaluate(() => document.activeElement.className), 'mr-info');
      await reader.emulateMedia({ media: 'print' });
      const printed = await reader.locator('#udp td').nth(0).innerText();
      for (const word of ['since 1.2', 'Source 1', 'Source 2', 'verified 2020-01-02']) assert.equal(printed.split(word).length, 2, word);
      /* an address that cannot be followed is a number, and what it is stands below */
      assert.deepEqual(await reader.locator('#udp .mr-src a').evaluateAll((links) => links.map((link) => [getComputedStyle(link).fontSize, getComputedStyle(link, '::after').content])), [['0px', '"[1]"'], ['0px', '"[2]"']]);
      assert.deepEqual(await reader.locator('.mr-sources li:visible').allInnerTexts(), ['https://example.org/s1', 'https://example.org/s2']);
      await reader.emulateMedia({ media: 'screen' });
      assert.equal(await reader.locator('.mr-sources').isVisible(), false);
      await close(reader);
    }
  });

  await test('the bar of a changed cell stands where its line begins, on the right in a language from right to left', async () => {
    const edition = (name, language) => readFileSync(join(ROOT, 'tests/change', name), 'utf8').replace(/^title: .*/m, `title: Meshes\nlanguage: ${language}`);
    for (const [language, wide] of [['en', 3], ['ar', -3]]) {
      const old = join(FOLDER, `old-${language}.yaml`);
      writeFileSync(old, edition('old.yaml', language));
      await visit(tab, page(edition('new.yaml', language), '--since', old));
      const shadows = await tab.$$eval('.mr-table tbody td', (cells) => cells.map((cell) => [!!cell.querySelector(':scope > .mr-then'), getComputedStyle(cell).boxShadow]));
      for (const [isChanged, shadow] of shadows) assert.equal(isChanged ? shadow.match(/(-?\d+)px 0px 0px 0px inset/)?.[1] : shadow, isChanged ? String(wide) : 'none');
      assert.ok(shadows.some(([isChanged]) => isChanged) && shadows.some(([isChanged]) => !isChanged));
    }
  });

  await test('the theme follows the system and the switch, and the switch is remembered', async () => {
    const paper = () => tab.$eval('.mr', (element) => getComputedStyle(element).backgroundColor);
    await visit(tab, shipped);
    assert.equal(await paper(), 'rgb(255, 255, 255)');
    await tab.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await paper(), 'rgb(21, 24, 29)');
    await tab.getByRole('button', { name: 'Display' }).click();
    await tab.getByLabel('Theme').selectOption('light');
    assert.equal(await paper(), 'rgb(255, 255, 255)');
    await visit(tab, shipped);
    assert.equal(await paper(), 'rgb(255, 255, 255)');
    await tab.evaluate(() => localStorage.clear());
    await tab.emulateMedia({ colorScheme: 'light' });
  });

  await test('a folded category says how many of its features each shown product has, under its name; an open one and one of facts do not', async () => {
    const said = (id) => tab.$$eval(`tbody[data-id="${id}"] .mr-cat td`, (cells) => cells.map((cell) => cell.textContent));
    /* [yes, yes and partial and no and unknown] of the cells of a category as they are written into the page */
    const real = (id, ids) => tab.$eval(`tbody[data-id="${id}"]`, (body, ids) => ids.map((id) => {
      const at = Array.from(document.querySelectorAll('.mr-table thead th')).findIndex((head) => head.dataset.id === id);
      const cells = Array.from(body.querySelectorAll('tr[data-id]'), (row) => row.cells[at]);
      return `${cells.filter((cell) => cell.matches('.mr-y')).length} of ${cells.filter((cell) => cell.matches('.mr-y, .mr-p, .mr-n, .mr-u')).length}`;
    }), ids);
    await visit(tab, shipped);
    const ids = await shownProducts(tab);
    const whole = await real('protocols', ids);
    assert.ok(new Set(whole).size > 1, String(whole));
    assert.deepEqual(await said('protocols'), []);
    const fold = tab.getByRole('button', { name: 'Supported Protocols' });
    await fold.focus();
    await tab.keyboard.press('Enter');
    assert.deepEqual(await said('protocols'), whole);
    assert.equal(await tab.evaluate(() => document.activeElement.className), 'mr-fold');
    const lefts = (selector) => tab.$$eval(selector, (cells) => cells.filter((cell) => !cell.hidden).map((cell) => Math.round(cell.getBoundingClientRect().left)));
    assert.deepEqual(await lefts('tbody[data-id="protocols"] .mr-cat > *'), await lefts('.mr-table thead th'));
    await fold.click();
    assert.deepEqual(await said('protocols'), []);
    assert.equal(await tab.$eval('tbody[data-id="protocols"] .mr-cat th', (head) => head.colSpan), 7);
    await visit(tab, `${shipped}#p=kuma,istio&closed=protocols`);
    assert.deepEqual(await said('protocols'), [whole[ids.indexOf('kuma')], whole[ids.indexOf('istio')]]);
    await visit(tab, `${shipped}#q=tcp&closed=protocols`);
    assert.deepEqual(await said('protocols'), [], 'what is found is open');
  });

  await test('all folds at once and back', async () => {
    await visit(tab, shipped);
    await tab.getByRole('button', { name: 'Display' }).click();
    await tab.getByRole('button', { name: 'Collapse all' }).click();
    assert.equal((await shownFeatures(tab)).length, 6);
    await tab.getByRole('button', { name: 'Expand all' }).click();
    assert.equal((await shownFeatures(tab)).length, 30);
  });

  /* Where the target of the address stands: the names of the products have to be in sight above it. */
  const placeOf = (tab) => tab.evaluate(() => {
    const target = document.querySelector(':target, .mr-target').getBoundingClientRect();
    const head = document.querySelector('.mr-corner').getBoundingClientRect();
    return { head: [head.top, head.bottom].map(Math.round), top: Math.round(target.top), window: innerHeight };
  });
  const isRight = ({ head, top, window }) => head[0] >= -1 && top >= head[1] - 1 && top < window - 20;
  const ROWS = 'products: [' + Array.from({ length: 19 }, (_, i) => `{id: p${i}, name: Product ${i}}`).join(', ') + ']\ncategories:\n' +
    ['a', 'b'].map((c) => `  - {id: ${c}, name: ${c}, features: [` + Array.from({ length: 25 }, (_, i) => `{id: ${c}${i}, name: Feature ${c}${i}, values: {p0: yes}}`).join(', ') + ']}\n').join('');
  const wide = page('meshreport: 1\ntitle: Wide\n' + ROWS);
  for (const script of [true, false]) {
    await test(`a link into a table wider than the window lands below the products' names, ${script ? 'with' : 'without'} the script`, async () => {
      for (const [address, width, height, targets] of [
        [shipped, 360, 740, ['license', 'grpc', 'category-smi', 'category-security', 'mtls', 'authorization-rules']],
        [wide, 1280, 900, ['a3', 'category-b', 'b0', 'b24']], [shipped, 1280, 700, ['mtls', 'category-smi']]]) {
        const at = await open({ script, viewport: { width, height } });
        for (const target of targets) {
          await visit(at, `${address}#${target}`);
          const place = await placeOf(at);
          assert.ok(isRight(place), `${width} px, ${target}: ${JSON.stringify(place)}`);
        }
        await close(at);
      }
    });
  }

  await test('who listens hears a row in order: feature, what each product says and its status, the words, the note', async () => {
    for (const [script, width] of [[true, 1280], [false, 1280], [true, 360], [false, 360]]) {
      const at = await open({ script, viewport: { width, height: 800 } });
      await visit(at, shipped);
      const session = await at.context().newCDPSession(at);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const children = (node) => (node.childIds || []).map((id) => byId.get(id)).filter((child) => child);
      const words = (node) => (node.role.value === 'StaticText' ? [node.name.value.trim()] : children(node).flatMap(words));
      const role = ({ role: { value } }) => (value === 'gridcell' ? 'cell' : value);
      const lines = nodes.filter((node) => !node.ignored && role(node) === 'row').map((row) => children(row).filter((child) => !child.ignored).map((cell) => [role(cell), cell.name.value, words(cell)]));
      const isPair = script && width < 600;
      const names = ['Istio', 'Linkerd 2', ...(isPair ? [] : ['AWS App Mesh', 'Consul', 'mæsh', 'Kuma'])];
      assert.deepEqual(lines[0].filter(([, name]) => name !== 'Feature').map(([kind, name]) => [kind, name]), names.map((name) => ['columnheader', name]));
      const row = (name) => lines.find(([head]) => head[1].replace(/ ≠$/, '') === name); /* the sign says that two differ, and is heard */
      const [head, ...cells] = row('Retry & Timeout');
      assert.deepEqual([head[0], head[2][0]], ['rowheader', 'Retry & Timeout']);
      assert.ok(cells.every(([kind]) => kind === 'cell'));
      assert.deepEqual(cells.map(([, , said]) => said.join(' ')), ['yes', 'yes', ...(isPair ? [] : ['yes', 'Timeout yes Retry no 1', 'yes', 'no 1'])]);
      const [, ...metrics] = row('Per-Route Metrics');
      assert.deepEqual(metrics.map(([, name]) => name), ['no', 'yes', ...(isPair ? [] : ['unknown', 'partial depending on the proxy used', 'unknown', 'no'])]);
      if (!isPair) assert.ok(row('Retry & Timeout')[4][1].endsWith('Note 1'), 'the mark says what it is');
      await close(at);
    }
  });

  await test('the way to a note takes the focus along, a copied address leaves it', async () => {
    const at = await open();
    await visit(at, shipped);
    await at.locator('#retry-timeout .mr-mark a').first().press('Enter');
    await at.locator('.mr-to-note').press('Enter');
    const note = await at.evaluate(() => document.activeElement.id);
    assert.match(note, /^note-/);
    await at.keyboard.press('Tab');
    assert.ok(await at.evaluate((id) => document.getElementById(id).contains(document.activeElement), note));
    await at.locator('#mtls .mr-link').press('Enter');
    assert.ok(await at.evaluate(() => document.activeElement.matches('#mtls .mr-link')));
    await close(at);
  });

  await test('a chip of a category goes there, under the names of the products, and takes the focus along', async () => {
    const at = await open({ viewport: { width: 360, height: 740 } });
    await visit(at, shipped);
    for (const id of ['category-security', 'category-protocols']) {
      await at.locator(`.mr-contents a[href="#${id}"]`).press('Enter');
      const place = await placeOf(at);
      assert.ok(isRight(place), `${id}: ${JSON.stringify(place)}`);
      assert.equal(await at.evaluate(() => document.activeElement.id), id);
      await at.keyboard.press('Tab');
      assert.ok(await at.evaluate((body) => document.getElementById(body).contains(document.activeElement), id), 'the next stop is in it');
      assert.equal(await at.locator(`#${id}[tabindex]`).count(), 0);
    }
    await close(at);
  });

  await test('the shipped page is lighter than 120 kB', () => {
    assert.ok(Buffer.byteLength(textOf(shipped)) < 120000, String(Buffer.byteLength(textOf(shipped))));
  });

  await test('no name that the page shortens is one of the browser', async () => {
    /* what it has in corners (navigator.product, select.index) where this script asks for nothing: they are variables and members of its own objects */
    const corners = ['address', 'columns', 'config', 'element', 'entry', 'event', 'heading', 'index', 'input', 'node', 'opener', 'order', 'part', 'product', 'root', 'table', 'view'];
    const names = readFileSync(join(ROOT, 'templates/html/script_names.txt'), 'utf8').trimEnd().split('\n').filter((name) => !corners.includes(name));
    await visit(tab, shipped);
    assert.deepEqual(await tab.evaluate((all) => {
      const taken = new Set();
      const take = (one) => { for (let at = one; at; at = Object.getPrototypeOf(at)) for (const name of Object.getOwnPropertyNames(at)) taken.add(name); };
      take(window);
      for (const name of Object.getOwnPropertyNames(window)) {
        const one = window[name];
        if (one && /object|function/.test(typeof one)) take(one);
        if (one && one.prototype) take(one.prototype);
      }
      for (const name in document.body.style) taken.add(name);
      return all.filter((name) => taken.has(name));
    }, names), []);
  });

  await test('a page of a selection holds nothing that was not selected', () => {
    const text = textOf(page(SHIPPED, '--products', 'istio,kuma', '--categories', 'security'));
    for (const word of ['Linkerd', 'linkerd', 'Traefik', 'Solarwinds', 'HashiCorp']) assert.ok(!text.includes(word), word);
    assert.equal(text.replace(/<[^>]*>/g, '').split('Authorization Rules').length - 1, 1, 'once, as a name');
  });

  await test('the same dataset makes the same bytes', () => {
    assert.equal(textOf(page()), textOf(shipped));
  });

  await test('the options url and image say where the page stands, to others only', async () => {
    const text = textOf(page(SHIPPED, '-O', 'url=https://example.org/mesh/?a="b"&c', '-O', 'image=https://example.org/mesh.png'));
    assert.ok(text.includes('<link rel="canonical" href="https://example.org/mesh/?a=&quot;b&quot;&amp;c">'));
    assert.ok(text.includes('<meta property="og:image" content="https://example.org/mesh.png">'));
    assert.ok(!/canonical|og:url|og:image/.test(textOf(shipped)));
    assert.throws(() => page(SHIPPED, '-O', 'url=mesh/'), /url has to be a whole address/);
    assert.throws(() => page(SHIPPED, '-O', 'image=javascript:alert(1)'), /image has to be a whole address/);
  });

  await test('the options title, theme, logo and heading are heard', async () => {
    const text = textOf(page(SHIPPED, '-O', 'title=My <own>', '-O', 'theme=dark', '-O', 'heading=2', '-O', 'script=no'));
    assert.ok(text.includes('<title>My &lt;own&gt;</title>'));
    assert.ok(text.includes('<h2 class="mr-title">My &lt;own&gt;</h2>'));
    assert.ok(text.includes('data-theme="dark"'));
    assert.ok(!text.includes('mr-config'));
    assert.ok(meshreport('--help', 'html').stdout.includes('theme'));
  });
  await close(tab);
}
