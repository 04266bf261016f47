// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { testRanking } from './ranking.mjs';

const root = join(import.meta.dirname, '..', '..');
const build = resolve(process.env.B || join(root, 'build'));
const program = join(build, 'meshreport');
let n = 0;
let failed = 0;

function test(name, body) {
  n++;
  try {
    body();
    console.log(`ok ${n} - ${name}`);
  } catch (error) {
    failed++;
    console.log(`not ok ${n} - ${name}\n` + String(error.stack || error).replace(/^/gm, '# '));
  }
}

/* The parts of the script in a world with no more than they are given. */
function load(names, location = { hash: '', href: 'file:///page.html' }) {
  const world = { location, Node: { TEXT_NODE: 3, ELEMENT_NODE: 1 }, encodeURIComponent, decodeURIComponent };
  world.window = world;
  vm.createContext(world);
  for (const name of names) vm.runInContext(readFileSync(join(root, 'templates', 'html', name), 'utf8'), world, { filename: name });
  return world;
}

/* Values of another world are no instances of ours. */
const plain = (value) => JSON.parse(JSON.stringify(value));

const initial = { p: null, must: [], diff: false, pin: false, q: '', sort: 'data', closed: [], pair: [], at: '', density: 'comfortable', rank: false, profile: '', weight: new Map() };

/* A view as it is read, in plain members. */
const view = (change) => plain({ ...initial, ...change });

/* A report of three products and two features, all in memory. */
function report(hash, change = {}) {
  const products = ['istio', 'linkerd', 'kuma'].map((id, index) => ({ id, index, name: id }));
  const rows = [{ id: 'mtls', likes: ['y', 'n', 'y'] }, { id: 'tcp', likes: ['y', 'y', 'p'] }];
  const location = { hash, href: 'file:///page.html' + hash };
  const world = load(['script_text.js', 'script_table.js', 'script_rank.js', 'script_needs.js', 'script_view.js', 'script_export.js'], location);
  const by = (list) => new Map(list.map((one) => [one.id, one]));
  const made = {
    root: { querySelectorAll: () => [] }, tableElement: {}, prefix: '', scroller: {}, initial,
    config: { command: "meshreport --features mtls,tcp 'service mesh.yaml'", words: { since: 'seit {version}' } },
    table: {
      products, rows, productById: by(products), rowById: by(rows), categoryById: by([{ id: 'security' }]), shown: [0, 1, 2],
      coverage: () => (i) => [0.5, 1, 0.75][i],
    },
    former: { ids: { p: new Map([['conduit', 'linkerd']]), must: new Map() }, of: new Map() },
    view: initial, lastHash: null, visibleRows: rows, shownIds: () => ['istio'], ...change,
  };
  world.meshreportParts.needs(made);
  world.meshreportParts.view(made);
  world.meshreportParts.export(made);
  return made;
}

const read = (hash, change) => {
  const complaints = [];
  return [plain(report(hash, change).readHash(complaints)), plain(complaints)];
};

test('an address is a view, and a view its address', () => {
  for (const hash of ['#p=kuma,istio', '#p=istio&must=mtls,tcp&diff=1', '#q=m%C3%A6sh%20%26%20more&sort=name', '#closed=security&at=tcp', '#tcp',
    '#must=tcp=partial,mtls=unknown', '#must=tcp&weight=mtls:2,security:0.5', '#diff=1&density=compact', '#density=compact', '#rank=1', '#weight=tcp:3&rank=0']) {
    const one = report(hash);
    const complaints = [];
    assert.equal(one.hashOf(one.readHash(complaints)), hash);
    assert.equal(complaints.length, 0);
  }
});

test('what an address names and nobody has is told, once, and the rest holds', () => {
  assert.deepEqual(read('#weight=tcp:2,tcp:3,gone:1,mtls:-1&profile=nobody'), [view({ rank: true }), ['gone:1', 'mtls:-1', 'nobody']]);
  assert.deepEqual(read('#p=istio,nobody,istio&must=tcp,nothing&sort=upwards&diff=yes'), [
    view({ p: ['istio'], must: ['tcp'] }), ['nobody', 'nothing']]);
});

