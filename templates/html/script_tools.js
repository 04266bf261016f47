/* The tools above the table, and what they say is shown. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { make, same, needOf, needText, ENOUGH, LIKES } = parts;

  parts.tools = function (report) {
    const { root, config, prefix, table, initial, word } = report;

    /* ---- the tools */

    const MANY = 8; /* entries that are found without a filter */
    const ui = { sorts: [] };
    const panels = [];

    function button(label, properties, ...children) {
      return make('button', { type: 'button', classes: 'mr-button', ...properties }, ...(children.length ? children : [label]));
    }

    function panel(name, label, build) {
      const box = make('div', { classes: 'mr-panel', id: prefix + 'mr-panel-' + name, hidden: true, role: 'group', 'aria-label': label });
      const badge = make('span', { classes: 'mr-badge', hidden: true });
      const opener = button(label, { 'aria-expanded': 'false', 'aria-controls': box.id, classes: 'mr-button mr-opener' },
        make('span', { says: label }), badge);
      const entry = { box, opener, badge, build, isBuilt: false };
      opener.onclick = () => (box.hidden ? openPanel(entry) : closePanel(entry));
      panels.push(entry);
      ui[name] = entry;
      return make('div', { classes: 'mr-with-panel' }, opener, box);
    }

    function openPanel(entry) {
      panels.forEach((other) => other !== entry && closePanel(other));
      if (!entry.isBuilt) entry.build(entry.box);
      entry.isBuilt = true;
      ui.unticked = null;
      entry.box.hidden = false;
      entry.opener.setAttribute('aria-expanded', 'true');
      entry.box.classList.remove('mr-flip');
      showState();
      const rect = entry.box.getBoundingClientRect();
      entry.box.classList.toggle('mr-flip', rect.right > document.documentElement.clientWidth || rect.left < 0);
    }

    function closePanel(entry, returnsFocus) {
      if (entry.box.hidden) return;
      entry.box.hidden = true;
      entry.opener.setAttribute('aria-expanded', 'false');
      if (returnsFocus) entry.opener.focus();
    }

    /* Wherever the focus is, Escape closes; what had it in the panel hands it to the panel's button. */
    function onEscape(event) {
      if (event.key !== 'Escape') return;
      const focused = document.activeElement;
      for (const entry of panels) closePanel(entry, entry.box.contains(focused) || focused === document.body);
    }

    function checkbox(label, onChange, properties) {
      const input = make('input', { type: 'checkbox', ...properties });
      input.onchange = () => onChange(input.checked);
      return { input, label: make('label', { classes: 'mr-check' }, input, make('span', { says: label })) };
    }

    function select(label, choices, onChange) {
      const field = make('select', { classes: 'mr-select' }, ...choices.map(([value, text]) => make('option', { value, says: text })));
      field.onchange = () => onChange(field.value);
      return { field, label: make('label', { classes: 'mr-field' }, make('span', { says: label }), field) };
    }

    /* Something to copy: its heading, itself and the button, to stand below each other. */
    function codeWith(label, className = '') {
      const code = make('code', { classes: 'mr-command ' + className, tabIndex: 0 });
      const copy = button(word('copy'), { classes: 'mr-button mr-small', 'aria-label': word('copy') + ': ' + label });
      copy.onclick = () => report.copy(code.textContent, word('copied'), copy);
      return { code, all: [make('p', { classes: 'mr-group', says: label }), code, copy] };
    }

    function buildTools() {
      const tools = root.querySelector('.mr-tools');
      const searchBox = make('input', {
        type: 'search', classes: 'mr-search', placeholder: word('search') + ' …',
        'aria-label': word('search'), autocomplete: 'off', spellcheck: false, maxLength: 200,
      });
      let timer = 0;
      const search = () => report.go({ q: searchBox.value.trim() }, true);
      searchBox.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(search, 80);
      });
      searchBox.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        clearTimeout(timer);
        if (searchBox.value.trim() !== report.view.q) search();
        report.nextHit(event.shiftKey ? -1 : 1);
      });
      ui.search = searchBox;
      const diff = checkbox(word('only_differences'), (on) => report.go({ diff: on }));
      diff.label.classList.add('mr-button');
      ui.diff = diff.input;
      const since = checkbox(word('only_changed'), (on) => report.go({ since: on }));
      since.label.classList.add('mr-button');
      ui.since = since.input;
      const hasPast = table.rows.some((row) => row.isChanged);
      ui.counts = make('p', { classes: 'mr-counts', role: 'status' });
      ui.notice = make('p', { classes: 'mr-notice', role: 'status', hidden: true });
      ui.chips = make('ul', { classes: 'mr-chips' });
      ui.near = make('p', { classes: 'mr-counts' });
      tools.append(
        make('div', { classes: 'mr-bar' }, searchBox,
          panel('products', word('products'), buildProducts),
          panel('must', word('must_have'), buildMust),
          buildRank(), diff.label, ...(hasPast ? [since.label] : []), buildSort(),
          panel('more', word('share'), buildMore),
          panel('look', word('display'), buildLook)),
        make('div', { classes: 'mr-state' }, ui.counts, ui.chips, ui.near), ui.notice);
      buildHeads();
      buildTotal();
    }

    /* What sorts the products, above the table and in the menu of each head. */
    function buildSort() {
      const { field, label } = select(word('sort'), [
        ['data', word('as_given')], ['name', word('name')], ['coverage', word('coverage')],
      ], sortBy);
      ui.sorts.push(field);
      return label;
    }

    function sortBy(sort) {
      report.go({ sort, p: report.view.p && sameSet(report.view.p) ? null : report.view.p });
    }

    /* In the row of totals what it is that sorts the products. */
    function buildTotal() {
      ui.total = button(word('sort') + ': ' + word('coverage'), { classes: 'mr-button mr-small' });
      ui.total.onclick = () => sortBy(report.view.sort === 'coverage' ? 'data' : 'coverage');
      if (table.footRow) table.footRow.cells[0].append(' ', ui.total);
    }

    /* Opens the ranking, which is a part of the page and no panel over it. */
    function buildRank() {
      ui.rank = button(word('ranking'), { 'aria-pressed': 'false' });
      ui.rank.onclick = () => report.go({ rank: !report.view.rank });
      return ui.rank;
    }

    function sameSet(ids) {
      return ids.length === table.products.length;
    }

    /* A field, and how to be told what is wanted in it. */
    function filterField() {
      const field = make('input', { type: 'search', classes: 'mr-search', 'aria-label': word('filter'), placeholder: word('filter') + ' …', autocomplete: 'off' });
      const filter = (use) => field.addEventListener('input', () => use(field.value.trim().toLowerCase()));
      return { field, filter };
    }

    /* Products: which, and in which order. */
    function buildProducts(box) {
      const list = make('ul', { classes: 'mr-list' });
      const entries = table.products.map((product) => {
        const check = checkbox(product.name, (on) => show(product.id, on));
        const earlier = button('', { classes: 'mr-move', 'aria-label': word('move_earlier', { name: product.name }) }, '↑');
        const later = button('', { classes: 'mr-move', 'aria-label': word('move_later', { name: product.name }) }, '↓');
        earlier.onclick = () => move(product.id, -1, earlier);
        later.onclick = () => move(product.id, 1, later);
        const only = button(word('only'), { classes: 'mr-button mr-small', 'aria-label': word('only') + ': ' + product.name });
        only.onclick = () => setProducts([product.id]);
        const item = make('li', {}, check.label, only, earlier, later);
        return { product, item, input: check.input, earlier, later };
      });
      const all = button(word('show_all'), { classes: 'mr-button mr-small' });
      all.onclick = () => report.go({ p: null, must: [] });
      const none = button(word('none'), { classes: 'mr-button mr-small' });
      none.onclick = () => {
        ui.unticked = report.view;
        showState();
      };
      list.append(...entries.map((entry) => entry.item));
      const { field, filter } = filterField();
      field.hidden = entries.length <= MANY;
      filter((wanted) => entries.forEach(({ item, product }) => { item.hidden = !product.name.toLowerCase().includes(wanted); }));
      box.append(field, list, make('div', { classes: 'mr-row' }, all, none));
      ui.productEntries = entries;
      ui.productList = list;
    }

    /* In each head what can be done with its product. */
    function buildHeads() {
      for (const { id, name, cell } of table.products) {
        const act = (label, change) => {
          const does = button(word(label), { classes: 'mr-button mr-wide' });
          does.addEventListener('click', () => {
            closePanel(entry, true);
            change();
            if (cell.hidden) ui.products.opener.focus();
          });
          return does;
        };
        const place = panel('head-' + id, name, (box) => box.append(
          act('only', () => setProducts([id])),
          act('hide', () => show(id, false)),
          act('pin', () => setProducts([id, ...report.chosenIds(report.view).filter((other) => other !== id)], { sort: 'data', pin: true })),
          act('copy_link', () => report.copy(report.addressOf({ ...report.view, at: cell.id }), word('link_copied'), entry.opener)),
          buildSort()));
        const entry = ui['head-' + id];
        entry.opener.className = 'mr-move mr-opener';
        entry.opener.replaceChildren();
        entry.opener.setAttribute('aria-label', name);
        /* whoever hears the head before each cell hears the name once */
        const life = cell.querySelector('.mr-life');
        cell.setAttribute('aria-label', life ? name + ', ' + life.textContent : name);
        cell.append(place);
      }
    }

    /* The products in the order of the panel: the shown ones first, as they stand. */
    function shownIds() {
      return table.shown.map((i) => table.products[i].id);
    }

    function setProducts(ids, change) {
      report.go({ p: report.isWhole(ids) ? null : ids, ...change });
    }

    /* Those with a tick.  After "None" there is none, and the table stays as it is until the first one is chosen: no view is without a product. */
    function ticked() {
      return ui.unticked === report.view ? [] : report.chosenIds(report.view);
    }

    function show(id, on) {
      const ids = ticked();
      if (!on && ids.length === 1) {
        showState(); /* the last one stays */
        return;
      }
      if (!on) {
        setProducts(ids.filter((other) => other !== id));
      } else if (!isInDataOrder(ids)) {
        setProducts(ids.concat(id));
      } else {
        setProducts(report.allIds().filter((other) => other === id || ids.includes(other)));
      }
    }

    function isInDataOrder(ids) {
      const at = ids.map((id) => table.productById.get(id).index);
      return at.every((index, i) => i === 0 || at[i - 1] < index);
    }

    function move(id, by, pressed) {
      const ids = shownIds();
      const from = ids.indexOf(id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= ids.length) return;
      ids.splice(to, 0, ids.splice(from, 1)[0]);
      setProducts(ids, { sort: 'data' });
      (pressed.disabled ? pressed.parentElement.querySelector('input') : pressed).focus();
    }

    /* What is required but of this feature. */
    function without(id) {
      return report.view.must.filter((text) => needOf(text).id !== id);
    }

    /* "yes, partial": what lets a product pass. */
    function enoughWords(enough) {
      return Array.from(enough, (like) => word(LIKES[like])).join(', ');
    }

    /* Behind what is required, a choice of what is enough. */
    function buildEnough({ row, label }) {
      const field = make('select', { classes: 'mr-select mr-small', 'aria-label': row.name },
        ...Object.values(ENOUGH).map((value) => make('option', { value, says: enoughWords(value) })));
      field.onchange = () => report.go({ must: report.view.must.map((text) => (needOf(text).id === row.id ? needText({ id: row.id, enough: field.value }) : text)) });
      label.after(field);
      return field;
    }

    /* Requirements: features that a product has to have, all of them. */
    function buildMust(box) {
      const { field, filter } = filterField();
      const groups = [];
      ui.mustEntries = new Map();
      for (const category of table.categories) {
        const items = category.rows.filter((row) => row.likes.some((like) => like !== '' && 'ypnx'.includes(like))).map((row) => {
          const check = checkbox(row.name, (on) => report.go({ must: on ? report.view.must.concat(row.id) : without(row.id) }));
          const count = make('span', { classes: 'mr-counts' });
          check.label.append(count);
          ui.mustEntries.set(row.id, { row, input: check.input, label: check.label, count });
          return make('li', {}, check.label);
        });
        if (items.length === 0) continue;
        const list = make('ul', { classes: 'mr-list', 'aria-label': category.name || word('features') }, ...items);
        groups.push({ items, list, heading: make('p', { classes: 'mr-group', says: category.name }) });
      }
      filter((wanted) => {
        for (const { items, list, heading } of groups) {
          let n = 0;
          for (const item of items) {
            item.hidden = !item.firstChild.textContent.toLowerCase().includes(wanted);
            n += !item.hidden;
          }
          list.hidden = heading.hidden = n === 0;
        }
      });
      box.append(field, make('div', { classes: 'mr-long' }, ...groups.flatMap(({ heading, list }) => (heading.textContent ? [heading, list] : [list]))));
    }

    /* Taking away. */
    function buildMore(box) {
      const link = button(word('copy_link'), { classes: 'mr-button mr-wide' });
      link.onclick = () => report.copy(report.addressOf(report.view), word('link_copied'), link);
      const downloads = [['CSV', 'csv', 'text/csv', () => report.toCsv()], ['JSON', 'json', 'application/json', () => report.toJson()], ['Markdown', 'md', 'text/markdown', () => report.toMarkdownTable()]]
        .map(([label, suffix, type, write]) => {
          const start = button(label, { classes: 'mr-button mr-small', 'aria-label': word('download') + ' ' + label });
          start.onclick = () => report.download(config.name + '.' + suffix, type, write());
          return start;
        });
      const command = codeWith(word('command_line'));
      ui.command = command.code;
      const embed = report.isWholePage ? codeWith(word('embed')) : null;
      ui.embed = embed && embed.code;
      const print = button(word('print'), { classes: 'mr-button mr-wide' });
      print.onclick = () => window.print();
      box.append(link, print,
        make('p', { classes: 'mr-group', says: word('download') }), make('div', { classes: 'mr-row' }, ...downloads),
        ...command.all, ...(embed ? embed.all : []));
    }

    /* Looks: theme, and folding. */
    function buildLook(box) {
      const theme = select(word('theme'), [
        ['auto', word('automatic')], ['light', word('light')], ['dark', word('dark')], ['contrast', word('contrast')],
      ], (value) => {
        root.dataset.theme = value;
        try {
          localStorage.setItem('mr-theme', value);
        } catch (error) { /* a page that may not store keeps the choice while it is open */ }
      });
      theme.field.value = root.dataset.theme;
      const compact = checkbox(word('compact'), (on) => report.go({ density: on ? 'compact' : 'comfortable' }));
      ui.compact = compact.input;
      const fold = button(word('collapse_all'), { classes: 'mr-button mr-wide' });
      const unfold = button(word('expand_all'), { classes: 'mr-button mr-wide' });
      fold.onclick = () => report.go({ closed: table.categories.filter((category) => category.fold).map((category) => category.id) });
      unfold.onclick = () => report.go({ closed: [] });
      const keys = button(word('keys') + ' (?)', { classes: 'mr-button mr-wide' });
      keys.onclick = () => report.openKeys();
      box.append(theme.label, compact.label);
      if (table.categories.some((category) => category.fold)) box.append(fold, unfold);
      box.append(keys);
    }

    function restoreTheme() {
      try {
        const kept = localStorage.getItem('mr-theme');
        if (['auto', 'light', 'dark', 'contrast'].includes(kept)) root.dataset.theme = kept;
      } catch (error) { /* nothing kept */ }
    }

    function buildFolds() {
      for (const category of table.categories) {
        if (!category.headRow) continue;
        const name = category.headRow.querySelector('.mr-cat-name');
        category.fold = button('', { classes: 'mr-fold', 'aria-expanded': 'true', 'aria-label': category.name });
        category.fold.addEventListener('click', () => {
          const isClosed = report.view.closed.includes(category.id);
          report.go({ closed: isClosed ? report.view.closed.filter((id) => id !== category.id) : report.view.closed.concat(category.id) });
        });
        name.prepend(category.fold);
      }
    }

    /* ---- saying what is shown */

    function notice(text) {
      ui.notice.textContent = text;
      ui.notice.hidden = text === '';
    }

    function chip(text, remove) {
      const close = button('', { classes: 'mr-chip', 'aria-label': word('remove') + ': ' + text }, text, make('span', { classes: 'mr-cross', says: ' ×' }));
      close.addEventListener('click', () => {
        remove();
        (ui.chips.querySelector('button') || ui.search).focus();
      });
      return make('li', {}, close);
    }

    /* What requirements leave out, and why: "3 not shown (partial: 1, unknown: 2)". */
    function leftOutWords(must) {
      const parts = report.leftOut(report.view, must);
      const words = parts.map(([like, names]) => (like ? word(LIKES[like]) : word('in_words')) + ': ' + names.length);
      const n = parts.reduce((sum, [, names]) => sum + names.length, 0);
      return n ? word('not_shown', { n: String(n) }) + ' (' + words.join(', ') + ')' : '';
    }

    function showState() {
      const count = report.countOf;
      const out = leftOutWords(report.view.must);
      const counts = word('features') + ': ' + count(report.seenRows.length, table.rows.length) +
        ' · ' + word('products') + ': ' + count(table.seen.length, table.products.length) +
        (out ? ' · ' + out : '') +
        (report.visibleRows.length === 0 || table.shown.length === 0 ? ' – ' + word('no_matches') : '');
      if (ui.counts.textContent !== counts) ui.counts.textContent = counts;
      if (document.activeElement !== ui.search) ui.search.value = report.view.q;
      ui.diff.checked = report.view.diff;
      ui.since.checked = report.view.since;
      ui.sorts.forEach((field) => { field.value = report.view.sort; });
      ui.total.setAttribute('aria-pressed', String(report.view.sort === 'coverage'));
      ui.rank.setAttribute('aria-pressed', String(report.view.rank));
      report.showRankingState();
      ui.chips.replaceChildren(...chips());
      for (const [entry, n] of [[ui.products, report.view.p ? report.view.p.length : 0], [ui.must, report.view.must.length]]) {
        entry.badge.textContent = n;
        entry.badge.hidden = n === 0;
      }
      if (ui.productEntries) showProductEntries();
      if (ui.mustEntries && !ui.must.box.hidden) showMustEntries();
      ui.near.textContent = report.nearMisses(report.view);
      if (ui.compact) ui.compact.checked = report.view.density === 'compact';
      if (ui.command) ui.command.textContent = report.commandLine();
      if (ui.embed) ui.embed.textContent = report.embedding();
    }

    /* What is required, and how many products each feature would leave beside it. */
    function showMustEntries() {
      const needs = new Map(report.view.must.map(needOf).map((need) => [need.id, need]));
      for (const [id, entry] of ui.mustEntries) {
        const need = needs.get(id);
        entry.input.checked = Boolean(need);
        if (need) entry.enough = entry.enough || buildEnough(entry);
        if (entry.enough) entry.enough.hidden = !need;
        if (need) entry.enough.value = need.enough;
        entry.count.textContent = report.chosenColumns({ ...report.view, rank: false, must: need ? report.view.must : report.view.must.concat(id) }).length;
      }
    }

    function chips() {
      /* of several, each says what it alone leaves out */
      const alone = (text) => (report.view.must.length > 1 && leftOutWords([text]) ? ' · ' + leftOutWords([text]) : '');
      const made = report.view.must.map((text) => {
        const { id, enough } = needOf(text);
        return chip(word('must_have') + ': ' + report.nameOf(id) + (enough === 'y' ? '' : ' (' + enoughWords(enough) + ')') + alone(text), () => report.go({ must: without(id) }));
      });
      if (report.view.pin && table.shown.length) made.push(chip(word('pin') + ': ' + table.products[table.shown[0]].name, () => report.go({ pin: false })));
      if (report.view.q) made.push(chip('“' + report.view.q + '”', () => { ui.search.value = ''; report.go({ q: '' }); }));
      if (report.isChanged(report.view)) {
        const reset = button(word('reset'), { classes: 'mr-chip mr-reset' });
        reset.addEventListener('click', () => {
          ui.search.value = '';
          report.go(initial);
          ui.search.focus();
        });
        made.push(make('li', {}, reset));
      }
      return made;
    }

    function showProductEntries() {
      const chosen = ticked();
      const at = new Map(Array.from(new Set([...table.shown, ...table.order]), (index, i) => [index, i]));
      const sorted = ui.productEntries.slice().sort((a, b) => at.get(a.product.index) - at.get(b.product.index));
      if (!same(sorted.map((entry) => entry.item), Array.from(ui.productList.children))) {
        const focused = document.activeElement;
        ui.productList.append(...sorted.map((entry) => entry.item));
        if (ui.productList.contains(focused)) focused.focus();
      }
      for (const entry of ui.productEntries) {
        const place = table.shown.indexOf(entry.product.index);
        entry.input.checked = chosen.includes(entry.product.id);
        entry.earlier.disabled = place <= 0;
        entry.later.disabled = place < 0 || place === table.shown.length - 1;
      }
    }

    Object.assign(report, { ui, panels, select, codeWith, closePanel, onEscape, buildTools, shownIds, restoreTheme, buildFolds, notice, showState });
  };
})();
