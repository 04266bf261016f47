/* The overview of a heat map too long for names, as charts.js has it. */
(function () {
  'use strict';

  const { Chart, number } = window.meshreportCharts;
  const CLASSES = { y: 'f-yes', p: 'f-partial', n: 'f-no', u: 'f-unknown', x: 'f-na', '': 'f-words' };
  const PATTERNS = { u: 'rising', '': 'level' };

  /* Lines of colour, drawn anew from the table: one path for all that is alike, however many rows there are. */
  class Overview extends Chart {
    constructor(figure, table) {
      super(figure, table);
      this.heads = this.at('p');
      this.field = this.svg.querySelector('g > g');
      this.below = Array.from(this.field.parentNode.children);
      this.below = this.below.slice(this.below.indexOf(this.field) + 1);
      this.drawn = Array.from(this.field.childNodes);
      const boxes = Array.from(this.field.querySelectorAll('rect:not(.s-edge)'));
      this.places = Array.from(new Set(boxes.map((box) => number(box, 'x')))); /* of columns */
      this.thick = number(boxes[0], 'width');
      this.column = this.thick + this.measures.cellGap;
      this.edge = this.field.querySelector('rect.s-edge');
      this.top = number(this.edge, 'y') + 0.5;
      this.tall = number(this.edge, 'height') - 1;
      this.marks = new Map(); /* of categories that have room in the whole: tick and name */
      for (const { element, index } of this.at('c', this.field)) {
        this.marks.set(index, { ...this.marks.get(index), [element.localName]: element });
      }
    }
    draw(rows) {
      const { table } = this;
      const lines = rows.filter((row) => !row.isFact(table.shown));
      const isWhole = rows.length === table.rows.length && table.shown.every((i, k) => i === k) && table.shown.length === this.places.length;
      const height = isWhole ? this.tall : lines.length * this.step(lines.length);
      const shift = new Map(table.shown.map((i, k) => [i, this.places[k] - this.places[i]]));
      this.field.replaceChildren(...(isWhole ? this.drawn : []));
      for (const { element, index } of this.heads) {
        this.show(element, shift.has(index));
        if (shift.has(index)) this.move(element, shift.get(index), 0);
      }
      if (!isWhole && table.shown.length && lines.length) this.colours(lines, height);
      this.count(rows.length - lines.length);
      this.shrink(this.tall - height);
      if (this.heads[0].element.hasAttribute('transform')) this.widen(this.svg.getBBox());
    }
    step(n) {
      const { leastRow, mostHeight, mostRow } = this.measures;
      return Math.min(mostRow, Math.max(leastRow, mostHeight / n));
    }
    colours(lines, height) {
      const { column, field, table, thick, top } = this;
      const step = this.step(lines.length);
      const paths = {};
      table.shown.forEach((i, k) => {
        let start = 0;
        lines.forEach((row, at) => {
          const like = row.likes[i];
          if (at + 1 < lines.length && lines[at + 1].likes[i] === like) return;
          paths[like] = (paths[like] || '') + `M${this.places[k]} ${top + start * step}h${thick}V${top + (at + 1) * step}h${-thick}z`;
          start = at + 1;
        });
      });
      for (const [like, d] of Object.entries(paths)) {
        const pattern = this.svg.querySelector(`pattern[id$="-${PATTERNS[like]}"]`);
        this.add(field, 'path', { d, class: CLASSES[like] });
        if (pattern) this.add(field, 'path', { d, fill: `url(#${pattern.id})` });
      }
      const left = Math.min(...this.places.slice(0, table.shown.length)) - 0.5;
      this.add(field, 'rect', { x: left, y: top - 0.5, width: table.shown.length * column, height: height + 1, class: 'f-none s-edge', 'stroke-width': 0.5 });
      this.names(lines, step);
    }
    /* The names of categories beside their rows, as often as they fit. */
    names(lines, step) {
      let free = 0;
      lines.forEach((row, at) => {
        const y = at * step;
        if (at > 0 && lines[at - 1].category === row.category || y < free) return;
        this.name(this.table.categories.indexOf(row.category), this.top + y);
        free = y + this.measures.small * this.measures.leading + 1;
      });
    }
    name(index, y) {
      const [first] = this.marks.values();
      const own = this.marks.get(index);
      const line = first.line.cloneNode();
      const text = (own || first).text.cloneNode(true);
      line.setAttribute('y1', y);
      line.setAttribute('y2', y);
      text.setAttribute('y', y + number(first.text, 'y') - number(first.line, 'y1'));
      this.field.append(line, text);
      if (own) return;
      text.textContent = this.table.categories[index].name || this.word('features');
      const room = Math.abs(number(line, this.isMirrored ? 'x2' : 'x1') - number(text, 'x')) - 2;
      const letters = Array.from(text.textContent);
      while (letters.length > 1 && text.getComputedTextLength() > room) {
        letters.pop();
        text.textContent = letters.join('').trimEnd() + '…';
      }
    }
  }

  window.meshreportCharts.overview = Overview;
})();
