// SPDX-License-Identifier: MIT
// Firefox by way of WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), as far as the tests need it: one browser, its
// tabs, what is evaluated, clicked, typed and printed in them.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { FOLDER, join, seconds } from './lib.mjs';

const FIREFOX = process.env.FIREFOX || 'firefox-esr';

/* A browser that is new, keeps to itself and puts downloads into its folder without a question. */
const PREFERENCES = (downloads) => ({
  'app.normandy.enabled': false, 'app.update.disabledForTesting': true, 'browser.download.dir': downloads, 'browser.download.folderList': 2,
  'browser.download.always_ask_before_handling_new_types': false, 'browser.shell.checkDefaultBrowser': false, 'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false, 'extensions.update.enabled': false, 'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false, 'services.settings.server': 'data:,', 'toolkit.telemetry.enabled': false,
});

function started(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`${FIREFOX} does not answer: ${said}`)), seconds(60));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${FIREFOX} ended with ${code}: ${said}`)));
    child.stderr.on('data', (data) => {
      said += data;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
  });
}

/* A connection: send() resolves with a command's result, on() is called with each event of a method. */
async function connected(address) {
  const socket = new WebSocket(address);
  const waiting = new Map();
  const listeners = new Map();
  let n = 0;
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`no connection to ${address}`));
  });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'event') {
      if (listeners.has(message.method)) listeners.get(message.method)(message.params);
      return;
    }
    const { resolve, reject, timer } = waiting.get(message.id);
    waiting.delete(message.id);
    clearTimeout(timer);
    if (message.type === 'error') reject(new Error(`${message.error}: ${message.message}`));
    else resolve(message.result);
  };
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${method} takes too long`)), seconds(60));
    waiting.set(++n, { resolve, reject, timer });
    socket.send(JSON.stringify({ id: n, method, params }));
  });
  return { send, on: (method, listener) => listeners.set(method, listener), close: () => socket.close() };
}

class Tab {
  constructor(send, context) {
    Object.assign(this, { send, context, problems: [] });
  }

  async visit(url) {
    await this.send('browsingContext.navigate', { context: this.context, url: 'about:blank', wait: 'complete' });
    await this.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  /* What a function says in the page; what goes in and comes out is JSON. */
  async run(body, ...values) {
    const expression = `(async () => JSON.stringify(await (${body})(...${JSON.stringify(values)})))()`;
    const { type, result, exceptionDetails } = await this.send('script.evaluate', { expression, target: { context: this.context }, awaitPromise: true });
    if (type === 'exception') throw new Error(exceptionDetails.text);
    return result.type === 'string' ? JSON.parse(result.value) : undefined;
  }

  async until(body, ...values) {
    const end = Date.now() + seconds(10);
    while (!(await this.run(body, ...values))) {
      if (Date.now() > end) throw new Error(`never: ${body}`);
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }

  resize(width, height) {
    return this.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  /* Presses the mouse in the middle of an element that is brought into view. */
  async click(selector) {
    const [x, y] = await this.run((wanted) => {
      const element = document.querySelector(wanted);
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    }, selector);
    const actions = [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.send('input.performActions', { context: this.context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async type(text) {
    const actions = Array.from(text).flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.send('input.performActions', { context: this.context, actions: [{ type: 'key', id: 'keys', actions }] });
  }

  back() {
    return this.send('browsingContext.traverseHistory', { context: this.context, delta: -1 });
  }

  /* Printed to a PDF in the tests' folder: its path. */
  async print(name) {
    const path = join(FOLDER, `${name}.pdf`);
    const { data } = await this.send('browsingContext.print', { context: this.context, background: true });
    writeFileSync(path, Buffer.from(data, 'base64'));
    return path;
  }
}

/* A browser with one tab.  Ended by close(). */
export async function launch() {
  const profile = join(FOLDER, 'firefox');
  const downloads = join(FOLDER, 'downloads');
  mkdirSync(profile);
  mkdirSync(downloads);
  writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES(downloads)).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});\n`).join(''));
  const child = spawn(FIREFOX, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile, XDG_RUNTIME_DIR: profile } });
  const ended = new Promise((resolve) => { child.on('close', resolve); });
  try {
    const connection = await connected(`${await started(child)}/session`);
    await connection.send('session.new', { capabilities: {} });
    await connection.send('session.subscribe', { events: ['log.entryAdded'] });
    const { context } = await connection.send('browsingContext.create', { type: 'tab' });
    const tab = new Tab(connection.send, context);
    connection.on('log.entryAdded', ({ level, text }) => level === 'error' && tab.problems.push(text));
    const close = async () => {
      connection.close();
      child.kill();
      await ended;
    };
    return { tab, downloads, close };
  } catch (error) {
    child.kill();
    throw error;
  }
}
