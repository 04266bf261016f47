/* What is taken away: the command line of the same view, CSV, Markdown, JSON. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { make, LINE, ROW, trim, escapeMarkdown, paragraph, markdownLink, toMarkdown, richText, LIKES, likeOf } = parts;

  parts.export = function (report) {
    const { root, config, prefix, table, former, word } = report;

    /* ---- the same view by the program */

    /* Options that the view decides; those of reading a file of other people's stay as they are. */
    const SELECTING = ['--products', '--require', '--categories', '--features', '--only-differences', '--sort', '--profile', '--weight'];
    const FLAGS = ['--only-differences', '--transpose', '--repair'];

    function splitCommand(line) {
      const words = [];
      const pattern = /((?:'[^']*'|\\.|[^\s'\\])+)/g;
      for (let found = pattern.exec(line); found; found = pattern.exec(line)) words.push(found[1]);
      const options = new Map();
      const reading = [];
      for (let i = 1; i < words.length - 1; i++) {
        const name = words[i];
        const value = FLAGS.includes(name) ? '' : words[++i];
        if (SELECTING.includes(name)) options.set(name, value);
        else reading.push(name + (value ? ' ' + value : ''));
      }
      return { options, reading, dataset: words[words.length - 1] };
    }

    function commandLine() {
      if (!report.isChanged({ ...report.view, closed: [] })) return config.command;
      const { options, reading, dataset } = splitCommand(config.command);
      const set = (name, ids) => (ids.length ? options.set(name, ids.join(',')) : options.delete(name));
      /* a search may name products, and changes what is covered */
      const isExact = report.view.q !== '' && (report.view.sort === 'coverage' || table.shown.length < report.chosenColumns(report.view).length);
      /* in a ranking a requirement leaves nobody out: whom the page never had has to be left out by name */
      const isNarrowed = report.view.rank && !config.ranking && options.has('--require');
      if (report.view.p !== null || isExact || isNarrowed) {
        set('--products', isExact ? report.shownIds() : report.chosenIds(report.view));
        options.delete('--require');
        options.delete('--sort');
      }
      const ranking = report.view.rank ? report.rankOptions(report.view, report.visibleRows) : [];
      if (report.view.rank || config.ranking) options.delete('--require');
      if (report.view.must.length) {
        const asked = options.get('--require');
        set('--require', (asked ? asked.split(',') : []).concat(report.view.must));
      }
      if (report.view.sort !== 'data' && !isExact) options.set('--sort', report.view.sort);
      if (report.view.q !== '' && report.visibleRows.length > 0) {
        options.delete('--categories');
        set('--features', report.visibleRows.map((row) => row.id));
      }
      if (report.view.diff) options.set('--only-differences', '');
      const line = ['meshreport', ...reading];
      for (const name of ['--products', '--require', '--categories', '--features', '--only-differences', '--sort']) {
        if (options.has(name)) line.push(name + (options.get(name) ? ' ' + options.get(name) : ''));
      }
      return line.concat(ranking, dataset).join(' ');
    }

    /* ---- downloads of what is shown */

    function statusOf(element) {
      return element.dataset.s || LIKES[likeOf(element)] || '';
    }

    const legend = new Map(Array.from(root.querySelectorAll('.mr-legend li'), (entry) =>
      [entry.dataset.s, { symbol: entry.querySelector('i').textContent, label: entry.querySelector('span').textContent }]));

    function labelOf(status) {
      const entry = legend.get(status);
      return entry ? entry.label : word(status);
    }

    /* The symbol that the style sheet draws before a cell. */
    function drawnSymbol(cell) {
      const isDrawn = likeOf(cell) !== '' && !cell.matches('.mr-own, .mr-parts');
      const entry = isDrawn && legend.get(statusOf(cell));
      return entry ? escapeMarkdown(entry.symbol) + ' ' : '';
    }

    /* The words of a cell; where they do not say the status, it stands before them. */
    function plainWords(cell) {
      const copy = cell.cloneNode(true);
      copy.querySelectorAll('.mr-note-box, .mr-pop, .mr-info').forEach((part) => part.remove());
      copy.querySelectorAll('.mr-mark').forEach((mark) => mark.replaceWith(' [' + mark.textContent.replace(/^, /, '') + ']'));
      copy.querySelectorAll('i').forEach((symbol) => {
        const label = symbol.getAttribute('aria-label');
        symbol.replaceWith(label ? label + ': ' : '');
      });
      copy.querySelectorAll('br').forEach((end) => end.replaceWith(' '));
      return copy.textContent.replace(/\s+/g, ' ').trim();
    }

    /* A name, and behind it the numbers of its notes. */
    function plainName(element) {
      const marks = marksOf(element).map((mark) => ' [' + mark.textContent.replace(/\D+/g, '') + ']');
      return element.querySelector('.mr-name').textContent.replace(/\s+/g, ' ').trim() + marks.join('');
    }

    function marksOf(element) {
      return element ? Array.from(element.querySelectorAll('.mr-mark')) : [];
    }

    /* A cell as it is now. */
    function withoutPast(cell) {
      if (!cell.querySelector('.mr-then')) return cell;
      const copy = cell.cloneNode(true);
      copy.querySelectorAll('.mr-then').forEach((part) => part.remove());
      return copy;
    }

    function lines() {
      return report.visibleRows.map((row) => ({ row, cells: table.shown.map((i) => withoutPast(row.cells[i])) }));
    }

    function csvField(text) {
      /* a leading sign, also one of full width, would make a spreadsheet compute it */
      const safe = /^[=+@\t\r\n\uff1d\uff0b\uff0d\uff20]|^-[^]/.test(text) ? "'" + text : text;
      return /[",\r\n']/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    }

    function sourcesOf(cell) {
      return Array.from(cell.querySelectorAll('.mr-src a'), (link) => link.getAttribute('href'));
    }

    /* The words of a note; its links lead nowhere in a spreadsheet, so their addresses stand behind. */
    function plainNote(note) {
      const copy = note.querySelector('.mr-note').cloneNode(true);
      copy.querySelectorAll('br').forEach((end) => end.replaceWith(' '));
      copy.querySelectorAll('a').forEach((link) => link.append(' <' + link.getAttribute('href') + '>'));
      return copy.textContent.replace(/\s+/g, ' ').trim();
    }

    /* Below the table, in its columns: each cell's sources under its product, and the notes. */
    function toCsv() {
      const names = table.shown.map((i) => plainName(table.products[i].cell));
      const categoryName = (category) => (category.headRow ? plainName(category.headRow) : '');
      const all = [[word('category'), word('feature'), ...names]];
      for (const { row, cells } of lines()) all.push([categoryName(row.category), plainName(row.head), ...cells.map(plainWords)]);
      for (const { row, cells } of lines()) {
        const sources = cells.map((cell) => sourcesOf(cell).join(' '));
        if (sources.some((text) => text !== '')) all.push([word('sources'), plainName(row.head), ...sources]);
      }
      for (const note of usedNotes()) all.push([word('notes'), '[' + noteNumber(note) + ']', plainNote(note), ...names.slice(1).map(() => '')]);
      return '\ufeff' + all.map((line) => line.map(csvField).join(',') + '\r\n').join('');
    }

    function markdownCell(cell) {
      const nodes = Array.from(cell.childNodes).flatMap((node) =>
        (node.classList && node.classList.contains('mr-pop') ? Array.from(node.childNodes).filter((part) => !part.classList || !part.classList.contains('mr-also')) : [node]));
      return finishRow(drawnSymbol(cell) + nodes.map((node) => {
        if (node.localName === 'i') return escapeMarkdown(node.textContent) + (node.getAttribute('aria-label') ? ' ' + escapeMarkdown(node.getAttribute('aria-label')) + ':' : '');
        if (node.localName === 'small') return Array.from(node.childNodes, (child) => toMarkdown(child, ROW)).join('');
        return node.classList && node.classList.contains('mr-part') ? partMarkdown(node) : toMarkdown(node, ROW);
      }).join(''));
    }

    /* Behind the mark of a note a ( would make a link of it. */
    function finishRow(markdown) {
      return trim(markdown.replace(/(\[\^\d+\])\(/g, '$1\\('));
    }

    function partMarkdown(part) {
      return Array.from(part.childNodes, (node) => (node.localName === 'i' ? escapeMarkdown(node.textContent) : toMarkdown(node, ROW))).join('');
    }

    function markdownName(element) {
      const name = element.querySelector('.mr-name');
      const words = trim(toMarkdown(name.parentElement.localName === 'a' ? name.parentElement : name, ROW));
      return finishRow(words + marksOf(element).map((mark) => toMarkdown(mark, ROW)).join(''));
    }

    function usedNotes() {
      const used = new Set();
      const heads = table.shown.map((i) => table.products[i].cell);
      for (const { row, cells } of lines()) heads.push(row.category.headRow, row.head, ...cells);
      for (const element of heads) for (const mark of marksOf(element)) used.add(mark.querySelector('a').getAttribute('href').slice(1));
      return Array.from(root.querySelectorAll('.mr-notes > li')).filter((note) => used.has(note.id));
    }

    function noteNumber(note) {
      return note.id.slice((prefix + 'note-').length);
    }

    function toMarkdownTable() {
      const text = ['# ' + trim(escapeMarkdown(config.title)), ''];
      const row = (cells) => '| ' + cells.join(' | ') + ' |';
      const products = table.shown.map((i) => markdownName(table.products[i].cell));
      let category = null;
      if (config.subtitle) text.push(paragraph(trim(escapeMarkdown(config.subtitle))), '');
      text.push(row([escapeMarkdown(word('feature')), ...products]), row(['---', ...products.map(() => '---')]));
      for (const { row: line, cells } of lines()) {
        if (line.category !== category && line.category.headRow) {
          const name = markdownName(line.category.headRow);
          text.push(row([/^\s|\s$/.test(name) ? name : '**' + name + '**', ...products.map(() => '')]));
        }
        category = line.category;
        text.push(row([markdownName(line.head), ...cells.map(markdownCell)]));
      }
      text.push('');
      for (const note of usedNotes()) {
        text.push('[^' + noteNumber(note) + ']: ' + paragraph(trim(toMarkdown(note.querySelector('.mr-note'), LINE))));
      }
      if (config.as_of) text.push('', word('as_of', { date: config.as_of }));
      if (config.credit) {
        const words = escapeMarkdown([config.credit.text, config.credit.license].filter((part) => part).join(', '));
        const address = config.credit.url || '';
        const link = /[\s<>\\]|&#?\w+;/.test(address) ? markdownLink(escapeMarkdown(address), address) : '<' + address + '>';
        text.push('', paragraph(trim(words + (address ? ' ' + link : ''))));
      }
      return text.join('\n') + '\n';
    }

    /* ---- JSON: a dataset again, which meshreport loads */

    function record(members) {
      const made = Object.create(null);
      for (const [key, value] of Object.entries(members)) {
        if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) made[key] = value;
      }
      return made;
    }

    /* The part of a word of the interface that stands in its braces: "1.0" of "since 1.0". */
    function valueIn(text, key, place) {
      const [before, after] = word(key).split('{' + place + '}');
      text = text.replace(/[\u2066\u2069]/g, '');
      return text.startsWith(before) && text.endsWith(after || '') ? text.slice(before.length, text.length - (after || '').length) : text;
    }

    function ownNotes(element) {
      return notesOf(Array.from(element.children).filter((child) => child.classList.contains('mr-mark')));
    }

    function notesOf(marks) {
      return marks.map((mark) => {
        const note = document.getElementById(mark.querySelector('a').getAttribute('href').slice(1));
        return note.dataset.id || richText(note.querySelector('.mr-note'));
      });
    }

    function statusValue(element) {
      const status = statusOf(element);
      const copy = element.cloneNode(true);
      copy.querySelectorAll('b').forEach((name) => name.remove());
      const words = richText(copy);
      return { status, text: words === escapeMarkdown(labelOf(status)) ? '' : words };
    }

    function cellValue(cell) {
      const text = (selector) => (cell.querySelector(selector) || { textContent: '' }).textContent;
      const common = {
        notes: ownNotes(cell),
        source: sourcesOf(cell),
        since: valueIn(text('.mr-since'), 'since', 'version'),
        verified: valueIn(text('.mr-checked'), 'verified', 'date'),
      };
      const parts = Array.from(cell.querySelectorAll('.mr-part'), (part) =>
        record({ name: part.querySelector('b').textContent, ...statusValue(part), notes: ownNotes(part) }));
      if (parts.length) return record({ parts, ...common });
      if (cell.classList.contains('mr-list')) {
        const items = Array.from(cell.querySelectorAll(':scope > span:not(.mr-note-box, .mr-pop)'), richText);
        return Object.keys(record(common)).length ? record({ text: items.join(', '), ...common }) : items;
      }
      if (likeOf(cell) === '') return record({ text: richText(cell), ...common });
      const value = record({ ...statusValue(cell), ...common });
      return Object.keys(value).length === 1 ? value.status : value;
    }

    function namedRecord(element, id, name) {
      const link = element.querySelector('a > .mr-name') ? element.querySelector('a:has(> .mr-name)') : element.querySelector('.mr-more');
      const about = element.querySelector('.mr-about');
      return {
        id, name, url: link ? link.getAttribute('href') : '', description: about ? richText(about) : '',
        notes: notesOf(marksOf(element)), formerly: former.of.get(id) || [],
      };
    }

    function featureRecord(row) {
      const values = Object.create(null);
      for (const i of table.shown) {
        const value = cellValue(row.cells[i]);
        if (value !== 'unknown') values[table.products[i].id] = value;
      }
      const named = namedRecord(row.head, row.id, richText(row.head.querySelector('.mr-name')));
      return record({ ...named, kind: row.element.dataset.kind, weight: row.weight === '1' ? undefined : Number(row.weight), values: Object.keys(values).length ? values : undefined });
    }

    function productRecord(product) {
      const link = product.cell.querySelector('.mr-name a');
      return record({
        id: product.id, name: product.name, url: link ? link.getAttribute('href') : '',
        lifecycle: product.cell.dataset.lifecycle, notes: notesOf(marksOf(product.cell)), formerly: former.of.get('product ' + product.id),
      });
    }

    function statusRecords() {
      const made = Object.create(null);
      for (const entry of root.querySelectorAll('.mr-legend li')) {
        const { s: id, like } = entry.dataset;
        const label = entry.querySelector('span').textContent;
        made[id] = record({ label, like, symbol: entry.querySelector('i').textContent });
      }
      return Object.keys(made).length ? made : undefined;
    }

    /* The profiles of which all is shown that they name. */
    function profileRecords() {
      const rows = new Set(report.visibleRows.map((row) => row.id));
      const categories = new Set(report.visibleRows.map((row) => row.category.id));
      const isWhole = (profile) => profile.require.every(({ id }) => rows.has(id)) && profile.without.every((i) => table.isShown.has(i)) &&
        profile.weights.every(([id, isCategory]) => (isCategory ? categories : rows).has(id));
      const made = report.profiles.filter(isWhole).map(({ id, name, description, partial, require, weights, without }) => record({
        id, name, description: escapeMarkdown(description),
        require: require.map((one) => (one.partial ? { feature: one.id, 'at-least': 'partial' } : one.id)),
        weights: weights.length ? Object.fromEntries(weights.map(([key, , weight]) => [key, Number(weight)])) : undefined,
        without: without.map((i) => table.products[i].id), partial: partial === '0.5' ? undefined : Number(partial),
      }));
      return made.length ? made : undefined;
    }

    function toJson() {
      const notes = Object.create(null);
      for (const note of usedNotes()) if (note.dataset.id) notes[note.dataset.id] = richText(note.querySelector('.mr-note'));
      const categories = table.categories.map((category) => {
        const features = category.rows.filter((row) => report.visibleRows.includes(row)).map(featureRecord);
        if (features.length === 0) return null;
        const named = category.headRow ? namedRecord(category.headRow, category.id, richText(category.headRow.querySelector('.mr-name'))) : { id: category.id };
        return record({ ...named, formerly: undefined, features });
      });
      const dataset = record({
        meshreport: 1, title: config.title, subtitle: config.subtitle, language: config.language, as_of: config.as_of,
        credit: config.credit ? record(config.credit) : undefined, statuses: statusRecords(),
        notes: Object.keys(notes).length ? notes : undefined,
        products: table.shown.map((i) => productRecord(table.products[i])), categories: categories.filter((category) => category), profiles: profileRecords(),
      });
      return JSON.stringify(dataset, null, 1) + '\n';
    }

    function download(name, type, text) {
      const address = URL.createObjectURL(new Blob([text], { type: type + ';charset=utf-8' }));
      make('a', { href: address, download: name }).click(); /* outside the document, where no panel takes it for a click elsewhere */
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      report.notice(name);
    }

    Object.assign(report, { csvField, commandLine, toCsv, toMarkdownTable, toJson, download });
  };
})();
