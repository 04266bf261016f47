/* SPDX-License-Identifier: MIT */
#include "check/check_value.h"

#include "base/date.h"
#include "base/utf8.h"
#include "data/shape.h"

static void put_spot(struct buf *out, const struct spot *spot)
{
	unsigned long first = spot->first, second = spot->second;

	switch (spot->kind) {
	case SPOT_TOP: break;
	case SPOT_CREDIT: buf_put_text(out, "credit"); break;
	case SPOT_STATUS: buf_printf(out, "statuses.%s", spot->name); break;
	case SPOT_NOTE: buf_printf(out, "notes.%s", spot->name); break;
	case SPOT_PRODUCT: buf_printf(out, "products[%lu]", first); break;
	case SPOT_PROFILE: buf_printf(out, "profiles[%lu]", first); break;
	case SPOT_CATEGORY: buf_printf(out, "categories[%lu]", first); break;
	case SPOT_FEATURE:
	case SPOT_CELL:
	case SPOT_PART: buf_printf(out, "categories[%lu].features[%lu]", first, second); break;
	}
	if (spot->kind != SPOT_CELL && spot->kind != SPOT_PART)
		return;
	if (spot->name)
		buf_printf(out, ".values.%s", spot->name);
	else
		buf_printf(out, ".values[%lu]", (unsigned long)spot->third);
	if (spot->kind == SPOT_PART)
		buf_printf(out, ".parts[%lu]", (unsigned long)spot->part);
}

struct spot check_value_spot(const struct check *check, const struct raw_feature *feature,
			     enum spot_kind kind)
{
	const struct raw_category *category =
		RAW_AT(raw_category, check->raw->categories, feature->category);

	return (struct spot){.kind = kind, .first = category->index, .second = feature->index};
}

struct about check_value_at(struct check *check, const struct spot *spot, struct place place,
			    const char *key, long index)
{
	struct about about = {.place = place};

	buf_clear(&check->path);
	put_spot(&check->path, spot);
	if (key)
		buf_printf(&check->path, "%s%s", check->path.n ? "." : "", key);
	if (index >= 0)
		buf_printf(&check->path, "[%ld]", index);
	if (check->path.is_refused)
		load_no_memory(check->load);
	about.path = buf_text(&check->path);
	return about;
}

bool check_value_is_given(const struct check *check, const struct raw_scalar *scalar)
{
	const char *text = load_text(check->load, scalar->string);

	return text[0] && (scalar->is_quoted || !schema_is_null(text));
}

void *check_value_array(struct check *check, size_t n, size_t size)
{
	void *array = arena_array(&check->out->arena, n, size);

	if (!array)
		load_no_memory(check->load);
	return array;
}

void check_value_missing(struct check *check, const struct spot *spot, struct place place,
			 const char *key)
{
	struct about about = check_value_at(check, spot, place, NULL, -1);

	load_error(check->load, &about, "the key '%s' is missing or empty here", key);
}

static bool is_space(const char *at, size_t n)
{
	size_t length;
	uint32_t c = utf8_decode(at, n, &length);

	return c == ' ' || c == '\t' || (c > 0x7f && utf8_is_invisible(c));
}

/* A line feed at the end is how YAML writes a block of text. */
static void check_spaces(struct check *check, const struct spot *spot, const char *key, long index,
			 const struct raw_scalar *scalar)
{
	const struct string *string = &check->load->strings.at[scalar->string];
	size_t n = string->n, last;
	struct about about;
	char word[DIAG_WORD];
	bool begins, ends;

	while (n > 0 && string->at[n - 1] == '\n')
		n--;
	for (last = n > 0 ? n - 1 : 0;
	     last > 0 && ((unsigned char)string->at[last] & 0xc0) == 0x80;)
		last--;
	begins = n > 0 && is_space(string->at, n);
	ends = n > 0 && is_space(string->at + last, n - last);
	if (!(begins || ends) || check->load->is_interpreted)
		return;
	about = check_value_at(check, spot, scalar->place, key, index);
	about.hint = "take the space out";
	load_warning(check->load, &about, "stray-space", "the text '%s' %s in a space",
		     diag_word_of(word, string->at, n),
		     begins && ends ? "begins and ends"
		     : begins       ? "begins"
				    : "ends");
}

