/* Text: small helpers, and rich text as Markdown. */
(function () {
  'use strict';

  const parts = window.meshreportParts = window.meshreportParts || {};

  const LIKES = { y: 'yes', p: 'partial', n: 'no', u: 'unknown', x: 'na' };

  /* ---- small helpers */

  /* Properties that are given so often that the page says them shorter. */
  const OFTEN = { classes: 'className', says: 'textContent' };

  /* An element with properties, attributes ("aria-label") and children. */
  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name.includes('-') || name === 'role') element.setAttribute(name, value);
      else element[OFTEN[name] || name] = value;
    }
    element.append(...children);
    return element;
  }

  function same(a, b) {
    return a.length === b.length && a.every((item, i) => item === b[i]);
  }

  function shorten(text) {
    const characters = Array.from(text.slice(0, 200));
    return characters.length > 60 ? characters.slice(0, 60).join('') + '…' : characters.join('');
  }

  function decode(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, ' '));
    } catch (error) {
      return text;
    }
  }

  /* Order by code points, as the program sorts names in every locale. */
  function compareNames(a, b) {
    const x = Array.from(a.toLowerCase());
    const y = Array.from(b.toLowerCase());
    for (let i = 0; i < x.length && i < y.length; i++) {
      if (x[i] !== y[i]) return x[i].codePointAt(0) - y[i].codePointAt(0);
    }
    return x.length - y.length;
  }

  /* ---- rich text as Markdown, for downloads */

  /*
   * Where it will stand: in a dataset, or before readers of GitHub's Markdown, in a line or in a row of
   * a table, where a | would end a cell.
   */
  const PROSE = { lineBreak: '\\\n', isDataset: true };
  const LINE = { lineBreak: ' ' };
  const ROW = { lineBreak: '<br>', inRow: true };

  /* Blanks that a page runs together; a no-break space is a word's. */
  const BLANKS = /[ \t\r\n\f]+/g;

  function trim(text) {
    return text.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, '');
  }

  function escapeMarkdown(text) {
    return text.replace(/[\\`*_[\]<>&|~!#]/g, '\\$&').replace(BLANKS, ' ');
  }

  /* A bare address is no link here; made one, it would swallow what stands behind it, marks of notes and all. */
  function unlinked(markdown) {
    return markdown.replace(/:(?=\/\/)/g, '\\:').replace(/\b(www)\./gi, '$1\\.');
  }

  /* What would begin a list at the beginning of a paragraph. */
  function paragraph(markdown) {
    return markdown.replace(/^[-+]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
  }

  /* In < and >, where a backslash takes any sign's meaning. */
  function markdownLink(words, address) {
    const inner = address.replace(/[\\<>|]|&(?=#?\w+;)/g, '\\$&').replace(/\s/g, encodeURIComponent);
    return '[' + words + '](' + (/[()\\]/.test(inner) ? '<' + inner + '>' : inner) + ')';
  }

  /*
   * A fence longer than any run of backticks within.  One blank goes from both ends when both have one,
   * so where the words have them, or a backtick would touch the fence, there is one more.
   */
  function fenced(text) {
    const longest = (text.match(/`+/g) || []).reduce((most, run) => Math.max(most, run.length), 0);
    const fence = '`'.repeat(longest + 1);
    const edge = /^`|`$/.test(text) || (/^ .* $/.test(text) && /[^ ]/.test(text)) ? ' ' : '';
    return fence + edge + text + edge + fence;
  }

  /*
   * A row is cut at | before anything else is looked at, so it is escaped in code, too.  Behind a
   * backslash of the code that cannot be written: such a | stands between two codes.
   */
  function markdownCode(text, form) {
    const line = text.replace(/[\r\n]+/g, ' ');
    if (!form.inRow) return fenced(line);
    const pieces = line.replace(/\\(\|+)/g, '\\\0$1\0').split('\0');
    return pieces.map((piece, i) => (i % 2 || piece === '' ? piece : fenced(piece)).replace(/\|/g, '\\|')).join('');
  }

  /* What stands beside emphasis, or beside that in which it is first or last. */
  function neighbour(node, side) {
    let at = node;
    while (!at[side] && /^(em|strong)$/.test(at.parentNode.localName)) at = at.parentNode;
    return at[side];
  }

  /*
   * Emphasis is marked where its stars are marks: not between a letter and a sign, nor where two would
   * run into one.  Elsewhere the words go without.
   */
  function emphasised(node, stars, words) {
    const inside = Array.from(words.replace(/^\u00a0|\u00a0$/g, '&nbsp;'));
    const sides = [neighbour(node, 'previousSibling'), neighbour(node, 'nextSibling')];
    /* links, code and ends of lines begin and end with a sign */
    const [before, after] = sides.map((other) => Array.from(!other || /^(a|code|br|sup)$/.test(other.localName) ? ' ' : other.textContent));
    const isMark = (outer, inner) => !/\s/.test(inner) && (!/[\p{P}\p{S}]/u.test(inner) || /[\s\p{P}$+<=>^`|~]/u.test(outer));
    const touches = sides.some((other) => other && /^(em|strong)$/.test(other.localName));
    const isMarked = words !== '' && !touches && isMark(before.pop() || ' ', inside[0]) && isMark(after[0] || ' ', inside[inside.length - 1]);
    return isMarked ? stars + inside.join('') + stars : words;
  }

  function toMarkdown(node, form) {
    if (node.nodeType === Node.TEXT_NODE) return form.isDataset ? escapeMarkdown(node.data) : unlinked(escapeMarkdown(node.data));
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const inside = () => Array.from(node.childNodes, (child) => toMarkdown(child, form)).join('');
    switch (node.localName) {
      case 'a': return markdownLink(inside(), node.getAttribute('href'));
      case 'em': return emphasised(node, '*', inside());
      case 'strong': return emphasised(node, '**', inside());
      case 'br': return form.lineBreak;
      case 'code': return markdownCode(node.textContent, form);
      case 'sup': return form.inRow && node.classList.contains('mr-mark') ? '[^' + node.textContent.replace(/\D+/g, '') + ']' : '';
      case 'i': case 'small': case 'button': return '';
      default: return node.classList.contains('mr-note-box') ? '' : inside();
    }
  }

  function richText(node) {
    return trim(toMarkdown(node, PROSE));
  }

  Object.assign(parts, { make, same, shorten, decode, compareNames, LINE, ROW, trim, escapeMarkdown, paragraph, markdownLink, toMarkdown, richText, LIKES });
})();
