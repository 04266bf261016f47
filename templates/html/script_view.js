/* The view and the address: what is chosen, read from and written to the address, and applied to the table. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { same, shorten, decode, compareNames, weightOf, needOf, needText, isMet } = parts;

  parts.view = function (report) {
    const { root, config, prefix, table, chart, scroller, former, initial, tableElement } = report;

    const LONGEST_HASH = 16384;

    /* A word of the interface; places in braces are filled in.  What is none is the id of a status of the dataset's own. */
    function word(key, values) {
      let text = Object.hasOwn(config.words, key) ? config.words[key] : key;
      for (const [name, value] of Object.entries(values || {})) text = text.replace('{' + name + '}', () => value);
      return text;
    }

    /* ---- the view and the address */

    const known = {
      p: (id) => table.productById.has(id),
      pair: (id) => table.productById.has(id) || id === '*',
      must: (id) => Boolean(report.featureOf(id)),
      closed: (id) => table.categoryById.has(id),
    };

    function readList(key, text, complaints) {
      const ids = new Map();
      for (const given of text.split(',').slice(0, 5000)) {
        const { id: name, enough } = key === 'must' ? needOf(given) : { id: given };
        const id = known[key](name) ? name : former.ids[key[0] === 'p' ? 'p' : 'must'].get(name) || name;
        if (!known[key](id)) {
          if (given) complaints.push(given);
        } else if (!ids.has(id)) {
          ids.set(id, enough ? needText({ id, enough }) : id);
        }
      }
      return Array.from(ids.values());
    }

    /* The key of one part of a hash; '' when it is none of ours. */
    function keyOf(part) {
      const name = part.slice(0, Math.max(0, part.indexOf('=')));
      const key = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      return Object.hasOwn(initial, key) ? key : '';
    }

    /* What other reports and the host page keep in the address, as it is at this moment. */
    function foreignParts() {
      const hash = location.hash.slice(1);
      if (!hash.includes('=') || hash.length > LONGEST_HASH) return [];
      return hash.split('&').filter((part) => part && !keyOf(part));
    }

    /* "mtls:2,tracing:0.5": the last word on each. */
    function readWeights(text, complaints) {
      const weights = new Map();
      for (const given of text.split(',').slice(0, 5000)) {
        const [name, number = ''] = given.split(':');
        const id = known.must(name) || table.categoryById.has(name) ? name : former.ids.must.get(name) || name;
        const weight = weightOf(number);
        if (weight === null || !(table.rowById.has(id) || table.categoryById.has(id))) {
          if (given) complaints.push(given);
        } else {
          weights.delete(id);
          weights.set(id, weight);
        }
      }
      return weights;
    }

    function readProfile(id, complaints) {
      if (id === '' || report.profileOf(id).id === id) return id;
      complaints.push(id);
      return initial.profile;
    }

    function readHash(complaints) {
      const hash = location.hash.slice(1);
      const read = { ...initial };
      if (hash.length > LONGEST_HASH) {
        complaints.push(shorten(hash));
        return read;
      }
      if (!hash.includes('=')) {
        read.at = decode(hash);
        return read;
      }
      for (const part of hash.split('&')) {
        const key = keyOf(part);
        const value = decode(part.slice(part.indexOf('=') + 1));
        if (!key) continue;
        if (known[key]) read[key] = readList(key, value, complaints);
        else if (key === 'diff' || key === 'since' || key === 'rank' || key === 'pin') read[key] = value === '1';
        else if (key === 'weight') read.weight = readWeights(value, complaints);
        else if (key === 'profile') read.profile = readProfile(value, complaints);
        else if (key === 'density') read.density = value === 'compact' ? value : 'comfortable';
        else if (key === 'sort') read.sort = value === 'name' || value === 'coverage' ? value : 'data';
        else read[key] = value.slice(0, 500);
      }
      if (read.p && (read.p.length === 0 || isWhole(read.p))) read.p = null;
      if (!hash.split('&').some((part) => keyOf(part) === 'rank')) read.rank = isRankingSaid(read);
      return read;
    }

    const allIds = () => table.products.map((product) => product.id);

    /* The products that were chosen, in their order, whatever is required of them. */
    function chosenIds(of) {
      return of.p || allIds();
    }

    function isWhole(ids) {
      return same(ids, allIds());
    }

    const weightWords = (weight) => Array.from(weight, (pair) => pair.join(':')).join(',');

    function isWeighed(of) {
      return of.profile !== initial.profile || weightWords(of.weight) !== weightWords(initial.weight);
    }

    /* Who says what counts wants a ranking; it need not be said as well. */
    function isRankingSaid(of) {
      return initial.rank || isWeighed(of);
    }

    function isChanged(of) {
      return of.p !== null || !same(of.must, initial.must) || of.rank !== initial.rank || isWeighed(of) || of.diff || of.since || of.pin || of.q !== '' || of.sort !== 'data' || of.closed.length > 0;
    }

    function hashOf(of) {
      const parts = prefix ? foreignParts() : [];
      const add = (key, value) => parts.push(prefix + key + '=' + value);
      if (of.p) add('p', of.p.join(','));
      if (!same(of.must, initial.must)) add('must', of.must.join(','));
      if (of.profile !== initial.profile) add('profile', of.profile);
      if (weightWords(of.weight) !== weightWords(initial.weight)) add('weight', weightWords(of.weight));
      if (of.rank !== isRankingSaid(of)) add('rank', of.rank ? '1' : '0');
      if (of.pair.length) add('pair', of.pair.join(','));
      if (of.diff) add('diff', '1');
      if (of.since) add('since', '1');
      if (of.pin) add('pin', '1');
      if (of.q) add('q', encodeURIComponent(of.q));
      if (of.sort !== 'data') add('sort', of.sort);
      if (of.closed.length) add('closed', of.closed.join(','));
      if (of.density !== initial.density) add('density', of.density);
      if (of.at && parts.length) add('at', encodeURIComponent(of.at));
      else if (of.at) return '#' + of.at;
      return '#' + parts.join('&');
    }

    function addressOf(of) {
      return location.href.split('#')[0] + hashOf(of).replace(/^#$/, '');
    }

    /* The view as a frame of another page; a fragment stands in one already. */
    function embedding() {
      const quoted = (text) => '"' + text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;') + '"';
      return '<iframe src=' + quoted(addressOf(report.view)) + ' title=' + quoted(config.title) + ' width="100%" height="600" loading="lazy"></iframe>';
    }

    /* Changes the view: a new entry in the history, or none while typing. */
    function go(change, replaces) {
      const next = { ...report.view, at: '', ...change };
      const hash = hashOf(next);
      if (hash !== location.hash && !(hash === '#' && location.hash === '')) {
        history[replaces ? 'replaceState' : 'pushState'](null, '', hash);
      }
      report.lastHash = location.hash;
      apply(next);
    }

    function follow() {
      if (location.hash === report.lastHash) return;
      report.lastHash = location.hash;
      const complaints = [];
      const next = readHash(complaints);
      report.notice('');
      apply(next);
      if (next.at) visit(next.at);
      if (complaints.length) report.notice(word('not_here', { name: shorten(complaints.join(', ')) }));
    }

    function unmark() {
      root.querySelectorAll('.mr-target').forEach((element) => element.classList.remove('mr-target'));
    }

    /* Of the rows that a search has found the next, or the one before; the focus stays where one types. */
    function nextHit(by) {
      const found = report.view.q ? report.seenRows : [];
      const total = found.length;
      if (!total) return;
      const at = found.findIndex(({ element }) => element.matches('.mr-target'));
      const n = (Math.max(at, by > 0 ? -1 : 0) + by + total) % total;
      const { element, name } = found[n];
      unmark();
      element.classList.add('mr-target');
      show(element);
      report.ui.counts.textContent = countOf(n + 1, total) + ': ' + name;
    }

    /* Goes to an address in the report; opens what hides it. */
    function visit(at) {
      let target = document.getElementById(at);
      unmark();
      if (!target || !root.contains(target)) {
        if (!prefix && !target) report.notice(word('not_here', { name: shorten(at) }));
        return;
      }
      if (target.classList.contains('mr-was')) {
        const now = target.closest('[data-id]');
        report.notice(word('now_called', {
          old: shorten(at.slice(prefix.length)),
          new: now.querySelector('.mr-name').textContent,
        }));
        target = now;
        report.view = { ...report.view, at: now.id };
        history.replaceState(null, '', hashOf(report.view));
        report.lastHash = location.hash;
      }
      reveal(target);
      target.classList.add('mr-target');
      show(target);
      focusOnce(target);
    }

    /*
     * Brings a place into view, below the heads.  Where the table scrolls in a window of its own, its last rows cannot
     * come up to the heads; the page, moved on instead, would take these out of sight.
     */
    function show(target) {
      target.scrollIntoView({ block: 'start', inline: 'nearest' });
      if (scroller.contains(target) && !root.classList.contains('mr-fits') && scroller.getBoundingClientRect().top < 0) scroller.scrollIntoView({ block: 'start', inline: 'nearest' });
    }

    /* The place of an address as the browser itself left it, which scrolls to it once more when all is loaded. */
    function settle() {
      const target = report.view.at && document.getElementById(report.view.at);
      if (target && scroller.contains(target)) show(target);
    }

    /* What takes no focus by itself takes it this time, so that the next Tab goes on from there. */
    function focusOnce(target) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }

    function reveal(target) {
      const body = target.closest('tbody');
      const row = target.closest('tr[data-id]');
      const cell = target.closest('td, th[scope="col"]'); /* a mark of a note stands in one, too */
      const i = (row ? table.rowById.get(row.dataset.id) : { cells: table.products.map((product) => product.cell) }).cells.indexOf(cell);
      const change = {};
      if (body && report.view.closed.includes(body.dataset.id) && row) change.closed = report.view.closed.filter((id) => id !== body.dataset.id);
      if ((row && row.hidden) || (body && body.hidden)) Object.assign(change, { q: '', diff: false, since: false });
      if (i >= 0 && cell.hidden) Object.assign(change, table.shown.includes(i) ? { pair: [table.products[i].id] } : { p: null, must: [], pair: [] });
      if (Object.keys(change).length) {
        report.view = { ...report.view, ...change };
        history.replaceState(null, '', hashOf(report.view));
        report.lastHash = location.hash;
        apply(report.view);
      }
    }

    /* ---- applying a view */

    /* What the products say to a feature, shown or not. */
    function likesTo(id) {
      return report.featureOf(id).likes;
    }

    function chosenColumns(of) {
      let ids = chosenIds(of);
      /* in a ranking a requirement leaves no product out: it says who does not meet it */
      for (const need of of.rank ? [] : of.must.map(needOf)) {
        ids = ids.filter((product) => isMet(need, likesTo(need.id)[table.productById.get(product).index]));
      }
      return ids.map((id) => table.productById.get(id).index);
    }

    /* Features of requirements that a product does not meet, and what it says to them. */
    function unmetBy(must, i) {
      return must.map(needOf).map((need) => [need, likesTo(need.id)[i]]).filter(([need, like]) => !isMet(need, like)).map(([{ id }, like]) => [id, like]);
    }

    /*
     * Products that the requirements given leave out, by the worst that each says to them: unknown and partial are not no.
     * Pairs of what it counts as and the products' names; together what is missing between chosen and shown.
     */
    function leftOut(of, must) {
      if (of.rank) return [];
      const by = new Map(['n', 'x', '', 'u', 'p'].map((like) => [like, []]));
      for (const id of chosenIds(of)) {
        const product = table.productById.get(id);
        const unmet = unmetBy(must, product.index).map(([, like]) => like);
        const worst = Array.from(by.keys()).find((like) => unmet.includes(like));
        if (worst !== undefined) by.get(worst).push(product.name);
      }
      return Array.from(by).filter(([, names]) => names.length > 0);
    }

    /* Products that one requirement alone keeps out, or only what nobody knows of them. */
    function nearMisses(of) {
      const made = [];
      for (const id of of.rank ? [] : chosenIds(of)) {
        const { index, name } = table.productById.get(id);
        const unmet = unmetBy(of.must, index);
        const [lacked] = unmet.filter(([, like]) => like !== 'u');
        if (unmet.length && !lacked) made.push(name + ': ' + unmet.length + ' ' + word('unknown'));
        else if (unmet.length === 1 && lacked[1] === 'p') made.push(name + ': ' + report.nameOf(lacked[0]) + ' ' + word('partial'));
        else if (unmet.length === 1) made.push(word('lacks_only', { name, feature: report.nameOf(lacked[0]) }));
      }
      return made.join(' · ');
    }

    function sortColumns(columns, rows, by) {
      const sorted = columns.slice();
      if (by === 'name') sorted.sort((a, b) => compareNames(table.products[a].name, table.products[b].name));
      if (by === 'coverage') {
        const coverage = table.coverage(rows, columns);
        sorted.sort((a, b) => coverage(b) - coverage(a));
      }
      return sorted;
    }

    function apply(next) {
      report.view = next;
      const terms = report.view.q.toLowerCase().split(/\s+/).filter((term) => term);
      const found = terms.length ? table.search(terms, chosenColumns(report.view)) : { columns: chosenColumns(report.view), rows: table.rows };
      let { columns } = found;
      let rows = table.rows;
      if (report.view.diff) rows = rows.filter((row) => row.differs(columns));
      if (report.view.since) rows = rows.filter((row) => row.isChanged);
      columns = sortColumns(columns, rows, report.view.sort);
      if (terms.length) {
        const matching = new Set(found.rows);
        rows = rows.filter((row) => matching.has(row));
      }
      const seen = report.inSight(columns);
      table.arrange(columns, seen);
      report.seenRows = report.view.diff && seen !== columns ? rows.filter((row) => row.differs(seen)) : rows;
      table.hold(rows.length < table.rows.length);
      showRows(report.seenRows, terms.length > 0);
      report.markDifferences(report.seenRows, seen);
      table.count(report.seenRows);
      table.tellCoverage(rows);
      if (chart) chart.follow(rows, word);
      report.visibleRows = rows;
      report.showRanking(rows, columns);
      root.dataset.density = next.density;
      root.style.setProperty('--mr-n', seen.length);
      root.classList.toggle('mr-crowded', seen.length > 8);
      root.classList.toggle('mr-packed', seen.length > 16);
      highlight(terms);
      root.classList.toggle('mr-changed', isChanged(report.view)); /* paper says so */
      report.closeNotes();
      report.showPair();
      report.showState();
      fit();
    }

    const countOf = (n, total) => word('of_total', { n: String(n), total: String(total) });

    function showRows(rows, opensAll) {
      const wanted = new Set(rows);
      for (const category of table.categories) {
        const isClosed = !opensAll && report.view.closed.includes(category.id);
        let n = 0;
        for (const row of category.rows) {
          const isWanted = wanted.has(row);
          n += isWanted;
          if (row.element.hidden === (isWanted && !isClosed)) row.element.hidden = !isWanted || isClosed;
        }
        category.body.hidden = n === 0;
        table.summarise(category, isClosed ? category.rows.filter((row) => wanted.has(row)) : [], countOf);
        if (category.fold) {
          category.fold.setAttribute('aria-expanded', String(!isClosed));
          category.fold.disabled = opensAll;
        }
      }
    }

    /*
     * Found words are marked without touching the document, where the browser can.  The ranges are static: a live one
     * is kept up to date by every cell that moves, for as long as the browser has not collected it.
     */
    function highlight(terms) {
      if (!window.CSS || !CSS.highlights || !window.Highlight) return;
      const name = 'mr-found';
      CSS.highlights.delete(name);
      if (terms.length === 0) return;
      if (!document.adoptedStyleSheets.some((sheet) => sheet.isOfMeshreport)) {
        /* not in style.css, since a validator does not know it yet */
        const sheet = new CSSStyleSheet();
        sheet.isOfMeshreport = true;
        sheet.replaceSync('::highlight(mr-found) { background-color: var(--mr-mark); color: var(--mr-text); }');
        document.adoptedStyleSheets.push(sheet);
      }
      const ranges = [];
      const places = [table.headRow, ...report.visibleRows.slice(0, 400).map((row) => row.element), ...root.querySelectorAll('.mr-note')];
      for (const place of places) {
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
          const text = node.data.toLowerCase();
          if (text.length !== node.data.length) continue;
          for (const term of terms) {
            for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
              ranges.push(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + term.length }));
            }
          }
        }
      }
      CSS.highlights.set(name, new Highlight(...ranges));
    }

    /* A page's table, and one no wider than its place in a site's page, leaves scrolling to the page. */
    function fit() {
      root.classList.toggle('mr-fits', report.isWholePage || tableElement.offsetWidth <= scroller.offsetWidth);
      size('--mr-heads', report.headHeight());
      size('--mr-pin', table.headRow.cells[0].offsetWidth);
      if (!report.isWholePage) return;
      const page = document.documentElement;
      size('--mr-across', page.clientWidth);
      const tools = root.querySelector('.mr-tools').offsetHeight;
      const stay = 6 * tools < window.innerHeight;
      root.classList.toggle('mr-stays', stay);
      size('--mr-bar', stay ? tools : 0);
      page.style.scrollPaddingTop = root.style.getPropertyValue('--mr-bar');
    }

    function size(property, pixels) {
      if (root.style.getPropertyValue(property) !== pixels + 'px') root.style.setProperty(property, pixels + 'px');
    }

    Object.assign(report, { word, readHash, isWhole, isChanged, hashOf, addressOf, embedding, go, refresh: () => apply(report.view), follow, visit, countOf, nextHit, settle, allIds, chosenIds, chosenColumns, leftOut, nearMisses, fit });
  };
})();
