/* SPDX-License-Identifier: MIT */
/*
 * refusal - what becomes of a child that is refused memory.
 *
 * A format draws with a dozen libraries, and each takes a refusal in its own way: HarfBuzz shapes
 * without a table, FreeType leaves a letter out, fontconfig knows fewer fonts, GLib aborts or turns
 * in circles, others crash.  Most of it cannot be seen from outside, so that a damaged document
 * would end well; what can be seen would be told as a damaged font.  So the program has functions
 * malloc(), calloc(), realloc() and so on of its own, which every library of the process finds before
 * those of the C library.  They hand on what those give (or an allocator that was preloaded), but
 * once refusal_ends_process() was called a null pointer ends the process.  The exit status tells the
 * parent, which says it in words.
 *
 * The functions of the parent pass null pointers up.  It lets a refusal end it only while a library
 * works that cannot (libseccomp 2.5 frees twice, or gives out half a filter), and says so then.
 *
 * With a sanitizer, which has an allocator of its own and ends the process itself, nothing is put
 * before it.
 */
#ifndef MESHREPORT_CORE_REFUSAL_H
#define MESHREPORT_CORE_REFUSAL_H

/* From now on a request that is refused to any thread ends the process by _exit(`status`), after `words` on standard error. */
void refusal_ends_process(int status, const char *words);

/* From now on a refused request gives a null pointer, as at the beginning. */
void refusal_is_passed_up(void);

#endif
