/* The chart radar, as charts.js has it. */
(function () {
  'use strict';

  const { Chart, number } = window.meshreportCharts;

  /* A panel per product; the axes stay, their coverage is that of the features shown. */
  class Radar extends Chart {
    constructor(figure, table) {
      super(figure, table);
      this.axes = this.at('c', this.groups[0]).map((axis) => axis.index);
      this.scale = this.size(this.at('c', this.groups[0])[0].element, this.measures.small);
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
      const { known, possible } = this.measures;
      const dot = this.measures.dot * scale;
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
          this.add(group, 'polygon', { points: points(1), ...outline, 'stroke-width': possible * scale, 'stroke-dasharray': '3 2' });
        }
        this.add(group, 'polygon', { points: points(0), ...outline, 'stroke-width': known * scale });
      }
      for (const k of counted) {
        const [x, y] = point(k, shares[k][0]);
        this.add(group, 'rect', { x: x - dot / 2, y: y - dot / 2, width: dot, height: dot, class: 'f-accent' });
      }
    }
  }

  window.meshreportCharts.radar = Radar;
})();