test('an earlier name leads to the present one', () => {
  assert.deepEqual(read('#p=conduit,kuma'), [view({ p: ['linkerd', 'kuma'] }), []]);
});

test('all products in their order are no choice, and none are none', () => {
  assert.equal(read('#p=istio,linkerd,kuma')[0].p, null);
  assert.equal(read('#p=')[0].p, null);
  assert.deepEqual(read('#p=kuma,linkerd,istio')[0].p, ['kuma', 'linkerd', 'istio']);
});

test('an address longer than any view is refused whole', () => {
  const [found, complaints] = read('#p=istio&q=' + 'x'.repeat(17000));
  assert.deepEqual(found, view({}));
  assert.equal(complaints.length, 1);
  assert.ok(complaints[0].length < 100);
});

test('a fragment keeps what others wrote into the address', () => {
  const one = report('#a-p=kuma&b-p=istio&theirs=1', { prefix: 'a-' });
  assert.deepEqual(plain(one.readHash([])), view({ p: ['kuma'] }));
  assert.equal(one.hashOf({ ...initial, diff: true }), '#b-p=istio&theirs=1&a-diff=1');
});

test('products that lack what is demanded go, whatever was chosen', () => {
  const one = report('');
  assert.deepEqual(plain(one.chosenColumns({ ...initial, must: ['mtls'] })), [0, 2]);
  assert.deepEqual(plain(one.chosenColumns({ ...initial, p: ['linkerd', 'kuma'], must: ['mtls', 'tcp'] })), []);
});

test('what requirements leave out is told apart: no, unknown, partial, words; each product once, by its worst', () => {
  const { leftOut } = report('');
  assert.deepEqual(plain(leftOut(initial, ['mtls'])), [['n', ['linkerd']]]);
  assert.deepEqual(plain(leftOut(initial, ['mtls', 'tcp'])), [['n', ['linkerd']], ['p', ['kuma']]]);
  assert.deepEqual(plain(leftOut({ ...initial, p: ['kuma', 'istio'] }, ['tcp', 'mtls'])), [['p', ['kuma']]]);
  assert.deepEqual(plain(leftOut(initial, [])), []);
  const made = report('');
  made.table.rows[0].likes = ['u', '', 'x'];
  made.table.rows[1].likes = ['p', 'y', 'u'];
  assert.deepEqual(plain(made.leftOut(initial, ['tcp', 'mtls'])), [['x', ['kuma']], ['', ['linkerd']], ['u', ['istio']]]);
  assert.equal(made.chosenColumns({ ...initial, must: ['tcp', 'mtls'] }).length, 0, 'none is both left out and shown');
});

test('near misses lack one feature alone, or nobody knows; whoever lacks more is none', () => {
  const made = report('');
  made.table.rows.forEach((row) => { row.name = row.id.toUpperCase(); });
  made.config.words = { lacks_only: '{name} lacks only {feature}' };
  made.table.rows[0].likes = ['u', 'n', 'p'];
  made.table.rows[1].likes = ['u', 'y', 'y'];
  assert.equal(made.nearMisses({ ...initial, must: ['mtls', 'tcp'] }), 'istio: 2 unknown · linkerd lacks only MTLS · kuma: MTLS partial');
  made.table.rows[1].likes = ['n', 'n', 'u'];
  assert.equal(made.nearMisses({ ...initial, must: ['mtls', 'tcp'] }), '');
  assert.equal(made.nearMisses(initial), '');
});

