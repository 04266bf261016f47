// SPDX-License-Identifier: MIT
// The core of it in the other engines: reading, choosing, links, history, paper, downloads, a fragment, a phone's width; one launch
// each.  What Debian's driver of WebKit cannot do is named where it is left out.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { FOLDER, join, note, page, pathToFileURL, readFileSync, ROOT, seconds, test, textOf, tool, writeFileSync } from './lib.mjs';
import * as bidi from './bidi.mjs';
import * as webdriver from './webdriver.mjs';
import { RICH, wide } from './data.mjs';

const ENTER = '\uE007';
const ESCAPE = '\uE00C';

/* What is seen: features in rows, products in heads. */
const shown = (tab) => tab.run(() => {
  const seen = (selector) => Array.from(document.querySelectorAll(selector)).filter((element) => element.getClientRects().length).map((element) => element.dataset.id);
  return { rows: seen('.mr-table tbody tr[data-id]'), heads: seen('.mr-table thead th[data-id]') };
});

const hashOf = (tab) => tab.run(() => location.hash);

/* Of each sheet the names in its head, and where its last word ends, of the sheet's width. */
function sheetsOf(path, pattern) {
  const n = Number(/Pages:\s+(\d+)/.exec(tool('pdfinfo', [path]))[1]);
  return Array.from({ length: n }, (_, i) => {
    const only = ['-f', String(i + 1), '-l', String(i + 1), path, '-'];
    const boxes = tool('pdftotext', ['-bbox', ...only]);
    return {
      names: new Set(tool('pdftotext', only).match(pattern) || []).size,
      reach: Math.max(0, ...Array.from(boxes.matchAll(/xMax="([\d.]+)"/g), (found) => Number(found[1]))) / Number(/<page width="([\d.]+)"/.exec(boxes)[1]),
    };
  });
}

async function reads(who, tab) {
  await test(`${who}: the page is read, and what a cell is known from opens by keyboard`, async () => {
    await tab.visit(page(RICH));
    const { rows, heads } = await shown(tab);
    assert.ok(rows.includes('tcp') && heads.includes('alpha'));
    await tab.run(() => document.querySelector('#udp .mr-info').focus());
    await tab.type(ENTER);
    assert.ok(await tab.run(() => document.querySelector('#udp .mr-pop').matches(':popover-open')));
    await tab.type(ESCAPE);
    assert.ok(!await tab.run(() => document.querySelector('#udp .mr-pop').matches(':popover-open')));
  });

  await leads(who, tab);
}

