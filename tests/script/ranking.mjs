// SPDX-License-Identifier: MIT
/* The ranking of the page and that of the program, over datasets that nobody chose: the same numbers, places and questions. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const N_DATASETS = 40;

/* Marsaglia's xorshift32: the same datasets everywhere. */
function generator(seed) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (n) => next() % n;
  return { below, one: (list) => list[below(list.length)], some: (list, of) => list.filter(() => below(of) === 0) };
}

const VALUES = { y: 'yes', p: 'partial', n: 'no', u: 'unknown', x: 'na', '': '{text: in words}' };
const WEIGHTS = ['1', '1', '1', '2', '0', '0.5', '0.125', '3.75', '0.1', '0.2', '0.3', '7', '100000', '0.000001'];
const HUGE = ['999999999999999', '0.00000000000001', '1'];

/* Products, categories and profiles of one dataset. */
function generate(seed) {
  const random = generator(seed);
  const weights = random.below(12) === 0 ? HUGE : WEIGHTS;
  const products = Array.from({ length: 1 + random.below(7) }, (_, i) => 'p' + i);
  const likes = random.one(['yn', 'yunp', 'yuuu', 'ypnux', ['y', 'u', 'n', '']]);
  const categories = Array.from({ length: 1 + random.below(3) }, (_, c) => ({
    id: 'c' + c,
    rows: Array.from({ length: 1 + random.below(5) }, (_, f) => ({ id: `f${c}-${f}`, weight: random.below(3) ? '1' : random.one(weights), likes: products.map(() => random.one(likes)) })),
  }));
  const features = categories.flatMap((category) => category.rows);
  const ids = [...features.map((row) => row.id), ...categories.map((category) => category.id)];
  const weigh = () => random.some(ids, 4).map((id) => [id, random.one(weights)]);
  const profiles = Array.from({ length: random.below(3) }, (_, i) => ({
    id: 'r' + i, weights: weigh(), require: random.some(features, 5).map((row) => ({ id: row.id, isPartial: random.below(3) === 0 })),
    without: random.some(products, 6), partial: random.one(['0.5', '0.25', '0', '1', '0.333']),
  }));
  return { random, products, categories, features, profiles, weigh };
}

function toYaml({ products, categories, profiles }) {
  const list = (words) => '[' + words.join(', ') + ']';
  const text = ['meshreport: 1', 'title: T', 'products: ' + list(products.map((id) => `{id: ${id}, name: ${id}}`)), 'categories:'];
  for (const { id, rows } of categories) {
    text.push(`  - id: ${id}`, `    name: ${id}`, '    features:');
    for (const row of rows) text.push(`      - {id: ${row.id}, name: ${row.id}, weight: ${row.weight}, values: {${row.likes.map((like, i) => `${products[i]}: ${VALUES[like]}`).join(', ')}}}`);
  }
  if (profiles.length) text.push('profiles:');
  for (const one of profiles) {
    text.push(`  - {id: ${one.id}, name: ${one.id}, require: ${list(one.require.map((is) => (is.isPartial ? `{feature: ${is.id}, at-least: partial}` : is.id)))}, ` +
      `weights: {${one.weights.map((pair) => pair.join(': ')).join(', ')}}, without: ${list(one.without)}, partial: ${one.partial}}`);
  }
  return text.join('\n') + '\n';
}

/* The table of a page, as the script reads it. */
function makeTable({ Table }, { products, categories }, html) {
  const by = (list) => new Map(list.map((one) => [one.id, one]));
  const made = categories.map(({ id }) => ({ id, name: id, rows: [] }));
  const rows = categories.flatMap((category, c) => category.rows.map((row) => {
    const written = new RegExp(`<tr id="${row.id}" data-id="${row.id}"(?: data-weight="([^"]*)")?(?: data-counted="(yes)")?`).exec(html);
    const one = { id: row.id, name: row.id, likes: row.likes, category: made[c], weight: written[1] === undefined ? '1' : written[1], element: { dataset: {} } };
    one.isFact = (columns) => !written[2] && columns.some((i) => one.likes[i] === '') && !columns.some((i) => 'ypnx'.includes(one.likes[i]) && one.likes[i] !== '');
    made[c].rows.push(one);
    return one;
  }));
  assert.equal(typeof Table, 'function');
  return { products: products.map((id, index) => ({ id, index, name: id })), rows, rowById: by(rows), categoryById: by(made) };
}

