// SPDX-License-Identifier: MIT
// A page of 1,000 features by 20 products: times are reported; only that it works is asserted.
import assert from 'node:assert/strict';
import { close, note, open, page, shownFeatures, shownProducts, test, textOf, visit } from './lib.mjs';
import { wide } from './data.mjs';

/* How long until the next frame after `action` is painted. */
const timed = (tab, action, argument) => tab.evaluate(async ([source, value]) => {
  const act = new Function('value', source);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const start = performance.now();
  act(value);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return Math.round(performance.now() - start);
}, [action, argument]);

export default async function speed() {
  const large = page(wide(1000, 20));
  const tab = await open();

  await test('a page of 1,000 features by 20 products works', async () => {
    await visit(tab, large);
    const ready = await tab.evaluate(() => Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd));
    const times = { ready };
    const hash = (value) => `location.hash = ${JSON.stringify(value)}; window.dispatchEvent(new HashChangeEvent("hashchange"));`;
    times.scroll = await timed(tab, 'window.scrollTo(0, 20000); document.querySelector(".mr-scroll").scrollTo(500, 20000);');
    times.search = await timed(tab, hash('q=words 98'));
    assert.ok((await shownFeatures(tab)).length > 0);
    times.unsearch = await timed(tab, hash('q='));
    times.differences = await timed(tab, hash('diff=1'));
    times.hide = await timed(tab, hash('p=p0,p1,p2,p3'));
    assert.deepEqual(await shownProducts(tab), ['p0', 'p1', 'p2', 'p3']);
    times.reorder = await timed(tab, hash('sort=coverage'));
    times.require = await timed(tab, hash('must=f1,f2'));
    times.reset = await timed(tab, hash(''));
    assert.equal((await shownProducts(tab)).length, 20);
    assert.deepEqual(tab.problems, []);
    note(`1,000 by 20, ${Math.round(Buffer.byteLength(textOf(large)) / 1000)} kB; milliseconds to the next frame: ` + JSON.stringify(times));
  });
  await close(tab);
}