/* Where links lead and what stays in sight: also asked of Chromium (reading.mjs), by the same few methods. */
export async function leads(who, tab) {
  await test(`${who}: a link leads to its place, below the names, which are in sight, at every width and zoom`, async () => {
    const address = page(wide(60, 12));
    for (const [width, height] of [[320, 700], [320, 256], [768, 900], [1440, 1000], [2560, 1200]]) { /* or as narrow as the window gets */
      await tab.resize(width, height);
      for (const id of ['f40', 'category-c4', 'product-p5']) {
        await tab.visit(`${address}#${id}`);
        await tab.until((wanted) => {
          const bar = document.querySelector('.mr-pair');
          const names = (bar && bar.getClientRects().length ? bar : document.querySelector('.mr-table thead th')).getBoundingClientRect();
          const place = document.getElementById(wanted);
          const { top, left } = place.getBoundingClientRect();
          const isBelow = place.matches('th') ? left >= 0 && left < innerWidth : top >= names.bottom - 1 && top < innerHeight - 20;
          return names.top >= -1 && names.bottom <= innerHeight && isBelow;
        }, id);
      }
    }
    await tab.resize(1280, 900);
  });

  await test(`${who}: no word breaks that its column would hold, in names and answers, at any width`, async () => {
    const long = page(`meshreport: 1\ntitle: Wörter\nlanguage: de\nproducts: [${['Zugangsverwaltung', 'Benachrichtigungsdienst', 'C', 'D', 'E', 'F', 'G'].map((name, i) => `{id: p${i}, name: ${name} Eins}`)}]
categories: [{id: k, name: Kategorie, features: [{id: f, name: "[Authentifizierungsverfahren](https://example.org/) und Authorization Rules", values: {p0: yes, p1: {status: partial, text: nur mit Konfigurationsdateien (Zertifikatsverwaltungsdienste)}}}]}]\n`);
    for (const address of [page(), long]) for (const width of [320, 360, 700, 1280]) {
      await tab.resize(width, 800);
      await tab.visit(address);
      assert.deepEqual(await tab.run(() => {
        const walker = document.createTreeWalker(document.querySelector('.mr-table'), NodeFilter.SHOW_TEXT);
        const texts = [];
        for (let text = walker.nextNode(); text; text = walker.nextNode()) if (text.parentElement.getClientRects().length) texts.push(text);
        return texts.flatMap((text) => Array.from(text.data.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set(Array.from(range.getClientRects()).filter((box) => box.width).map((box) => Math.round(box.top)));
          if (lines.size < 2) return '';
          const cell = text.parentElement.closest('th, td');
          const { paddingLeft, paddingRight } = getComputedStyle(cell);
          const box = text.parentElement.closest('.mr-word'); /* with the signs that stand at it */
          const whole = Object.assign(document.createElement('span'), { textContent: box ? box.textContent : word });
          whole.style.cssText = 'position: absolute; white-space: nowrap';
          text.parentElement.append(whole);
          const { width } = whole.getBoundingClientRect();
          whole.remove();
          const hyphens = getComputedStyle(text.parentElement).hyphens;
          return width < cell.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 1 || hyphens !== 'auto' ? `${word} (${hyphens})` : '';
        })).filter((word) => word);
      }), [], String(width));
    }
    await tab.resize(1280, 900);
  });

  await test(`${who}: a mark leads to its note, whose words stand in sight, and back`, async () => {
    for (const [width, height] of [[360, 740], [1280, 800]]) {
      await tab.resize(width, height);
      await tab.visit(`${page()}#note-1`);
      const inSight = (id) => {
        const { top, bottom } = document.getElementById(id).getBoundingClientRect();
        const bar = document.querySelector('.mr-pair');
        const heads = (bar && bar.getClientRects().length ? bar : document.querySelector('.mr-table thead th')).getBoundingClientRect();
        return bottom > 0 && top >= (heads.bottom > 0 && document.getElementById(id).closest('table') ? heads.bottom - 1 : -1) && top < innerHeight - 10;
      };
      await tab.until(inSight, 'note-1');
      await tab.run(() => { document.querySelector('.mr-back[href="#ref-1-2"]').click(); });
      await tab.until(inSight, 'ref-1-2');
      assert.match(await tab.run(() => location.hash), /\bref-1-2$/); /* where two products are seen, its own comes into sight */
      await tab.run(() => { document.querySelector('#ref-1-2').click(); });
      await tab.until(() => document.querySelector('.mr-note-box'));
      await tab.run(() => { document.querySelector('.mr-to-note').click(); });
      await tab.until(inSight, 'note-1');
    }
    await tab.resize(1280, 900);
  });

  await test(`${who}: the window alone scrolls, both ways, and heads, first column and the texts around stay at its edges`, async () => {
    await tab.visit(page(wide(60, 19)));
    await tab.run(() => scrollTo(700, 900));
    await tab.until(() => {
      const left = (selector) => Math.round(document.querySelector(selector).getBoundingClientRect().left);
      return scrollX === 700 && [left('#f9 th'), left('.mr-corner'), left('.mr-head'), left('.mr-section')].every((at) => at === 0) &&
        Math.round(document.querySelector('.mr-corner').getBoundingClientRect().top) >= 0;
    });
    const boxes = await tab.run(() => Array.from(document.querySelectorAll('.mr-main *')).filter((element) => element.clientWidth && element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX)).length);
    assert.equal(boxes, 0);
  });
}