const char *check_value_plain(struct check *check, const struct spot *spot, const char *key,
			      const struct raw_scalar *scalar)
{
	const struct mr_text *text;
	const struct string *string;

	if (!check_value_is_given(check, scalar))
		return "";
	check_spaces(check, spot, key, -1, scalar);
	string = &check->load->strings.at[scalar->string];
	text = texts_plain(&check->out->texts, string->at, string->n);
	if (!text)
		load_no_memory(check->load);
	return text ? text->plain : "";
}

const char *check_value_id(struct check *check, const struct spot *spot, const char *key,
			   long index, const struct raw_scalar *scalar)
{
	const char *id = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];

	if (shape_is_id(id))
		return id;
	about = check_value_at(check, spot, scalar->place, key, index);
	about.hint = "an id is a letter or digit, then letters, digits, '.', '_' and '-'";
	load_error(check->load, &about, "'%s' is no id", diag_word(word, id));
	return "";
}

const char *check_value_url(struct check *check, const struct spot *spot, const char *key,
			    long index, const struct raw_scalar *scalar)
{
	const char *url = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD], hint[2 * DIAG_WORD];

	if (!check_value_is_given(check, scalar))
		return "";
	if (shape_is_url(url) && !shape_is_bare_host(url))
		return url;
	if (shape_is_url(url)) {
		about = check_value_at(check, spot, scalar->place, key, index);
		diag_write(hint, sizeof(hint), "write https://%s", diag_word(word, url));
		about.hint = hint;
		load_warning(check->load, &about, "url-scheme",
			     "'%s' names no host but a file beside the document", word);
		return url;
	}
	about = check_value_at(check, spot, scalar->place, key, index);
	about.hint = "an address is http, https, mailto or relative, without spaces";
	load_error(check->load, &about, "a link to '%s' is refused", diag_word(word, url));
	return "";
}

static void report_finding(struct check *check, const struct markdown_finding *finding,
			   struct about about)
{
	char word[DIAG_WORD];

	diag_word(word, finding->word);
	switch (finding->problem) {
	case MARKDOWN_LINK_REFUSED:
		about.hint = "an address is http, https, mailto or relative, without spaces";
		load_error(check->load, &about, "a link to '%s' is refused", word);
		break;
	case MARKDOWN_CONTROL:
		load_error(check->load, &about, "the entity '%s' is a control character", word);
		break;
	case MARKDOWN_IMAGE:
		load_warning(check->load, &about, "image",
			     "the image '%s' is shown by its words only", word);
		break;
	case MARKDOWN_TITLE:
		load_warning(check->load, &about, "link-title",
			     "the title '%s' of a link is not shown", word);
		break;
	case MARKDOWN_TOO_LONG:
		load_warning(check->load, &about, "long-text",
			     "this text is longer than %d bytes and is shown without its markup",
			     MARKDOWN_MAX);
		break;
	case MARKDOWN_OPEN:
		load_warning(
			check->load, &about, "long-text",
			"this text opens '<?' or '<!' more than %d times without an end and is "
			"shown without its markup",
			MARKDOWN_OPEN_MAX);
		break;
	}
}

const struct mr_text *check_value_text(struct check *check, const struct spot *spot,
				       const char *key, long index, const struct raw_scalar *scalar)
{
	const struct markdown_finding *finding;
	const struct mr_text *text;

	if (!check_value_is_given(check, scalar))
		return texts_plain(&check->out->texts, "", 0);
	check_spaces(check, spot, key, index, scalar);
	text = load_rich(check->load, scalar->string, &finding);
	for (; finding; finding = finding->next)
		report_finding(check, finding,
			       check_value_at(check, spot, scalar->place, key, index));
	return text;
}

struct mr_date check_value_date(struct check *check, const struct spot *spot, const char *key,
				const struct raw_scalar *scalar)
{
	const char *text = load_text(check->load, scalar->string);
	struct mr_date date = {0, 0, 0};
	struct about about;
	char word[DIAG_WORD];

	if (!check_value_is_given(check, scalar) || date_read(text, &date))
		return date;
	about = check_value_at(check, spot, scalar->place, key, -1);
	load_error(check->load, &about, "'%s' is no day of the calendar; write it as 2019-11-06",
		   diag_word(word, text));
	return date;
}
