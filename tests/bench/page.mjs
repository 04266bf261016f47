// SPDX-License-Identifier: MIT
// The page beside the tables one would use instead: DataTables (all rows in the page), Tabulator and AG Grid (rows in sight only),
// on the same comparison, in Chromium.  CPU time of the page's process, all threads (CDP, SystemInfo), as milliseconds and as a ratio
// to ours, and of it what scripts took (CDP, Performance, in the time of the thread): `page.mjs [ROWSxCOLUMNS ...]`.  Peers that are not installed are left out; README.md says how they come.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '../node_modules/playwright-core/index.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const MODULES = join(process.env.BENCH_NPM || join(ROOT, 'tests'), 'node_modules');
const PROGRAM = join(ROOT, process.env.B || 'build', 'meshreport');
const RUNS = 3;
const folder = mkdtempSync(join(tmpdir(), 'meshreport-page-'));

/* The same for all: names, and a word or a status in each cell. */
function comparison(nRows, nColumns) {
  const products = Array.from({ length: nColumns }, (_, i) => ({ id: `p${i}`, name: `Product ${i}` }));
  const words = ['yes', 'no', 'partial', 'some words that say it', 'unknown', 'yes'];
  const rows = Array.from({ length: nRows }, (_, i) => ({ name: `Feature ${i}`, cells: products.map((_, k) => words[(i * 7 + k * 3 + (i >> 3)) % words.length]) }));
  return { products, rows };
}

