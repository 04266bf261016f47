/* SPDX-License-Identifier: MIT */
/*
 * newname - what was made under another name gets its own, which nobody else may have: nobody's file is lost.
 *
 * Where a file system cannot rename without replacing, a second name does it, which is refused as well where one is
 * taken.  One that has no second names either (and a folder never has) is asked first: what comes there between the
 * two steps is replaced, of folders an empty one.
 */
#ifndef MESHREPORT_CORE_NEWNAME_H
#define MESHREPORT_CORE_NEWNAME_H

/* 0, or -1 with errno: EEXIST where something stands at `to`. */
int newname_take(const char *from, const char *to);

#endif
