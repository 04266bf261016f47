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

  window.meshreportCharts.coverage = Coverage;
})();
