// SPDX-License-Identifier: MIT
// The report in pages that site generators make: MkDocs with the theme Material, kramdown as in Jekyll, Hugo where it is there,
// Bootstrap, Docusaurus's pages with their own style sheet (Infima, from npm), and pages that dress their texts as others do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { close, FOLDER, HERE, join, mkdirSync, note, open, page, pathToFileURL, readFileSync, SHIPPED, test, textOf, tool, visit, writeFileSync } from './lib.mjs';
import { RICH } from './data.mjs';

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/* Texts around the report as a site has them; what they look like must not depend on it. */
const BEFORE = '# Mesh\n\nbefore *it* and `code`, a [link](https://example.org/)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n- one\n- two\n\n## Part\n\n';
const AFTER = '\n\nafter it\n\n1. first\n2. second\n';
const TEXTS = '<h1>Mesh</h1><p>before <em>it</em> and <code>code</code>, a <a href="https://example.org/">link</a></p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>3</td></tr></tbody></table><ul><li>one</li></ul><details><summary>more</summary>text</details><h2>Part</h2>';

/* ---- what sites do to their texts, in our words */

/* As many documentations: a bar that stays, tables that are blocks, borders and stripes by element. */
const BLOCKS = `html { box-sizing: border-box; font: 16px/1.65 system-ui } *, ::before, ::after { box-sizing: inherit } body { margin: 0 }
.bar { position: sticky; top: 0; height: 60px; background: #fff; z-index: 200 } main { max-width: 1140px; margin: 0 auto; padding: 0 16px } .text > * { margin-bottom: 20px }
h1, h2, h3, h4 { color: inherit; line-height: 1.25; margin: 25px 0 20px } p { margin: 0 0 20px } ul, ol { margin: 0 0 20px; padding-left: 32px } li + li { margin-top: 4px }
table { display: block; border-collapse: collapse; margin-bottom: 20px; overflow: auto } table thead tr { border-bottom: 2px solid #dadde1 } table thead, table tr:nth-child(2n) { background: rgb(0 0 0 / 3%) }
table tr { border-top: 1px solid #dadde1 } table th, table td { border: 1px solid #dadde1; padding: 12px } a { color: #3578e5; text-decoration: none } code { background: #f6f7f8; border: 1px solid; border-radius: 6px; padding: 2px }
details { border: 1px solid blue; padding: 1rem; background: #eef9fd } summary { list-style: none } .text a[href^="http"]::after { content: "↗" }`;
/* As many themes of Jekyll and Hugo: a rem of 10px, narrow articles, everything by element; and some that go too far. */
const LOUD = `html { font-size: 62.5% } body, h1, h2, h3, h4, p, ul, ol { margin: 0; padding: 0 } body { font: 1.6rem/1.5 serif; color: #111; letter-spacing: 1px; word-break: break-all; text-align: justify }
.bar { position: sticky; top: 0; height: 60px; background: #fff; z-index: 5 } article { max-width: 740px; margin: 0 auto } h1, h2, h3, h4, p, ul, ol { margin-bottom: 15px } ul, ol { margin-left: 30px } h1, h2, h3 { font-weight: 400; text-transform: uppercase }
table { width: 100%; color: #3f3f3f; border-collapse: collapse; border: 1px solid #e8e8e8 } table tr:nth-child(even) { background: #f7f7f7 } table th, table td { padding: 10px 15px; border: 1px solid } table th { background: #f0f0f0; text-align: left }
section { padding: 4rem 2rem; border: 1px solid } small { font-size: 60%; opacity: .5 } button, input, select { width: 100%; text-transform: uppercase; box-shadow: 0 0 9px red; letter-spacing: 2px } label { display: block; margin: 9px }
sup { font-size: 20px; line-height: 3 } p { line-height: 2 } nav ul { display: none } span { float: right } img { border: 5px solid } .text .mr-day { color: red } .text h3 + ul li { display: inline }`;

const skeleton = (style, inside) => `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Site</title><meta name="viewport" content="width=device-width"><style>${style}</style></head>
<body><div class="bar">Site</div><main><article class="text">${TEXTS}\n${inside}\n<p>after it</p></article></main></body></html>\n`;