async function chooses(who, tab) {
  await test(`${who}: search, only differences and must-have narrow the table, the address says it, and history leads back`, async () => {
    await tab.visit(page());
    const all = (await shown(tab)).rows.length;
    await tab.click('.mr-check.mr-button');
    await tab.until(() => location.hash === '#diff=1');
    const { rows } = await shown(tab);
    assert.ok(rows.length > 0 && rows.length < all);
    await tab.click('.mr-search');
    await tab.type('traffic spl');
    await tab.until(() => location.hash === '#diff=1&q=traffic%20spl');
    assert.ok((await shown(tab)).rows.includes('smi-split'));
    await tab.back();
    await tab.until(() => location.hash === '');
    assert.equal((await shown(tab)).rows.length, all);
    await tab.visit(`${page()}#p=kuma,istio&must=http2`);
    assert.deepEqual((await shown(tab)).heads, ['istio']);
    await tab.visit(`${page()}#p=kuma,istio`);
    assert.deepEqual((await shown(tab)).heads, ['kuma', 'istio']);
    assert.deepEqual(tab.problems, []);
  });

  await test(`${who}: what changed is shown alone, and a mark leads to what the list says`, async () => {
    await tab.visit(`${page(join(ROOT, 'tests/change/new.yaml'), '--since', join(ROOT, 'tests/change/old.yaml'))}#since=1`);
    assert.deepEqual((await shown(tab)).rows, await tab.run(() => Array.from(document.querySelectorAll('tr[data-was]'), (row) => row.dataset.id)));
    await tab.click('#product-linkerd .mr-new a');
    assert.match(await hashOf(tab), /mr-change-product-linkerd$/);
  });
}

async function takesAway(who, tab, downloads) {
  await test(`${who}: the data are taken away as a file`, async () => {
    await tab.visit(page());
    await tab.click('[aria-controls$="mr-panel-more"]');
    await tab.click('[aria-label="Download CSV"]');
    const path = join(downloads, 'servicemesh.csv');
    const end = Date.now() + seconds(20);
    while (!(existsSync(path) && readFileSync(path).length) && Date.now() < end) await new Promise((resolve) => { setTimeout(resolve, 100); });
    assert.match(readFileSync(path, 'utf8'), /Istio,/);
  });
}

async function prints(who, tab) {
  for (const [n, rows] of [[8, 60], [9, 120], [19, 60]]) {
    await test(`${who}: no sheet loses one of ${n} products`, async () => {
      await tab.visit(page(wide(rows, n)));
      const sheets = sheetsOf(await tab.print(`paper${n}`), /\bP\d\d\b/g);
      const tables = sheets.filter(({ names }) => names > 0);
      assert.ok(tables.length > 1, JSON.stringify(sheets));
      assert.deepEqual(tables.filter(({ names }) => names !== n), []);
      assert.deepEqual(sheets.filter(({ reach }) => reach > 1), []);
      note(`${n} products on ${sheets.length} sheets`);
    });
  }

  await test(`${who}: a fragment works in its host page and loses no product on the host's paper`, async () => {
    const path = join(FOLDER, 'firefox-host.html');
    const part = textOf(page(wide(120, 9), '-O', 'fragment', '-O', 'id-prefix=mine-'));
    writeFileSync(path, `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Host</title><style>@page { size: a4 portrait }</style><h1>Host</h1>${part}<p>after</p></html>\n`);
    await tab.visit(pathToFileURL(path).href);
    await tab.click('.mr-check.mr-button');
    await tab.until(() => location.hash === '#mine-diff=1');
    const sheets = sheetsOf(await tab.print('firefox-host'), /\bP\d\d\b/g).filter(({ names }) => names > 0);
    assert.ok(sheets.length > 2, JSON.stringify(sheets));
    assert.deepEqual(sheets.filter(({ names, reach }) => names !== 9 || reach > 1), []);
    assert.deepEqual(tab.problems, []);
  });
}

/* The same where the driver knows no folder: the bytes that the page hands over. */
async function handsOver(who, tab) {
  await test(`${who}: the data are handed over as a file (its bytes and name; the driver knows no folder)`, async () => {
    await tab.visit(page());
    await tab.run(() => {
      const made = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        blob.text().then((text) => { window.taken = text; });
        return made.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function () { window.takenAs = this.download; };
    });
    await tab.click('[aria-controls$="mr-panel-more"]');
    await tab.click('[aria-label="Download CSV"]');
    await tab.until(() => window.taken !== undefined);
    assert.match(await tab.run(() => window.taken), /Istio,/);
    assert.equal(await tab.run(() => window.takenAs), 'servicemesh.csv');
  });
}

/* A host page with a fragment in a place of that width. */
function host(width) {
  const path = join(FOLDER, `host${width}.html`);
  writeFileSync(path, `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Host</title><div style="width: ${width}px">${textOf(page(undefined, '-O', 'fragment', '-O', 'id-prefix=mine-'))}</div></html>\n`);
  return pathToFileURL(path).href;
}

