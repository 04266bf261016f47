/* The chart coverage, as charts.js has it. */
(function () {
  'use strict';

  const { Chart, number, sum } = window.meshreportCharts;

  class Coverage extends Chart {
    constructor(figure, table) {
      super(figure, table);
      const boxes = this.groups.flatMap((group) => Array.from(group.querySelectorAll('rect')));
      const edge = (box) => (box.classList.contains('s-edge') ? this.measures.edge / 2 : 0);
      const starts = boxes.map((box) => number(box, 'x') - edge(box));
      const ends = boxes.map((box) => number(box, 'x') + number(box, 'width') + edge(box));
      this.gap = this.measures.partGap; /* behind each part, so behind the last */
      this.left = Math.min(...starts) - (this.isMirrored ? this.gap : 0);
      this.width = Math.max(...ends) + (this.isMirrored ? 0 : this.gap) - this.left;
      this.thick = number(boxes[0], 'height') + 2 * edge(boxes[0]);
      const hasOutside = (group) => group.querySelector('text[class$="-text"]:not(.f-text)');
      this.heights = this.groups.map((group) => Number(group.dataset.height) - (hasOutside(group) ? this.measures.outsideRoom : 0));
    }
    /* Numbers that their parts have no room for, below the bar: in order, a gap between them, within the bars. */
    outside(group, all, y) {
      const { digit, outsideGap, small } = this.measures;
      let end = this.isMirrored ? -this.left : this.left + this.width;
      let free = end - this.width;
      for (const one of all) {
        one.wide = String(one.n).length * digit;
        one.middle = Math.max(this.isMirrored ? -one.middle : one.middle, free + one.wide / 2);
        free = one.middle + one.wide / 2 + outsideGap;
      }
      for (const one of all.slice().reverse()) {
        one.middle = Math.min(one.middle, end - one.wide / 2);
        end = one.middle - one.wide / 2 - outsideGap;
      }
      for (const { kind, middle: x, n } of all) {
        this.add(group, 'text', { x: this.isMirrored ? -x : x, y: y + small, 'font-size': small, 'text-anchor': 'middle', class: `f-${kind}-text` }, n);
      }
    }
    draw(rows) {
      const { counts, table } = this;
      const coverage = table.coverage(rows, table.shown);
      const most = Math.max(1, ...table.shown.map((i) => sum(counts[i])));
      for (const i of table.shown) {
        const group = this.groups[i];
        const share = this.percent(coverage(i));
        group.querySelectorAll('rect, text[class^="f-on-"], text[class$="-text"]:not(.f-text)').forEach((old) => old.remove());
        const top = Number(group.dataset.y) + (this.heights[i] - this.thick) / 2;
        const outside = this.bar(group, counts[i], most, top, true);
        this.outside(group, outside, top + this.thick);
        group.dataset.height = this.heights[i] + (outside.length ? this.measures.outsideRoom : 0);
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

  window.meshreportCharts.coverage = Coverage;
})();
