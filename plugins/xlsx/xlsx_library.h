/* SPDX-License-Identifier: MIT */
/*
 * xlsx_library - the functions of libxlsxwriter, of libzip and of libxml2's reader, opened when a workbook is written or
 * read.
 *
 * Linked, they would be loaded whenever the format is, also to list it, and take 3 ms with OpenSSL and ICU behind them.  Structs come
 * from the headers; the names have carried the same ABI since libxlsxwriter 1.0, libzip 1.0 and libxml2 2.5.  What is opened is
 * never closed.
 */
#ifndef MESHREPORT_XLSX_LIBRARY_H
#define MESHREPORT_XLSX_LIBRARY_H

#include <libxml/xmlreader.h>
#include <xlsxwriter.h>
#include <zip.h>

#define XLSX_LIBRARY_WRITE(X)                \
	X(format_set_align)                  \
	X(format_set_bg_color)               \
	X(format_set_bold)                   \
	X(format_set_border)                 \
	X(format_set_border_color)           \
	X(format_set_bottom)                 \
	X(format_set_bottom_color)           \
	X(format_set_font_color)             \
	X(format_set_font_name)              \
	X(format_set_font_size)              \
	X(format_set_italic)                 \
	X(format_set_num_format)             \
	X(format_set_reading_order)          \
	X(format_set_text_wrap)              \
	X(format_set_underline)              \
	X(workbook_add_format)               \
	X(workbook_add_worksheet)            \
	X(workbook_close)                    \
	X(workbook_define_name)              \
	X(workbook_new_opt)                  \
	X(workbook_set_properties)           \
	X(workbook_unset_default_url_format) \
	X(worksheet_autofilter)              \
	X(worksheet_conditional_format_cell) \
	X(worksheet_data_validation_range)   \
	X(worksheet_fit_to_pages)            \
	X(worksheet_freeze_panes)            \
	X(worksheet_outline_settings)        \
	X(worksheet_print_across)            \
	X(worksheet_print_area)              \
	X(worksheet_repeat_columns)          \
	X(worksheet_repeat_rows)             \
	X(worksheet_right_to_left)           \
	X(worksheet_set_column)              \
	X(worksheet_set_footer)              \
	X(worksheet_set_header)              \
	X(worksheet_set_landscape)           \
	X(worksheet_set_margins)             \
	X(worksheet_set_paper)               \
	X(worksheet_set_print_scale)         \
	X(worksheet_set_row_opt)             \
	X(worksheet_write_blank)             \
	X(worksheet_write_comment_opt)       \
	X(worksheet_write_number)            \
	X(worksheet_write_rich_string)       \
	X(worksheet_write_string)            \
	X(worksheet_write_url_opt)

#define XLSX_LIBRARY_ZIP(X)         \
	X(zip_discard)              \
	X(zip_fclose)               \
	X(zip_fopen_index)          \
	X(zip_fread)                \
	X(zip_name_locate)          \
	X(zip_open_from_source)     \
	X(zip_source_buffer_create) \
	X(zip_source_free)          \
	X(zip_stat_index)

#define XLSX_LIBRARY_XML(X)                  \
	X(xmlFreeTextReader)                 \
	X(xmlReaderForIO)                    \
	X(xmlTextReaderConstLocalName)       \
	X(xmlTextReaderConstValue)           \
	X(xmlTextReaderDepth)                \
	X(xmlTextReaderIsEmptyElement)       \
	X(xmlTextReaderMoveToElement)        \
	X(xmlTextReaderMoveToFirstAttribute) \
	X(xmlTextReaderMoveToNextAttribute)  \
	X(xmlTextReaderNodeType)             \
	X(xmlTextReaderRead)                 \
	X(xmlTextReaderSetErrorHandler)      \
	X(xmlTextReaderValue)

struct zlib_filefunc_def_s;

#define XLSX_LIBRARY_MEMBER(name) __typeof__(&name) name;

struct xlsx_library_writing {
	XLSX_LIBRARY_WRITE(XLSX_LIBRARY_MEMBER)
};

struct xlsx_library_reading {
	XLSX_LIBRARY_ZIP(XLSX_LIBRARY_MEMBER)
	XLSX_LIBRARY_XML(XLSX_LIBRARY_MEMBER)
};

/*
 * 0, or -1 when a library is not installed or lacks a function.  What libxlsxwriter asks for by name is then found in this
 * plugin first: see xlsx_temp.h.
 */
int xlsx_library_open_writing(struct xlsx_library_writing *out);
/* minizip, which libxlsxwriter brings with it. */
struct xlsx_library_packing {
	void *(*open)(const char *path, int append, const char **comment,
		      struct zlib_filefunc_def_s *functions);
	void (*fill)(struct zlib_filefunc_def_s *functions);
};

int xlsx_library_open_packing(struct xlsx_library_packing *out);

int xlsx_library_open_reading(struct xlsx_library_reading *out);

#endif
