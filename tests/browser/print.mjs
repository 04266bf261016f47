// SPDX-License-Identifier: MIT
// On paper no column is lost: the page is printed to PDF and its words are counted.
import assert from 'node:assert/strict';
import { close, FOLDER, join, open, page, readFileSync, test, tool, visit } from './lib.mjs';
import { RICH, wide } from './data.mjs';

async function print(tab, name) {
  const path = join(FOLDER, `${name}.pdf`);
  await tab.pdf({ path, preferCSSPageSize: true, printBackground: true });
  /* -raw keeps words together that a narrow column broke only between them */
  return { path, text: tool('pdftotext', ['-layout', path, '-']), pages: Number(/Pages:\s+(\d+)/.exec(tool('pdfinfo', [path]))[1]) };
}

/* Where each word's box ends: nothing may lie beyond the sheet. */
function rightmost(path) {
  const out = tool('pdftotext', ['-bbox', path, '-']);
  const width = Number(/<page width="([\d.]+)"/.exec(out)[1]);
  return { width, most: Math.max(...Array.from(out.matchAll(/xMax="([\d.]+)"/g), (found) => Number(found[1]))) };
}

/* The sheets as pictures: what lies over something else is seen in no text. */
function pictures(path, n) {
  tool('pdftoppm', ['-r', '40', '-gray', path, path]);
  return Array.from({ length: n }, (_, i) => readFileSync(`${path}-${String(i + 1).padStart(String(n).length, '0')}.pgm`));
}

export default async function printing() {
  const tab = await open();

  for (const [name, dataset, hash] of [['shipped', undefined, ''], ['filtered', undefined, '#p=istio,consul&diff=1'], ['large', wide(160, 20), '']]) {
    await test(`${name}: a page that was scrolled prints as one that was not, picture by picture`, async () => {
      const address = page(dataset) + hash;
      let first = null;
      for (const [left, top] of [[0, 0], ...(name === 'large' ? [] : [[0, 400]]), [300, 1500], [0, 1e6]]) {
        await visit(tab, address);
        await tab.evaluate(([x, y]) => {
          window.scrollTo(x, y);
        }, [left, top]);
        const { path, pages } = await print(tab, `${name}${top}`);
        const seen = pictures(path, pages);
        first = first || seen;
        assert.equal(seen.length, first.length, `${top}: sheets`);
        seen.forEach((picture, i) => assert.ok(picture.equals(first[i]), `scrolled to ${top}: sheet ${i + 1} is another`));
      }
    });
  }

  await test('a printed choice says what of the whole it is, and a total stands once, under the last row', async () => {
    await visit(tab, page());
    const whole = await print(tab, 'whole');
    assert.ok(whole.pages > 1);
    assert.equal(whole.text.split('Total').length - 1, 1, 'a total on each sheet');
    assert.match(whole.text, /6 Products\s+30 Features/);
    assert.ok(!/of 30/.test(whole.text), 'a whole page speaks of a part');
    await visit(tab, `${page()}#p=istio,consul&diff=1&must=mtls`);
    const { text } = await print(tab, 'part');
    assert.match(text, /Features: \d+ of 30 · Products: 2 of 6/);
    assert.match(text, /Must have: mTLS/);
    assert.ok(!/30 Features/.test(text), 'a part is counted as the whole');
    assert.ok(!/Reset/.test(text));
  });

  await test('the shipped page prints on a few sheets, with every product on each and without the tools', async () => {
    await visit(tab, page());
    const { text, pages, path } = await print(tab, 'shipped');
    assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);
    for (const name of ['Istio', 'Linkerd 2', 'AWS App Mesh', 'Consul', 'mæsh', 'Kuma']) {
      const heads = text.split(name).length - 1;
      assert.ok(heads >= pages - 1, `${name}: ${heads} of ${pages}`);
    }
    for (const word of ['Authorization Rules', 'Solarwinds', 'might be possible', 'Legend', 'CC-BY-4.0', 'Total']) assert.ok(text.includes(word), word);
    for (const word of ['Search', 'Must have', 'Reset', '#']) assert.ok(!text.includes(word), word);
    const { width, most } = rightmost(path);
    assert.ok(most <= width, `${most} of ${width}`);
  });

  for (const n of [1, 14, 30]) {
    await test(`${n} products print without one being lost`, async () => {
      await visit(tab, page(wide(12, n, 'words')));
      const { text, path } = await print(tab, `wide${n}`);
      const flat = text.replace(/\s+/g, ' ');
      for (let i = 0; i < n; i++) assert.ok(flat.includes(`P${String(i).padStart(2, '0')}`), `P${i}`);
      const { width, most } = rightmost(path);
      assert.ok(most <= width, `${most} of ${width}`);
    });
  }

  await test('each kind of status has a colour of its own, in every theme that has colours, on screen and on paper', async () => {
    const near = (a, b) => a.every((value, i) => Math.abs(value - b[i]) < 24);
    for (const theme of ['light', 'dark', 'auto']) { // the theme contrast tells them apart by signs and edges
      await visit(tab, page(RICH, '-O', `theme=${theme}`));
      for (const media of ['screen', 'print']) {
        for (const colorScheme of theme === 'auto' ? ['light', 'dark'] : ['light']) {
          await tab.emulateMedia({ media, colorScheme });
          const grounds = await tab.evaluate(() => Object.fromEntries(['yes', 'partial', 'no', 'unknown'].map((status) => {
            const sign = document.querySelector(`.mr-legend li[data-s="${status}"] i`);
            return [status, getComputedStyle(sign).backgroundColor.match(/[\d.]+/g).slice(0, 3).map(Number)];
          })));
          const paper = await tab.$eval('.mr', (element) => getComputedStyle(element).color.match(/\d+/g).slice(0, 3).map(Number));
          const where = `${theme} ${media} ${colorScheme}: ${JSON.stringify(grounds)}`;
          for (const [a, b] of [['yes', 'partial'], ['yes', 'no'], ['partial', 'no'], ['yes', 'unknown'], ['partial', 'unknown'], ['no', 'unknown']])
            assert.ok(!near(grounds[a], grounds[b]), `${a} and ${b} in ${where}`);
          /* blue for, orange against: also for who sees no red or no green */
          assert.ok(grounds.partial[2] > grounds.partial[0] && grounds.no[0] > grounds.no[2], where);
          if (media === 'print') assert.ok(Math.max(...paper) < 90, `dark words on paper: ${paper}`);
        }
      }
    }
    await tab.emulateMedia({ media: null, colorScheme: null });
  });

  await test('paper shows the view as it is filtered, and the same without the script', async () => {
    await visit(tab, `${page()}#p=istio,kuma&q=mtls`);
    const { text } = await print(tab, 'filtered');
    assert.ok(text.includes('mTLS') && text.includes('Kuma'));
    assert.ok(!text.includes('Consul') && !text.includes('Dashboard'));
    const plain = await open({ script: false });
    await visit(plain, page());
    const whole = await print(plain, 'plain');
    assert.ok(whole.text.includes('Authorization Rules') && whole.text.includes('Kuma'));
    await close(plain);
  });
  await close(tab);
}