/* ---- what they make of it */

let n = 0;
function folder(...names) {
  const path = join(FOLDER, `site${++n}`);
  for (const name of ['.', ...names]) mkdirSync(join(path, name), { recursive: true });
  return path;
}

/* Two pages each, with the report and without. */
function mkdocs(part) {
  const path = folder('docs');
  writeFileSync(join(path, 'mkdocs.yml'), 'site_name: Site\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: []\nmarkdown_extensions:\n  - tables\n  - pymdownx.snippets: {base_path: parts, check_paths: true}\n');
  mkdirSync(join(path, 'parts'));
  writeFileSync(join(path, 'parts/mesh.html'), part);
  writeFileSync(join(path, 'docs/index.md'), `${BEFORE}--8<-- "mesh.html"${AFTER}`);
  writeFileSync(join(path, 'docs/bare.md'), `${BEFORE}<div></div>${AFTER}`);
  tool('mkdocs', ['build', '-q'], { cwd: path });
  return [join(path, 'site/index.html'), join(path, 'site/bare.html')];
}

function hugo(part) {
  const path = folder('content', 'layouts/shortcodes', 'layouts/_default');
  writeFileSync(join(path, 'config.toml'), 'baseURL = "https://example.org/"\nuglyURLs = true\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "home", "section"]\n');
  writeFileSync(join(path, 'mesh.html'), part);
  writeFileSync(join(path, 'layouts/shortcodes/report.html'), '{{ readFile "mesh.html" | safeHTML }}');
  writeFileSync(join(path, 'layouts/_default/single.html'), skeleton(LOUD, '{{ .Content }}'));
  writeFileSync(join(path, 'content/mesh.md'), `---\ntitle: x\n---\n${BEFORE}{{< report >}}${AFTER}`);
  writeFileSync(join(path, 'content/bare.md'), `---\ntitle: x\n---\n${BEFORE}${AFTER}`);
  tool('hugo', ['--quiet'], { cwd: path });
  return [join(path, 'public/mesh.html'), join(path, 'public/bare.html')];
}

function kramdown(part) {
  const path = folder();
  return [['mesh.html', `{::nomarkdown}\n${part}{:/nomarkdown}\n`], ['bare.html', '']].map(([name, inside]) => {
    const html = tool('ruby', ['-e', "require 'kramdown'; puts Kramdown::Document.new(STDIN.read).to_html"], { input: BEFORE + inside + AFTER });
    writeFileSync(join(path, name), skeleton(LOUD, html));
    return join(path, name);
  });
}

function written(style) {
  return (part) => {
    const path = folder();
    writeFileSync(join(path, 'mesh.html'), skeleton(style, part));
    writeFileSync(join(path, 'bare.html'), skeleton(style, ''));
    return [join(path, 'mesh.html'), join(path, 'bare.html')];
  };
}

/* As Docusaurus builds a page of its documentation: its style sheet is Infima, its words stand in a column between two others. */
const INFIMA = join(HERE, '../node_modules/infima/dist/css/default/default.css');
const docusaurus = (inside) => `<!DOCTYPE html>\n<html lang="en" dir="ltr" data-theme="light"><head><meta charset="utf-8"><title>Site</title><meta name="viewport" content="width=device-width,initial-scale=1"><style>${readFileSync(INFIMA, 'utf8')}</style></head>
<body class="navigation-with-keyboard"><div id="__docusaurus"><nav aria-label="Main" class="navbar navbar--fixed-top"><div class="navbar__inner"><div class="navbar__items"><a class="navbar__brand" href="/"><b class="navbar__title text--truncate">Site</b></a></div></div></nav>
<div class="main-wrapper"><main class="container padding-top--md padding-bottom--lg"><div class="row"><div class="col"><article><div class="theme-doc-markdown markdown">${TEXTS}\n${inside}\n<p>after it</p></div></article></div>
<div class="col col--3"><div class="table-of-contents"><ul class="table-of-contents__left-border"><li><a href="#part" class="table-of-contents__link">Part</a></li></ul></div></div></div></main></div></div></body></html>\n`;

