/* Notes in place, links that are copied. */
(function () {
  'use strict';

  const parts = window.meshreportParts;
  const { make } = parts;

  parts.notes = function (report) {
    const { root } = report;

    /* ---- copying, notes in place, links */

    async function copy(text, said, near) {
      try {
        await navigator.clipboard.writeText(text);
      } catch (error) {
        const field = make('textarea', { value: text, className: 'mr-sr' });
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
      const all = make('a', { className: 'mr-to-note', href: '#' + note.id, textContent: report.word('notes', 'Notes') + ' ↓' });
      sup.after(make('span', { className: 'mr-note-box', role: 'note' }, words, ' ', all));
      mark.setAttribute('aria-expanded', 'true');
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
      copy(report.addressOf({ ...report.view, at }), report.word('link_copied', 'Link copied'), link);
    }

    function onKey(event) {
      if (event.key !== 'Escape') return;
      const box = root.querySelector('.mr-note-box');
      if (!box) return;
      const mark = box.previousElementSibling.querySelector('a');
      closeNotes();
      mark.focus();
    }

    Object.assign(report, { copy, closeNotes, onClick, onKey });
  };
})();
