/* SPDX-License-Identifier: MIT */
/*
 * csv_file - the whole file, in one of the layouts.
 */
#ifndef MESHREPORT_CSV_FILE_H
#define MESHREPORT_CSV_FILE_H

#include <meshreport/plugin.h>

enum csv_option {
	CSV_OPTION_LAYOUT,
	CSV_OPTION_TABLE,
	CSV_OPTION_DELIMITER,
	CSV_OPTION_BOM,
	CSV_OPTION_FORMULAS
};

/* The character that a word names ("tab", ";"), '\0' for none that can part fields. */
char csv_file_delimiter(const char *word);

int csv_file_vet(uint32_t index, const struct mr_value *value, char *why, size_t size);
int csv_file_render(struct mr_job *job);

#endif
