/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_meta.h"

#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <string.h>

#include "common/write/moment.h"
#include "pdf/file/pdf_text.h"

/* ---- dates */

void pdf_meta_date(struct out *out, int64_t clock, bool is_xmp)
{
	struct moment at = moment_of(clock);

	if (is_xmp) {
		moment_put(out, clock);
		return;
	}
	out_string(out, "D:");
	moment_put_digits(out, at.year, 4);
	moment_put_digits(out, at.month, 2);
	moment_put_digits(out, at.day, 2);
	moment_put_digits(out, at.hour, 2);
	moment_put_digits(out, at.minute, 2);
	moment_put_digits(out, at.second, 2);
	out_char(out, 'Z');
}

/* ---- XMP */

static void put_property(struct out *out, const char *before, const char *value, const char *after)
{
	out_string(out, before);
	pdf_text_xml(out, value);
	out_string(out, after);
}

/* PDF/A knows no pdfuaid: an extension schema describes it (ISO 19005-3, 6.6.2.3). */
static const char ua_schema[] =
	"<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
	"xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
	"xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaProperty:name>part</pdfaProperty:name>\n"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	"<pdfaProperty:category>internal</pdfaProperty:category>\n"
	"<pdfaProperty:description>part of PDF/UA the file conforms to</pdfaProperty:description>\n"
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
	"</rdf:Description>\n";

