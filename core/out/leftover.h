/* SPDX-License-Identifier: MIT */
/*
 * leftover - the names of files and folders that are being made, and the end of those whose maker was killed.
 *
 * They are made beside their place as ".meshreport-MACHINE-PROCESS-XXXXXX".  Who is killed (SIGKILL, no
 * memory, no power) cannot remove it; the next run that writes into the folder does.  MACHINE stands for this boot and
 * this space of process numbers, so that whether PROCESS still lives can be asked of the system: what another
 * machine or container makes in a shared folder is let alone, and so is everything where /proc does not
 * tell.  A process that has got the number of a dead one only makes its file stay longer.
 */
#ifndef MESHREPORT_CORE_LEFTOVER_H
#define MESHREPORT_CORE_LEFTOVER_H

/* A name for mkstemp() or mkdtemp() beside `path`: mem_free(), null without memory. */
char *leftover_name(const char *path);

/* The same for what is to stay: no run removes it. */
char *leftover_lasting_name(const char *path);

/* Removes a file, or a folder with the files in it and no folder further down. */
void leftover_remove(const char *path);

/* Removes what processes that are gone have left in `folder`.  What cannot be removed is left in silence. */
void leftover_sweep(const char *folder);

#endif
