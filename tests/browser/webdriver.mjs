// SPDX-License-Identifier: MIT
// WebKit by way of WebDriver (https://www.w3.org/TR/webdriver2/), on a display of its own: the same tab as bidi.mjs, as far as
// Debian's driver goes.  It prints nothing, says nothing of what goes wrong in a page and knows no folder for downloads.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { FOLDER, join, seconds } from './lib.mjs';

const DRIVER = process.env.WEBKIT_DRIVER || 'WebKitWebDriver';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/* A program that ends with us; its end is an error for who waits for it. */
function begin(command, args, options) {
  const child = spawn(command, args, options);
  child.failed = new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}`)));
  });
  child.failed.catch(() => {});
  return child;
}

/* The number of a display that nobody else has. */
async function display() {
  const server = begin('Xvfb', ['-displayfd', '3', '-screen', '0', '2600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await Promise.race([server.failed, new Promise((resolve) => { server.stdio[3].once('data', (data) => resolve(String(data).trim())); })]);
  return { server, number };
}

async function until(body, what) {
  const end = Date.now() + seconds(10);
  while (!(await body())) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

class Tab {
  constructor(send) {
    Object.assign(this, { send, problems: [] });
  }

  async visit(url) {
    await this.send('POST', '/url', { url: 'about:blank' });
    await this.send('POST', '/url', { url });
  }

  async run(body, ...values) {
    const said = await this.send('POST', '/execute/sync', { script: `return JSON.stringify((${body})(...arguments))`, args: values });
    return said === null ? undefined : JSON.parse(said);
  }

  until(body, ...values) {
    return until(() => this.run(body, ...values), body);
  }

  /* The window's inside, to which comes what the frame takes, as long as nothing moves; no narrower than the browser's own bar. */
  async resize(width, height) {
    this.frame ||= await this.run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.send('POST', '/window/rect', { width: width + this.frame[0], height: height + this.frame[1] });
    /* WebKit says that it is done before a wider window is there */
    await this.until((wanted) => innerWidth >= wanted, width);
  }

  async click(selector) {
    await this.run((wanted) => document.querySelector(wanted).scrollIntoView({ block: 'center', inline: 'center' }), selector);
    const element = await this.send('POST', '/element', { using: 'css selector', value: selector });
    const actions = [{ type: 'pointerMove', origin: element, x: 0, y: 0 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async type(text) {
    const actions = Array.from(text).flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  back() {
    return this.send('POST', '/back', {});
  }
}

/* A browser with one tab.  Ended by close(). */
export async function launch() {
  const home = join(FOLDER, 'webkit');
  mkdirSync(home, { mode: 0o700 });
  const { server, number } = await display();
  const port = await freePort();
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: `:${number}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const driver = begin(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
  const close = async () => {
    driver.kill();
    server.kill();
    await Promise.allSettled([driver.failed, server.failed]);
  };
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(seconds(60)) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  try {
    await Promise.race([driver.failed, until(() => ask('GET', '/status').then(({ ready }) => ready, () => false), `${DRIVER} is ready`)]);
    const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: {} });
    const send = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
    const tab = new Tab(send);
    return { tab, name: `${capabilities.browserName} ${capabilities.browserVersion}`, close: async () => {
      await send('DELETE', '').catch(() => {});
      await close();
    } };
  } catch (error) {
    await close();
    throw error;
  }
}
