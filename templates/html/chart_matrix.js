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
      const { edge: line, label, pairNameDown, cellGap } = this.measures;
      const edge = box.classList.contains('s-edge') ? line / 2 : 0;
      this.scale = this.size(last, label);
      this.x = number(box, 'x') - edge + (this.isMirrored ? number(box, 'width') + 2 * edge : 0);
      const pairHeight = this.pairHeight = (number(box, 'height') + 2 * edge) / this.scale + cellGap; /* names may have several lines */
      this.y = number(box, 'y') - edge - pairHeight * this.scale;
      const isBeside = ({ element }) => element.getAttribute('x') === last.getAttribute('x');
      this.names = table.products.map((product, i) => {
        const own = labels.filter((label) => label.index === i);
        const beside = own.filter(isBeside);
        return (beside.length ? beside : own).map(({ element }) =>
          ({ element, y: number(element, 'y') - (i * pairHeight + (beside.length ? 0 : pairNameDown)) * this.scale }));
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
      const { cellGap, pairNameDown, pairNameLeft, pairWidth } = this.measures;
      const { pairHeight } = this;
      const likes = rows.map((row) => row.likes.map((like) => (like !== '' && 'ypn'.includes(like) ? like : '')));
      const pairs = [];
      this.field.replaceChildren();
      table.shown.forEach((i, slot) => {
        const way = this.isMirrored ? -1 : 1;
        if (slot > 0) this.name(i, this.beside, slot * pairHeight * scale);
        if (slot < table.shown.length - 1) this.name(i, this.x + way * (slot * pairWidth + pairNameLeft) * scale, (slot * pairHeight + pairNameDown) * scale);
        table.shown.slice(0, slot).forEach((k, column) => {
          const common = likes.filter((row) => row[i] && row[k]);
          const alike = common.filter((row) => row[i] === row[k]).length;
          const share = common.length ? alike / common.length : -1;
          const left = this.x + (way * column * pairWidth - (this.isMirrored ? pairWidth - cellGap : 0)) * scale;
          this.pair(left, this.y + slot * pairHeight * scale, share, common.length);
          this.cells[i][k + 1].textContent = this.cells[k][i + 1].textContent = `${alike}/${common.length}`;
          if (share >= 0) pairs.push({ share, said: table.products[k].name + ' – ' + table.products[i].name + ': ' + alike + '/' + common.length });
        });
      });
      this.shrink((table.products.length - table.shown.length) * pairHeight * scale);
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
    pair(x, y, share, n) {
      const { field, scale } = this;
      const { cellGap, label, pairDrop, pairFall, pairRise, pairWidth, small } = this.measures;
      const { pairHeight } = this;
      const wide = (pairWidth - cellGap) * scale;
      const high = (pairHeight - cellGap) * scale;
      const step = Math.min(4, Math.floor(share * 5));
      const middle = x + wide / 2;
      if (share < 0) {
        this.box(field, 'unknown', x, y, wide, high);
        this.symbol(field, 'unknown', this.unknown, middle, y + high / 2, label * scale, 5 * scale);
        return;
      }
      this.box(field, `ramp-${step}`, x, y, wide, high);
      for (const [text, size, drop] of [[Chart.whole(share), label, -pairRise], [n, small, pairFall]])
        this.add(field, 'text', { x: middle, y: y + high / 2 + (drop + size * pairDrop) * scale, 'font-size': size * scale, 'text-anchor': 'middle', class: `f-on-ramp-${step}` }, text);
    }
  }

  window.meshreportCharts.matrix = Agreement;
})();