async function fits(who, tab) {
  await test(`${who}: in a place of a phone's width two products are seen, picked, and differences marked`, async () => {
    await tab.visit(`${host(360)}#mine-pair=kuma,istio`);
    assert.deepEqual((await shown(tab)).heads, ['kuma', 'istio']);
    const row = await tab.run(() => {
      const [head, first, last] = Array.from(document.querySelector('tr[data-id="http2"]').cells).filter((cell) => cell.getClientRects().length).map((cell) => cell.getBoundingClientRect());
      return [head.bottom <= first.top + 1, Math.round(first.top) === Math.round(last.top), last.right <= 361 + head.left, document.querySelector('tr[data-id="http2"]').matches('.mr-differs')];
    });
    assert.deepEqual(row, [true, true, true, true], "the name above what both say, side by side");
    await tab.run(() => {
      const [, second] = document.querySelectorAll('.mr-pair select');
      second.value = 'consul';
      second.dispatchEvent(new Event('change'));
    });
    assert.deepEqual((await shown(tab)).heads, ['kuma', 'consul']);
    assert.equal(await hashOf(tab), '#mine-pair=kuma,consul');
    await tab.visit(host(900));
    assert.equal((await shown(tab)).heads.length, 6);
    await tab.click('.mr-check.mr-button');
    await tab.until(() => location.hash === '#mine-diff=1');
    assert.deepEqual(tab.problems, []);
  });
}

/* A phone where no script runs: the products that are ticked, beside each other; also asked of Chromium (phone.mjs). */
export async function ticks(who, tab, address = page(undefined, '-O', 'script=no')) {
  await test(`${who}: on a phone without the script the products that are ticked are seen, and the way back is one button`, async () => {
    const label = (name) => `.mr-picks label:nth-of-type(${1 + ['istio', 'linkerd', 'appmesh', 'consul', 'maesh', 'kuma'].indexOf(name)})`;
    await tab.resize(360, 740);
    await tab.visit(address);
    assert.equal((await shown(tab)).heads.length, 6);
    await tab.click('.mr-picks summary');
    for (const [name, heads] of [['kuma', ['kuma']], ['linkerd', ['linkerd', 'kuma']], ['consul', ['linkerd', 'consul', 'kuma']], ['kuma', ['linkerd', 'consul']]]) {
      await tab.click(label(name));
      assert.deepEqual((await shown(tab)).heads, heads);
    }
    const found = await tab.run(() => {
      const lefts = (row) => Array.from(row.cells).slice(1).filter((cell) => cell.getClientRects().length).map((cell) => Math.round(cell.getBoundingClientRect().left));
      const table = document.querySelector('.mr-table');
      return {
        heads: lefts(table.tHead.rows[0]),
        lines: Array.from(table.querySelectorAll('tbody tr[data-id], tfoot tr'), lefts),
        isTooWide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.equal(found.lines.length, 31);
    assert.equal(found.heads.length, 2);
    for (const line of found.lines) assert.deepEqual(line, found.heads, 'values below the names of their products');
    assert.ok(!found.isTooWide, 'nothing to scroll sideways');
    await tab.click('.mr-picks button');
    assert.equal((await shown(tab)).heads.length, 6);
    await tab.resize(1280, 900);
    assert.equal(await tab.run(() => document.querySelector('.mr-picks').getClientRects().length), 0, 'where all have room there is no list');
  });
}

/* In each the same, as far as its driver goes. */
async function drive(who, launch) {
  let browser = null;
  await test(`${who} starts (make bootstrap-check installs it)`, async () => { browser = await launch(); });
  if (!browser) return;
  try {
    await reads(who, browser.tab);
    await chooses(who, browser.tab);
    await fits(who, browser.tab);
    await ticks(who, browser.tab);
    if (browser.downloads) await takesAway(who, browser.tab, browser.downloads);
    else await handsOver(who, browser.tab);
    if (browser.tab.print) await prints(who, browser.tab);
    else note(`${who}: paper is not looked at, its driver prints nothing`);
  } finally {
    await browser.close();
  }
}

export const firefox = () => drive('Firefox ESR', bidi.launch);
export const webkit = () => drive('WebKit', webdriver.launch);
