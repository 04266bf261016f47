/* Notes in place, links that are copied, keys. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { make } = parts;

  parts.notes = function (report) {
    const { root, word } = report;

    /* ---- copying, notes in place, links */

    async function copy(text, said, near) {
      try {
        await navigator.clipboard.writeText(text);
      } catch (error) {
        const field = make('textarea', { value: text, classes: 'mr-sr' });
        root.append(field);
        field.select();
        document.execCommand('copy');
        field.remove();
        near.focus();
      }
      report.notice(said);
      near.classList.add('mr-done');
      setTimeout(() => {
        near.classList.remove('mr-done');
        if (report.ui.notice.textContent === said) report.notice('');
      }, 2500);
    }

    function closeNotes() {
      root.querySelectorAll('.mr-note-box').forEach((box) => {
        box.previousElementSibling.querySelector('a').setAttribute('aria-expanded', 'false');
        box.remove();
      });
    }

    function toggleNote(mark) {
      const sup = mark.closest('.mr-mark');
      const next = sup.nextElementSibling;
      const isOpen = next && next.classList.contains('mr-note-box');
      closeNotes();
      if (isOpen) return;
      const note = document.getElementById(mark.getAttribute('href').slice(1));
      const words = note.querySelector('.mr-note').cloneNode(true);
      const all = make('a', { classes: 'mr-to-note', href: '#' + note.id, says: word('notes') + ' ↓' });
      sup.after(make('span', { classes: 'mr-note-box', role: 'note' }, words, ' ', all));
      mark.setAttribute('aria-expanded', 'true');
    }

    /* Links of the table's heads to themselves: no stops of the Tab key, and no part of the names that are read out. */
    function linkHeads() {
      for (const place of report.tableElement.querySelectorAll('tbody[id], tbody tr[id]')) {
        const head = place.querySelector(place.localName === 'tr' ? 'th' : '.mr-cat-name');
        if (!head || head.querySelector('.mr-link')) continue;
        const names = Array.from(head.children).filter((child) => child.matches('a, .mr-name, .mr-mark, .mr-weight'));
        names[names.length - 1].after(' ', make('a', { classes: 'mr-link', href: '#' + place.id, tabIndex: -1, 'aria-hidden': 'true', says: '#' }));
      }
    }

    function onClick(event) {
      const link = event.target.closest('a[href^="#"]');
      if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const at = link.getAttribute('href').slice(1);
      if (link.closest('.mr-mark')) {
        event.preventDefault();
        toggleNote(link);
        return;
      }
      if (link.classList.contains('mr-skip')) return;
      event.preventDefault();
      report.go({ at });
      report.visit(at);
      if (!link.classList.contains('mr-link')) return;
      link.focus({ preventScroll: true });
      copy(report.addressOf({ ...report.view, at }), word('link_copied'), link);
    }

    function onKey(event) {
      if (event.key !== 'Escape') return;
      const box = root.querySelector('.mr-note-box');
      if (!box) return;
      const mark = box.previousElementSibling.querySelector('a');
      closeNotes();
      mark.focus();
    }

    /* ---- keys of one letter */

    /* They may be in the way of who speaks to the computer, who hence turns them off (WCAG 2.1.4). */
    let areLettersOn = true;
    try {
      areLettersOn = localStorage.getItem('mr-keys') !== 'off';
    } catch (error) { /* nothing kept */ }
    let dialog = null;

    function turnLetters(on) {
      areLettersOn = on;
      try {
        localStorage.setItem('mr-keys', on ? 'on' : 'off');
      } catch (error) { /* a page that may not store keeps the choice while it is open */ }
    }

    function buildKeys() {
      const listed = [['/', 'search'], ['Enter', 'hit_next'], ['Shift+Enter', 'hit_previous'], ['Esc', 'close'], ['?', 'keys']];
      const on = make('input', { type: 'checkbox', checked: areLettersOn });
      on.onchange = () => turnLetters(on.checked);
      const close = make('button', { type: 'button', classes: 'mr-button', says: word('close'), autofocus: true });
      close.onclick = () => dialog.close();
      return make('dialog', { classes: 'mr-keys', 'aria-label': word('keys') },
        make('dl', {}, ...listed.flatMap(([key, said]) => [make('dt', {}, make('kbd', { says: key })), make('dd', { says: word(said) })])),
        make('label', { classes: 'mr-check' }, on, make('span', { says: word('keys_on') })), close);
    }

    function openKeys() {
      dialog = dialog || buildKeys();
      root.querySelector('.mr-tools').append(dialog);
      report.closePanel(report.ui.look, true); /* what had the focus has it again in the end, and is to be seen then */
      dialog.showModal();
    }

    /* Left alone where one types, and to the page around a part of a page. */
    function onLetter(event) {
      const { key, target } = event;
      const isFree = areLettersOn && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !(dialog && dialog.open) &&
        !target.isContentEditable && !target.matches('input:not([type="checkbox"]), select, textarea') && (report.isWholePage || root.contains(target));
      if (!isFree || (key !== '/' && key !== '?')) return;
      event.preventDefault();
      if (key === '?') openKeys();
      else report.ui.search.select();
    }

    Object.assign(report, { copy, linkHeads, closeNotes, onClick, onKey, onLetter, openKeys });
  };
})();
