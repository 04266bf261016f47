/* The chart categories, as charts.js has it. */
(function () {
  'use strict';

  const { Chart, number, sum } = window.meshreportCharts;

  /* A small bar for each product and category. */
  class Multiples extends Chart {
    constructor(figure, table) {
      super(figure, table);
      this.heads = this.at('c');
      this.order = Array.from(new Set(this.heads.map((head) => head.index))); /* categories */
      this.places = this.order.map((c) => number(this.heads.find((head) => head.index === c).element, 'x'));
      const { measures } = this;
      this.scale = this.size(this.heads[0].element, measures.small);
      this.gap = measures.smallGap * this.scale;
      this.thick = measures.smallBar * this.scale;
      const ends = Array.from(this.groups[0].querySelectorAll('rect'), (box) => Math.abs(number(box, 'x') + (this.isMirrored ? 0 : number(box, 'width')) - this.places[0]));
      this.width = this.places.length > 1 ? Math.abs(this.places[1] - this.places[0]) - measures.columnGap * this.scale : Math.max(...ends) + this.gap;
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
      const { scale } = this;
      const { edge, small, smallBar, smallTop } = this.measures;
      const y = Number(group.dataset.y) + smallTop * scale;
      const all = sum(counts);
      this.left = this.isMirrored ? start - this.width : start;
      if (all === 0) {
        const middle = y + this.thick / 2;
        this.add(group, 'line', { x1: this.left, y1: middle, x2: this.left + this.width, y2: middle, class: 'f-none s-rule', 'stroke-width': edge });
        return;
      }
      this.bar(group, counts, all, y, false);
      this.add(group, 'text', { x: start, y: y + (smallBar + small) * scale, 'font-size': small * scale, class: 'f-muted' }, counts.y + '/' + (all - counts.x));
    }
  }

  window.meshreportCharts.categories = Multiples;
})();