/* The words between two marks of a page are its data for the script. */
function configOf(html) {
  return JSON.parse(/class="mr-config">\n([^]*?)<\/script>/.exec(html)[1]);
}

/* What the script makes of it, in the members that JSON has. */
function saidByPage(report, view, table) {
  const columns = table.products.map((product) => product.index);
  const ranking = report.rank(view, table.rows, columns);
  if (!ranking) return null;
  const ids = (list) => list.map((at) => ranking.requirements[at].id);
  const member = (name, list) => (list.length ? { [name]: list } : {});
  return {
    products: ranking.products.map((is) => ({
      product: table.products[is.index].id, standing: is.standing,
      ...(is.isRanked ? { first_place: String(is.first), last_place: String(is.last) } : {}),
      ...(is.of > 0n ? { low_units: String(is.low), high_units: String(is.high), all_units: String(is.of) } : {}),
      ...member('failed', ids(is.failed)), ...member('open', ids(is.open)),
    })),
    deciding: ranking.deciding.map((is) => ({
      product: table.products[is.product].id, feature: is.row === null ? ranking.requirements[is.requirement].id : table.rows[is.row].id,
      ...(is.requirement === null ? {} : { required: true }), pairs: String(is.pairs),
    })),
    n_deciding: String(ranking.nDeciding),
  };
}

function saidByProgram(json) {
  const whole = JSON.parse(json.replace(/"(\w+_units|\w+_place|pairs|n_deciding)": (\d+)/g, '"$1": "$2"'))['x-ranking'];
  for (const one of whole.products) {
    delete one.low;
    delete one.high;
  }
  for (const one of whole.deciding || []) {
    delete one.share;
    if (one.required) one.required = true;
  }
  return { products: whole.products, deciding: whole.deciding || [], n_deciding: whole.n_deciding };
}

/* What it was counted by: in words of the script, and as the program wrote them into a page. */
function basisOfPage(report, view, table) {
  return report.basis(report.rank(view, table.rows, table.products.map((product) => product.index)), report.profileOf(view.profile));
}

function basisOf(html) {
  const found = /class="mr-section mr-ranking"[^]*?<p>((?:Requirements|Weights): [^<]*)<\/p>[^]*?<table class="mr-ranks">/.exec(html);
  return found ? found[1] : '';
}

