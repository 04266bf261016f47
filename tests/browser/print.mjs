// SPDX-License-Identifier: MIT
// On paper no column is lost: the page is printed to PDF and its words are counted.
import assert from 'node:assert/strict';
import { close, FOLDER, join, open, page, test, tool, visit } from './lib.mjs';
import { wide } from './data.mjs';

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

export default async function printing() {
  const tab = await open();

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