function dressed(part) {
  const path = folder();
  writeFileSync(join(path, 'mesh.html'), docusaurus(part));
  writeFileSync(join(path, 'bare.html'), docusaurus(''));
  return [join(path, 'mesh.html'), join(path, 'bare.html')];
}

const BOOTSTRAP = '/usr/share/javascript/bootstrap4/css/bootstrap.css';
const SITES = [
  ['MkDocs Material', mkdocs, has('mkdocs')], ['kramdown', kramdown, has('ruby')], ['Hugo', hugo, has('hugo')], ['tables that are blocks', written(BLOCKS), true], ['loud styles', written(LOUD), true],
  ['Bootstrap', (part) => written(readFileSync(BOOTSTRAP, 'utf8'))(part), existsSync(BOOTSTRAP)],
  ['Docusaurus with Infima', dressed, existsSync(INFIMA)]];

/* ---- what is looked at */

const PROPERTIES = ['display', 'fontSize', 'fontFamily', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing', 'wordBreak', 'textTransform', 'textAlign', 'verticalAlign', 'whiteSpace', 'textDecorationLine', 'color',
  'backgroundColor', 'marginTop', 'marginBottom', 'marginLeft', 'paddingTop', 'paddingLeft', 'borderTopWidth', 'borderLeftWidth', 'borderRadius', 'listStyleType', 'boxShadow', 'opacity', 'position', 'float', 'overflowX', 'cursor'];

/* How the elements that `selector` finds look, those behind `without` left out: "td.mr-y display" and its value, by their order. */
const looks = (tab, selector, without) => tab.evaluate(([given, left, names]) => Array.from(document.querySelectorAll(given)).filter((element) => !element.closest(left)).map((element) => {
  const style = getComputedStyle(element);
  const drawn = ['::before', '::after'].map((part) => part + ' ' + getComputedStyle(element, part).content);
  return [element.nodeName + '.' + element.getAttribute('class'), ...names.map((name) => name + ': ' + style[name]), ...drawn].join('\n');
}), [selector, without, PROPERTIES]);