test('a search finds rows, and products by their names where no row has all of its words', () => {
  const { Table } = load(['script_text.js', 'script_table.js']).meshreportParts;
  const products = ['Istio', 'App  Mesh', 'mæsh', 'Mesh'].map((name, index) => ({
    index, names: [name.toLowerCase().replace(/\s+/g, ' '), ['istio', 'appmesh', 'maesh', 'mesh'][index]] }));
  const row = (id, words) => ({ id, matches: (terms) => terms.every((term) => words.includes(term)) });
  const table = { products, rows: [row('mtls', 'mtls between services'), row('expansion', 'mesh expansion with istio tools')] };
  const search = (words, columns = [0, 1, 2, 3]) => {
    const found = Table.prototype.search.call(table, words.split(' '), columns);
    return [plain(found.columns), found.rows.map((one) => one.id)];
  };
  const all = ['mtls', 'expansion'];
  assert.deepEqual(search('expansion'), [[0, 1, 2, 3], ['expansion']]);
  assert.deepEqual(search('ist'), [[0, 1, 2, 3], ['expansion']], 'rows come first');
  assert.deepEqual(search('istio'), [[0], all], 'a whole name is a product');
  assert.deepEqual(search('app mesh'), [[1], all], 'of two words, too');
  assert.deepEqual(search('maesh'), [[2], all], 'and by its id');
  assert.deepEqual(search('mæ'), [[2], all], 'a beginning that no row has');
  assert.deepEqual(search('istio mtls'), [[0], ['mtls']]);
  assert.deepEqual(search('maesh istio mtls'), [[0, 2], ['mtls']], 'two products side by side');
  assert.deepEqual(search('istio nowhere'), [[0, 1, 2, 3], []]);
  assert.deepEqual(search('maesh', [0, 1]), [[0, 1], []], 'what is not chosen is not found');
});

test('a word has its places filled, with whatever is written in the value', () => {
  const one = report('');
  assert.equal(one.word('since', { version: '$&{version}' }), 'seit $&{version}');
  assert.equal(one.word('in {n} words', { n: 3 }), 'in 3 words');
});

test('the command line says the view', () => {
  const line = (view) => report('', { view: { ...initial, ...view } }).commandLine();
  const data = " 'service mesh.yaml'";
  assert.equal(line({}), 'meshreport --features mtls,tcp' + data);
  assert.equal(line({ closed: ['security'] }), 'meshreport --features mtls,tcp' + data);
  assert.equal(line({ p: ['kuma'], diff: true }), 'meshreport --products kuma --features mtls,tcp --only-differences' + data);
  assert.equal(line({ must: ['tcp'], sort: 'name' }), 'meshreport --require tcp --features mtls,tcp --sort name' + data);
  assert.equal(report('', { view: { ...initial, q: 'istio', sort: 'name' }, table: { ...report('').table, shown: [0] } }).commandLine(),
    'meshreport --products istio --features mtls,tcp' + data, 'a search that names products');
  const ranked = { rank: true, profile: '', weight: new Map([['tcp', '2'], ['security', '0.5']]), must: ['mtls'] };
  assert.equal(line(ranked), 'meshreport --require mtls --features mtls,tcp --weight tcp=2 --weight security=0.5' + data);
  const asked = { config: { command: 'meshreport --table 2 --transpose --require mtls --sort name x.md', words: {} } };
  assert.equal(report('', { ...asked, view: { ...initial, rank: true, weight: new Map([['tcp', '2']]) } }).commandLine(),
    'meshreport --table 2 --transpose --products istio,linkerd,kuma --weight tcp=2 x.md', 'who was never there is not ranked');
  assert.equal(line({ q: 'x', sort: 'coverage' }), 'meshreport --products istio --features mtls,tcp' + data);
});

