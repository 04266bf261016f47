// SPDX-License-Identifier: MIT
// A page for each category and product, and their index: -O split.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { close, FOLDER, HERE, join, mkdirSync, open, pathToFileURL, PROGRAM, readFileSync, SHIPPED, test, visit, writeFileSync } from './lib.mjs';
import { complaints } from './judges.mjs';
import { ARABIC, HOSTILE, RICH, wide } from './data.mjs';

const MODULES = join(HERE, '../node_modules');
let n = 0;

/* The pages of a dataset by name, and what the program said. */
function split(dataset, ...args) {
  const folder = join(FOLDER, `split${++n}`);
  mkdirSync(folder);
  const input = dataset.includes('\n') ? join(folder, 'mesh.yaml') : dataset;
  if (dataset.includes('\n')) writeFileSync(input, dataset);
  const done = spawnSync(PROGRAM, ['-f', 'html', '-O', 'split=yes', ...args, '-o', folder + '/', input], { encoding: 'utf8', cwd: folder });
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return { folder, done, texts: new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])) };
}

const unescape = (text) => text.replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/&#39;/g, "'");
const idsOf = (text) => new Set(Array.from(text.matchAll(/<(?!svg)[^<>]* id="([^"]*)"/g), (found) => unescape(found[1])));

/* Every link that leads to no other site has a page and a place in it. */
function deadLinks(texts) {
  const ids = new Map(Array.from(texts, ([name, text]) => [name, idsOf(text)]));
  const dead = [];
  for (const [name, text] of texts) {
    for (const [, given] of text.matchAll(/<(?:a|link)\b[^<>]* href="([^"]*)"/g)) {
      const href = unescape(given);
      if (/^[a-z]+:/.test(href)) continue;
      const [file, id = ''] = href.split('#');
      if (!texts.has(file || name) || (id && !ids.get(file || name).has(decodeURIComponent(id)))) dead.push(`${name}: ${href}`);
    }
  }
  return dead;
}

/* The words of each cell by feature and product, as a browser reads the tables of these pages. */
async function cells(tab, folder, names) {
  const found = new Map();
  for (const name of names) {
    await visit(tab, pathToFileURL(join(folder, name)).href);
    const pairs = await tab.evaluate(() => {
      const heads = Array.from(document.querySelectorAll('.mr-table thead th[data-id]'), (head) => head.dataset.id);
      const words = (cell) => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll('sup, .mr-pop').forEach((part) => part.remove());
        return copy.textContent.replace(/\s+/g, ' ').trim();
      };
      return Array.from(document.querySelectorAll('.mr-table tr[data-id]'), (row) =>
        Array.from(row.querySelectorAll(':scope > td'), (cell, i) => [`${row.dataset.id} ${heads[i]}`, words(cell)])).flat();
    });
    for (const [key, value] of pairs) {
      assert.ok(!found.has(key), `${key} stands twice, again in ${name}`);
      found.set(key, value);
    }
  }
  return found;
}

const named = (texts, kind) => Array.from(texts.keys()).filter((name) => name.includes(`-${kind}-`));