void pdf_meta_xmp(struct out *out, const struct pdf_about *about)
{
	out_string(out, "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
			"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
			"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
			"<rdf:Description rdf:about=\"\" "
			"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
			"xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
			"xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
			"xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
			"xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
			"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
			"<pdfuaid:part>1</pdfuaid:part>\n"
			"<dc:format>application/pdf</dc:format>\n");
	put_property(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", about->title,
		     "</rdf:li></rdf:Alt></dc:title>\n");
	if (about->author[0])
		put_property(out, "<dc:creator><rdf:Seq><rdf:li>", about->author,
			     "</rdf:li></rdf:Seq></dc:creator>\n");
	if (about->subject[0])
		put_property(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
			     about->subject, "</rdf:li></rdf:Alt></dc:description>\n");
	/* what it is derived from (ISO 15836-1, "source"), and a property that PDF/A knows */
	if (about->source && about->source[0])
		put_property(out, "<dc:source>", about->source, "</dc:source>\n");
	put_property(out, "<dc:language><rdf:Bag><rdf:li>", about->language,
		     "</rdf:li></rdf:Bag></dc:language>\n");
	put_property(out, "<pdf:Producer>", about->producer, "</pdf:Producer>\n");
	put_property(out, "<xmp:CreatorTool>", about->producer, "</xmp:CreatorTool>\n");
	if (about->clock != MR_NO_CLOCK) {
		static const char *const names[] = {"Create", "Modify"};

		for (int i = 0; i < 2; i++) {
			put_property(out, "<xmp:", names[i], "Date>");
			pdf_meta_date(out, about->clock, true);
			put_property(out, "</xmp:", names[i], "Date>\n");
		}
	}
	out_string(out, "</rdf:Description>\n");
	out_string(out, ua_schema);
	out_string(out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
}

/* ---- colour */

static void put_u32(struct out *out, uint32_t value)
{
	out_char(out, (char)(value >> 24));
	out_char(out, (char)(value >> 16 & 255));
	out_char(out, (char)(value >> 8 & 255));
	out_char(out, (char)(value & 255));
}

static void put_fixed(struct out *out, const int32_t *values, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		put_u32(out, (uint32_t)values[i]);
}

/* One text in ASCII, as multiLocalizedUnicodeType; 28 bytes and two a character, up to four more. */
static void put_words(struct out *out, const char *words)
{
	uint32_t n = (uint32_t)strlen(words);

	out_bytes(out, "mluc\0\0\0\0\0\0\0\1\0\0\0\14enUS", 20);
	put_u32(out, 2 * n);
	put_u32(out, 28);
	for (uint32_t i = 0; i < n; i++) {
		out_char(out, 0);
		out_char(out, words[i]);
	}
	while (out->n % 4)
		out_char(out, 0);
}

/* s15Fixed16: D50, the primaries adapted to it, the adaptation (Bradford), the curve's parameters. */
static const int32_t white[3] = {0xf6d6, 0x10000, 0xd32d};
static const int32_t primaries[3][3] = {
	{0x6fa2, 0x38f5, 0x0390}, {0x6299, 0xb785, 0x18da}, {0x24a0, 0x0f84, 0xb6cf}};
static const int32_t adaptation[9] = {0x10c42, 0x05de,  -0x0cda, 0x0793, 0xfd90,
				      -0x045f, -0x025e, 0x03db,  0xc075};
static const int32_t curve[5] = {0x26666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b};

static void put_tags(struct out *out)
{
	for (int i = -1; i < 3; i++) {
		out_bytes(out, "XYZ \0\0\0\0", 8);
		put_fixed(out, i < 0 ? white : primaries[i], 3);
	}
	out_bytes(out, "sf32\0\0\0\0", 8);
	put_fixed(out, adaptation, 9);
	out_bytes(out, "para\0\0\0\0\0\3\0\0", 12);
	put_fixed(out, curve, 5);
}

void pdf_meta_srgb(struct out *out)
{
	static const char head[] = "\4\40\0\0"
				   "mntrRGB XYZ "
				   "\7\324\0\12\0\1\0\0\0\0\0\0"
				   "acsp\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
	static const struct {
		char name[5];
		uint32_t at, n;
	} table[] = {{"desc", 0, 36},   {"cprt", 36, 44},  {"wtpt", 80, 20},  {"rXYZ", 100, 20},
		     {"gXYZ", 120, 20}, {"bXYZ", 140, 20}, {"chad", 160, 44}, {"rTRC", 204, 32},
		     {"gTRC", 204, 32}, {"bTRC", 204, 32}};
	const uint32_t n = sizeof(table) / sizeof(table[0]);
	const uint32_t data = 128 + 4 + 12 * n;
	size_t begin = out->n;

	put_u32(out, data + 236);
	put_u32(out, 0);
	out_bytes(out, head, sizeof(head) - 1);
	/* rendering intent perceptual, the illuminant of the connection space, no creator, no digest */
	put_u32(out, 0);
	put_fixed(out, white, 3);
	while (out->n - begin < 128)
		out_char(out, 0);
	put_u32(out, n);
	for (uint32_t i = 0; i < n; i++) {
		out_bytes(out, table[i].name, 4);
		put_u32(out, data + table[i].at);
		put_u32(out, table[i].n);
	}
	put_words(out, "sRGB");
	put_words(out, "No (C)");
	while (out->n - begin < data + 80)
		out_char(out, 0);
	put_tags(out);
}

/* ---- into the document */

/* What no string of libharu's holds has its place in XMP alone, which ISO 32000-2, 14.3.3 prefers anyhow. */
static void add_text(HPDF_Doc pdf, HPDF_Dict dict, const char *key, const char *text)
{
	struct out bytes;

	out_to_memory(&bytes, 0);
	pdf_text_utf16(&bytes, text);
	if (bytes.n <= PDF_TEXT_MOST)
		HPDF_Dict_Add(
			dict, key,
			HPDF_Binary_New(pdf->mmgr, (HPDF_BYTE *)bytes.at, (HPDF_UINT)bytes.n));
	out_release(&bytes);
}

static HPDF_Dict add_stream(HPDF_Doc pdf, const void *bytes, size_t n, bool is_packed)
{
	HPDF_Dict dict = HPDF_DictStream_New(pdf->mmgr, pdf->xref);

	if (!dict)
		return NULL;
	dict->filter = is_packed ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
	HPDF_Stream_Write(dict->stream, bytes, (HPDF_UINT)n);
	return dict;
}

static void add_date(HPDF_Doc pdf, HPDF_Dict dict, const char *key, int64_t clock)
{
	struct out text;

	out_to_memory(&text, 0);
	pdf_meta_date(&text, clock, false);
	HPDF_Dict_Add(dict, key, HPDF_String_New(pdf->mmgr, out_at(&text), NULL));
	out_release(&text);
}

static int add_info(HPDF_Doc pdf, const struct pdf_about *about)
{
	/* the call makes pdf->info; what it writes is replaced */
	if (HPDF_SetInfoAttr(pdf, HPDF_INFO_TITLE, "") != HPDF_OK)
		return -1;
	add_text(pdf, pdf->info, "Title", about->title);
	if (about->author[0])
		add_text(pdf, pdf->info, "Author", about->author);
	if (about->subject[0])
		add_text(pdf, pdf->info, "Subject", about->subject);
	add_text(pdf, pdf->info, "Creator", about->producer);
	add_text(pdf, pdf->info, "Producer", about->producer);
	if (about->clock != MR_NO_CLOCK) {
		add_date(pdf, pdf->info, "CreationDate", about->clock);
		add_date(pdf, pdf->info, "ModDate", about->clock);
	}
	return 0;
}

static int add_xmp(HPDF_Doc pdf, const struct pdf_about *about)
{
	struct out packet;
	HPDF_Dict stream;

	out_to_memory(&packet, 0);
	pdf_meta_xmp(&packet, about);
	stream = add_stream(pdf, packet.at, packet.n, false);
	out_release(&packet);
	if (!stream)
		return -1;
	HPDF_Dict_AddName(stream, "Type", "Metadata");
	HPDF_Dict_AddName(stream, "Subtype", "XML");
	HPDF_Dict_Add(pdf->catalog, "Metadata", stream);
	return 0;
}

static int add_intent(HPDF_Doc pdf)
{
	HPDF_Dict intent = HPDF_Dict_New(pdf->mmgr), profile;
	HPDF_Array intents = HPDF_Array_New(pdf->mmgr);
	struct out icc;

	out_to_memory(&icc, 0);
	pdf_meta_srgb(&icc);
	profile = add_stream(pdf, icc.at, icc.n, true);
	out_release(&icc);
	if (!intent || !intents || !profile)
		return -1;
	HPDF_Dict_AddNumber(profile, "N", 3);
	HPDF_Dict_AddName(intent, "Type", "OutputIntent");
	HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
	HPDF_Dict_Add(intent, "OutputConditionIdentifier",
		      HPDF_String_New(pdf->mmgr, "sRGB IEC61966-2.1", NULL));
	HPDF_Dict_Add(intent, "Info", HPDF_String_New(pdf->mmgr, "sRGB IEC61966-2.1", NULL));
	HPDF_Dict_Add(intent, "DestOutputProfile", profile);
	HPDF_Array_Add(intents, intent);
	HPDF_Dict_Add(pdf->catalog, "OutputIntents", intents);
	return 0;
}

static int add_attachment(HPDF_Doc pdf, const struct pdf_about *about)
{
	const struct pdf_attachment *a = about->attachment;
	HPDF_Dict file = add_stream(pdf, a->bytes.at, a->bytes.n, true);
	HPDF_Dict params = HPDF_Dict_New(pdf->mmgr), spec = HPDF_Dict_New(pdf->mmgr);
	HPDF_Dict embedded = HPDF_Dict_New(pdf->mmgr), names = HPDF_Dict_New(pdf->mmgr);
	HPDF_Dict tree = HPDF_Dict_New(pdf->mmgr);
	HPDF_Array list = HPDF_Array_New(pdf->mmgr), associated = HPDF_Array_New(pdf->mmgr);

	if (!file || !params || !spec || !embedded || !names || !tree || !list || !associated ||
	    HPDF_Xref_Add(pdf->xref, spec) != HPDF_OK)
		return -1;
	HPDF_Dict_AddName(file, "Type", "EmbeddedFile");
	HPDF_Dict_AddName(file, "Subtype", a->media_type);
	HPDF_Dict_AddNumber(params, "Size", (HPDF_INT32)a->bytes.n);
	if (about->clock != MR_NO_CLOCK)
		add_date(pdf, params, "ModDate", about->clock);
	HPDF_Dict_Add(file, "Params", params);
	HPDF_Dict_AddName(spec, "Type", "Filespec");
	add_text(pdf, spec, "F", a->name);
	add_text(pdf, spec, "UF", a->name);
	add_text(pdf, spec, "Desc", a->description);
	HPDF_Dict_AddName(spec, "AFRelationship", "Source");
	HPDF_Dict_Add(embedded, "F", file);
	HPDF_Dict_Add(embedded, "UF", file);
	HPDF_Dict_Add(spec, "EF", embedded);
	HPDF_Array_Add(list, HPDF_String_New(pdf->mmgr, "dataset", NULL));
	HPDF_Array_Add(list, spec);
	HPDF_Dict_Add(tree, "Names", list);
	HPDF_Dict_Add(names, "EmbeddedFiles", tree);
	HPDF_Dict_Add(pdf->catalog, "Names", names);
	HPDF_Array_Add(associated, spec);
	HPDF_Dict_Add(pdf->catalog, "AF", associated);
	return 0;
}

/* The identifier is a function of what the document is made of, twice the same. */
static int add_identifier(HPDF_Doc pdf, uint64_t seed)
{
	HPDF_Array pair = HPDF_Array_New(pdf->mmgr);
	HPDF_BYTE bytes[16];

	if (!pair)
		return -1;
	for (unsigned i = 0; i < 16; i++) {
		seed = (seed ^ i) * UINT64_C(0x100000001b3);
		seed ^= seed >> 29;
		bytes[i] = (HPDF_BYTE)(seed >> 24 & 255);
	}
	HPDF_Array_Add(pair, HPDF_Binary_New(pdf->mmgr, bytes, sizeof(bytes)));
	HPDF_Array_Add(pair, HPDF_Binary_New(pdf->mmgr, bytes, sizeof(bytes)));
	return HPDF_Dict_Add(pdf->trailer, "ID", pair) == HPDF_OK ? 0 : -1;
}

int pdf_meta_add(HPDF_Doc pdf, const struct pdf_about *about)
{
	HPDF_Dict preferences = HPDF_Dict_New(pdf->mmgr);

	if (!preferences)
		return -1;
	HPDF_Dict_Add(pdf->catalog, "Lang", HPDF_String_New(pdf->mmgr, about->language, NULL));
	HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
	if (about->is_rtl)
		HPDF_Dict_AddName(preferences, "Direction", "R2L");
	/* the sizes of the type were chosen for this paper */
	HPDF_Dict_AddName(preferences, "PrintScaling", "None");
	if (about->duplex)
		HPDF_Dict_AddName(preferences, "Duplex", about->duplex);
	HPDF_Dict_Add(pdf->catalog, "ViewerPreferences", preferences);
	HPDF_SetPageMode(pdf, HPDF_PAGE_MODE_USE_OUTLINE);
	HPDF_AddPageLabel(pdf, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, "");
	if (add_info(pdf, about) != 0 || add_xmp(pdf, about) != 0 || add_intent(pdf) != 0 ||
	    (about->attachment && add_attachment(pdf, about) != 0) ||
	    add_identifier(pdf, about->seed) != 0)
		return -1;
	return HPDF_GetError(pdf) == HPDF_OK ? 0 : -1;
}