export default async function sites() {
  const part = textOf(page(SHIPPED, '-O', 'fragment', '-O', 'heading=2'));
  const rich = textOf(page(RICH, '-O', 'fragment', '-O', 'heading=2', '-O', 'chart=coverage'));
  const tab = await open({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  /* A page of nobody, for comparison: the report as wide as it is in the other. */
  const alone = (report, width) => {
    const path = join(FOLDER, 'alone.html');
    writeFileSync(path, `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Alone</title></head><body><div style="width: ${width}px">${report}</div></body></html>\n`);
    return pathToFileURL(path).href;
  };

  for (const [name, build, isThere] of SITES) {
    if (!isThere) {
      note(`not tried: ${name}, which is not installed`);
      continue;
    }
    await test(`${name}: the report comes through whole, and every product can be seen`, async () => {
      const [made] = build(part);
      if (name !== 'Bootstrap') assert.ok(readFileSync(made, 'utf8').includes(part.trim()), 'changed on its way');
      for (const width of [1440, 390]) {
        await tab.setViewportSize({ width, height: 900 });
        await visit(tab, pathToFileURL(made).href);
        assert.equal(await tab.locator('.mr-search').count(), 1);
        const unseen = await tab.evaluate(async () => {
          const pick = document.querySelector('.mr-pair select, .mr-pair button');
          const scroll = document.querySelector('.mr-scroll');
          const missing = [];
          for (const head of document.querySelectorAll('.mr-table thead th[data-id]')) {
            head.scrollIntoView({ block: 'nearest', inline: 'center' });
            await new Promise((done) => requestAnimationFrame(done));
            const box = head.getBoundingClientRect();
            const around = scroll.getBoundingClientRect();
            if (box.width === 0 ? !pick : box.right < around.left || box.left > around.right) missing.push(head.dataset.id);
          }
          return missing;
        });
        assert.deepEqual(unseen, [], `${width} wide`);
        assert.ok(await tab.evaluate(() => document.querySelector('.mr').getBoundingClientRect().right <= innerWidth + 1), `wider than ${width}`);
      }
      await tab.setViewportSize({ width: 1440, height: 900 });
      assert.deepEqual(tab.problems, []);
    });

    await test(`${name}: the report looks as it does in a page of nobody, and the site as it does without it`, async () => {
      const [made, bare] = build(rich);
      await visit(tab, pathToFileURL(made).href);
      const width = await tab.$eval('.mr', (element) => element.getBoundingClientRect().width);
      const inside = await looks(tab, '.mr *', 'svg, .mr-chart svg');
      const around = await looks(tab, 'article :not(style, script)', '.mr');
      await visit(tab, alone(rich, width));
      const expected = await looks(tab, '.mr *', 'svg, .mr-chart svg');
      assert.ok(inside.length > 100);
      assert.equal(inside.length, expected.length);
      inside.forEach((look, i) => assert.equal(look, expected[i]));
      await visit(tab, pathToFileURL(bare).href);
      const before = (await looks(tab, 'article :not(style, script)', '.mr')).filter((look) => !look.startsWith('DIV.null'));
      assert.ok(before.length > 8);
      assert.deepEqual(around.filter((look) => !look.startsWith('DIV.null')), before);
      assert.deepEqual(tab.problems, []);
    });
  }

  await test("a house style of custom properties reaches the report, though its rules are raised above a site's", async () => {
    const path = join(FOLDER, 'house.html');
    writeFileSync(path, skeleton(LOUD, `${part}<style>.mr { --mr-accent: rgb(1, 2, 3); --mr-rem: 20px }</style>`));
    await visit(tab, pathToFileURL(path).href);
    assert.equal(await tab.$eval('.mr-table td a', (link) => getComputedStyle(link).color), 'rgb(1, 2, 3)');
    assert.equal(await tab.$eval('.mr-search', (input) => Math.round(parseFloat(getComputedStyle(input).fontSize))), 19);
  });

  await test('a frame shows a whole page in a site, and a report without script and style is a table of the site', async () => {
    const path = folder();
    writeFileSync(join(path, 'mesh.html'), textOf(page(SHIPPED)));
    writeFileSync(join(path, 'frame.html'), skeleton(BLOCKS, '<iframe src="mesh.html" title="Service mesh comparison" style="width: 100%; height: 40rem; border: 0" loading="lazy"></iframe>'));
    await visit(tab, pathToFileURL(join(path, 'frame.html')).href);
    assert.equal(await tab.frameLocator('iframe').locator('.mr-table thead th[data-id]').count(), 6);
    if (existsSync(INFIMA)) {
      /* the recipe for Docusaurus: its column is narrow, its bar stays above, its rules end at the frame's edge */
      writeFileSync(join(path, 'docusaurus.html'), docusaurus('<iframe src="mesh.html#mtls" title="Service mesh comparison" style="width: 100%; height: 40rem; border: 0"></iframe>'));
      await visit(tab, pathToFileURL(join(path, 'docusaurus.html')).href);
      const frame = tab.frameLocator('iframe');
      await frame.locator('.mr-search').waitFor();
      assert.equal(await frame.locator('.mr-table td').first().evaluate((cell) => getComputedStyle(cell).borderLeftWidth), '0px');
      assert.ok(await frame.locator('#mtls').evaluate((row) => row.getBoundingClientRect().top < innerHeight && row.getBoundingClientRect().top > 0), 'a link into the frame leads to its row');
    }
    const bare = textOf(page(SHIPPED, '-O', 'fragment', '-O', 'script=no', '-O', 'style=no', '-O', 'logos=no'));
    assert.doesNotMatch(bare, /<style|<script(?! type="application\/json")/);
    writeFileSync(join(path, 'table.html'), skeleton(BLOCKS, bare));
    await visit(tab, pathToFileURL(join(path, 'table.html')).href);
    assert.equal(await tab.$eval('.mr-table td', (cell) => getComputedStyle(cell).borderTopWidth), '1px'); // the site's
    assert.equal(await tab.locator('.mr-table thead th[data-id]:visible').count(), 6);
    assert.match(await tab.locator('tr[data-id="mtls"] td').first().innerText(), /✓\s+yes/);
  });
  await close(tab);
}
