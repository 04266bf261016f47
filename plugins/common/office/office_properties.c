/* SPDX-License-Identifier: MIT */
#include "common/office/office_properties.h"

#include "common/write/moment.h"
#include "common/write/out.h"

static void put_date(struct office_xml *xml, const char *element, const char *date)
{
	office_xml_open(xml, element);
	office_xml_attribute(xml, "xsi:type", "dcterms:W3CDTF");
	office_xml_text(xml, date, strlen(date));
	office_xml_close(xml);
}

/* A year beyond four digits is nothing that W3CDTF has. */
static void put_dates(struct office_xml *xml, int64_t clock)
{
	struct out date;

	if (clock == MR_NO_CLOCK || moment_of(clock).year > 9999)
		return;
	out_to_memory(&date, 0);
	moment_put(&date, clock);
	put_date(xml, "dcterms:created", out_at(&date));
	put_date(xml, "dcterms:modified", out_at(&date));
	out_release(&date);
}

static void put_unless_empty(struct office_xml *xml, const char *element, const char *text)
{
	if (*text)
		office_xml_leaf(xml, element, text);
}

static struct mr_bytes put_core(const struct mr_job *job, struct office_xml *xml)
{
	const struct mr_matrix *m = job->matrix;
	struct out words;

	out_to_memory(&words, 0);
	out_string(&words, m->selection.words);
	out_string(&words, *m->selection.words ? "; " : "");
	out_string(&words, job->generator);
	office_xml_begin(xml, "cp:coreProperties");
	office_xml_attribute(
		xml, "xmlns:cp",
		"http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
	office_xml_attribute(xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
	office_xml_attribute(xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
	office_xml_attribute(xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	office_xml_leaf(xml, "dc:title", m->title);
	put_unless_empty(xml, "dc:subject", m->subtitle);
	put_unless_empty(xml, "dc:creator", m->credit.text);
	put_unless_empty(xml, "dc:identifier", mr_stamp_mark(job));
	office_xml_leaf(xml, "dc:description", out_at(&words));
	office_xml_leaf(xml, "dc:language", m->language);
	put_dates(xml, job->clock);
	out_release(&words);
	return office_xml_end(xml);
}

void office_properties_put(struct office_package *package, struct office_properties *properties)
{
	struct mr_bytes bytes = put_core(package->job, &properties->core);

	office_package_put(package, OFFICE_PROPERTIES_CORE, bytes.at, bytes.n, true);
	office_xml_begin(&properties->app, "Properties");
	office_xml_attribute(
		&properties->app, "xmlns",
		"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
	office_xml_leaf(&properties->app, "Application", "meshreport");
	bytes = office_xml_end(&properties->app);
	office_package_put(package, OFFICE_PROPERTIES_APP, bytes.at, bytes.n, false);
}

void office_properties_release(struct office_properties *properties)
{
	office_xml_release(&properties->core);
	office_xml_release(&properties->app);
}
