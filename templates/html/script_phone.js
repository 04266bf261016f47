/* Where the table's place is narrow: two of the chosen products at a time, or one; which, is picked or swiped. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { make } = parts;

  parts.phone = function (report) {
    const { root, table, scroller, word } = report;
    const WIDEST = 600; /* CSS pixels; style_phone.css says the same */
    const ALL = '*';

    const fields = [0, 1].map((slot) => make('select', { classes: 'mr-select', 'aria-label': word('products') + ' ' + (slot + 1) }));
    const bar = make('div', { classes: 'mr-pair', role: 'group', 'aria-label': word('products') }, ...fields);
    let isNarrow = false;
    let width = 0; /* of the table's place */

    /* What of the chosen columns is to be seen: those picked, or the first two. */
    function inSight(columns) {
      const { pair } = report.view;
      if (!isNarrow || pair[0] === ALL) return columns;
      const picked = pair.map((id) => table.productById.get(id).index).filter((i) => columns.includes(i));
      return picked.length ? picked : columns.slice(0, 2);
    }

    /* What may be picked here and now: in the second place also nothing, or all. */
    function fill(field, slot) {
      const { seen, shown, products } = table;
      const isAll = seen.length > 2;
      const others = shown.filter((i) => slot === 0 || i !== seen[0]).map((i) => [products[i].id, products[i].name]);
      const choices = slot ? [['', '–'], ...others, [ALL, word('show_all')]] : others;
      field.replaceChildren(...choices.map(([value, textContent]) => make('option', { value, textContent })));
      if (isAll && slot) field.value = ALL;
      else field.value = seen[slot] === undefined ? '' : products[seen[slot]].id;
    }

    function showPair() {
      root.classList.toggle('mr-narrow', isNarrow && table.seen.length <= 2); /* then the bar is the head */
      bar.hidden = !isNarrow || table.shown.length < 2;
      if (bar.hidden) return;
      fields.forEach(fill);
    }

    /* Rows in which two products say different things are marked, where no more are in sight; of more what differs from the first, on demand. */
    function markDifferences(rows, seen) {
      const { pin } = report.view;
      root.classList.toggle('mr-pin', pin);
      for (const row of rows) {
        row.element.classList.toggle('mr-differs', seen.length === 2 && row.differs(seen));
        for (const i of pin ? seen : []) row.cells[i].classList.toggle('mr-unlike', seen.length > 2 && row.differs([seen[0], i]));
      }
    }

    function pick() {
      const [first, second] = fields.map((field) => field.value);
      const others = second === first ? table.seen.slice(0, 1).map((i) => table.products[i].id) : [second];
      report.go({ pair: second === ALL && table.seen.length < 3 ? [ALL] : [first, ...others.filter((id) => id && id !== ALL)] });
    }
    fields.forEach((field) => field.addEventListener('change', pick));

    /* The first one stays to be compared with; the next one, or the one before, takes the last one's place. */
    function step(by) {
      const ids = table.shown.map((i) => table.products[i].id);
      const pair = table.seen.map((i) => table.products[i].id);
      const last = pair.pop();
      const free = ids.filter((id) => !pair.includes(id));
      report.go({ pair: pair.concat(free[(free.indexOf(last) + by + free.length) % free.length]) }, true);
    }

    let from = null;
    scroller.addEventListener('touchstart', ({ touches }) => { from = touches.length === 1 ? touches[0] : null; }, { passive: true });
    scroller.addEventListener('touchend', ({ changedTouches: [to] }) => {
      if (!from || !isNarrow || table.seen.length > 2) return;
      const x = to.clientX - from.clientX;
      if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(to.clientY - from.clientY)) step((x < 0) === (getComputedStyle(root).direction === 'ltr') ? 1 : -1);
    }, { passive: true });

    /* The place may be any column of a site, and hidden at first. */
    function measure() {
      const { offsetWidth } = report.isWholePage ? root.parentElement : scroller;
      const is = report.isWholePage ? matchMedia('(max-width: 600px)').matches : offsetWidth > 0 && offsetWidth <= WIDEST;
      if (offsetWidth !== width) table.hold(false);
      width = offsetWidth;
      if (is !== isNarrow) {
        isNarrow = is;
        if (is && !table.element.hasAttribute('role')) table.giveRoles();
        if (report.lastHash !== null) report.refresh();
      }
      report.fit();
    }

    /* How much of what is scrolled to would be covered. */
    function headHeight() {
      return (root.classList.contains('mr-narrow') && !bar.hidden ? bar : table.headRow).offsetHeight;
    }

    for (const list of root.querySelectorAll('.mr-picks')) list.remove(); /* what stands in for this script */
    scroller.before(bar);
    Object.assign(report, { inSight, showPair, markDifferences, measure, headHeight });
  };
})();
