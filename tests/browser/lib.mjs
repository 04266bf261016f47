// SPDX-License-Identifier: MIT
// The ground the browser tests stand on: a browser, pages made by the program, and TAP.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '../node_modules/playwright-core/index.mjs';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = resolve(HERE, '../..');
export const BUILD = resolve(ROOT, process.env.B || 'build');
export const PROGRAM = join(BUILD, 'meshreport');
export const FOLDER = mkdtempSync(join(tmpdir(), 'meshreport-browser-'));
export const SHIPPED = join(ROOT, 'data/servicemesh.yaml');

/* The shell without a window takes half the processor time of the whole browser, and draws with the same engine. */
const CHROMIUM = process.env.PLAYWRIGHT_CHROMIUM || '/usr/bin/chromium-headless-shell';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

let n = 0;
let nFailed = 0;
export const requests = []; // whatever was asked of a network: has to stay empty

/* Runs the program; returns what it says.  Throws when it fails. */
export function meshreport(...args) {
  const done = spawnSync(PROGRAM, args, { encoding: 'utf8', cwd: FOLDER, maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`meshreport ${args.join(' ')}: ${done.status}\n${done.stderr}`);
  return done;
}

let nPages = 0;
/* A page of a dataset (YAML text or a path) with further arguments: its address. */
export function page(dataset = SHIPPED, ...args) {
  let path = dataset;
  if (dataset.includes('\n')) {
    path = join(FOLDER, `data${++nPages}.yaml`);
    writeFileSync(path, dataset);
  }
  const out = join(FOLDER, `page${++nPages}.html`);
  meshreport('-f', 'html', '-o', out, ...args, path);
  return pathToFileURL(out).href;
}

export const pathOf = (address) => fileURLToPath(address.split('#')[0]);
export const textOf = (address) => readFileSync(pathOf(address), 'utf8');

/* What limits of time are multiplied by; tests/run measures it.  A limit ends what hangs, and nothing else. */
const SLOW = Number(process.env.SLOW || 4);
export const seconds = (quiet) => Math.round(1000 * quiet * SLOW);

/* One browser for all tests; each window has a context of its own, with nothing remembered. */
let browser = null;
const launched = async () => {
  browser ||= await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS, timeout: seconds(30) });
  return browser;
};

/* A browser window; options as Playwright's, plus `script: false`. */
export async function open(options = {}) {
  const { script = true, ...rest } = options;
  const context = await (await launched()).newContext({
    javaScriptEnabled: script, acceptDownloads: true, viewport: { width: 1280, height: 900 }, ...rest });
  context.setDefaultTimeout(seconds(10));
  context.setDefaultNavigationTimeout(seconds(60)); // Chromium alone may take ten seconds for an address of a megabyte
  const tab = await context.newPage();
  tab.problems = [];
  tab.on('pageerror', (error) => tab.problems.push(String(error.stack || error)));
  tab.on('console', (message) => message.type() === 'error' && tab.problems.push(message.text()));
  context.on('request', (request) => /^(file|data|blob|about):/.test(request.url()) || requests.push(request.url()));
  if (script) {
    await context.addInitScript(() => {
      window.copied = [];
      const clipboard = { writeText: async (text) => { window.copied.push(text); } };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    });
  }
  return tab;
}

export async function close(tab) {
  await tab.context().close();
}

/* Goes to an address even where only the hash differs, and as if for the first time. */
export async function visit(tab, address) {
  await tab.goto('about:blank');
  await tab.goto(address);
}

/* One test. */
export async function test(name, body) {
  n++;
  try {
    await body();
    console.log(`ok ${n} - ${name}`);
  } catch (error) {
    nFailed++;
    console.log(`not ok ${n} - ${name}`);
    console.log(String(error.stack || error).slice(0, 4000).replace(/^/gm, '# '));
  }
}

export function note(text) {
  console.log(`# ${text}`);
}

export async function finish() {
  if (browser) await browser.close();
  rmSync(FOLDER, { recursive: true, force: true });
  console.log(`1..${n}`);
  process.exit(nFailed ? 1 : 0);
}

export function tool(command, args, options = {}) {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
}

export { mkdirSync, readFileSync, writeFileSync, join, pathToFileURL };

/* ---- what a reader sees */

export const shownProducts = (tab) => tab.$$eval('.mr-table thead th[data-id]', (cells) =>
  cells.filter((cell) => cell.offsetParent !== null).map((cell) => cell.dataset.id));
export const shownFeatures = (tab) => tab.$$eval('.mr-table tr[data-id]', (rows) =>
  rows.filter((row) => row.offsetParent !== null && row.getClientRects().length).map((row) => row.dataset.id));
/* The words of one cell as seen at the place where its product's head stands. */
export const cellAt = (tab, feature, product) => tab.evaluate(([f, p]) => {
  const seen = (cells) => Array.from(cells).filter((cell) => cell.getClientRects().length);
  const head = seen(document.querySelectorAll('.mr-table thead th[data-id]')).findIndex((cell) => cell.dataset.id === p);
  const row = document.querySelector(`tr[data-id="${f}"]`);
  return seen(row.querySelectorAll('td'))[head].textContent.replace(/\s+/g, ' ').trim();
}, [feature, product]);
export const hashOf = (tab) => tab.evaluate(() => location.hash);
export const counts = (tab) => tab.textContent('.mr-counts');