export function testRanking({ test, load, program, plain }) {
  const folder = mkdtempSync(join(tmpdir(), 'meshreport-ranking-'));
  const file = join(folder, 'x.yaml');
  const run = (...words) => spawnSync(program, [...words, '-o', '-', file], { encoding: 'utf8' });
  const page = (...words) => execFileSync(program, ['-f', 'html', ...words, '-o', '-', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const names = ['script_text.js', 'script_table.js', 'script_rank.js', 'script_needs.js'];
  const { meshreportParts } = load(names);
  const start = (config, table) => {
    const report = { config, table, word: (key) => config.words[key] };
    meshreportParts.needs(report);
    return report;
  };

  test('a ranking is the same in the page and in the program, whatever is weighed and required', () => {
    const seen = { ranked: 0, refused: 0, open: 0, failed: 0, out: 0, asked: 0, apart: 0 };
    for (let seed = 1; seed <= N_DATASETS; seed++) {
      const data = generate(seed * 2654435761);
      writeFileSync(file, toYaml(data));
      const html = page();
      const table = makeTable(meshreportParts, data, html);
      const report = start(configOf(html), table);
      for (const profile of ['', ...data.profiles.map((one) => one.id)]) {
        const weight = new Map(data.weigh());
        if (profile === '' && weight.size === 0) weight.set('c0', '2');
        const must = data.random.some(data.features, 6).map((row) => row.id);
        const view = { rank: true, profile, weight, must };
        const options = [...report.rankOptions(view, table.rows).join(' ').split(' '), ...(must.length ? ['--require', must.join(',')] : [])];
        const told = run('-f', 'json', ...options);
        const mine = saidByPage(report, view, table);
        const what = `seed ${seed}: ${options.join(' ')}`;
        if (told.status !== 0) {
          assert.match(told.stderr, /counted exactly|nothing is left to count/, what);
          assert.equal(mine, null, what);
          seen.refused++;
          continue;
        }
        const theirs = saidByProgram(told.stdout);
        assert.deepEqual(plain(mine), theirs, what);
        assert.equal(basisOfPage(report, view, table), basisOf(page(...options)), what);
        seen.ranked++;
        for (const one of theirs.products) {
          seen[one.standing] = (seen[one.standing] || 0) + 1;
          seen.apart += one.first_place !== undefined && one.first_place === one.last_place;
        }
        seen.asked += theirs.deciding.length;
      }
    }
    assert.ok(Object.values(seen).every((n) => n > 0), JSON.stringify(seen));
    assert.ok(seen.ranked > N_DATASETS, JSON.stringify(seen));
  });

  test('a page that was asked for a ranking begins with it, also by features that it does not show', () => {
    let n = 0;
    for (let seed = 1; seed <= N_DATASETS; seed += 2) {
      const data = generate(seed * 40503);
      const options = [...(data.profiles.length ? ['--profile', 'r0'] : []), '--weight', 'c0=3', '--weight', `${data.features[0].id}=0.7`, '--require', data.features[0].id, '--categories', data.categories.at(-1).id];
      writeFileSync(file, toYaml(data));
      const told = run('-f', 'json', ...options);
      if (told.status !== 0) continue;
      const html = page(...options);
      const shown = { ...data, categories: data.categories.slice(-1) };
      const table = makeTable(meshreportParts, shown, html);
      const report = start(configOf(html), table);
      const view = report.initialNeeds();
      assert.equal(view.rank, true);
      const mine = saidByPage(report, view, table);
      assert.deepEqual(plain(mine), saidByProgram(told.stdout), `seed ${seed}`);
      n++;
    }
    assert.ok(n > 8, String(n));
  });

  test('a profile to copy is the ranking that it was copied from', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const data = generate(seed * 7919);
      writeFileSync(file, toYaml(data));
      const html = page();
      const table = makeTable(meshreportParts, data, html);
      const report = start(configOf(html), table);
      const view = { rank: true, profile: data.profiles.length ? 'r0' : '', weight: new Map([['c0', '2'], [data.features[0].id, '0.25']]), must: [data.features.at(-1).id] };
      const mine = saidByPage(report, view, table);
      const profiles = report.toYaml(view);
      writeFileSync(file, toYaml({ ...data, profiles: [] }) + profiles);
      const told = run('-f', 'json', '--profile', /id: (\S+)/.exec(profiles)[1]);
      assert.equal(told.status, mine ? 0 : 2, told.stderr);
      if (mine) assert.deepEqual(plain(mine), saidByProgram(told.stdout), profiles);
    }
  });

  test('a weight is what the program takes for one', () => {
    const { weightOf } = meshreportParts;
    assert.deepEqual(['2', '02.50', '0', '0.0', ' 7 ', '123456789012345'].map(weightOf), ['2', '2.5', '0', '0', '7', '123456789012345']);
    assert.deepEqual(['', '-1', '1e3', '.5', '2.', '1,5', 'x', '1234567890123456', 'Infinity'].map(weightOf), Array(9).fill(null));
  });

  rmSync(folder, { recursive: true });
}
