/* The ranking in the page, and the panel in which a reader says what counts: the elements of plugins/html/page/html_ranking.c. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { make, weightOf } = parts;

  const MOST_QUESTIONS = 10;
  const SVG = 'http://www.w3.org/2000/svg';

  parts.ranking = function (report) {
    const { root, prefix, table, scroller, word } = report;
    const made = {};

    /* ---- numbers, rounded as the program rounds them */

    function thousandths(units, all) {
      return Math.floor((Number(units) / Number(all)) * 1000 + 0.5);
    }

    /* Never 0 for something nor 100 for less than everything. */
    function percent(units, all) {
      const n = thousandths(units, all);
      return String(Math.max(units > 0n ? 1 : 0, units < all ? Math.min(n, 999) : n) / 10);
    }

    function placeOf({ isRanked, first, last }) {
      if (!isRanked) return '';
      return first === last ? String(first) : first + '–' + last;
    }

    function scoreOf({ low, high, of }) {
      if (of === 0n) return word('ranking_nothing');
      return percent(low, of) + (low === high ? '' : '–' + percent(high, of)) + '\u00a0%';
    }

    /* ---- elements */

    function bar({ low, high, of }) {
      const shape = (name, attributes) => {
        const element = document.createElementNS(SVG, name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        return element;
      };
      const [from, to] = [thousandths(low, of), thousandths(high, of)];
      const svg = shape('svg', { class: 'mr-span', viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
      svg.append(shape('rect', { class: 'mr-sure', width: from, height: 10 }), shape('rect', { class: 'mr-may', x: from, width: to - from, height: 10 }));
      return svg;
    }

    function linkTo(element, words) {
      return make('a', { href: '#' + element.id, says: words });
    }

    function featureLink(id, name) {
      const row = table.rowById.get(id);
      return row ? linkTo(row.element, name) : name;
    }

    function listed(label, links) {
      return [make('b', { says: label + (links.length ? ':' : '') }), ...links.flatMap((link, i) => [i ? ', ' : ' ', link])];
    }

    function said(product, requirements) {
      const links = (list) => list.map((at) => featureLink(requirements[at].id, requirements[at].name));
      switch (product.standing) {
        case 'open': return listed(word('ranking_open'), links(product.open));
        case 'failed': return listed(word('ranking_lacks'), links(product.failed));
        case 'out': return listed(word('ranking_out'), []);
        default: return [];
      }
    }

    function line(product, ranking) {
      const { cell, name } = table.products[ranking.columns[product.index]];
      const isScored = product.standing === 'in' || product.standing === 'open';
      const score = isScored ? [...(product.of ? [bar(product)] : []), scoreOf(product)] : [];
      return make('tr', {}, make('td', { says: placeOf(product) }), make('th', { scope: 'row' }, linkTo(cell, name)),
        make('td', {}, ...score), make('td', {}, ...said(product, ranking.requirements)));
    }

    function headed(keys) {
      return make('thead', {}, make('tr', {}, ...keys.map((key) => make('th', { scope: 'col', says: word(key) }))));
    }

    function lines(ranking) {
      return make('table', { classes: 'mr-ranks' }, headed(['ranking_place', 'product', 'ranking_score', 'must_have']),
        make('tbody', {}, ...ranking.products.map((product) => line(product, ranking))));
    }

    /* Words with elements in their places. */
    function filled(pattern, values) {
      return pattern.split(/(\{\w+\})/).map((piece) => (Object.hasOwn(values, piece.slice(1, -1)) ? values[piece.slice(1, -1)] : piece));
    }

    function question(cell, ranking) {
      const { cell: head, name } = table.products[ranking.columns[cell.product]];
      const about = cell.row === null ? ranking.requirements[cell.requirement] : ranking.rows[cell.row];
      return make('li', {}, ...filled(word('ask'), { name: linkTo(head, name), feature: featureLink(about.id, about.name) }),
        cell.requirement === null ? '' : ' (' + word('ranking_required') + ')');
    }

    function questions(ranking) {
      if (ranking.nDeciding === 0) return [];
      const items = ranking.deciding.slice(0, MOST_QUESTIONS).map((cell) => question(cell, ranking));
      if (ranking.nDeciding > MOST_QUESTIONS) items.push(make('li', { says: '+ ' + (ranking.nDeciding - MOST_QUESTIONS) }));
      const level = Math.min(6, Number(made.heading.localName.slice(1)) + 1);
      return [make('h' + level, { classes: 'mr-asks-head', says: word('ranking_decides') }), make('ul', { classes: 'mr-asks' }, ...items)];
    }

    function result(ranking, profile) {
      const words = (textContent, className = '') => make('p', { className, textContent });
      if (!ranking) return [words(word('ranking_refused'))];
      return [
        ...(profile.description ? [made.about && profile.id === report.initial.profile ? made.about : words(profile.description, 'mr-about')] : []),
        ...[report.basis(ranking, profile)].filter((text) => text).map((text) => words(text)),
        ...(ranking.nPlaced === 0 ? [words(word('ranking_nobody'))] : []),
        lines(ranking),
        words(word('ranking_scale', { n: profile.partial }), 'mr-scale'),
        ...questions(ranking),
      ];
    }

    /* What is read out when the order changes: the first few. */
    function spoken(ranking) {
      if (!ranking) return '';
      return ranking.products.filter((product) => product.isRanked).slice(0, 3)
        .map((product) => placeOf(product) + ': ' + table.products[ranking.columns[product.index]].name + ', ' + scoreOf(product)).join('; ');
    }

    /* ---- what counts, said by the reader */

    function setWeight(id, field) {
      const text = field.value.trim();
      const weight = weightOf(text);
      field.setAttribute('aria-invalid', String(text !== '' && weight === null));
      if (text !== '' && weight === null) return;
      const next = new Map(report.view.weight);
      next.delete(id);
      if (text !== '') next.set(id, weight);
      report.go({ weight: next });
    }

    function weightField(id, name) {
      const field = make('input', { type: 'text', inputMode: 'decimal', classes: 'mr-weigh', autocomplete: 'off', 'aria-label': word('weight') + ': ' + name });
      field.onchange = () => setWeight(id, field);
      made.fields.push({ id, field });
      return make('td', {}, field);
    }

    function needsOf(category) {
      const all = table.products.map((product) => product.index);
      const rows = category.rows.filter((row) => !row.isFact(all));
      if (rows.length === 0) return [];
      const isOwn = category.name && !table.rowById.has(category.id);
      const head = isOwn ? [make('tr', { classes: 'mr-group' }, make('th', { scope: 'rowgroup', says: category.name }), weightField(category.id, category.name))] : [];
      return [make('tbody', {}, ...head, ...rows.map((row) => make('tr', {}, make('th', { scope: 'row', says: row.name }), weightField(row.id, row.name))))];
    }

    function buildNeeds(box) {
      made.fields = [];
      const list = make('table', { classes: 'mr-ranks' }, headed(['feature', 'weight']), ...table.categories.flatMap(needsOf));
      made.command = report.codeWith(word('command_line'));
      made.yaml = report.codeWith(word('profile') + ' (YAML)', 'mr-yaml');
      box.append(make('div', { classes: 'mr-long', tabIndex: 0, role: 'group', 'aria-label': word('ranking_weights') }, list),
        ...made.command.all, ...made.yaml.all);
    }

    function chooseProfile() {
      const { field, label } = report.select(word('profile'), [['', word('no_profile')], ...report.profiles.map(({ id, name }) => [id, name])],
        (profile) => report.go({ profile }));
      made.profile = field;
      return label;
    }

    function build() {
      made.section = root.querySelector('.mr-ranking');
      made.about = made.section && made.section.querySelector('.mr-about');
      const level = (root.querySelector('.mr-section > :first-child') || { localName: 'h2' }).localName;
      made.heading = made.section ? made.section.firstElementChild : make(level, { id: prefix + 'mr-ranking' });
      made.section = made.section || make('section', { classes: 'mr-section mr-ranking', 'aria-labelledby': made.heading.id }, made.heading);
      made.result = make('div', { classes: 'mr-result' });
      made.said = make('p', { classes: 'mr-sr', role: 'status' });
      const needs = make('details', { classes: 'mr-wishes' }, make('summary', { says: word('ranking_weights') }));
      needs.addEventListener('toggle', () => {
        if (!needs.open || made.fields) return;
        buildNeeds(needs);
        showNeeds();
      });
      made.section.replaceChildren(made.heading, ...(report.profiles.length ? [chooseProfile()] : []), needs, made.said, made.result);
      if (!made.section.isConnected) scroller.before(made.section);
    }

    function showNeeds() {
      const { view } = report;
      const given = report.givenWeights(view);
      for (const { id, field } of made.fields) {
        if (field !== document.activeElement || field.getAttribute('aria-invalid') !== 'true') field.value = view.weight.has(id) ? view.weight.get(id) : '';
        field.placeholder = given.has(id) ? given.get(id) : '';
      }
      made.command.code.textContent = report.commandLine();
      made.yaml.code.textContent = report.toYaml(view);
    }

    /* The ranking of the view as it stands, or none. */
    function showRanking(rows, columns) {
      const { view } = report;
      if (!view.rank && !made.section) {
        const written = root.querySelector('.mr-ranking');
        if (written) written.hidden = true;
        return;
      }
      if (!made.section) build();
      made.section.hidden = !view.rank;
      if (!view.rank) return;
      const profile = report.profileOf(view.profile);
      const ranking = report.rank(view, rows, columns);
      made.heading.textContent = word('ranking') + (profile.name ? ': ' + profile.name : '');
      made.result.replaceChildren(...result(ranking, profile));
      const words = spoken(ranking);
      if (made.said.textContent !== words) made.said.textContent = words;
      if (made.profile) made.profile.value = view.profile;
    }

    function showRankingState() {
      if (report.view.rank && made.fields) showNeeds();
    }

    Object.assign(report, { showRanking, showRankingState });
  };
})();