test('no field of CSV is computed by a spreadsheet', () => {
  const { csvField } = report('');
  for (const sign of ['=', '+', '@', '\t', '\r', '\n', '-', '-\n', '\uff1d', '\uff0b', '\uff0d', '\uff20']) assert.match(csvField(sign + '1+1'), /^"?'/, JSON.stringify(sign));
  assert.equal(csvField('-'), '-');
  assert.equal(csvField('a,b'), '"a,b"');
  assert.equal(csvField('say "no"'), '"say ""no"""');
  assert.equal(csvField('plain'), 'plain');
});

test('a share is the same number in the script and in the program', () => {
  const { whole } = load(['charts.js']).meshreportCharts.Chart;
  const folder = mkdtempSync(join(tmpdir(), 'meshreport-script-'));
  const same = [300, 299, 298, 151, 150, 149, 2, 1, 0];
  const feature = (row) => `      - {id: f${row}, name: F${row}, values: {all: yes, ${same.map((most, i) => `p${i}: ${row < most ? 'yes' : 'no'}`).join(', ')}}}\n`;
  const data = 'meshreport: 1\ntitle: Shares\nproducts:\n  - {id: all, name: All}\n' + same.map((most, i) => `  - {id: p${i}, name: P${i}}\n`).join('') +
    'categories:\n  - id: c\n    name: C\n    features:\n' + Array.from({ length: 300 }, (_, row) => feature(row)).join('');
  try {
    writeFileSync(join(folder, 'shares.yaml'), data);
    same.forEach((most, i) => {
      const file = join(folder, 'shares.yaml');
      const svg = execFileSync(program, ['-f', 'svg', '-O', 'chart=matrix', '--products', `all,p${i}`, '-o', '-', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const said = /class="f-on-ramp-\d"[^>]*>(\d+)</.exec(svg) || />(\d+)<\/text>/.exec(svg);
      assert.equal(Number(said[1]), whole(most / 300), `${most} of 300`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.deepEqual([-1, 0, 1e-9, 0.005, 0.125, 0.994, 0.999, 1, 2].map(whole), [0, 0, 1, 1, 13, 99, 99, 100, 100]);
});

test('a name that the page shortens is one of the script alone: it stands in no string, no pattern and no attribute of data', () => {
  const folder = join(root, 'templates', 'html');
  const names = readFileSync(join(folder, 'script_names.txt'), 'utf8').trimEnd().split('\n');
  const tokens = /\/\*[^]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\/(?:\\.|\[(?:\\.|[^\]])*\]|[^/\\\n[ *])+\/[gimsuy]*(?=[.,)\];])|(?:dataset\.)?[A-Za-z_$][\w$]*|[^]/g;
  const code = new Set();
  const fixed = new Set(); /* what the program says in its data, first */
  /* also keys of words, which the script asks for in brackets only, and elements, roles and commands of the browser, which it names in strings only */
  const said = ['category', 'columns', 'product', 'cell', 'copy', 'input', 'row', 'table'];
  for (const [, place] of readFileSync(join(folder, 'words_en.txt'), 'utf8').matchAll(/\{(\w+)\}/g)) fixed.add(place);
  /* members of what is taken away as JSON, which are said without quotes */
  const members = (schema) => Object.entries(schema).forEach(([key, value]) => {
    if (key === 'properties') Object.keys(value).forEach((name) => fixed.add(name));
    if (value && typeof value === 'object') members(value);
  });
  members(JSON.parse(readFileSync(join(root, 'data', 'dataset.schema.json'), 'utf8')));
  for (const file of ['html_json.c', 'html_ranking_config.c']) {
    for (const [, word] of readFileSync(join(root, 'plugins', 'html', 'page', file), 'utf8').matchAll(/"\W*(\w+)\W*"/g)) fixed.add(word);
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    for (const token of readFileSync(join(folder, file), 'utf8').match(tokens)) {
      if (/^[A-Za-z_$]/.test(token) && !token.startsWith('dataset.')) code.add(token);
      else if (!token.startsWith('/*')) for (const word of token.match(token[0] === '`' ? /[A-Za-z_$][\w$]*/g : /[A-Za-z_$-][\w$-]*/g) || []) if (!said.includes(word)) fixed.add(word);
    }
  }
  assert.deepEqual(names.filter((name) => !code.has(name)), [], 'nowhere used');
  assert.deepEqual(names.filter((name) => fixed.has(name)), [], 'also something else');
  assert.deepEqual(names.filter((name) => name.length < 3), [], 'not made shorter');
  assert.ok(!Array.from(code).some((name) => /^([$_].|[A-Z]\d)$/.test(name)), 'the short names are free');
});

testRanking({ test, load, program, plain });

console.log(`1..${n}`);
process.exit(failed ? 1 : 0);
