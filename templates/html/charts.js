/*
 * The chart of the page follows what is chosen; script_view.js calls it, and a page without a chart does
 * not hold it.  This is what charts have in common; chart_KIND.js, which a page holds of its own
 * chart only, registers itself here.
 *
 * The program's own drawing gives places, sizes and what each shape shows (data-at: "12 3" a cell,
 * "r12" a feature, "p3" a product, "c2" a category; data-product and data-category of groups).
 * Lengths that are in no shape are in the figure's data-measures, by the program's own names for them.
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
      this.measures = JSON.parse(figure.dataset.measures);
      this.description = this.svg.querySelector('desc');
      this.isMirrored = this.svg.getAttribute('direction') === 'rtl';
      this.height = this.svg.viewBox.baseVal.height;
      this.wide = this.svg.viewBox.baseVal.width;
      this.zoom = number(this.svg, 'width') / this.wide;
      this.groups = Array.from(this.svg.querySelectorAll('g[data-y]'));
      this.end = Math.max(...this.groups.map((group) => Number(group.dataset.y) + Number(group.dataset.height)));
      const last = this.groups[this.groups.length - 1] || Array.from(this.svg.querySelectorAll('[data-at]')).pop();
      const around = Array.from(last.parentNode.children);
      this.below = around.slice(around.indexOf(last) + 1); /* legend and remarks */
      const pattern = this.svg.querySelector('pattern');
      this.pattern = pattern ? pattern.id : '';
      const numbers = figure.parentNode.querySelector('.mr-chart-table');
      this.head = numbers ? Array.from(numbers.tHead.rows[0].cells) : [];
      this.lines = numbers ? Array.from(numbers.tBodies[0].rows) : [];
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
    /* The program's number_percent(): halves up, 0 for nothing alone and 100 for everything alone. */
    static whole(share) {
      const percent = share * 100;
      if (!(percent > 0)) return 0;
      if (percent >= 100) return 100;
      return percent < 1 ? 1 : percent > 99 ? 99 : Math.floor(percent + 0.5);
    }
    percent(share) {
      return share < 0 ? '' : Chart.whole(share) + '\u00a0%';
    }
    said(counts) {
      return Chart.kinds.filter(([letter]) => counts[letter]).map(([letter, kind]) => this.word(kind) + ' ' + counts[letter]).join(', ');
    }
    follow(rows, word) {
      const { table } = this;
      const isWhole = rows.length === table.rows.length && table.shown.length === table.products.length;
      this.word = word;
      this.counts = table.tally(rows);
      const counted = table.shown.map((i) => [table.products[i].name, this.said(this.counts[i])]);
      const said = this.draw(rows) || counted.filter(([, counts]) => counts).map((pair) => pair.join(': '));
      this.description.textContent = isWhole ? this.whole : said.join('; ') + (said.length ? '.' : '');
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
      this.shrink(this.end - y);
    }
    box(group, kind, x, y, width, height) {
      const edge = kind === 'yes' ? 0 : this.measures.edge / 2;
      const box = { x: x + edge, y: y + edge, width: Math.max(0, width - 2 * edge), height: height - 2 * edge };
      const stroke = edge ? { class: `f-${kind} s-edge`, 'stroke-width': this.measures.edge } : { class: `f-${kind}` };
      this.add(group, 'rect', { ...box, ...stroke });
      if (kind === 'unknown' && this.pattern) this.add(group, 'rect', { ...box, fill: `url(#${this.pattern})` });
    }
    /* One part of a bar from this.left to this.left + this.width, as the program draws it. */
    part(group, kind, from, width, n, y) {
      const inner = width > this.measures.thin ? width - this.gap : width;
      const x = this.isMirrored ? this.left + this.width - from - inner : this.left + from;
      this.box(group, kind, x, y, inner, this.thick);
      if (n === '') return null;
      const wide = String(n).length * this.measures.digit;
      if (wide + this.measures.partRoom > width) return { kind, n, middle: this.isMirrored ? this.left + this.width - from - width / 2 : this.left + from + width / 2 };
      this.symbol(group, kind, n, x + inner / 2, y + this.thick / 2, this.measures.small, wide);
      return null;
    }
    symbol(group, kind, text, x, y, size, wide) {
      if (kind === 'unknown') {
        const room = this.measures.symbolRoom;
        this.add(group, 'rect', { x: x - wide / 2 - room, y: y - size / 2, width: wide + 2 * room, height: size, class: 'f-unknown' });
      }
      this.add(group, 'text', { x, y: y + size * this.measures.symbolDrop, 'font-size': size, 'text-anchor': 'middle', class: `f-on-${kind}` }, text);
    }
    /* The parts whose number has no room are returned. */
    bar(group, counts, most, y, hasNumbers) {
      const outside = [];
      let from = 0;
      for (const [letter, kind] of Chart.kinds) {
        const n = counts[letter];
        if (n === 0) continue;
        outside.push(this.part(group, kind, from, this.width * n / most, hasNumbers ? n : '', y));
        from += this.width * n / most;
      }
      return outside.filter(Boolean);
    }
    title(group, i, words) {
      group.querySelector('title').textContent = this.table.products[i].name + ': ' + words;
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

  /* A chart without its script, in a second fragment say, tells so while something is left out. */
  class Still {
    constructor(figure, table) {
      this.table = table;
      this.caption = document.createElement('figcaption');
      this.caption.hidden = true;
      figure.append(this.caption);
    }
    follow(rows, word) {
      const { table } = this;
      this.caption.textContent = word('chart_whole');
      this.caption.hidden = rows.length === table.rows.length && table.shown.length === table.products.length;
    }
  }

  window.meshreportCharts = { Chart, number, sum };

  window.meshreportChart = function (figure, table) {
    const Kind = window.meshreportCharts[figure.dataset.chart] || Still;
    return new Kind(figure, table);
  };
})();