function ours({ products, rows }) {
  const data = { meshreport: 1, title: 'Bench', products, categories: [{ id: 'all', features: rows.map(({ name, cells }, i) => ({ id: `f${i}`, name, values: cells.map((words) => (words.includes(' ') ? { text: words } : words)) })) }] };
  const from = join(folder, 'bench.json');
  const to = join(folder, 'ours.html');
  writeFileSync(from, JSON.stringify(data));
  const done = spawnSync(PROGRAM, ['-q', '--force', '-f', 'html', '-o', to, from], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return to;
}

function host(name, scripts, styles, body) {
  const path = join(folder, `${name}.html`);
  const address = (file) => pathToFileURL(join(MODULES, file)).href;
  writeFileSync(path, `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${name}</title>${styles.map((file) => `<link rel="stylesheet" href="${address(file)}">`).join('')}
${scripts.map((file) => `<script src="${address(file)}"></script>`).join('')}${body}</html>`);
  return path;
}

const asRecords = ({ products, rows }) => JSON.stringify(rows.map(({ name, cells }) => Object.fromEntries([['name', name], ...products.map(({ id }, k) => [id, cells[k]])])));

/* Each tool: its page, what it needs, and how the same four things are asked of it; `done` says when all has followed. */
const TOOLS = [
  {
    name: 'meshreport', needs: [],
    page: ours,
    search: () => { const field = document.querySelector('.mr-search'); field.value = 'w'; field.dispatchEvent(new Event('input')); },
    clear: () => { const field = document.querySelector('.mr-search'); field.value = ''; field.dispatchEvent(new Event('input')); },
    hide: () => { location.hash = `p=${Array.from(document.querySelectorAll('thead th[data-id]'), (head) => head.dataset.id).filter((id) => id !== 'p3').join()}`; },
    reorder: () => { location.hash = 'sort=coverage'; },
    done: (step) => ({ search: location.hash === '#q=w', clear: location.hash === '', hide: document.querySelector('#product-p3').hidden, reorder: !document.querySelector('#product-p3').hidden }[step] && !document.querySelector('.mr-late')),
  },
  {
    name: 'DataTables', needs: ['jquery/dist/jquery.min.js', 'datatables.net/js/dataTables.min.js'],
    page: ({ products, rows }) => host('datatables', ['jquery/dist/jquery.min.js', 'datatables.net/js/dataTables.min.js'], [], `<table id="t"><thead><tr><th>Feature</th>${products.map(({ name }) => `<th>${name}</th>`).join('')}</tr></thead><tbody>
${rows.map(({ name, cells }) => `<tr><td>${name}</td>${cells.map((words) => `<td>${words}</td>`).join('')}</tr>`).join('\n')}</tbody></table><script>window.t = new DataTable('#t', { paging: false, order: [] })</script>`),
    search: () => window.t.search('w').draw(),
    clear: () => window.t.search('').draw(),
    hide: () => window.t.column(4).visible(false),
    reorder: null,
    done: () => true,
  },
  {
    name: 'Tabulator', needs: ['tabulator-tables/dist/js/tabulator.min.js'],
    page: (data) => host('tabulator', ['tabulator-tables/dist/js/tabulator.min.js'], ['tabulator-tables/dist/css/tabulator.min.css'], `<div id="t"></div><script>window.t = new Tabulator('#t', { height: 800, data: ${asRecords(data)},
columns: [{ title: 'Feature', field: 'name', frozen: true }, ...${JSON.stringify(data.products)}.map(({ id, name }) => ({ title: name, field: id }))] }); window.t.on('tableBuilt', () => { window.isReady = true; })</script>`),
    search: () => window.t.setFilter((row) => Object.values(row).some((words) => words.toLowerCase().includes('w'))),
    clear: () => window.t.clearFilter(),
    hide: () => window.t.hideColumn('p3'),
    reorder: () => window.t.moveColumn('p5', 'p1', false),
    done: () => window.isReady,
  },
  {
    name: 'AG Grid', needs: ['ag-grid-community/dist/ag-grid-community.min.js'],
    page: (data) => host('aggrid', ['ag-grid-community/dist/ag-grid-community.min.js'], [], `<div id="t" style="height: 800px"></div><script>window.t = agGrid.createGrid(document.getElementById('t'), { rowData: ${asRecords(data)},
columnDefs: [{ headerName: 'Feature', field: 'name', pinned: 'left' }, ...${JSON.stringify(data.products)}.map(({ id, name }) => ({ headerName: name, field: id, colId: id }))] })</script>`),
    search: () => window.t.setGridOption('quickFilterText', 'w'),
    clear: () => window.t.setGridOption('quickFilterText', ''),
    hide: () => window.t.setColumnsVisible(['p3'], false),
    reorder: () => window.t.moveColumns(['p5'], 1),
    done: () => Boolean(document.querySelector('.ag-row')),
  },
];

const STEPS = ['search', 'clear', 'hide', 'reorder'];

async function measured(browser, tool, address) {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  tab.setDefaultTimeout(600000);
  const session = await browser.newBrowserCDPSession();
  const spent = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const own = await tab.context().newCDPSession(tab);
  await own.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scripted = async () => (await own.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  const frames = () => tab.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))); }));
  const found = {};
  const start = async () => [await spent(), await scripted()];
  const note = async (step, [before, scriptedBefore]) => {
    found[step] = await spent() - before;
    found[step + ', script'] = await scripted() - scriptedBefore;
  };
  let before = await start();
  await tab.goto(address, { timeout: 600000 });
  if (tool.name !== 'meshreport') await tab.waitForFunction(tool.done);
  await frames();
  await note('load', before);
  for (const step of STEPS) {
    if (!tool[step]) continue;
    before = await start();
    await tab.evaluate(`new Promise((done) => { setTimeout(() => { (${tool[step]})(); done(); }); })`); /* a task of the page's own, whose script is counted */
    await tab.waitForFunction(tool.done, step);
    await frames();
    await note(step, before);
  }
  await tab.close();
  return found;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function main() {
  const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['1000x20', '5000x20'];
  const browser = await chromium.launch({ executablePath: process.env.PLAYWRIGHT_CHROMIUM || '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  for (const size of sizes) {
    const [nRows, nColumns] = size.split('x').map(Number);
    const data = comparison(nRows, nColumns);
    let own = null;
    for (const tool of TOOLS) {
      if (tool.needs.some((file) => !existsSync(join(MODULES, file)))) {
        console.log(`${size}  ${tool.name}: not installed`);
        continue;
      }
      const address = pathToFileURL(tool.page(data)).href;
      const runs = [];
      const n = tool.name === 'DataTables' ? 1 : RUNS; /* it takes minutes */
      for (let i = 0; i < n; i++) runs.push(await measured(browser, tool, address));
      const middle = (step) => median(runs.map((run) => run[step]));
      const steps = ['load', ...STEPS].filter((step) => step in runs[0]);
      own = own || Object.fromEntries(steps.map((step) => [step, middle(step)]));
      console.log(`${size}  ${tool.name.padEnd(11)}${steps.map((step) => `${step} ${Math.round(middle(step))} ms (x${(middle(step) / own[step]).toFixed(2)}; script ${Math.round(middle(step + ', script'))})`).join('  ')}`);
    }
    console.log(`${size}  page ${Math.round(readFileSync(join(folder, 'ours.html')).length / 1000)} kB`);
  }
  await browser.close();
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
