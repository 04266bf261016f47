/* The chart heatmap, as charts.js has it. */
(function () {
  'use strict';

  const { Chart, number } = window.meshreportCharts;

  /* Its colours and symbols never change: rows and columns are hidden, and the others move together. */
  class HeatMap extends Chart {
    constructor(figure, table) {
      super(figure, table);
      this.names = this.at('r');
      this.heads = this.at('p');
      this.hasFacts = figure.dataset.facts !== undefined; /* the chart evidence: every row, and no counts of statuses */
      this.isSlanted = this.heads[0].element.hasAttribute('transform');
      this.scale = this.size(this.names[0].element, this.measures.label);
      this.boxes = Array.from(this.svg.querySelectorAll('[data-at*=" "]'), (element) => {
        const [row, column] = element.dataset.at.split(' ').map(Number);
        return { element, row, column };
      });
      this.rows = new Map(); /* by index: top and height */
      this.places = []; /* of columns */
      const half = this.measures.cellGap / 2 * this.scale;
      for (const { element, row, column } of this.boxes) {
        if (element.localName !== 'rect' || this.rows.has(row) && this.places[column] !== undefined) continue;
        const edge = element.classList.contains('s-edge') ? this.measures.edge / 2 * this.scale : 0;
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
      const facts = rows.filter((row) => !this.hasFacts && row.isFact(table.shown));
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
      if (!this.hasFacts) this.count(facts.length);
      if (this.isSlanted) this.widen(this.svg.getBBox());
      this.tell(shown.map((row) => this.order.indexOf(row)), table.shown);
      return this.hasFacts ? table.shown.map((i) => table.products[i].name) : undefined;
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
  }

  window.meshreportCharts.heatmap = HeatMap;
})();