export default async function splitting() {
  const rich = split(RICH, '-O', 'chart=coverage', '-O', 'url=https://example.org/a/mesh.html?x=/y');

  await test('pages of categories, and pages of products, have each cell of the matrix once', async () => {
    const tab = await open({ script: false });
    const whole = join(rich.folder, 'whole.html');
    spawnSync(PROGRAM, ['-f', 'html', '-o', whole, join(rich.folder, 'mesh.yaml')]);
    const all = await cells(tab, rich.folder, ['whole.html']);
    const order = (found) => Array.from(found).sort();
    assert.ok(all.size >= 21, String(all.size));
    assert.deepEqual(order(await cells(tab, rich.folder, named(rich.texts, 'category'))), order(all));
    assert.deepEqual(order(await cells(tab, rich.folder, named(rich.texts, 'product'))), order(all));
    await close(tab);
  });

  await test('every link between the pages has its place, in rich, hostile and compared data, too', () => {
    const linked = RICH.replace('description: What is *between*.', 'description: "Like [facts](#category-facts), [alpha](#product-alpha), [a name](#feature-product-alpha) and [itself](#tcp)"');
    const old = join(FOLDER, 'split-old.yaml');
    writeFileSync(old, RICH.replace('name: TCP', 'name: TPC').replace('beta: beta', 'beta: no').replace('name: Gamma', 'name: Gama'));
    for (const { texts, done } of [rich, split(HOSTILE), split(ARABIC), split(linked, '--since', old, '--weight', 'tcp=3', '--require', 'tcp=partial')]) {
      assert.equal(done.status, 0, done.stderr);
      assert.ok(texts.size >= 4);
      assert.deepEqual(deadLinks(texts), []);
    }
    const { texts } = split(linked);
    assert.match(texts.get('mesh-category-net.html'), /<a href="mesh-category-facts\.html#category-facts">facts<\/a>, <a href="#product-alpha">alpha<\/a>, <a href="mesh-category-rest\.html#feature-product-alpha">a name<\/a> and <a href="#tcp">/);
    assert.match(texts.get('mesh-product-beta.html'), /<a href="#category-facts">facts<\/a>, <a href="mesh-product-alpha\.html#product-alpha">alpha<\/a>, <a href="#feature-product-alpha">/);
  });

  await test('each page is complete: title, credit, policy, its own canonical address and its neighbours', () => {
    for (const [name, text] of rich.texts) {
      assert.match(text, /<title>[^<]+<\/title>/, name);
      assert.match(text, /Someone &amp; Co/, name);
      assert.match(text, /Content-Security-Policy" content="default-src 'none'/, name);
      assert.doesNotMatch(text, /<(script|link|img)[^>]* (src|href)="(?!data:|mesh|https:\/\/example\.org\/a\/mesh)/, name);
      const address = name === 'mesh.html' ? 'mesh.html?x=/y' : name;
      assert.ok(text.includes(`<link rel="canonical" href="https://example.org/a/${address}">`), name);
    }
    const beta = rich.texts.get('mesh-product-beta.html');
    for (const [rel, to] of [['up', 'mesh.html'], ['prev', 'mesh-product-alpha.html'], ['next', 'mesh-product-gamma.html']]) {
      assert.ok(beta.includes(`<link rel="${rel}" href="${to}">`), rel);
      assert.match(beta, new RegExp(`<a href="${to}" rel="${rel}">`));
    }
    assert.match(beta, /<title>beta \| two – Rich<\/title>/);
    assert.doesNotMatch(beta, /<script>/);
    assert.match(rich.texts.get('mesh-category-net.html'), /"command":"meshreport --categories net mesh\.yaml"/);
    assert.match(rich.texts.get('mesh.html'), /class="mr-chart"/);
  });

  await test('the page of a product lists what it has, what it lacks and what is unknown, each leading to its row', async () => {
    const { folder } = split(SHIPPED);
    const tab = await open({ script: false });
    for (const product of ['kuma', 'appmesh']) {
      await visit(tab, pathToFileURL(join(folder, `servicemesh-product-${product}.html`)).href);
      const [lists, rows] = await tab.evaluate(() => [
        Object.fromEntries(Array.from(document.querySelectorAll('.mr-all details'), (all) => [all.id, Array.from(all.querySelectorAll('a'), (a) => a.hash.slice(1)).concat(all.querySelector('b').textContent)])),
        Array.from(document.querySelectorAll('.mr-table tr[data-id]'), (row) => [row.id, (row.querySelector('td').className.match(/mr-([ypnux])\b/) || [])[1]])]);
      const wanted = {};
      for (const [letter, word] of [['y', 'yes'], ['p', 'partial'], ['n', 'no'], ['u', 'unknown'], ['x', 'na']]) {
        const ids = rows.filter(([id, like]) => like === letter && !['version', 'license'].includes(id)).map(([id]) => id);
        if (ids.length) wanted['mr-all-' + word] = ids.concat(String(ids.length));
      }
      assert.ok(Object.keys(lists).length >= 3);
      assert.deepEqual(lists, wanted, product);
      await tab.locator('#mr-all-no summary').click();
      await tab.locator('#mr-all-no a').first().click();
      assert.equal(new URL(tab.url()).hash.slice(1), lists['mr-all-no'][0]);
    }
    await close(tab);
  });

  await test('notes keep their numbers, and a page has those that it names', async () => {
    const { texts, folder } = split(SHIPPED);
    const tab = await open();
    const markers = new Map();
    for (const name of named(texts, 'category')) {
      await visit(tab, pathToFileURL(join(folder, name)).href);
      const [marks, notes] = await tab.evaluate(() => [
        Array.from(new Set(Array.from(document.querySelectorAll('.mr-mark a'), (a) => a.hash.slice(1)))).sort(),
        Array.from(document.querySelectorAll('.mr-notes > li'), (note) => [note.id, String(note.value)])]);
      assert.deepEqual(notes.map(([id]) => id).sort(), marks, name);
      for (const [id, value] of notes) assert.ok(Number(value) === 0 || `note-${value}` === id, `${name}: ${id} ${value}`);
      marks.forEach((mark) => markers.set(mark, name));
    }
    const whole = join(FOLDER, 'split-whole.html');
    spawnSync(PROGRAM, ['-f', 'html', '-o', whole, SHIPPED]);
    assert.deepEqual(Array.from(markers.keys()).sort(), Array.from(readFileSync(whole, 'utf8').matchAll(/<li id="(note-\d+)"/g), (found) => found[1]).sort());
    await close(tab);
  });

  await test('names of files are safe, and no two of them one where case does not count', () => {
    const { texts, done } = split(`meshreport: 1
title: x
products: [{id: istio, name: a}, {id: Istio, name: b}, {id: a.b, name: c}, {id: a_b, name: d}, {id: a-b, name: e}, {id: ${'x'.repeat(90)}, name: f}, {id: ${'x'.repeat(91)}, name: g}]
categories: [{id: c--, features: [{id: f, name: F, values: {istio: yes}}]}]
`);
    const names = Array.from(texts.keys());
    if (done.status !== 0) assert.fail(done.stderr);
    assert.equal(names.length, 9);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, 9);
    names.forEach((name) => assert.match(name, /^[A-Za-z0-9._-]{1,110}$/));
    assert.deepEqual(deadLinks(texts), []);
  });

  await test('of 400 products and 600 features nothing is lost', () => {
    const many = wide(600, 400);
    const { texts, done } = split(many);
    assert.equal(done.status, 0, done.stderr);
    const count = (kind) => named(texts, kind).reduce((sum, name) => sum + (texts.get(name).match(/<td[ >]/g) || []).length - (texts.get(name).match(/<tfoot>.*/) || [''])[0].split('<td>').length + 1, 0);
    assert.equal(named(texts, 'product').length, 400);
    assert.equal(count('category'), 240000);
    assert.equal(count('product'), 240000);
    assert.deepEqual(deadLinks(texts), []);
  });

  await test('what cannot be split is said, and nothing is written', () => {
    for (const [args, words] of [[['-O', 'fragment'], /split makes whole pages, and fragment none: leave one of the two out/]]) {
      const { done, texts } = split(RICH, ...args);
      assert.notEqual(done.status, 0);
      assert.match(done.stderr, words);
      assert.equal(texts.size, 0);
    }
    const many = split(wide(2, 4200), '--limit', 'products=5000');
    assert.match(many.done.stderr, /split would make 420\d pages, and a run writes 4096 files at most: choose by --products or --categories/);
    assert.equal(many.texts.size, 0);
    const folder = join(FOLDER, 'split-foreign');
    mkdirSync(folder);
    writeFileSync(join(folder, 'mesh.yaml'), RICH);
    writeFileSync(join(folder, 'mesh-product-gamma.html'), 'mine');
    const done = spawnSync(PROGRAM, ['-f', 'html', '-O', 'split', join(folder, 'mesh.yaml')], { encoding: 'utf8', cwd: folder });
    assert.match(done.stderr, /mesh-product-gamma\.html.*exists and was not made by meshreport/);
    assert.deepEqual(readdirSync(folder).sort(), ['mesh-product-gamma.html', 'mesh.yaml']);
  });

  await test('axe finds nothing in the index and in pages of both kinds, wide and narrow, light and dark', async () => {
    for (const [scheme, width] of [['light', 1280], ['dark', 360]]) {
      const tab = await open({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: 'reduce' });
      for (const { folder, texts } of [rich, split(ARABIC)]) {
        for (const name of ['mesh.html', named(texts, 'category')[0], named(texts, 'product')[1]]) {
          await visit(tab, pathToFileURL(join(folder, name)).href);
          assert.deepEqual(await complaints(tab), [], `${name} ${width} ${scheme}`);
          assert.deepEqual(tab.problems, [], name);
          assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than ${width}`);
        }
      }
      await close(tab);
    }
  });

  await test('the index leads to a category, on to the next and back up', async () => {
    const tab = await open();
    await visit(tab, pathToFileURL(join(rich.folder, 'mesh.html')).href);
    await tab.getByRole('link', { name: 'Network net' }).click();
    assert.equal(basename(new URL(tab.url()).pathname), 'mesh-category-net.html');
    await tab.getByRole('link', { name: 'Rest' }).click();
    assert.equal(basename(new URL(tab.url()).pathname), 'mesh-category-rest.html');
    await tab.getByRole('link', { name: 'Rich', exact: false }).first().click();
    assert.equal(basename(new URL(tab.url()).pathname), 'mesh.html');
    await tab.getByRole('link', { name: 'beta | two' }).click();
    assert.equal(await tab.locator('.mr-table tr[data-id]').count(), 7);
    await close(tab);
  });

  const judged = Array.from(rich.texts.keys(), (name) => join(rich.folder, name));
  await test('html-validate and the Nu HTML checker find nothing in them', () => {
    const validate = spawnSync(process.execPath, [join(MODULES, 'html-validate/bin/html-validate.mjs'), '--config', join(HERE, 'htmlvalidate.json'), ...judged], { encoding: 'utf8', cwd: HERE });
    assert.equal((validate.stdout + validate.stderr).trim(), '');
    const nu = spawnSync('java', ['-Xss8m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', join(MODULES, 'vnu-jar/build/dist/vnu.jar'), '--format', 'gnu', ...judged], { encoding: 'utf8' });
    /* as in judges.mjs: it knows neither hashes nor newer CSS */
    const lines = nu.stderr.split('\n').filter((line) => line && !/info warning: Inline \w+ violates Content Security Policy|CSS: /.test(line));
    assert.deepEqual(lines, []);
  });
}
