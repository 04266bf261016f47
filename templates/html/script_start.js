/*
 * The tool on top of the page.  Without it the page is complete; with it the reader searches,
 * chooses, compares and takes away.
 *
 * The table is the only copy of the data: this script reads it, hides and moves its cells, and
 * never writes markup (textContent and createElement only, no innerHTML).  What a reader has
 * chosen, the view, lives in the address (#p=istio,linkerd&diff=1), so a link is a view.
 *
 *   p       products shown, in this order          must    features a product has to have (mtls, tcp=partial,
 *                                                          tcp=unknown: what is enough)
 *   pair    of these, the two (or one) to be seen where there is no room for more; * for all
 *   diff    only rows that differ                  sort    name or coverage
 *   pin     the first product stays in sight, and where others differ from it is marked
 *   q       words of rows, notes, product names    closed  categories that are folded
 *   density compact for rows that stand close
 *   since   only rows that changed since the older edition that the page names
 *   profile a profile of the dataset               weight  what features and categories count (mtls:2,security:0.5)
 *   rank    1 for a ranking where neither of them asks for one, 0 for none
 *   at      the place to go to
 *
 * In a fragment every key has the fragment's prefix, and keys of others are left alone.
 */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { Table } = parts;

  function start(root) {
    const configElement = root.querySelector('.mr-config') || document.querySelector('.mr-config');
    const tableElement = root.querySelector('.mr-table');
    if (!configElement || !tableElement || root.dataset.mrReady) return;
    root.dataset.mrReady = 'yes';
    const config = JSON.parse(configElement.textContent);
    const prefix = makeUnique(root, config.prefix);
    const table = new Table(tableElement);
    const figure = root.querySelector('.mr-chart');
    const chart = figure && window.meshreportChart && window.meshreportChart(figure, table);
    const scroller = root.querySelector('.mr-scroll');
    const former = readFormer(root, prefix);
    const initial = { p: null, pair: [], must: [], diff: false, since: false, pin: false, q: '', sort: 'data', closed: [], at: '', density: root.dataset.density || 'comfortable', rank: false, profile: '', weight: new Map() };
    const report = {
      root, tableElement, config, prefix, table, chart, scroller, former, initial,
      isWholePage: root.parentElement.matches('.mr-body'), view: initial, lastHash: null, visibleRows: table.rows, seenRows: table.rows,
    };
    parts.needs(report);
    Object.assign(initial, report.initialNeeds());
    for (const build of [parts.view, parts.phone, parts.ranking, parts.tools, parts.export, parts.notes]) build(report);

    table.lighten(root);
    report.linkHeads();
    report.restoreTheme();
    report.buildFolds();
    report.buildTools();
    root.querySelectorAll('.mr-mark a').forEach((mark) => mark.setAttribute('aria-expanded', 'false'));
    root.addEventListener('click', report.onClick);
    root.addEventListener('keydown', report.onKey);
    document.addEventListener('keydown', report.onEscape);
    document.addEventListener('keydown', report.onLetter);
    document.addEventListener('click', (event) => report.panels.forEach((entry) => {
      if (!event.composedPath().includes(entry.box.parentElement)) report.closePanel(entry);
    }));
    window.addEventListener('hashchange', report.follow);
    window.addEventListener('popstate', report.follow);
    new ResizeObserver(() => requestAnimationFrame(report.measure)).observe(report.isWholePage ? root.parentElement : scroller);
    report.measure();
    report.follow();
    window.addEventListener('load', () => setTimeout(report.settle, 0));
  }

  /* Earlier ids: id -> present id, by name space, and back. */
  function readFormer(root, prefix) {
    const ids = { p: new Map(), must: new Map() };
    const of = new Map();
    for (const mark of root.querySelectorAll('.mr-was')) {
      const owner = mark.closest('[data-id]');
      const isProduct = owner.matches('th');
      const id = mark.id.slice(prefix.length).replace(isProduct ? /^product-/ : /^feature-/, '');
      const key = (isProduct ? 'product ' : '') + owner.dataset.id;
      ids[isProduct ? 'p' : 'must'].set(id, owner.dataset.id);
      of.set(key, (of.get(key) || []).concat(id));
    }
    return { ids, of };
  }

  /* The same fragment included twice: the later one gets addresses of its own. */
  function makeUnique(root, prefix) {
    if (document.getElementById(root.id) === root) return prefix;
    let n = 2;
    while (document.getElementById('mr' + n + '-' + root.id)) n++;
    const added = 'mr' + n + '-';
    root.querySelectorAll('[id]').forEach((element) => { element.id = added + element.id; });
    root.id = added + root.id;
    root.querySelectorAll('a[href^="#"]').forEach((link) => link.setAttribute('href', '#' + added + link.getAttribute('href').slice(1)));
    root.querySelectorAll('[popovertarget]').forEach((element) => element.setAttribute('popovertarget', added + element.getAttribute('popovertarget')));
    root.querySelectorAll('[aria-labelledby]').forEach((element) => element.setAttribute('aria-labelledby', added + element.getAttribute('aria-labelledby')));
    return added + prefix;
  }

  /* Those that stand behind this script in the page are not there yet. */
  const startAll = () => document.querySelectorAll('.mr').forEach(start);
  startAll();
  document.addEventListener('DOMContentLoaded', startAll);
})();
