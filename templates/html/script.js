/*
 * The tool on top of the page.  Without it the page is complete; with it the reader searches,
 * chooses, compares and takes away.
 *
 * The table is the only copy of the data: this script reads it, hides and moves its cells, and
 * never writes markup (textContent and createElement only, no innerHTML).  What a reader has
 * chosen, the view, lives in the address (#p=istio,linkerd&diff=1), so a link is a view.
 *
 *   p       products shown, in this order          must    features a product has to have
 *   diff    only rows that differ                  sort    name or coverage
 *   q       words to search for                    closed  categories that are folded
 *   at      the place to go to
 *
 * In a fragment every key has the fragment's prefix, and keys of others are left alone.
 */
(function () {
  'use strict';

  const LIKES = { y: 'yes', p: 'partial', n: 'no', u: 'unknown', x: 'na' };
  const LONGEST_HASH = 16384;
  const LARGE = 3000; /* cells */

  /* ---- small helpers */

  /* An element with properties, attributes ("aria-label") and children. */
  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name.includes('-') || name === 'role') element.setAttribute(name, value);
      else element[name] = value;
    }
    element.append(...children);
    return element;
  }

  function same(a, b) {
    return a.length === b.length && a.every((item, i) => item === b[i]);
  }

  function shorten(text) {
    const characters = Array.from(text.slice(0, 200));
    return characters.length > 60 ? characters.slice(0, 60).join('') + '…' : characters.join('');
  }

  function decode(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, ' '));
    } catch (error) {
      return text;
    }
  }

  /* Order by code points, as the program sorts names in every locale. */
  function compareNames(a, b) {
    const x = Array.from(a.toLowerCase());
    const y = Array.from(b.toLowerCase());
    for (let i = 0; i < x.length && i < y.length; i++) {
      if (x[i] !== y[i]) return x[i].codePointAt(0) - y[i].codePointAt(0);
    }
    return x.length - y.length;
  }

  /* ---- the table as data */

  /* The words of a cell without what the script put there, note marks, sources and dates. */
  function visibleWords(cell) {
    if (!cell.querySelector('sup, small')) return cell.textContent;
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('sup, .mr-src, .mr-checked, .mr-note-box').forEach((part) => part.remove());
    return copy.textContent;
  }

  function likeOf(cell) {
    const found = /(?:^| )mr-([ypnux])(?: |$)/.exec(cell.className);
    return found ? found[1] : '';
  }

  class Row {
    constructor(element, category) {
      this.element = element;
      this.category = category;
      this.id = element.dataset.id;
      this.weight = element.dataset.weight === undefined ? 1 : Number(element.dataset.weight);
      this.head = element.cells[0];
      this.cells = Array.from(element.cells).slice(1);
    }
    get name() {
      return this.head.querySelector('.mr-name').textContent;
    }
    get likes() {
      this.cachedLikes = this.cachedLikes || this.cells.map(likeOf);
      return this.cachedLikes;
    }
    get keys() {
      this.cachedKeys = this.cachedKeys ||
        this.cells.map((cell) => cell.className + '\n' + (cell.dataset.s || '') + '\n' + visibleWords(cell));
      return this.cachedKeys;
    }
    get words() {
      this.cachedWords = this.cachedWords || {
        head: this.head.textContent.toLowerCase() + '\n' + this.category.words,
        cells: this.cells.map((cell) => cell.textContent.toLowerCase()),
      };
      return this.cachedWords;
    }
    /* A row of words alone is a fact: nothing in it is counted. */
    isFact(columns) {
      if (this.element.dataset.kind === 'status') return false;
      let hasWords = false;
      for (const i of columns) {
        if ('ypnx'.includes(this.likes[i]) && this.likes[i] !== '') return false;
        hasWords = hasWords || this.likes[i] === '';
      }
      return hasWords;
    }
    differs(columns) {
      return columns.length < 2 || columns.some((i) => this.keys[i] !== this.keys[columns[0]]);
    }
    matches(terms, columns) {
      const words = this.words;
      return terms.every((term) =>
        words.head.includes(term) || columns.some((i) => words.cells[i].includes(term)));
    }
  }

  class Table {
    constructor(element) {
      this.element = element;
      this.headRow = element.tHead.rows[0];
      this.footRow = element.tFoot ? element.tFoot.rows[0] : null;
      this.products = Array.from(this.headRow.cells).slice(1).map((cell, index) => ({
        cell, index, id: cell.dataset.id, name: cell.querySelector('.mr-name').textContent,
      }));
      this.footCells = this.footRow ? Array.from(this.footRow.cells).slice(1) : [];
      this.categories = Array.from(element.tBodies).map((body) => {
        const headRow = body.querySelector('tr.mr-cat');
        const name = headRow ? headRow.querySelector('.mr-name').textContent : '';
        return { body, headRow, id: body.dataset.id, name, words: name.toLowerCase(), rows: [] };
      });
      this.rows = [];
      for (const category of this.categories) {
        for (const element of category.body.rows) {
          if (element !== category.headRow) category.rows.push(new Row(element, category));
        }
        this.rows.push(...category.rows);
      }
      this.productById = new Map(this.products.map((product) => [product.id, product]));
      this.rowById = new Map(this.rows.map((row) => [row.id, row]));
      this.categoryById = new Map(this.categories.map((category) => [category.id, category]));
      this.order = this.products.map((product) => product.index); /* as in the document */
      this.shown = this.order;
      this.isShown = new Set(this.order);
      this.lines = [{ element: this.headRow, cells: this.products.map((product) => product.cell) }];
      if (this.footRow) this.lines.push({ element: this.footRow, cells: this.footCells });
      for (const line of this.lines.concat(this.rows)) line.order = this.order;
      this.late = new Set(); /* rows not yet arranged */
      this.near = null; /* rows the browser lays out, where it leaves out others */
      this.slice = 0;
    }

    /* Weighted coverage of each product over the rows given, as the program computes it; or as it could be at most. */
    coverage(rows, columns) {
      const sums = new Map(columns.map((i) => [i, { has: 0, open: 0, all: 0 }]));
      for (const row of rows) {
        if (row.isFact(columns)) continue;
        for (const i of columns) {
          const like = row.likes[i];
          const sum = sums.get(i);
          if (like === '' || like === 'x') continue;
          sum.all += row.weight;
          sum.has += like === 'y' ? row.weight : like === 'p' ? row.weight / 2 : 0;
          sum.open += like === 'u' ? row.weight : 0;
        }
      }
      return (i, withUnknown) => {
        const { has, open, all } = sums.get(i);
        return all > 0 ? (has + (withUnknown ? open : 0)) / all : -1;
      };
    }

    /* Says that rows out of sight need no layout (style.css), and what boxes of no table are. */
    lighten(root) {
      if (this.rows.length * this.products.length < LARGE || !CSS.supports('content-visibility: auto')) return;
      const roles = { row: 'rowheader', rowgroup: 'rowheader', col: 'columnheader' };
      this.element.setAttribute('role', 'table');
      for (const group of this.element.querySelectorAll('thead, tbody, tfoot')) group.setAttribute('role', 'rowgroup');
      for (const line of this.element.rows) {
        line.setAttribute('role', 'row');
        for (const cell of line.cells) cell.setAttribute('role', roles[cell.scope] || 'cell');
      }
      root.classList.add('mr-large');
      this.near = new Set();
      const rows = new Map(this.rows.map((row) => [row.element, row]));
      this.element.addEventListener('contentvisibilityautostatechange', (event) => {
        const row = rows.get(event.target);
        if (!row) return;
        if (event.skipped) this.near.delete(row);
        else this.near.add(row);
        if (!event.skipped) this.arrangeRow(row);
      }, true);
      window.addEventListener('beforeprint', () => this.arrangeSlice(true));
    }

    /*
     * Moves whole columns: head, every row and foot together, so no value leaves its column.  In
     * a large table the rows out of sight follow in slices; until its turn a row shows no values.
     */
    arrange(shown) {
      const isShown = new Set(shown);
      const order = shown.concat(this.products.map((p) => p.index).filter((i) => !isShown.has(i)));
      const isChanged = !same(order, this.order) || !same(shown, this.shown);
      if (!same(order, this.order)) this.order = order; /* its identity says which order a line has */
      this.shown = shown;
      this.isShown = isShown;
      const columns = this.element.querySelector('col:not(.mr-first)');
      columns.hidden = shown.length === 0;
      columns.span = Math.max(1, shown.length);
      for (const category of this.categories) {
        if (category.headRow) category.headRow.cells[0].colSpan = shown.length + 1;
      }
      if (!isChanged) return;
      for (const line of this.lines) this.arrangeLine(line);
      this.late = new Set(this.rows);
      for (const row of this.rows) {
        if (!this.near || (this.near.has(row) && !row.element.hidden)) this.arrangeRow(row);
        else row.element.classList.add('mr-late');
      }
      if (this.late.size && !this.slice) this.slice = setTimeout(() => this.arrangeSlice(), 0);
    }

    arrangeLine(line) {
      for (const { index: i } of this.products) {
        if (line.cells[i].hidden === this.isShown.has(i)) line.cells[i].hidden = !this.isShown.has(i);
      }
      if (line.order !== this.order) line.element.append(...this.order.map((i) => line.cells[i]));
      line.order = this.order;
    }

    arrangeRow(row) {
      if (!this.late.delete(row)) return;
      this.arrangeLine(row);
      row.element.classList.remove('mr-late');
    }

    /* Rows that wait, for some milliseconds, or all of them. */
    arrangeSlice(all) {
      const end = performance.now() + 8;
      clearTimeout(this.slice);
      this.slice = 0;
      for (const row of this.late) {
        this.arrangeRow(row);
        if (!all && performance.now() > end) break;
      }
      if (this.late.size) this.slice = setTimeout(() => this.arrangeSlice(), 8);
    }

    /* Status cells of each product over the rows given, by what they count as. */
    tally(rows) {
      const counts = this.products.map(() => ({ y: 0, p: 0, n: 0, u: 0, x: 0 }));
      for (const row of rows) {
        if (row.isFact(this.shown)) continue;
        for (const i of this.shown) if (row.likes[i] !== '') counts[i][row.likes[i]]++;
      }
      return counts;
    }

    count(rows) {
      if (!this.footRow) return;
      const counts = this.tally(rows);
      for (const i of this.shown) {
        for (const sum of this.footCells[i].querySelectorAll('.mr-sum')) {
          const n = counts[i][likeOf(sum)];
          sum.querySelector('b').textContent = n;
          sum.hidden = n === 0;
        }
      }
    }
  }

  /* ---- rich text as Markdown, for downloads */

  /*
   * Where it will stand: in a dataset, or before readers of GitHub's Markdown, in a line or in a row of
   * a table, where a | would end a cell.
   */
  const PROSE = { lineBreak: '\\\n', isDataset: true };
  const LINE = { lineBreak: ' ' };
  const ROW = { lineBreak: '<br>', inRow: true };

  /* Blanks that a page runs together; a no-break space is a word's. */
  const BLANKS = /[ \t\r\n\f]+/g;

  function trim(text) {
    return text.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, '');
  }

  function escapeMarkdown(text) {
    return text.replace(/[\\`*_[\]<>&|~!#]/g, '\\$&').replace(BLANKS, ' ');
  }

  /* A bare address is no link here; made one, it would swallow what stands behind it, marks of notes and all. */
  function unlinked(markdown) {
    return markdown.replace(/:(?=\/\/)/g, '\\:').replace(/\b(www)\./gi, '$1\\.');
  }

  /* What would begin a list at the beginning of a paragraph. */
  function paragraph(markdown) {
    return markdown.replace(/^[-+]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
  }

  /* In < and >, where a backslash takes any sign's meaning. */
  function markdownLink(words, address) {
    const inner = address.replace(/[\\<>|]|&(?=#?\w+;)/g, '\\$&').replace(/\s/g, encodeURIComponent);
    return '[' + words + '](' + (/[()\\]/.test(inner) ? '<' + inner + '>' : inner) + ')';
  }

  /*
   * A fence longer than any run of backticks within.  One blank goes from both ends when both have one,
   * so where the words have them, or a backtick would touch the fence, there is one more.
   */
  function fenced(text) {
    const longest = (text.match(/`+/g) || []).reduce((most, run) => Math.max(most, run.length), 0);
    const fence = '`'.repeat(longest + 1);
    const edge = /^`|`$/.test(text) || (/^ .* $/.test(text) && /[^ ]/.test(text)) ? ' ' : '';
    return fence + edge + text + edge + fence;
  }

  /*
   * A row is cut at | before anything else is looked at, so it is escaped in code, too.  Behind a
   * backslash of the code that cannot be written: such a | stands between two codes.
   */
  function markdownCode(text, form) {
    const line = text.replace(/[\r\n]+/g, ' ');
    if (!form.inRow) return fenced(line);
    const pieces = line.replace(/\\(\|+)/g, '\\\0$1\0').split('\0');
    return pieces.map((piece, i) => (i % 2 || piece === '' ? piece : fenced(piece)).replace(/\|/g, '\\|')).join('');
  }

  /* What stands beside emphasis, or beside that in which it is first or last. */
  function neighbour(node, side) {
    let at = node;
    while (!at[side] && /^(em|strong)$/.test(at.parentNode.localName)) at = at.parentNode;
    return at[side];
  }

  /*
   * Emphasis is marked where its stars are marks: not between a letter and a sign, nor where two would
   * run into one.  Elsewhere the words go without.
   */
  function emphasised(node, stars, words) {
    const inside = Array.from(words.replace(/^\u00a0|\u00a0$/g, '&nbsp;'));
    const sides = [neighbour(node, 'previousSibling'), neighbour(node, 'nextSibling')];
    /* links, code and ends of lines begin and end with a sign */
    const [before, after] = sides.map((other) => Array.from(!other || /^(a|code|br|sup)$/.test(other.localName) ? ' ' : other.textContent));
    const isMark = (outer, inner) => !/\s/.test(inner) && (!/[\p{P}\p{S}]/u.test(inner) || /[\s\p{P}$+<=>^`|~]/u.test(outer));
    const touches = sides.some((other) => other && /^(em|strong)$/.test(other.localName));
    const isMarked = words !== '' && !touches && isMark(before.pop() || ' ', inside[0]) && isMark(after[0] || ' ', inside[inside.length - 1]);
    return isMarked ? stars + inside.join('') + stars : words;
  }

  function toMarkdown(node, form) {
    if (node.nodeType === Node.TEXT_NODE) return form.isDataset ? escapeMarkdown(node.data) : unlinked(escapeMarkdown(node.data));
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const inside = () => Array.from(node.childNodes, (child) => toMarkdown(child, form)).join('');
    switch (node.localName) {
      case 'a': return markdownLink(inside(), node.getAttribute('href'));
      case 'em': return emphasised(node, '*', inside());
      case 'strong': return emphasised(node, '**', inside());
      case 'br': return form.lineBreak;
      case 'code': return markdownCode(node.textContent, form);
      case 'sup': return form.inRow && node.classList.contains('mr-mark') ? '[^' + node.textContent.replace(/\D+/g, '') + ']' : '';
      case 'i': case 'small': case 'button': return '';
      default: return node.classList.contains('mr-note-box') ? '' : inside();
    }
  }

  function richText(node) {
    return trim(toMarkdown(node, PROSE));
  }

  /* ---- one report of the page */

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
    const initial = { p: null, must: [], diff: false, q: '', sort: 'data', closed: [], at: '' };
    let view = initial;
    let lastHash = null;
    let visibleRows = table.rows;

    /* A word of the interface; places in braces are filled in. */
    function word(key, english, values) {
      let text = Object.hasOwn(config.words, key) ? config.words[key] : english;
      for (const [name, value] of Object.entries(values || {})) text = text.replace('{' + name + '}', () => value);
      return text;
    }

    /* ---- the view and the address */

    const known = {
      p: (id) => table.productById.has(id),
      must: (id) => table.rowById.has(id),
      closed: (id) => table.categoryById.has(id),
    };

    function readList(key, text, complaints) {
      const ids = [];
      for (const given of text.split(',').slice(0, 5000)) {
        const id = known[key](given) ? given : former.ids[key === 'p' ? 'p' : 'must'].get(given) || given;
        if (!known[key](id)) {
          if (given) complaints.push(given);
        } else if (!ids.includes(id)) {
          ids.push(id);
        }
      }
      return ids;
    }

    /* The key of one part of a hash; '' when it is none of ours. */
    function keyOf(part) {
      const name = part.slice(0, Math.max(0, part.indexOf('=')));
      const key = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      return Object.hasOwn(initial, key) ? key : '';
    }

    /* What other reports and the host page keep in the address, as it is at this moment. */
    function foreignParts() {
      const hash = location.hash.slice(1);
      if (!hash.includes('=') || hash.length > LONGEST_HASH) return [];
      return hash.split('&').filter((part) => part && !keyOf(part));
    }

    function readHash(complaints) {
      const hash = location.hash.slice(1);
      const read = { ...initial };
      if (hash.length > LONGEST_HASH) {
        complaints.push(shorten(hash));
        return read;
      }
      if (!hash.includes('=')) {
        read.at = decode(hash);
        return read;
      }
      for (const part of hash.split('&')) {
        const key = keyOf(part);
        const value = decode(part.slice(part.indexOf('=') + 1));
        if (!key) continue;
        if (key === 'p' || key === 'must' || key === 'closed') read[key] = readList(key, value, complaints);
        else if (key === 'diff') read.diff = value === '1';
        else if (key === 'sort') read.sort = value === 'name' || value === 'coverage' ? value : 'data';
        else read[key] = value.slice(0, 500);
      }
      if (read.p && (read.p.length === 0 || isWhole(read.p))) read.p = null;
      return read;
    }

    function isWhole(ids) {
      return same(ids, table.products.map((product) => product.id));
    }

    function isChanged(of) {
      return of.p !== null || of.must.length > 0 || of.diff || of.q !== '' || of.sort !== 'data' || of.closed.length > 0;
    }

    function hashOf(of) {
      const parts = prefix ? foreignParts() : [];
      const add = (key, value) => parts.push(prefix + key + '=' + value);
      if (of.p) add('p', of.p.join(','));
      if (of.must.length) add('must', of.must.join(','));
      if (of.diff) add('diff', '1');
      if (of.q) add('q', encodeURIComponent(of.q));
      if (of.sort !== 'data') add('sort', of.sort);
      if (of.closed.length) add('closed', of.closed.join(','));
      if (of.at && parts.length) add('at', encodeURIComponent(of.at));
      else if (of.at) return '#' + of.at;
      return '#' + parts.join('&');
    }

    function addressOf(of) {
      return location.href.split('#')[0] + hashOf(of).replace(/^#$/, '');
    }

    /* Changes the view: a new entry in the history, or none while typing. */
    function go(change, replaces) {
      const next = { ...view, at: '', ...change };
      const hash = hashOf(next);
      if (hash !== location.hash && !(hash === '#' && location.hash === '')) {
        history[replaces ? 'replaceState' : 'pushState'](null, '', hash);
      }
      lastHash = location.hash;
      apply(next);
    }

    function follow() {
      if (location.hash === lastHash) return;
      lastHash = location.hash;
      const complaints = [];
      const next = readHash(complaints);
      notice('');
      apply(next);
      if (next.at) visit(next.at);
      if (complaints.length) notice(word('not_here', 'Nothing here is called “{name}”', { name: shorten(complaints.join(', ')) }));
    }

    /* Goes to an address in the report; opens what hides it. */
    function visit(at) {
      let target = document.getElementById(at);
      root.querySelectorAll('.mr-target').forEach((element) => element.classList.remove('mr-target'));
      if (!target || !root.contains(target)) {
        if (!prefix && !target) notice(word('not_here', 'Nothing here is called “{name}”', { name: shorten(at) }));
        return;
      }
      if (target.classList.contains('mr-was')) {
        const now = target.closest('[data-id]');
        notice(word('now_called', '“{old}” is now called “{new}”', {
          old: shorten(at.slice(prefix.length)),
          new: now.querySelector('.mr-name').textContent,
        }));
        target = now;
        view = { ...view, at: now.id };
        history.replaceState(null, '', hashOf(view));
        lastHash = location.hash;
      }
      reveal(target);
      target.classList.add('mr-target');
      target.scrollIntoView({ block: 'start', inline: 'nearest' });
      if (target.closest('.mr-scroll') && target.matches('tr, tbody')) target.focus({ preventScroll: true });
    }

    function reveal(target) {
      const body = target.closest('tbody');
      const row = target.closest('tr[data-id]');
      const head = target.closest('th[scope="col"]');
      const change = {};
      if (body && view.closed.includes(body.dataset.id) && row) change.closed = view.closed.filter((id) => id !== body.dataset.id);
      if ((row && row.hidden) || (body && body.hidden)) Object.assign(change, { q: '', diff: false });
      if (head && head.hidden) Object.assign(change, { p: null, must: [] });
      if (Object.keys(change).length) {
        view = { ...view, ...change };
        history.replaceState(null, '', hashOf(view));
        lastHash = location.hash;
        apply(view);
      }
    }

    /* ---- applying a view */

    function chosenColumns(of) {
      let ids = of.p || table.products.map((product) => product.id);
      for (const id of of.must) {
        ids = ids.filter((product) => table.rowById.get(id).likes[table.productById.get(product).index] === 'y');
      }
      return ids.map((id) => table.productById.get(id).index);
    }

    function sortColumns(columns, rows, by) {
      const sorted = columns.slice();
      if (by === 'name') sorted.sort((a, b) => compareNames(table.products[a].name, table.products[b].name));
      if (by === 'coverage') {
        const coverage = table.coverage(rows, columns);
        sorted.sort((a, b) => coverage(b) - coverage(a));
      }
      return sorted;
    }

    function apply(next) {
      view = next;
      let columns = chosenColumns(view);
      let rows = table.rows;
      if (view.diff) rows = rows.filter((row) => row.differs(columns));
      columns = sortColumns(columns, rows, view.sort);
      const terms = view.q.toLowerCase().split(/\s+/).filter((term) => term);
      if (terms.length) rows = rows.filter((row) => row.matches(terms, columns));
      table.arrange(columns);
      showRows(rows, terms.length > 0);
      table.count(rows);
      if (chart) chart.follow(rows, word);
      visibleRows = rows;
      root.style.setProperty('--mr-n', columns.length);
      root.classList.toggle('mr-crowded', columns.length > 8);
      root.classList.toggle('mr-packed', columns.length > 16);
      highlight(terms);
      closeNotes();
      fit();
      showState();
    }

    function showRows(rows, opensAll) {
      const wanted = new Set(rows);
      for (const category of table.categories) {
        const isClosed = !opensAll && view.closed.includes(category.id);
        let n = 0;
        for (const row of category.rows) {
          const isWanted = wanted.has(row);
          n += isWanted;
          if (row.element.hidden === (isWanted && !isClosed)) row.element.hidden = !isWanted || isClosed;
        }
        category.body.hidden = n === 0;
        if (category.fold) {
          category.fold.setAttribute('aria-expanded', String(!isClosed));
          category.fold.disabled = opensAll;
        }
      }
    }

    /* Found words are marked without touching the document, where the browser can. */
    function highlight(terms) {
      if (!window.CSS || !CSS.highlights || !window.Highlight) return;
      const name = 'mr-found';
      CSS.highlights.delete(name);
      if (terms.length === 0) return;
      if (!document.adoptedStyleSheets.some((sheet) => sheet.isOfMeshreport)) {
        /* not in style.css, since a validator does not know it yet */
        const sheet = new CSSStyleSheet();
        sheet.isOfMeshreport = true;
        sheet.replaceSync('::highlight(mr-found) { background-color: var(--mr-mark); color: var(--mr-text); }');
        document.adoptedStyleSheets.push(sheet);
      }
      const ranges = [];
      for (const row of visibleRows.slice(0, 400)) {
        const walker = document.createTreeWalker(row.element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
          const text = node.data.toLowerCase();
          if (text.length !== node.data.length) continue;
          for (const term of terms) {
            for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
              const range = new Range();
              range.setStart(node, at);
              range.setEnd(node, at + term.length);
              ranges.push(range);
            }
          }
        }
      }
      CSS.highlights.set(name, new Highlight(...ranges));
    }

    /* A table no wider than its place leaves scrolling to the page. */
    function fit() {
      root.classList.toggle('mr-fits', tableElement.offsetWidth <= scroller.offsetWidth);
    }

    /* ---- the tools */

    const ui = {};
    const panels = [];

    function button(label, properties, ...children) {
      return make('button', { type: 'button', className: 'mr-button', ...properties }, ...(children.length ? children : [label]));
    }

    function panel(name, label, build) {
      const box = make('div', { className: 'mr-panel', id: prefix + 'mr-panel-' + name, hidden: true, role: 'group', 'aria-label': label });
      const badge = make('span', { className: 'mr-badge', hidden: true });
      const opener = button(label, { 'aria-expanded': 'false', 'aria-controls': box.id, className: 'mr-button mr-opener' },
        make('span', { textContent: label }), badge);
      const entry = { box, opener, badge, build, isBuilt: false };
      opener.addEventListener('click', () => (box.hidden ? openPanel(entry) : closePanel(entry)));
      box.addEventListener('keydown', (event) => event.key === 'Escape' && closePanel(entry, true));
      opener.addEventListener('keydown', (event) => event.key === 'Escape' && closePanel(entry));
      panels.push(entry);
      ui[name] = entry;
      return make('div', { className: 'mr-with-panel' }, opener, box);
    }

    function openPanel(entry) {
      panels.forEach((other) => other !== entry && closePanel(other));
      if (!entry.isBuilt) entry.build(entry.box);
      entry.isBuilt = true;
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

    function checkbox(label, onChange, properties) {
      const input = make('input', { type: 'checkbox', ...properties });
      input.addEventListener('change', () => onChange(input.checked));
      return { input, label: make('label', { className: 'mr-check' }, input, make('span', { textContent: label })) };
    }

    function select(label, choices, onChange) {
      const field = make('select', { className: 'mr-select' }, ...choices.map(([value, text]) => make('option', { value, textContent: text })));
      field.addEventListener('change', () => onChange(field.value));
      return { field, label: make('label', { className: 'mr-field' }, make('span', { textContent: label }), field) };
    }

    function buildTools() {
      const tools = root.querySelector('.mr-tools');
      const searchBox = make('input', {
        type: 'search', className: 'mr-search', placeholder: word('search', 'Search') + ' …',
        'aria-label': word('search', 'Search'), autocomplete: 'off', spellcheck: false, maxLength: 200,
      });
      let timer = 0;
      searchBox.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(() => go({ q: searchBox.value.trim() }, true), 80);
      });
      ui.search = searchBox;
      const diff = checkbox(word('only_differences', 'Only differences'), (on) => go({ diff: on }));
      diff.label.classList.add('mr-button');
      ui.diff = diff.input;
      const sort = select(word('sort', 'Sort'), [
        ['data', word('as_given', 'as given')], ['name', word('name', 'Name')], ['coverage', word('coverage', 'Coverage')],
      ], (value) => go({ sort: value, p: view.p && sameSet(view.p) ? null : view.p }));
      ui.sort = sort.field;
      ui.counts = make('p', { className: 'mr-counts', role: 'status' });
      ui.notice = make('p', { className: 'mr-notice', role: 'status', hidden: true });
      ui.chips = make('ul', { className: 'mr-chips' });
      tools.append(
        make('div', { className: 'mr-bar' }, searchBox,
          panel('products', word('products', 'Products'), buildProducts),
          panel('must', word('must_have', 'Must have'), buildMust),
          diff.label, sort.label,
          panel('more', word('share', 'Share'), buildMore),
          panel('look', word('display', 'Display'), buildLook)),
        make('div', { className: 'mr-state' }, ui.counts, ui.chips), ui.notice);
    }

    function sameSet(ids) {
      return ids.length === table.products.length;
    }

    /* Products: which, and in which order. */
    function buildProducts(box) {
      const list = make('ul', { className: 'mr-list' });
      const entries = table.products.map((product) => {
        const check = checkbox(product.name, (on) => show(product.id, on));
        const earlier = button('', { className: 'mr-move', 'aria-label': word('move_earlier', 'Move {name} forward', { name: product.name }) }, '↑');
        const later = button('', { className: 'mr-move', 'aria-label': word('move_later', 'Move {name} back', { name: product.name }) }, '↓');
        earlier.addEventListener('click', () => move(product.id, -1, earlier));
        later.addEventListener('click', () => move(product.id, 1, later));
        const item = make('li', {}, check.label, earlier, later);
        return { product, item, input: check.input, earlier, later };
      });
      const all = button(word('show_all', 'Show all'), { className: 'mr-button mr-small' });
      all.addEventListener('click', () => go({ p: null, must: [] }));
      list.append(...entries.map((entry) => entry.item));
      box.append(list, all);
      ui.productEntries = entries;
      ui.productList = list;
    }

    /* The products in the order of the panel: the shown ones first, as they stand. */
    function shownIds() {
      return table.shown.map((i) => table.products[i].id);
    }

    function setProducts(ids, change) {
      go({ p: isWhole(ids) ? null : ids, ...change });
    }

    function show(id, on) {
      const ids = view.p || table.products.map((product) => product.id);
      if (!on && ids.length === 1) {
        showState(); /* the last one stays */
        return;
      }
      if (!on) {
        setProducts(ids.filter((other) => other !== id));
      } else if (view.p && !isInDataOrder(view.p)) {
        setProducts(ids.concat(id));
      } else {
        setProducts(table.products.map((product) => product.id).filter((other) => other === id || ids.includes(other)));
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

    /* Requirements: features that a product has to have, all of them. */
    function buildMust(box) {
      const filter = make('input', { type: 'search', className: 'mr-search', 'aria-label': word('filter', 'Filter'), placeholder: word('filter', 'Filter') + ' …', autocomplete: 'off' });
      const groups = [];
      ui.mustEntries = new Map();
      for (const category of table.categories) {
        const items = category.rows.filter((row) => row.likes.some((like) => like !== '' && 'ypnx'.includes(like))).map((row) => {
          const check = checkbox(row.name, (on) => go({ must: on ? view.must.concat(row.id) : view.must.filter((id) => id !== row.id) }));
          ui.mustEntries.set(row.id, check.input);
          return make('li', {}, check.label);
        });
        if (items.length === 0) continue;
        const list = make('ul', { className: 'mr-list', 'aria-label': category.name || word('features', 'Features') }, ...items);
        groups.push({ items, list, heading: make('p', { className: 'mr-group', textContent: category.name }) });
      }
      filter.addEventListener('input', () => {
        const wanted = filter.value.trim().toLowerCase();
        for (const { items, list, heading } of groups) {
          let n = 0;
          for (const item of items) {
            item.hidden = !item.textContent.toLowerCase().includes(wanted);
            n += !item.hidden;
          }
          list.hidden = heading.hidden = n === 0;
        }
      });
      box.append(filter, make('div', { className: 'mr-long' }, ...groups.flatMap(({ heading, list }) => (heading.textContent ? [heading, list] : [list]))));
    }

    /* Taking away. */
    function buildMore(box) {
      const link = button(word('copy_link', 'Copy link'), { className: 'mr-button mr-wide' });
      link.addEventListener('click', () => copy(addressOf(view), word('link_copied', 'Link copied'), link));
      const downloads = [['CSV', 'csv', 'text/csv', toCsv], ['JSON', 'json', 'application/json', toJson], ['Markdown', 'md', 'text/markdown', toMarkdownTable]]
        .map(([label, suffix, type, write]) => {
          const start = button(label, { className: 'mr-button mr-small', 'aria-label': word('download', 'Download') + ' ' + label });
          start.addEventListener('click', () => download(config.name + '.' + suffix, type, write()));
          return start;
        });
      ui.command = make('code', { className: 'mr-command', tabIndex: 0 });
      const copyCommand = button(word('copy', 'Copy'), { className: 'mr-button mr-small', 'aria-label': word('copy', 'Copy') + ': ' + word('command_line', 'Command line') });
      copyCommand.addEventListener('click', () => copy(ui.command.textContent, word('copied', 'Copied'), copyCommand));
      const print = button(word('print', 'Print'), { className: 'mr-button mr-wide' });
      print.addEventListener('click', () => window.print());
      box.append(link, print,
        make('p', { className: 'mr-group', textContent: word('download', 'Download') }), make('div', { className: 'mr-row' }, ...downloads),
        make('p', { className: 'mr-group', textContent: word('command_line', 'Command line') }), ui.command, copyCommand);
    }

    /* Looks: theme, and folding. */
    function buildLook(box) {
      const theme = select(word('theme', 'Theme'), [
        ['auto', word('automatic', 'Automatic')], ['light', word('light', 'Light')], ['dark', word('dark', 'Dark')], ['contrast', word('contrast', 'High contrast')],
      ], (value) => {
        root.dataset.theme = value;
        try {
          localStorage.setItem('mr-theme', value);
        } catch (error) { /* a page that may not store keeps the choice while it is open */ }
      });
      theme.field.value = root.dataset.theme;
      const fold = button(word('collapse_all', 'Collapse all'), { className: 'mr-button mr-wide' });
      const unfold = button(word('expand_all', 'Expand all'), { className: 'mr-button mr-wide' });
      fold.addEventListener('click', () => go({ closed: table.categories.filter((category) => category.fold).map((category) => category.id) }));
      unfold.addEventListener('click', () => go({ closed: [] }));
      box.append(theme.label);
      if (table.categories.some((category) => category.fold)) box.append(fold, unfold);
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
        category.fold = button('', { className: 'mr-fold', 'aria-expanded': 'true', 'aria-label': category.name });
        category.fold.addEventListener('click', () => {
          const isClosed = view.closed.includes(category.id);
          go({ closed: isClosed ? view.closed.filter((id) => id !== category.id) : view.closed.concat(category.id) });
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
      const close = button('', { className: 'mr-chip', 'aria-label': word('remove', 'Remove') + ': ' + text }, text + ' ×');
      close.addEventListener('click', () => {
        remove();
        (ui.chips.querySelector('button') || ui.search).focus();
      });
      return make('li', {}, close);
    }

    function showState() {
      const count = (n, total) => word('of_total', '{n} of {total}', { n: String(n), total: String(total) });
      const counts = word('features', 'Features') + ': ' + count(visibleRows.length, table.rows.length) +
        ' · ' + word('products', 'Products') + ': ' + count(table.shown.length, table.products.length) +
        (visibleRows.length === 0 || table.shown.length === 0 ? ' – ' + word('no_matches', 'No matches') : '');
      if (ui.counts.textContent !== counts) ui.counts.textContent = counts;
      if (document.activeElement !== ui.search) ui.search.value = view.q;
      ui.diff.checked = view.diff;
      ui.sort.value = view.sort;
      ui.chips.replaceChildren(...chips());
      for (const [entry, n] of [[ui.products, view.p ? view.p.length : 0], [ui.must, view.must.length]]) {
        entry.badge.textContent = n;
        entry.badge.hidden = n === 0;
      }
      if (ui.productEntries) showProductEntries();
      if (ui.mustEntries) for (const [id, input] of ui.mustEntries) input.checked = view.must.includes(id);
      if (ui.command) ui.command.textContent = commandLine();
    }

    function chips() {
      const made = view.must.map((id) => chip(word('must_have', 'Must have') + ': ' + table.rowById.get(id).name,
        () => go({ must: view.must.filter((other) => other !== id) })));
      if (view.q) made.push(chip('“' + view.q + '”', () => { ui.search.value = ''; go({ q: '' }); }));
      if (isChanged(view)) {
        const reset = button(word('reset', 'Reset'), { className: 'mr-chip mr-reset' });
        reset.addEventListener('click', () => {
          ui.search.value = '';
          go(initial);
          ui.search.focus();
        });
        made.push(make('li', {}, reset));
      }
      return made;
    }

    function showProductEntries() {
      const chosen = view.p || table.products.map((product) => product.id);
      const at = new Map(table.order.map((index, i) => [index, i]));
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

    /* ---- the same view by the program */

    function splitCommand(line) {
      const words = [];
      const pattern = /((?:'[^']*'|\\.|[^\s'\\])+)/g;
      for (let found = pattern.exec(line); found; found = pattern.exec(line)) words.push(found[1]);
      const options = new Map();
      for (let i = 1; i < words.length - 1; i++) {
        if (words[i] === '--only-differences') options.set(words[i], '');
        else options.set(words[i], words[++i]);
      }
      return { options, dataset: words[words.length - 1] };
    }

    function commandLine() {
      if (!isChanged({ ...view, closed: [] })) return config.command;
      const { options, dataset } = splitCommand(config.command);
      const set = (name, ids) => (ids.length ? options.set(name, ids.join(',')) : options.delete(name));
      const listsProducts = view.p !== null || (view.q !== '' && view.sort === 'coverage');
      if (listsProducts) {
        const isExact = view.q !== '' && view.sort === 'coverage';
        set('--products', isExact ? shownIds() : view.p);
        options.delete('--require');
        options.delete('--sort');
      }
      if (view.must.length) {
        const asked = options.get('--require');
        set('--require', (asked ? asked.split(',') : []).concat(view.must));
      }
      if (view.sort !== 'data' && !(view.q !== '' && view.sort === 'coverage')) options.set('--sort', view.sort);
      if (view.q !== '' && visibleRows.length > 0) {
        options.delete('--categories');
        set('--features', visibleRows.map((row) => row.id));
      }
      if (view.diff) options.set('--only-differences', '');
      const line = ['meshreport'];
      for (const name of ['--products', '--require', '--categories', '--features', '--only-differences', '--sort']) {
        if (options.has(name)) line.push(name + (options.get(name) ? ' ' + options.get(name) : ''));
      }
      return line.concat(dataset).join(' ');
    }

    /* ---- downloads of what is shown */

    function statusOf(element) {
      return element.dataset.s || LIKES[likeOf(element)] || '';
    }

    const legend = new Map(Array.from(root.querySelectorAll('.mr-legend li'), (entry) =>
      [entry.dataset.s, { symbol: entry.querySelector('i').textContent, label: entry.querySelector('span').textContent }]));

    function labelOf(status) {
      const entry = legend.get(status);
      return entry ? entry.label : word(status, status);
    }

    /* The symbol that the style sheet draws before a cell. */
    function drawnSymbol(cell) {
      const isDrawn = likeOf(cell) !== '' && !cell.matches('.mr-own, .mr-parts');
      const entry = isDrawn && legend.get(statusOf(cell));
      return entry ? escapeMarkdown(entry.symbol) + ' ' : '';
    }

    /* The words of a cell; where they do not say the status, it stands before them. */
    function plainWords(cell) {
      const copy = cell.cloneNode(true);
      copy.querySelectorAll('.mr-note-box, .mr-src, .mr-checked').forEach((part) => part.remove());
      copy.querySelectorAll('.mr-mark').forEach((mark) => mark.replaceWith(' [' + mark.textContent.replace(/^, /, '') + ']'));
      copy.querySelectorAll('i').forEach((symbol) => {
        const label = symbol.getAttribute('aria-label');
        symbol.replaceWith(label ? label + ': ' : '');
      });
      copy.querySelectorAll('br').forEach((end) => end.replaceWith(' '));
      return copy.textContent.replace(/\s+/g, ' ').trim();
    }

    function plainName(element) {
      return element.querySelector('.mr-name').textContent.replace(/\s+/g, ' ').trim();
    }

    function lines() {
      return visibleRows.map((row) => ({ row, cells: table.shown.map((i) => row.cells[i]) }));
    }

    function csvField(text) {
      /* a leading sign, also one of full width, would make a spreadsheet compute it */
      const safe = /^[=+@\t\r\n\uff1d\uff0b\uff0d\uff20]|^-./.test(text) ? "'" + text : text;
      return /[",\r\n']/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    }

    function sourcesOf(cell) {
      return Array.from(cell.querySelectorAll('.mr-src a'), (link) => link.getAttribute('href'));
    }

    /* The words of a note; its links lead nowhere in a spreadsheet, so their addresses stand behind. */
    function plainNote(note) {
      const copy = note.querySelector('.mr-note').cloneNode(true);
      copy.querySelectorAll('br').forEach((end) => end.replaceWith(' '));
      copy.querySelectorAll('a').forEach((link) => link.append(' <' + link.getAttribute('href') + '>'));
      return copy.textContent.replace(/\s+/g, ' ').trim();
    }

    /* Below the table, in its columns: each cell's sources under its product, and the notes. */
    function toCsv() {
      const names = table.shown.map((i) => table.products[i].name);
      const all = [[word('category', 'Category'), word('feature', 'Feature'), ...names]];
      for (const { row, cells } of lines()) all.push([row.category.name.trim(), plainName(row.head), ...cells.map(plainWords)]);
      for (const { row, cells } of lines()) {
        const sources = cells.map((cell) => sourcesOf(cell).join(' '));
        if (sources.some((text) => text !== '')) all.push([word('sources', 'Sources'), plainName(row.head), ...sources]);
      }
      for (const note of usedNotes()) all.push([word('notes', 'Notes'), '[' + noteNumber(note) + ']', plainNote(note), ...names.slice(1).map(() => '')]);
      return '\ufeff' + all.map((line) => line.map(csvField).join(',') + '\r\n').join('');
    }

    function markdownCell(cell) {
      return finishRow(drawnSymbol(cell) + Array.from(cell.childNodes, (node) => {
        if (node.localName === 'i') return escapeMarkdown(node.textContent) + (node.getAttribute('aria-label') ? ' ' + escapeMarkdown(node.getAttribute('aria-label')) + ':' : '');
        if (node.localName === 'small') return Array.from(node.childNodes, (child) => toMarkdown(child, ROW)).join('');
        return node.classList && node.classList.contains('mr-part') ? partMarkdown(node) : toMarkdown(node, ROW);
      }).join(''));
    }

    /* Behind the mark of a note a ( would make a link of it. */
    function finishRow(markdown) {
      return trim(markdown.replace(/(\[\^\d+\])\(/g, '$1\\('));
    }

    function partMarkdown(part) {
      return Array.from(part.childNodes, (node) => (node.localName === 'i' ? escapeMarkdown(node.textContent) : toMarkdown(node, ROW))).join('');
    }

    function markdownName(element) {
      const name = element.querySelector('.mr-name');
      return trim(toMarkdown(name.parentElement.localName === 'a' ? name.parentElement : name, ROW));
    }

    function usedNotes() {
      const used = new Set();
      for (const { cells } of lines()) {
        for (const cell of cells) cell.querySelectorAll('.mr-mark a').forEach((mark) => used.add(mark.getAttribute('href').slice(1)));
      }
      return Array.from(root.querySelectorAll('.mr-notes > li')).filter((note) => used.has(note.id));
    }

    function noteNumber(note) {
      return note.id.slice((prefix + 'note-').length);
    }

    function toMarkdownTable() {
      const text = ['# ' + trim(escapeMarkdown(config.title)), ''];
      const row = (cells) => '| ' + cells.join(' | ') + ' |';
      const products = table.shown.map((i) => markdownName(table.products[i].cell));
      let category = null;
      if (config.subtitle) text.push(paragraph(trim(escapeMarkdown(config.subtitle))), '');
      text.push(row([escapeMarkdown(word('feature', 'Feature')), ...products]), row(['---', ...products.map(() => '---')]));
      for (const { row: line, cells } of lines()) {
        if (line.category !== category && line.category.headRow) {
          const name = markdownName(line.category.headRow);
          text.push(row([/^\s|\s$/.test(name) ? name : '**' + name + '**', ...products.map(() => '')]));
        }
        category = line.category;
        text.push(row([markdownName(line.head), ...cells.map(markdownCell)]));
      }
      text.push('');
      for (const note of usedNotes()) {
        text.push('[^' + noteNumber(note) + ']: ' + paragraph(trim(toMarkdown(note.querySelector('.mr-note'), LINE))));
      }
      if (config.as_of) text.push('', word('as_of', 'as of {date}', { date: config.as_of }));
      if (config.credit) {
        const words = escapeMarkdown([config.credit.text, config.credit.license].filter((part) => part).join(', '));
        const address = config.credit.url || '';
        const link = /[\s<>\\]|&#?\w+;/.test(address) ? markdownLink(escapeMarkdown(address), address) : '<' + address + '>';
        text.push('', paragraph(trim(words + (address ? ' ' + link : ''))));
      }
      return text.join('\n') + '\n';
    }

    /* ---- JSON: a dataset again, which meshreport loads */

    function record(members) {
      const made = Object.create(null);
      for (const [key, value] of Object.entries(members)) {
        if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) made[key] = value;
      }
      return made;
    }

    /* The part of a word of the interface that stands in its braces: "1.0" of "since 1.0". */
    function valueIn(text, key, english, place) {
      const [before, after] = word(key, english).split('{' + place + '}');
      text = text.replace(/[\u2066\u2069]/g, '');
      return text.startsWith(before) && text.endsWith(after || '') ? text.slice(before.length, text.length - (after || '').length) : text;
    }

    function ownNotes(element) {
      const marks = Array.from(element.children).filter((child) => child.classList.contains('mr-mark'));
      return marks.map((mark) => {
        const note = document.getElementById(mark.querySelector('a').getAttribute('href').slice(1));
        return note.dataset.id || richText(note.querySelector('.mr-note'));
      });
    }

    function statusValue(element) {
      const status = statusOf(element);
      const copy = element.cloneNode(true);
      copy.querySelectorAll('b').forEach((name) => name.remove());
      const words = richText(copy);
      return { status, text: words === escapeMarkdown(labelOf(status)) ? '' : words };
    }

    function cellValue(cell) {
      const text = (selector) => (cell.querySelector(selector) || { textContent: '' }).textContent;
      const common = {
        notes: ownNotes(cell),
        source: sourcesOf(cell),
        since: valueIn(text('.mr-since'), 'since', 'since {version}', 'version'),
        verified: valueIn(text('.mr-checked'), 'verified', 'verified {date}', 'date'),
      };
      const parts = Array.from(cell.querySelectorAll('.mr-part'), (part) =>
        record({ name: part.querySelector('b').textContent, ...statusValue(part), notes: ownNotes(part) }));
      if (parts.length) return record({ parts, ...common });
      if (cell.classList.contains('mr-list')) {
        const items = Array.from(cell.querySelectorAll(':scope > span:not(.mr-note-box)'), richText);
        return Object.keys(record(common)).length ? record({ text: items.join(', '), ...common }) : items;
      }
      if (likeOf(cell) === '') return record({ text: richText(cell), ...common });
      const value = record({ ...statusValue(cell), ...common });
      return Object.keys(value).length === 1 ? value.status : value;
    }

    function namedRecord(element, id, name) {
      const link = element.querySelector('a > .mr-name') ? element.querySelector('a:has(> .mr-name)') : element.querySelector('.mr-more');
      const about = element.querySelector('.mr-about');
      return {
        id, name, url: link ? link.getAttribute('href') : '', description: about ? richText(about) : '',
        formerly: former.of.get(id) || [],
      };
    }

    function featureRecord(row) {
      const values = Object.create(null);
      for (const i of table.shown) {
        const value = cellValue(row.cells[i]);
        if (value !== 'unknown') values[table.products[i].id] = value;
      }
      const named = namedRecord(row.head, row.id, richText(row.head.querySelector('.mr-name')));
      return record({ ...named, kind: row.element.dataset.kind, weight: row.weight === 1 ? undefined : row.weight, values: Object.keys(values).length ? values : undefined });
    }

    function productRecord(product) {
      const link = product.cell.querySelector('.mr-name a');
      return record({
        id: product.id, name: product.name, url: link ? link.getAttribute('href') : '',
        lifecycle: product.cell.dataset.lifecycle, formerly: former.of.get('product ' + product.id),
      });
    }

    function statusRecords() {
      const made = Object.create(null);
      for (const entry of root.querySelectorAll('.mr-legend li')) {
        const { s: id, like } = entry.dataset;
        const label = entry.querySelector('span').textContent;
        made[id] = record({ label, like, symbol: entry.querySelector('i').textContent });
      }
      return Object.keys(made).length ? made : undefined;
    }

    function toJson() {
      const notes = Object.create(null);
      for (const note of usedNotes()) if (note.dataset.id) notes[note.dataset.id] = richText(note.querySelector('.mr-note'));
      const categories = table.categories.map((category) => {
        const features = category.rows.filter((row) => visibleRows.includes(row)).map(featureRecord);
        if (features.length === 0) return null;
        const named = category.headRow ? namedRecord(category.headRow, category.id, richText(category.headRow.querySelector('.mr-name'))) : { id: category.id };
        return record({ ...named, formerly: undefined, features });
      });
      const dataset = record({
        meshreport: 1, title: config.title, subtitle: config.subtitle, language: config.language, as_of: config.as_of,
        credit: config.credit ? record(config.credit) : undefined, statuses: statusRecords(),
        notes: Object.keys(notes).length ? notes : undefined,
        products: table.shown.map((i) => productRecord(table.products[i])), categories: categories.filter((category) => category),
      });
      return JSON.stringify(dataset, null, 1) + '\n';
    }

    function download(name, type, text) {
      const address = URL.createObjectURL(new Blob([text], { type: type + ';charset=utf-8' }));
      const link = make('a', { href: address, download: name, hidden: true });
      root.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      notice(name);
    }

    /* ---- copying, notes in place, links */

    async function copy(text, said, near) {
      try {
        await navigator.clipboard.writeText(text);
      } catch (error) {
        const field = make('textarea', { value: text, className: 'mr-sr' });
        root.append(field);
        field.select();
        document.execCommand('copy');
        field.remove();
        near.focus();
      }
      notice(said);
      near.classList.add('mr-done');
      setTimeout(() => {
        near.classList.remove('mr-done');
        if (ui.notice.textContent === said) notice('');
      }, 2500);
    }

    function closeNotes() {
      root.querySelectorAll('.mr-note-box').forEach((box) => {
        box.previousElementSibling.querySelector('a').setAttribute('aria-expanded', 'false');
        box.remove();
      });
    }

    function toggleNote(mark) {
      const sup = mark.closest('.mr-mark');
      const next = sup.nextElementSibling;
      const isOpen = next && next.classList.contains('mr-note-box');
      closeNotes();
      if (isOpen) return;
      const note = document.getElementById(mark.getAttribute('href').slice(1));
      const words = note.querySelector('.mr-note').cloneNode(true);
      const all = make('a', { className: 'mr-to-note', href: '#' + note.id, textContent: word('notes', 'Notes') + ' ↓' });
      sup.after(make('span', { className: 'mr-note-box', role: 'note' }, words, ' ', all));
      mark.setAttribute('aria-expanded', 'true');
    }

    function onClick(event) {
      const link = event.target.closest('a[href^="#"]');
      if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const at = link.getAttribute('href').slice(1);
      if (link.closest('.mr-mark')) {
        event.preventDefault();
        toggleNote(link);
        return;
      }
      if (link.classList.contains('mr-skip')) return;
      event.preventDefault();
      go({ at });
      visit(at);
      if (link.classList.contains('mr-link')) copy(addressOf({ ...view, at }), word('link_copied', 'Link copied'), link);
    }

    function onKey(event) {
      if (event.key !== 'Escape') return;
      const box = root.querySelector('.mr-note-box');
      if (!box) return;
      const mark = box.previousElementSibling.querySelector('a');
      closeNotes();
      mark.focus();
    }

    /* ---- beginning */

    table.lighten(root);
    restoreTheme();
    buildFolds();
    buildTools();
    root.querySelectorAll('.mr-mark a').forEach((mark) => mark.setAttribute('aria-expanded', 'false'));
    root.addEventListener('click', onClick);
    root.addEventListener('keydown', onKey);
    document.addEventListener('click', (event) => panels.forEach((entry) => {
      if (!event.composedPath().includes(entry.box.parentElement)) closePanel(entry);
    }));
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    window.addEventListener('resize', fit);
    follow();
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
    root.querySelectorAll('[aria-labelledby]').forEach((element) => element.setAttribute('aria-labelledby', added + element.getAttribute('aria-labelledby')));
    return added + prefix;
  }

  /* Those that stand behind this script in the page are not there yet. */
  const startAll = () => document.querySelectorAll('.mr').forEach(start);
  startAll();
  document.addEventListener('DOMContentLoaded', startAll);
})();
