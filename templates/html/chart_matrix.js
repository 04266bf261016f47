/* The chart matrix, as charts.js has it. */
(function () {
  'use strict';

  const { Chart, number } = window.meshreportCharts;

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
      this.box(field, `ramp-${step}`, x, y, 25 * scale, 17 * scale);
      this.add(field, 'text', { x: middle, y: y + 11.1 * scale, 'font-size': 7 * scale, 'text-anchor': 'middle', class: `f-on-ramp-${step}` }, Math.floor(share * 100 + 0.5));
    }
  }

  window.meshreportCharts.matrix = Agreement;
})();
