/* The table as data: the only copy of it, read once, its cells hidden and moved. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { make, same } = parts;

  /* ---- the table as data */

  /* The words of a cell without what the script put there, note marks, sources and dates. */
  function visibleWords(cell) {
    if (!cell.querySelector('sup, small, details')) return cell.textContent;
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('sup, .mr-pop, .mr-info, .mr-note-box, .mr-then').forEach((part) => part.remove());
    return copy.textContent;
  }

  function likeOf(cell) {
    if (/^mr-.$/.test(cell.className)) return cell.className[3]; /* as of nearly all */
    const found = /(?:^| )mr-([ypnux])(?: |$)/.exec(cell.className);
    return found ? found[1] : '';
  }

  /* What a search looks through: the words of an element, and of the notes that it is marked with. */
  function searchedWords(element) {
    const notes = Array.from(element.querySelectorAll('.mr-mark a'), (mark) => {
      const note = document.getElementById(mark.getAttribute('href').slice(1));
      return note ? '\n' + note.querySelector('.mr-note').textContent : '';
    });
    return (element.textContent + notes.join('')).toLowerCase();
  }

  /* 100 and 0 are said of all and of nothing alone, as in charts. */
  function percent(share) {
    const whole = Math.round(100 * share);
    return share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole;
  }

  class Row {
    constructor(element, category) {
      this.element = element;
      this.category = category;
      this.id = element.dataset.id;
      this.weight = element.dataset.weight === undefined ? '1' : element.dataset.weight; /* a decimal, as it is written */
      [this.head, ...this.cells] = element.cells;
      this.cellKeys = [];
      this.cellWords = [];
    }
    /* Something in it changed since the edition that the page compares with. */
    get isChanged() {
      return this.element.dataset.was !== undefined;
    }
    get name() {
      return this.head.querySelector('.mr-name').textContent;
    }
    get likes() {
      this.cachedLikes = this.cachedLikes || this.cells.map(likeOf);
      return this.cachedLikes;
    }
    /* Notes, sources and the like have elements of their own: without any, its words are those of its cells. */
    get isPlain() {
      if (this.cachedPlain === undefined) this.cachedPlain = !this.element.querySelector('sup, small, details');
      return this.cachedPlain;
    }
    /* What a cell says, to be compared.  Few are asked for: two that differ tell of the row. */
    keyOf(i) {
      const cell = this.cells[i];
      this.cellKeys[i] = this.cellKeys[i] || cell.className + '\n' + (cell.getAttribute('data-s') || '') + '\n' + (this.isPlain ? cell.textContent : visibleWords(cell));
      return this.cellKeys[i];
    }
    wordsIn(element) {
      return this.isPlain ? element.textContent.toLowerCase() : searchedWords(element);
    }
    wordsOf(i) {
      if (this.cellWords[i] === undefined) this.cellWords[i] = this.wordsIn(this.cells[i]);
      return this.cellWords[i];
    }
    /* Of the head and its category; and of all in one, which tells of most rows at once that they have not what is looked for. */
    get words() {
      this.cachedWords = this.cachedWords || { head: this.wordsIn(this.head) + '\n' + this.category.words, all: this.wordsIn(this.element) + '\n' + this.category.words };
      return this.cachedWords;
    }
    /* A row of words alone is a fact: nothing in it is counted. */
    isFact(columns) {
      if (this.element.dataset.kind === 'status' || this.element.dataset.counted) return false;
      const { likes } = this;
      let hasWords = false;
      for (const i of columns) {
        if (likes[i] === '') hasWords = true;
        else if (likes[i] !== 'u') return false;
      }
      return hasWords;
    }
    differs(columns) {
      return columns.length < 2 || columns.some((i) => this.keyOf(i) !== this.keyOf(columns[0]));
    }
    matches(terms, columns) {
      const { head, all } = this.words;
      return terms.every((term) => all.includes(term)) &&
        terms.every((term) => head.includes(term) || columns.some((i) => this.wordsOf(i).includes(term)));
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
      for (const product of this.products) {
        product.names = [product.name.toLowerCase().replace(/\s+/g, ' ').trim(), product.id.toLowerCase()];
      }
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
      this.shown = this.order; /* chosen */
      this.isShown = new Set(this.order);
      this.seen = this.order; /* of these, where there is no room for all, what is to be seen */
      this.isSeen = this.isShown;
      this.lines = [{ element: this.headRow, cells: this.products.map((product) => product.cell) }];
      if (this.footRow) this.lines.push({ element: this.footRow, cells: this.footCells });
      for (const line of this.lines.concat(this.rows)) {
        line.order = this.order;
        line.isSeen = this.isSeen;
      }
      this.late = new Set(); /* rows not yet arranged */
      this.near = null; /* rows the browser lays out, where it leaves out others */
      this.slice = 0;
    }

    /*
     * The columns and rows that a search finds: rows that have all of its words.  Where there is none, or the words are
     * the whole name of a product, words that name products choose these columns, and the others the rows.
     */
    search(terms, columns) {
      const names = (i, term) => this.products[i].names.some((name) => name.includes(term));
      const find = (words, of) => this.rows.filter((row) => row.matches(words, of));
      const isName = columns.some((i) => this.products[i].names.includes(terms.join(' ')));
      const rows = isName ? [] : find(terms, columns);
      const naming = terms.filter((term) => columns.some((i) => names(i, term)));
      if (rows.length || naming.length === 0) return { columns, rows };
      const both = columns.filter((i) => naming.every((term) => names(i, term)));
      const chosen = both.length ? both : columns.filter((i) => naming.some((term) => names(i, term)));
      const others = find(terms.filter((term) => !naming.includes(term)), chosen);
      return { columns: others.length ? chosen : columns, rows: others };
    }

    /* Weighted coverage of each product over the rows given, as the program computes it; or as it could be at most. */
    coverage(rows, columns) {
      const sums = this.products.map(() => ({ has: 0, open: 0, all: 0 }));
      for (const row of rows) {
        if (row.isFact(columns)) continue;
        const { likes } = row;
        const weight = Number(row.weight);
        for (const i of columns) {
          const like = likes[i];
          const sum = sums[i];
          if (like === '' || like === 'x') continue;
          sum.all += weight;
          sum.has += like === 'y' ? weight : like === 'p' ? weight / 2 : 0;
          sum.open += like === 'u' ? weight : 0;
        }
      }
      return (i, withUnknown) => {
        const { has, open, all } = sums[i];
        return all > 0 ? (has + (withUnknown ? open : 0)) / all : -1;
      };
    }

    /* Says that rows out of sight need no layout (style_large.css). */
    lighten(root) {
      if (!root.classList.contains('mr-large') || !CSS.supports('content-visibility: auto')) return;
      this.giveRoles();
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

    /* Boxes of no table say what they are: the style sheet may make such of rows and cells. */
    giveRoles() {
      const roles = { 'row': 'rowheader', rowgroup: 'rowheader', col: 'columnheader' };
      this.element.setAttribute('role', 'table');
      for (const group of this.element.querySelectorAll('thead, tbody, tfoot')) group.setAttribute('role', 'rowgroup');
      for (const line of this.element.rows) {
        line.setAttribute('role', 'row');
        for (const cell of line.cells) cell.setAttribute('role', roles[cell.scope] || 'cell');
      }
    }

    /*
     * Moves whole columns: head, every row and foot together, so no value leaves its column.  In
     * a large table the rows out of sight follow in slices; until its turn a row shows no values.  Where columns only come
     * and go behind the first, none moves.
     */
    arrange(shown, seen) {
      const isInPlace = seen[0] === this.order[0] && same(this.order.filter((i) => seen.includes(i)), seen);
      const order = isInPlace ? this.order : Array.from(new Set([...seen, ...shown, ...this.products.map((product) => product.index)]));
      const isChanged = !same(order, this.order) || !same(seen, this.seen);
      if (!same(order, this.order)) this.order = order; /* its identity says which order a line has */
      this.shown = shown;
      this.isShown = new Set(shown);
      this.seen = seen;
      if (isChanged) this.isSeen = new Set(seen); /* its identity says which columns a line shows */
      this.turns = new Map();
      const columns = this.element.querySelector('col:not(.mr-first)');
      columns.hidden = seen.length === 0;
      columns.span = Math.max(1, seen.length);
      for (const category of this.categories) {
        this.summarise(category, []);
      }
      if (!isChanged) return;
      this.hold(false);
      for (const line of this.lines) this.arrangeLine(line);
      this.late = new Set(this.rows);
      for (const row of this.rows) {
        if (!this.near || (this.near.has(row) && !row.element.hidden)) this.arrangeRow(row);
        else row.element.classList.add('mr-late');
      }
      if (this.late.size && !this.slice) this.slice = setTimeout(() => this.arrangeSlice(), 0);
    }

    /* While rows are left out, columns keep the widths that all of them gave: nothing moves under who types a search. */
    hold(isHeld) {
      const { style } = this.element;
      if (isHeld && (style.tableLayout || getComputedStyle(this.element).display !== 'table')) return;
      const whole = isHeld && this.element.offsetWidth;
      const widths = Array.from(this.headRow.cells, (cell) => (isHeld ? (100 * cell.offsetWidth) / whole + '%' : ''));
      widths.forEach((width, i) => { this.headRow.cells[i].style.width = width; });
      style.tableLayout = isHeld ? 'fixed' : '';
      style.width = isHeld ? whole + 'px' : '';
    }

    /* Columns that come or go, for lines that have shown others last. */
    turnsFrom(isSeen) {
      if (!this.turns.has(isSeen)) this.turns.set(isSeen, this.order.filter((i) => isSeen.has(i) !== this.isSeen.has(i)));
      return this.turns.get(isSeen);
    }

    arrangeLine(line) {
      for (const i of this.turnsFrom(line.isSeen)) line.cells[i].hidden = !this.isSeen.has(i);
      line.isSeen = this.isSeen;
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
      const n = new Uint32Array(6 * this.products.length);
      for (const row of rows) {
        if (row.isFact(this.shown)) continue;
        const { likes } = row;
        for (const i of this.shown) n[6 * i + 1 + 'ypnux'.indexOf(likes[i] || ' ')]++;
      }
      return this.products.map((_, i) => ({ y: n[6 * i + 1], p: n[6 * i + 2], n: n[6 * i + 3], u: n[6 * i + 4], x: n[6 * i + 5] }));
    }

    /* In the heading of what is folded how many of its rows each product has: words of a number and a total; nothing of facts. */
    summarise({ headRow }, rows, words) {
      if (!headRow) return;
      const counts = rows.length ? this.tally(rows) : [];
      const sums = rows.length ? this.seen.map((i) => [counts[i].y, counts[i].y + counts[i].p + counts[i].n + counts[i].u]) : [];
      const cells = sums.some(([, total]) => total) ? sums.map(([n, total]) => make('td', { role: 'cell', says: total ? words(n, total) : '' })) : [];
      headRow.querySelectorAll('td').forEach((cell) => cell.remove()); /* the head stays: it may have the focus */
      headRow.append(...cells);
      headRow.cells[0].colSpan = cells.length ? 1 : this.seen.length + 1;
    }

    /* Under each name how much of what is shown the product has: what a sort by coverage sorts by.  Who listens has the total. */
    tellCoverage(rows) {
      if (!this.footRow) return;
      const coverage = this.coverage(rows, this.shown);
      for (const i of this.seen) {
        const product = this.products[i];
        product.share = product.share || product.cell.appendChild(make('small', { classes: 'mr-share', 'aria-hidden': 'true' }));
        product.share.textContent = coverage(i) < 0 ? '' : percent(coverage(i)) + ' %';
      }
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

  Object.assign(parts, { likeOf, Table });
})();
