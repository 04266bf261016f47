// SPDX-License-Identifier: MIT
// What independent judges say: axe-core in every state, the Nu HTML checker and html-validate.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { close, FOLDER, HERE, join, note, open, page, pathOf, readFileSync, ROOT, SHIPPED, test, visit } from './lib.mjs';
import { ARABIC, HOSTILE, RICH, wide } from './data.mjs';

const MODULES = join(HERE, '../node_modules');
const AXE = readFileSync(join(MODULES, 'axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function complaints(tab) {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(AXE);
  const found = await tab.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS);
  return found.violations.map((rule) => `${rule.id}: ${rule.help}\n${rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + '\n' + node.failureSummary).join('\n')}`);
}

export default async function judges() {
  const shipped = page();
  const rich = page(RICH, '-O', 'chart=coverage');
  const pages = { shipped, rich, hostile: page(HOSTILE), arabic: page(ARABIC), wide: page(wide(20, 14)), plain: page(SHIPPED, '-O', 'script=no'),
    house: page(SHIPPED, '-O', 'accent=#ffe100', '-O', 'header={client} | <draft> | {date}', '-O', 'client=Smith & Sons', '-O', 'footer={credit}', '-O', 'logo=' + join(ROOT, 'data/gallery/chart.png')) };

  /* Every state meets every theme, and every state and every theme both sizes: by turns, not all of all. */
  const sizes = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];
  for (const [i, theme] of ['light', 'dark', 'contrast'].entries()) {
    await test(`axe finds nothing in any state, wide and narrow by turns: ${theme}`, async () => {
      const tab = await open({ reducedMotion: 'reduce' });
      let turn = i;
      const look = async (what) => assert.deepEqual(await complaints(tab), [], `${what}, ${tab.viewportSize().width} wide`);
      const resize = () => tab.setViewportSize(sizes[turn++ % 2]);
      const come = async (address) => {
        await resize();
        await visit(tab, address);
        await tab.$eval('.mr', (element, value) => { element.dataset.theme = value; }, theme);
      };
      await come(`${rich}#pair=alpha,gamma`); /* those with notes, where two have room */
      await look('as it opens');
      await resize();
      await tab.locator('.mr-mark a:visible').first().click();
      await tab.locator('details summary').click();
      await look('a note and the numbers open');
      await tab.locator('.mr-info').first().click();
      await look('what a cell is known from');
      await tab.keyboard.press('Escape');
      for (const label of ['Products', 'Must have', 'Share', 'Display']) {
        await resize();
        await tab.getByRole('button', { name: label, exact: true }).click();
        await look(`the panel ${label}`);
      }
      await tab.keyboard.press('Escape');
      await tab.keyboard.press('?');
      await look('the keys');
      await tab.keyboard.press('Escape');
      for (const [what, address] of [['with a view', `${rich}#diff=1&must=tcp&q=c&closed=facts&sort=name`], ['with a notice', `${rich}#nowhere`],
        ['at a row', `${shipped}#mtls`], ['with nothing found', `${rich}#q=zzz`]]) {
        await come(address);
        await look(what);
      }
      await close(tab);
    });
  }

  await test('axe finds nothing in ugly, right-to-left and plain pages', async () => {
    const tab = await open();
    for (const [name, address] of Object.entries(pages)) {
      await visit(tab, address);
      assert.deepEqual(await complaints(tab), [], name);
    }
    await tab.emulateMedia({ colorScheme: 'dark' });
    await visit(tab, pages.house);
    assert.deepEqual(await complaints(tab), [], 'a house, dark');
    await close(tab);
  });

  await test('axe finds nothing in a table whose rows are laid out only near the window', async () => {
    const large = page(wide(150, 20));
    const tab = await open({ reducedMotion: 'reduce' });
    const look = async (what) => assert.deepEqual(await complaints(tab), [], what);
    /* Each place meets one theme and one size: what they are made of is the small table's. */
    const come = async (theme, viewport, hash = '') => {
      await tab.emulateMedia({ colorScheme: theme });
      await tab.setViewportSize(viewport);
      await visit(tab, large + hash);
      assert.equal(await tab.locator('.mr-large').count(), 1);
    };
    await come('light', { width: 1280, height: 900 });
    await look('light at the top');
    await come('dark', { width: 360, height: 740 });
    await tab.evaluate(() => document.querySelector('#f100').scrollIntoView());
    await look('dark further down');
    await come('light', { width: 360, height: 740 }, '#p=p3,p1&diff=1&q=feature 1&closed=c1');
    await look('light with a view');
    await close(tab);
  });

  const files = Object.values(pages).map(pathOf);
  await test('the Nu HTML checker finds nothing', () => {
    const done = spawnSync('java', ['-Xss8m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', join(MODULES, 'vnu-jar/build/dist/vnu.jar'), '--format', 'gnu', ...files], { encoding: 'utf8' });
    /* It knows neither hashes nor the scheme data:, and so takes every inline style and picture for a violation; safe.mjs checks the hashes. */
    const lines = done.stderr.replaceAll(FOLDER, '').split('\n').filter((line) => line && !/info warning: (Inline \w+ violates Content Security Policy|Resource violates .*: image “data:image)/.test(line));
    /* CSS newer than the checker: Anchor Positioning 1 (position-area), Containment 3 (container-type and the unit cqi). */
    const newer = /CSS: “(container-type|position-area|position-try-fallbacks)”: Property .* doesn't exist|CSS: “max-width”: Parse Error|CSS: Unrecognized at-rule “@container”/;
    assert.deepEqual(lines.filter((line) => !newer.test(line)), []);
    assert.ok(done.status === 0 || lines.length > 0);
  });

  await test('html-validate finds nothing', () => {
    const done = spawnSync(process.execPath, [join(MODULES, 'html-validate/bin/html-validate.mjs'), '--config', join(HERE, 'htmlvalidate.json'), ...files],
      { encoding: 'utf8', cwd: HERE });
    assert.equal((done.stdout + done.stderr).replaceAll(FOLDER, '').trim(), '');
    assert.equal(done.status, 0);
  });
  note('judged: ' + Object.keys(pages).join(', '));
}
