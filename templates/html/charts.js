/*
 * The chart of the page follows what is chosen; script.js calls it, and a page without a chart does
 * not hold it.
 *
 * The program's own drawing gives places, sizes and what each shape shows (data-at: "12 3" a cell,
 * "r12" a feature, "p3" a product, "c2" a category; data-product and data-category of groups).
 * The script moves, hides and draws anew what depends on the choice: the picture, its description
 * and the table of numbers below it say what the program would have said of the same selection.
 */
(function () {
  'use strict';

  function same(a, b) {
    return a.length === b.length && a.every((item, i) => item === b[i]);
  }

  const number = (element, name) => Number(element.getAttribute(name));
  const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);

  /* What charts have in common. */
  class Chart {
    constructor(figure, table) {
      this.table = table;
      this.svg = figure.querySelector('svg');
      this.description = this.svg.querySelector('desc');
      this.isMirrored = this.svg.getAttribute('direction') === 'rtl';
      this.height = this.svg.viewBox.baseVal.height;
      this.wide = this.svg.viewBox.baseVal.width;
      this.zoom = number(this.svg, 'width') / this.wide;
      this.groups = Array.from(this.svg.querySelectorAll('g[data-y]'));
      const last = this.groups[this.groups.length - 1] || Array.from(this.svg.querySelectorAll('[data-at]')).pop();
      const around = Array.from(last.parentNode.children);
      this.below = around.slice(around.indexOf(last) + 1); /* legend and remarks */
      const pattern = this.svg.querySelector('pattern');
      this.pattern = pattern ? pattern.id : '';
      const numbers = figure.parentNode.querySelector('.mr-chart-table');
      this.head = Array.from(numbers.tHead.rows[0].cells);
      this.lines = Array.from(numbers.tBodies[0].rows);
      this.cells = this.lines.map((line) => Array.from(line.cells));
      this.whole = this.description.textContent;
    }
    static kinds = [['y', 'yes'], ['p', 'partial'], ['n', 'no'], ['u', 'unknown'], ['x', 'na']];

    size(text, program) {
      return number(text, 'font-size') / program;
    }
    at(kind, within = this.svg) {
      return Array.from(within.querySelectorAll(`[data-at^="${kind}"]`), (element) =>
        ({ element, index: Number(element.dataset.at.slice(1)) }));
    }
    add(group, name, attributes, text) {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      if (text !== undefined) made.textContent = text;
      group.append(made);
      return made;
    }
    show(element, isShown) {
      if (isShown) element.removeAttribute('display');
      else element.setAttribute('display', 'none');
    }
    move(element, x, y) {
      const turned = /rotate.*/.exec(element.getAttribute('transform'));
      element.setAttribute('transform', `translate(${x} ${y})${turned ? ' ' + turned[0] : ''}`);
    }
    /* Nothing for something, and everything only for all, as the program rounds. */
    percent(share) {
      if (share < 0) return '';
      const rounded = Math.floor(share * 100 + 0.5);
      return (share > 0 ? Math.max(1, share < 1 ? Math.min(99, rounded) : rounded) : 0) + '\u00a0%';
    }
    said(counts) {
      return Chart.kinds.filter(([letter]) => counts[letter]).map(([letter, kind]) => `${this.word(kind, kind)} ${counts[letter]}`).join(', ');
    }
    follow(rows, word) {
      const { table } = this;
      const isWhole = rows.length === table.rows.length && table.shown.length === table.products.length;
      this.word = word;
      this.counts = table.tally(rows);
      const said = this.draw(rows) || table.shown.map((i) => `${table.products[i].name}: ${this.said(this.counts[i])}`);
      this.description.textContent = isWhole ? this.whole : said.join('; ') + '.';
    }
    /* The table of numbers: these lines and columns, in this order. */
    tell(lines, columns) {
      const arrange = (all, shown) => {
        all.forEach((one) => { one.hidden = true; });
        for (const one of shown) {
          one.hidden = false;
          one.parentNode.append(one);
        }
      };
      arrange(this.lines, lines.map((i) => this.lines[i]));
      if (!columns || this.columns && same(columns, this.columns)) return;
      this.columns = columns;
      for (const cells of [this.head, ...this.cells]) arrange(cells.slice(1), columns.map((k) => cells[k + 1]));
    }
    /* What is left free, the legend and the page get. */
    shrink(free) {
      for (const element of this.below) this.move(element, 0, -free);
      this.svg.viewBox.baseVal.height = this.height - free;
      this.svg.setAttribute('height', (this.height - free) * this.zoom);
    }
    /* A long name may come to stand where a short one was. */
    widen(box) {
      const view = this.svg.viewBox.baseVal;
      const wide = Math.max(this.wide, box.x + box.width);
      view.x = Math.min(0, box.x);
      view.width = wide - view.x;
      this.svg.setAttribute('width', view.width * this.zoom);
    }
    /* Groups of products below each other. */
    stack() {
      let y = Number(this.groups[0].dataset.y);
      for (const group of this.groups) this.show(group, false);
      for (const i of this.table.shown) {
        const group = this.groups[i];
        this.show(group, true);
        this.move(group, 0, y - Number(group.dataset.y));
        y += Number(group.dataset.height);
      }
      const last = this.groups[this.groups.length - 1];
      this.shrink(Number(last.dataset.y) + Number(last.dataset.height) - y);
    }
    box(group, kind, x, y, width, height) {
      const edge = kind === 'yes' ? 0 : 0.25;
      const box = { x: x + edge, y: y + edge, width: Math.max(0, width - 2 * edge), height: height - 2 * edge };
      const stroke = edge ? { class: `f-${kind} s-edge`, 'stroke-width': 0.5 } : { class: `f-${kind}` };
      this.add(group, 'rect', { ...box, ...stroke });
      if (kind === 'unknown' && this.pattern) this.add(group, 'rect', { ...box, fill: `url(#${this.pattern})` });
    }
    /* One part of a bar from this.left to this.left + this.width, as the program draws it. */
    part(group, kind, from, width, n, y) {
      const inner = width > 2 ? width - this.gap : width;
      const x = this.isMirrored ? this.left + this.width - from - inner : this.left + from;
      this.box(group, kind, x, y, inner, this.thick);
      const wide = String(n).length * 4.5;
      if (n === '' || wide + 3 > width) return;
      this.symbol(group, kind, n, x + inner / 2, y + this.thick / 2, 7, wide);
    }
    symbol(group, kind, text, x, y, size, wide) {
      if (kind === 'unknown') {
        this.add(group, 'rect', { x: x - wide / 2 - 1.5, y: y - size / 2, width: wide + 3, height: size, class: 'f-unknown' });
      }
      this.add(group, 'text', { x, y: y + size * 0.36, 'font-size': size, 'text-anchor': 'middle', class: `f-on-${kind}` }, text);
    }
    bar(group, counts, most, y, hasNumbers) {
      let from = 0;
      for (const [letter, kind] of Chart.kinds) {
        const n = counts[letter];
        if (n === 0) continue;
        this.part(group, kind, from, this.width * n / most, hasNumbers ? n : '', y);
        from += this.width * n / most;
      }
    }
    title(group, i, words) {
      group.querySelector('title').textContent = `${this.table.products[i].name}: ${words}`;
    }
  }

  class Coverage extends Chart {
    constructor(figure, table) {
      super(figure, table);
      const boxes = this.groups.flatMap((group) => Array.from(group.querySelectorAll('rect')));
      const edge = (box) => (box.classList.contains('s-edge') ? 0.25 : 0);
      const starts = boxes.map((box) => number(box, 'x') - edge(box));
      const ends = boxes.map((box) => number(box, 'x') + number(box, 'width') + edge(box));
      this.gap = 0.75; /* behind each part, so behind the last */
      this.left = Math.min(...starts) - (this.isMirrored ? this.gap : 0);
      this.width = Math.max(...ends) + (this.isMirrored ? 0 : this.gap) - this.left;
      this.thick = number(boxes[0], 'height') < 13 ? 13 * number(boxes[0], 'height') / 12.5 : 13;
    }
    draw(rows) {
      const { counts, table } = this;
      const coverage = table.coverage(rows, table.shown);
      const most = Math.max(1, ...table.shown.map((i) => sum(counts[i])));
      for (const i of table.shown) {
        const group = this.groups[i];
        const share = this.percent(coverage(i));
        group.querySelectorAll('rect, text[class^="f-on-"]').forEach((old) => old.remove());
        this.bar(group, counts[i], most, Number(group.dataset.y) + (Number(group.dataset.height) - this.thick) / 2, true);
        const texts = group.querySelectorAll('text.f-text');
        if (texts.length > 1) texts[texts.length - 1].textContent = share;
        this.title(group, i, this.said(counts[i]));
        Chart.kinds.forEach(([letter], k) => { this.cells[i][k + 1].textContent = counts[i][letter]; });
        this.cells[i][Chart.kinds.length + 1].textContent = share;
      }
      this.stack();
      this.tell(table.shown);
    }
  }

  /* A small bar for each product and category. */
  class Multiples extends Chart {
    constructor(figure, table) {
      super(figure, table);
      this.heads = this.at('c');
      this.order = Array.from(new Set(this.heads.map((head) => head.index))); /* categories */
      this.places = this.order.map((c) => number(this.heads.find((head) => head.index === c).element, 'x'));
      this.scale = this.size(this.heads[0].element, 7);
      this.gap = 0.6 * this.scale;
      this.thick = 9 * this.scale;
      const ends = Array.from(this.groups[0].querySelectorAll('rect'), (box) => Math.abs(number(box, 'x') + (this.isMirrored ? 0 : number(box, 'width')) - this.places[0]));
      this.width = this.places.length > 1 ? Math.abs(this.places[1] - this.places[0]) - 9 * this.scale : Math.max(...ends) + this.gap;
    }
    draw(rows) {
      const { table } = this;
      const tallies = this.order.map((c) => table.tally(rows.filter((row) => row.category === table.categories[c])));
      const columns = this.order.map((c, k) => k).filter((k) => table.shown.some((i) => sum(tallies[k][i])));
      for (const { element, index } of this.heads) {
        const k = this.order.indexOf(index);
        this.show(element, columns.includes(k));
        if (columns.includes(k)) this.move(element, this.places[columns.indexOf(k)] - this.places[k], 0);
      }
      for (const i of table.shown) {
        const group = this.groups[i];
        group.querySelectorAll('rect, line, text:not(.f-text)').forEach((old) => old.remove());
        columns.forEach((k, slot) => this.place(group, tallies[k][i], this.places[slot]));
        this.order.forEach((c, k) => { this.cells[i][k + 1].textContent = this.said(tallies[k][i]); });
        this.title(group, i, this.said(this.counts[i]));
      }
      this.stack();
      this.tell(table.shown, columns);
    }
    place(group, counts, start) {
      const y = Number(group.dataset.y) + 4 * this.scale;
      const all = sum(counts);
      this.left = this.isMirrored ? start - this.width : start;
      if (all === 0) {
        const middle = y + this.thick / 2;
        this.add(group, 'line', { x1: this.left, y1: middle, x2: this.left + this.width, y2: middle, class: 'f-none s-rule', 'stroke-width': 0.5 });
        return;
      }
      this.bar(group, counts, all, y, false);
      this.add(group, 'text', { x: start, y: y + 16 * this.scale, 'font-size': 7 * this.scale, class: 'f-muted' }, `${counts.y}/${all - counts.x}`);
    }
  }

  /* Its colours and symbols never change: rows and columns are hidden, and the others move together. */
  class HeatMap extends Chart {
    constructor(figure, table) {
      super(figure, table);
      this.names = this.at('r');
      this.heads = this.at('p');
      this.isSlanted = this.heads[0].element.hasAttribute('transform');
      this.scale = this.size(this.names[0].element, 8);
      this.boxes = Array.from(this.svg.querySelectorAll('[data-at*=" "]'), (element) => {
        const [row, column] = element.dataset.at.split(' ').map(Number);
        return { element, row, column };
      });
      this.rows = new Map(); /* by index: top and height */
      this.places = []; /* of columns */
      const half = 0.5 * this.scale;
      for (const { element, row, column } of this.boxes) {
        if (element.localName !== 'rect' || this.rows.has(row) && this.places[column] !== undefined) continue;
        const edge = element.classList.contains('s-edge') ? 0.25 * this.scale : 0;
        this.places[column] = number(element, 'x') - edge;
        this.rows.set(row, { top: number(element, 'y') - edge - half, height: number(element, 'height') + 2 * (edge + half) });
      }
      this.order = Array.from(this.rows.keys());
      this.categories = this.groups.map((group) => ({
        group, y: Number(group.dataset.y), parts: this.at('c', group),
        rows: Array.from(new Set(this.at('r', group).map((name) => name.index))),
      }));
      this.rules = Array.from(this.svg.querySelectorAll('line[data-at^="c"]'), (rule) => ({ rule, from: number(rule, 'x1'), wide: number(rule, 'x2') - number(rule, 'x1') }));
    }
    draw(rows) {
      const { table } = this;
      const facts = rows.filter((row) => row.isFact(table.shown));
      const isShown = new Set(rows.filter((row) => !facts.includes(row)).map((row) => table.rows.indexOf(row)));
      const shown = this.order.filter((row) => isShown.has(row));
      const isWhole = shown.length === this.order.length;
      const rise = this.lift(isShown);
      const shift = new Map(table.shown.map((i, k) => [i, this.places[k] - this.places[i]]));
      for (const { element, index } of this.heads) {
        const isFirst = !this.groups.some((group) => group.contains(element));
        this.put(element, shift.get(index), isFirst || isWhole ? 0 : undefined);
      }
      for (const { element, index } of this.names) this.put(element, 0, rise.get(index));
      for (const { element, row, column } of this.boxes) this.put(element, shift.get(column), rise.get(row));
      for (const { rule, from, wide } of this.rules) rule.setAttribute('x2', from + wide * table.shown.length / this.places.length);
      this.count(facts.length);
      if (this.isSlanted) this.widen(this.svg.getBBox());
      this.tell(shown.map((row) => this.order.indexOf(row)), table.shown);
    }
    put(element, x, y) {
      const isShown = x !== undefined && y !== undefined;
      this.show(element, isShown);
      if (isShown) this.move(element, x, y);
    }
    /* How far each row moves; heads that come again in a tall picture have no place in a short one. */
    lift(isShown) {
      const rise = new Map();
      const last = this.rows.get(this.order[this.order.length - 1]);
      const isWhole = this.order.every((row) => isShown.has(row));
      let y = this.categories[0].y;
      for (const { group, y: top, parts, rows } of this.categories) {
        const shown = rows.filter((row) => isShown.has(row));
        this.show(group, shown.length > 0);
        if (shown.length === 0) continue;
        for (const { element } of parts) this.move(element, 0, isWhole ? 0 : y - top);
        y += this.rows.get(rows[0]).top - top;
        for (const row of shown) {
          rise.set(row, isWhole ? 0 : y - this.rows.get(row).top);
          y += this.rows.get(row).height;
        }
      }
      this.shrink(isWhole ? 0 : last.top + last.height - y);
      return rise;
    }
    /* Features of words alone, in the remark below. */
    count(n) {
      for (const remark of this.below) {
        if (remark.localName !== 'text' || !/\d/.test(remark.textContent)) continue;
        remark.textContent = remark.textContent.replace(/\d+/, n);
        this.show(remark, n > 0);
      }
    }
  }

  /* A panel per product; the axes stay, their coverage is that of the features shown. */
  class Radar extends Chart {
    constructor(figure, table) {
      super(figure, table);
      this.axes = this.at('c', this.groups[0]).map((axis) => axis.index);
      this.scale = this.size(this.at('c', this.groups[0])[0].element, 7);
      this.panels = this.groups.map((group) => Array.from(group.querySelectorAll('line'), (line) =>
        ({ x: number(line, 'x1'), y: number(line, 'y1'), dx: number(line, 'x2') - number(line, 'x1'), dy: number(line, 'y2') - number(line, 'y1') })));
    }
    draw(rows) {
      const { table } = this;
      const coverage = table.coverage(rows, table.shown);
      const shares = this.axes.map((c) => table.coverage(rows.filter((row) => row.category === table.categories[c]), table.shown));
      const y = (k) => Number(this.groups[k].dataset.y);
      const n = table.shown.length;
      for (const group of this.groups) this.show(group, false);
      table.shown.forEach((i, slot) => {
        const group = this.groups[i];
        const share = this.percent(coverage(i));
        this.show(group, true);
        this.move(group, this.panels[slot][0].x - this.panels[i][0].x, y(slot) - y(i));
        this.panel(group, this.panels[i], shares.map((of) => [of(i), of(i, true)]));
        const texts = group.querySelectorAll('text:not([data-at])');
        texts[texts.length - 1].textContent = share;
        this.title(group, i, share);
        shares.forEach((of, k) => { this.cells[i][k + 1].textContent = this.percent(of(i)); });
      });
      const last = this.groups.length - 1;
      this.shrink(n ? y(last) - y(n - 1) : y(last) - y(0) + Number(this.groups[0].dataset.height));
      this.tell(table.shown);
      return table.shown.map((i) => this.groups[i].querySelector('title').textContent);
    }
    panel(group, axes, shares) {
      const { scale } = this;
      const counted = axes.map((axis, k) => k).filter((k) => shares[k][0] >= 0);
      const point = (k, share) => [axes[k].x + axes[k].dx * share, axes[k].y + axes[k].dy * share];
      const points = (of) => counted.map((k) => point(k, shares[k][of]).join()).join(' ');
      group.querySelectorAll('.f-accent, .f-accent-soft, .s-accent').forEach((old) => old.remove());
      this.at('c', group).forEach(({ element }, k) => element.setAttribute('class', counted.includes(k) ? 'f-text' : 'f-muted'));
      if (counted.length > 2) {
        group.querySelector('polygon').before(this.add(group, 'polygon', { points: points(0), class: 'f-accent-soft' }));
      }
      const outline = { class: 'f-none s-accent' };
      if (counted.length > 1) {
        if (shares.some(([low, high]) => high > low)) {
          this.add(group, 'polygon', { points: points(1), ...outline, 'stroke-width': 0.7 * scale, 'stroke-dasharray': '3 2' });
        }
        this.add(group, 'polygon', { points: points(0), ...outline, 'stroke-width': 1.2 * scale });
      }
      for (const k of counted) {
        const [x, y] = point(k, shares[k][0]);
        this.add(group, 'rect', { x: x - 1.5 * scale, y: y - 1.5 * scale, width: 3 * scale, height: 3 * scale, class: 'f-accent' });
      }
    }
  }

  /* Half of a square: its places stay; who stands there, and how far they agree, changes. */
  class Agreement extends Chart {
    constructor(figure, table) {
      super(figure, table);
      const drawn = this.at('p');
      const labels = drawn.filter(({ element }) => element.classList.contains('f-text'));
      const last = labels[labels.length - 1].element; /* beside its row; above its column it is not needed */
      const box = drawn.find(({ element }) => element.localName === 'rect').element;
      const edge = box.classList.contains('s-edge') ? 0.25 : 0;
      this.scale = this.size(last, 8);
      this.x = number(box, 'x') - edge + (this.isMirrored ? number(box, 'width') + 2 * edge : 0);
      this.y = number(box, 'y') - edge - 18 * this.scale;
      const isBeside = ({ element }) => element.getAttribute('x') === last.getAttribute('x');
      this.names = table.products.map((product, i) => {
        const own = labels.filter((label) => label.index === i);
        const beside = own.filter(isBeside);
        return (beside.length ? beside : own).map(({ element }) =>
          ({ element, y: number(element, 'y') - (i * 18 + (beside.length ? 0 : 1)) * this.scale }));
      });
      this.beside = number(last, 'x');
      const symbol = figure.closest('.mr').querySelector('.mr-legend [data-s=unknown] i');
      this.unknown = symbol ? symbol.textContent : '?';
      this.field = this.add(last.parentNode, 'g', {});
      last.parentNode.prepend(this.field);
      for (const { element } of drawn) element.remove();
    }
    draw(rows) {
      const { scale, table } = this;
      const likes = rows.map((row) => row.likes.map((like) => (like !== '' && 'ypn'.includes(like) ? like : '')));
      const pairs = [];
      this.field.replaceChildren();
      table.shown.forEach((i, slot) => {
        const way = this.isMirrored ? -1 : 1;
        if (slot > 0) this.name(i, this.beside, slot * 18 * scale);
        if (slot < table.shown.length - 1) this.name(i, this.x + way * (slot * 26 + 3) * scale, (slot * 18 + 1) * scale);
        table.shown.slice(0, slot).forEach((k, column) => {
          const common = likes.filter((row) => row[i] && row[k]);
          const alike = common.filter((row) => row[i] === row[k]).length;
          const share = common.length ? alike / common.length : -1;
          const left = this.x + (way * column * 26 - (this.isMirrored ? 25 : 0)) * scale;
          this.pair(left, this.y + slot * 18 * scale, share);
          this.cells[i][k + 1].textContent = this.cells[k][i + 1].textContent = `${alike}/${common.length}`;
          if (share >= 0) pairs.push({ share, said: `${table.products[k].name} – ${table.products[i].name}: ${alike}/${common.length}` });
        });
      });
      this.shrink((table.products.length - table.shown.length) * 18 * scale);
      this.widen(this.field.getBBox());
      this.tell(table.shown, table.shown);
      pairs.sort((a, b) => b.share - a.share);
      const said = pairs.map((pair) => pair.said);
      return said.length > 6 ? [...said.slice(0, 3), '…', ...said.slice(-3)] : said;
    }
    name(i, x, y) {
      for (const line of this.names[i]) {
        const copy = line.element.cloneNode(true);
        copy.setAttribute('x', x);
        copy.setAttribute('y', line.y + y);
        this.field.append(copy);
      }
    }
    pair(x, y, share) {
      const { field, scale } = this;
      const step = Math.min(4, Math.floor(share * 5));
      const middle = x + 12.5 * scale;
      if (share < 0) {
        this.box(field, 'unknown', x, y, 25 * scale, 17 * scale);
        this.symbol(field, 'unknown', this.unknown, middle, y + 8.5 * scale, 8 * scale, 5 * scale);
        return;
      }
      this.add(field, 'rect', { x, y, width: 25 * scale, height: 17 * scale, class: `f-ramp-${step}` });
      this.add(field, 'text', { x: middle, y: y + 11.1 * scale, 'font-size': 7 * scale, 'text-anchor': 'middle', class: `f-on-ramp-${step}` }, Math.floor(share * 100 + 0.5));
    }
  }

  /* Charts that only the program can draw say so while something is left out. */
  class Still {
    constructor(figure, table) {
      this.table = table;
      this.caption = document.createElement('figcaption');
      this.caption.hidden = true;
      figure.append(this.caption);
    }
    follow(rows, word) {
      const { table } = this;
      this.caption.textContent = word('chart_whole', 'The chart shows everything, without the choice made above.');
      this.caption.hidden = rows.length === table.rows.length && table.shown.length === table.products.length;
    }
  }

  const charts = { coverage: Coverage, categories: Multiples, heatmap: HeatMap, radar: Radar, matrix: Agreement };

  /* The overview of a very long heat map has neither names nor numbers. */
  window.meshreportChart = function (figure, table) {
    const Kind = figure.parentNode.querySelector('.mr-chart-table') && charts[figure.dataset.chart] || Still;
    return new Kind(figure, table);
  };
})();
