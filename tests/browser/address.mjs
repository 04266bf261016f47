// SPDX-License-Identifier: MIT
// The view in the address: links, history, earlier ids, and hashes nobody wrote.
import assert from 'node:assert/strict';
import { close, hashOf, open, page, shownFeatures, shownProducts, test, visit } from './lib.mjs';
import { RICH } from './data.mjs';

const noticeOf = (tab) => tab.$eval('.mr-notice', (element) => (element.hidden ? '' : element.textContent));
const isInView = (tab, selector) => tab.$eval(selector, (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
});

export default async function address() {
  const shipped = page();
  const rich = page(RICH);
  const tab = await open({ viewport: { width: 1280, height: 500 } });

  await test('a link is a view', async () => {
    await visit(tab, `${shipped}#p=kuma,istio,consul&must=mtls&diff=1&sort=name&q=a&closed=protocols&at=dashboard`);
    assert.deepEqual(await shownProducts(tab), ['consul', 'istio', 'kuma']);
    assert.ok(await tab.isChecked('.mr-check.mr-button input'));
    assert.equal(await tab.inputValue('.mr-search'), 'a');
    assert.ok(await isInView(tab, '#dashboard'));
    assert.ok(!(await shownFeatures(tab)).includes('tcp'));
  });

  await test('back and forward go through the views', async () => {
    await visit(tab, shipped);
    await tab.click('.mr-check.mr-button');
    await tab.getByLabel('Sort').selectOption('name');
    await tab.getByRole('button', { name: 'Routing' }).click();
    assert.equal(await hashOf(tab), '#diff=1&sort=name&closed=routing');
    await tab.goBack();
    await tab.goBack();
    assert.equal(await hashOf(tab), '#diff=1');
    assert.deepEqual(await shownProducts(tab), ['istio', 'linkerd', 'appmesh', 'consul', 'maesh', 'kuma']);
    await tab.goBack();
    assert.equal((await shownFeatures(tab)).length, 30);
    await tab.goForward();
    await tab.goForward();
    assert.equal((await shownProducts(tab))[0], 'appmesh');
  });

  await test('going to a place keeps the view, and opens what hides it', async () => {
    await visit(tab, `${shipped}#closed=security&q=proxy`);
    await tab.click('.mr-contents a[href="#category-security"]');
    assert.equal(await hashOf(tab), '#closed=security&at=category-security');
    await tab.evaluate(() => { location.hash = '#mtls'; });
    await tab.waitForFunction(() => document.querySelector('#mtls').classList.contains('mr-target'));
    assert.ok(await isInView(tab, '#mtls'));
    assert.ok((await shownFeatures(tab)).includes('mtls'));
  });

  await test('an old link to a feature that was renamed finds it, without the script, too', async () => {
    await visit(tab, `${rich}#tcp-ip`);
    assert.equal(await hashOf(tab), '#tcp');
    assert.equal(await noticeOf(tab), '“tcp-ip” is now called “TCP”');
    await visit(tab, `${rich}#p=a1,gamma&must=tcp-ip`);
    assert.deepEqual(await shownProducts(tab), ['alpha', 'gamma']);
    await visit(tab, `${rich}#product-alfa`);
    assert.equal(await hashOf(tab), '#product-alpha');
    const plain = await open({ script: false, viewport: { width: 600, height: 200 } });
    await visit(plain, `${rich}#tcp-ip`);
    assert.ok(await plain.evaluate(() => document.querySelector('#tcp').getBoundingClientRect().top < innerHeight).catch(() => true));
    await close(plain);
  });

  await test('a hash that names nothing says so and shows everything', async () => {
    await visit(tab, `${shipped}#nowhere`);
    assert.equal(await noticeOf(tab), 'Nothing here is called “nowhere”');
    assert.equal((await shownFeatures(tab)).length, 30);
    await visit(tab, `${shipped}#p=istio,nobody&must=nothing&sort=magic&diff=yes&x=1`);
    assert.ok((await noticeOf(tab)).includes('nobody, nothing'));
    assert.deepEqual(await shownProducts(tab), ['istio']);
    await visit(tab, `${shipped}#p=nobody`);
    assert.equal((await shownProducts(tab)).length, 6);
  });

  await test('a hash of a megabyte, broken escapes and names of objects do no harm', async () => {
    for (const hash of ['p=' + 'a,'.repeat(500000), 'q=' + 'x'.repeat(1000000), '%', 'q=%E0%A4%A', 'p=__proto__,constructor', '__proto__',
      'constructor=1&__proto__=2&toString=3', 'at=%3Cscript%3E', '=&=&&&', 'must=' + ','.repeat(9000)]) {
      await visit(tab, `${shipped}#${hash}`);
      assert.equal((await shownProducts(tab)).length, 6, hash.slice(0, 30));
      assert.deepEqual(tab.problems, [], hash.slice(0, 30));
    }
    assert.ok((await noticeOf(tab)).length < 400);
  });

  await test('what a hash says never becomes markup', async () => {
    await visit(tab, `${shipped}#q=${encodeURIComponent('<img src=x onerror=window.hacked=1>')}`);
    assert.equal(await tab.locator('.mr-chips img').count(), 0);
    await visit(tab, `${shipped}#${encodeURIComponent('<img src=x onerror=window.hacked=1>')}`);
    assert.ok((await noticeOf(tab)).includes('<img'));
    assert.equal(await tab.evaluate(() => window.hacked), undefined);
  });
  await close(tab);
}
