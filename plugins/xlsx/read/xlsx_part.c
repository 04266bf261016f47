/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_part.h"

#include <stdlib.h>
#include <string.h>

static int read_bytes(void *context, char *buffer, int size)
{
	struct xlsx_part *part = context;
	zip_int64_t n = part->package->library.zip_fread(part->file, buffer, (zip_uint64_t)size);

	if (n < 0) {
		xlsx_package_report(
			part->package, part->name,
			"this part of the workbook is damaged, or of a kind that is not read");
		return -1;
	}
	part->package->n_inflated += (size_t)n;
	if (part->package->n_inflated > XLSX_PART_MAX) {
		xlsx_package_report(part->package, part->name,
				    "the workbook inflates to more than 200 MiB");
		return -1;
	}
	return (int)n;
}

static void ignore(void *context, const char *words, xmlParserSeverities severity,
		   xmlTextReaderLocatorPtr where)
{
	(void)context, (void)words, (void)severity, (void)where;
}

bool xlsx_part_open(struct xlsx_part *part, struct xlsx_package *package, const char *name)
{
	zip_int64_t index;
	zip_stat_t is;

	*part = (struct xlsx_part){.package = package, .name = name};
	while (*name == '/')
		name++;
	index = package->library.zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
	if (index < 0)
		return false;
	if (package->library.zip_stat_index(package->zip, (zip_uint64_t)index, 0, &is) == 0 &&
	    (is.valid & ZIP_STAT_ENCRYPTION_METHOD) && is.encryption_method != ZIP_EM_NONE) {
		xlsx_package_report(
			package, name,
			"this workbook is protected by a password; save it without one");
		return false;
	}
	part->file = package->library.zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
	if (!part->file) {
		xlsx_package_report(
			package, name,
			"this part of the workbook is damaged, or of a kind that is not read");
		return false;
	}
	part->reader = part->package->library.xmlReaderForIO(read_bytes, NULL, part, NULL, NULL,
							     XML_PARSE_NONET | XML_PARSE_COMPACT);
	if (!part->reader) {
		xlsx_part_close(part);
		xlsx_package_report(package, name, "out of memory");
		return false;
	}
	part->package->library.xmlTextReaderSetErrorHandler(part->reader, ignore, NULL);
	return true;
}

void xlsx_part_close(struct xlsx_part *part)
{
	if (part->reader)
		part->package->library.xmlFreeTextReader(part->reader);
	part->package->library.zip_fclose(part->file);
	part->reader = NULL;
	part->file = NULL;
}

bool xlsx_part_next(struct xlsx_part *part)
{
	int status = part->package->has_failed
			     ? 0
			     : part->package->library.xmlTextReaderRead(part->reader);

	if (status < 0)
		xlsx_package_report(part->package, part->name,
				    "this part of the workbook is no XML, or damaged");
	if (status != 1)
		return false;
	if (part->package->library.xmlTextReaderNodeType(part->reader) ==
	    XML_READER_TYPE_DOCUMENT_TYPE) {
		xlsx_package_report(part->package, part->name,
				    "this part has a document type, which no workbook has");
		return false;
	}
	if (++part->package->n_nodes > XLSX_PART_NODES) {
		xlsx_package_report(part->package, part->name,
				    "the workbook has more than 20000000 tags and texts");
		return false;
	}
	if (part->package->library.xmlTextReaderDepth(part->reader) > XLSX_PART_DEPTH) {
		xlsx_package_report(part->package, part->name,
				    "elements are nested more than 64 deep");
		return false;
	}
	return true;
}

static bool is_named(const struct xlsx_part *part, const char *name)
{
	const xmlChar *local = part->package->library.xmlTextReaderConstLocalName(part->reader);

	return local && strcmp((const char *)local, name) == 0;
}

bool xlsx_part_begins(const struct xlsx_part *part, const char *name)
{
	return part->package->library.xmlTextReaderNodeType(part->reader) ==
		       XML_READER_TYPE_ELEMENT &&
	       is_named(part, name);
}

bool xlsx_part_ends(const struct xlsx_part *part, const char *name)
{
	int type = part->package->library.xmlTextReaderNodeType(part->reader);

	return (type == XML_READER_TYPE_END_ELEMENT ||
		(type == XML_READER_TYPE_ELEMENT &&
		 part->package->library.xmlTextReaderIsEmptyElement(part->reader))) &&
	       is_named(part, name);
}

char *xlsx_part_attribute(const struct xlsx_part *part, const char *name)
{
	char *value = NULL;

	if (part->package->library.xmlTextReaderMoveToFirstAttribute(part->reader) != 1)
		return NULL;
	do {
		if (is_named(part, name)) {
			value = (char *)part->package->library.xmlTextReaderValue(part->reader);
			break;
		}
	} while (part->package->library.xmlTextReaderMoveToNextAttribute(part->reader) == 1);
	part->package->library.xmlTextReaderMoveToElement(part->reader);
	return value;
}

long xlsx_part_number(const struct xlsx_part *part, const char *name, long otherwise)
{
	char *value = xlsx_part_attribute(part, name);
	long number = value ? strtol(value, NULL, 10) : otherwise;

	free(value);
	return number;
}

bool xlsx_part_flag(const struct xlsx_part *part, const char *name)
{
	char *value = xlsx_part_attribute(part, name);
	bool is_set = value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);

	free(value);
	return is_set;
}

const char *xlsx_part_letters(const struct xlsx_part *part)
{
	int type = part->package->library.xmlTextReaderNodeType(part->reader);

	if (type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_CDATA &&
	    type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE && type != XML_READER_TYPE_WHITESPACE)
		return NULL;
	return (const char *)part->package->library.xmlTextReaderConstValue(part->reader);
}
