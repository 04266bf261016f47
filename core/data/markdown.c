/* SPDX-License-Identifier: MIT */
#include "data/markdown.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "data/markdown_scan.h"
#include "data/shape.h"

#include <cmark-gfm.h>
#include <setjmp.h>
#include <string.h>

/*
 * What cmark is given is one line that begins with a word of ours, so it is one paragraph whatever
 * the dataset wrote.  A hard break, which would need a second line, travels as a control character
 * (none can stand in a dataset): one for two spaces at the end of a line, one for a backslash, since
 * within code only the first turns into a space.
 */
static const char lead[] = "x ";
enum { BREAK_SPACES = 1, BREAK_BACKSLASH = 2 };

/* ---- memory for cmark */

/*
 * All that cmark asks for while it reads one text is lent from an arena and taken back at once: half of
 * its time was malloc() and free().  It expects memory always to be there and aborts when its own
 * allocator has none; ours leaves by longjmp(), which loses nothing, since nothing of cmark's lives
 * anywhere else.
 */
struct lender {
	struct arena *arena;
	jmp_buf refused;
};

/* cmark's allocator is told a size and not for whom, so this one is a variable of its thread. */
static _Thread_local struct lender *lender;

/* Before each piece, with the alignment that any type may need. */
union lent_head {
	size_t size;
	max_align_t alignment;
};

static void *lend(size_t n, size_t size)
{
	union lent_head *head = NULL;
	size_t n_bytes, with_head;

	if (mem_multiply(n, size, &n_bytes) && mem_add(n_bytes, sizeof(*head), &with_head))
		head = arena_object(lender->arena, with_head);
	if (!head)
		longjmp(lender->refused, 1);
	head->size = n_bytes;
	return head + 1;
}

static void *lend_more(void *old, size_t size)
{
	void *more = lend(1, size);
	size_t n = old ? ((union lent_head *)old - 1)->size : 0;

	if (n)
		memcpy(more, old, n < size ? n : size);
	return more;
}

static void keep_lent(void *memory)
{
	(void)memory;
}

/* ---- Markdown */

/* A text on its way from cmark's tree: closed spans, and one whose words still grow. */
struct making {
	struct markdown *to;
	struct arena *arena;
	struct buf *plain;
	uint32_t kind; /* of the open span */
	const char *url; /* of the open span; equal pointers are one link */
	size_t start; /* of the open span in the plain words */
	const char *link; /* of the link around, "" for none */
	size_t link_start; /* of the plain words when the link began */
	unsigned emphasis, strong, images;
	bool past_lead;
	bool failed;
};

static void find(struct making *making, enum markdown_problem problem, const char *word)
{
	struct markdown_finding *finding = arena_object(making->arena, sizeof(*finding));
	const char *copy = arena_copy(making->arena, word, strlen(word));

	if (!finding || !copy) {
		making->failed = true;
		return;
	}
	*finding = (struct markdown_finding){making->to->findings, problem, copy};
	making->to->findings = finding;
}

static void close_span(struct making *making)
{
	struct markdown_span *span;

	if (making->plain->n == making->start)
		return;
	span = vec_add(&making->to->spans, sizeof(*span));
	if (span)
		*span = (struct markdown_span){making->kind, (uint32_t)making->start,
					       (uint32_t)(making->plain->n - making->start),
					       making->url};
	making->start = making->plain->n;
}

static uint32_t kind_now(const struct making *making)
{
	if (making->images)
		return MR_SPAN_TEXT;
	if (making->strong)
		return making->emphasis ? MR_SPAN_STRONG_EMPHASIS : MR_SPAN_STRONG;
	return making->emphasis ? MR_SPAN_EMPHASIS : MR_SPAN_TEXT;
}

static void open_span(struct making *making, uint32_t kind)
{
	if (making->kind == kind && making->url == making->link && kind != MR_SPAN_BREAK)
		return;
	close_span(making);
	making->kind = kind;
	making->url = making->link;
}

static bool ends_in_space(const struct making *making)
{
	return making->plain->n == 0 ||
	       markdown_scan_is_space(making->plain->at[making->plain->n - 1]);
}

/* The space before a break or the end, which would stand at the end of a line. */
static void drop_last_space(struct making *making)
{
	if (making->plain->n > making->start && making->plain->at[making->plain->n - 1] == ' ' &&
	    making->kind != MR_SPAN_CODE)
		making->plain->at[--making->plain->n] = '\0';
}

static void put_break(struct making *making)
{
	drop_last_space(making);
	if (making->plain->n == 0)
		return;
	open_span(making, MR_SPAN_BREAK);
	buf_put_byte(making->plain, '\n');
}

/* How many bytes from `at` on are words and single spaces between them. */
static size_t run_length(const char *at)
{
	const char *end = at;

	for (; *end && *end != BREAK_BACKSLASH; end++) { /* BREAK_SPACES stands behind two spaces */
		if (markdown_scan_is_space(*end) && (*end != ' ' || markdown_scan_is_space(end[1])))
			break;
	}
	return (size_t)(end - at);
}

static void put_run(struct making *making, const char *words, size_t n)
{
	open_span(making, kind_now(making));
	buf_put(making->plain, words, n);
}

static void put_words_of(struct making *making, const char *words)
{
	size_t n;

	while (*words) {
		if (*words == BREAK_SPACES || *words == BREAK_BACKSLASH) {
			put_break(making);
			words++;
		} else if (markdown_scan_is_space(*words)) {
			if (!ends_in_space(making))
				put_run(making, " ", 1);
			words++;
		} else {
			n = run_length(words);
			put_run(making, words, n);
			words += n;
		}
	}
}

static void put_code(struct making *making, const char *code)
{
	char byte;

	open_span(making, making->images ? MR_SPAN_TEXT : MR_SPAN_CODE);
	for (; *code; code++) {
		/* What put_line() put in goes, and a backslash returns to where it stood. */
		if (*code == BREAK_SPACES ||
		    (*code == ' ' && (code[1] == BREAK_SPACES || code[1] == BREAK_BACKSLASH)))
			continue;
		byte = *code == BREAK_BACKSLASH ? '\\' : *code;
		if (markdown_scan_is_space(byte))
			byte = ' ';
		buf_put_byte(making->plain, byte);
	}
}

/* The lead is the head of the first text node, which may hold a part of it only. */
static const char *skip_lead(struct making *making, const char *words)
{
	if (making->past_lead)
		return words;
	making->past_lead = true;
	return words + (words[0] != '\0');
}

static void begin_link(struct making *making, cmark_node *node)
{
	const char *url = cmark_node_get_url(node), *title = cmark_node_get_title(node);

	if (making->images)
		return;
	if (title && title[0])
		find(making, MARKDOWN_TITLE, title);
	if (!url || !url[0])
		return;
	if (!shape_is_url(url)) {
		find(making, MARKDOWN_LINK_REFUSED, url);
		return;
	}
	making->link = arena_copy(making->arena, url, strlen(url));
	making->link_start = making->plain->n;
	if (!making->link) {
		making->failed = true;
		making->link = "";
	}
}

static void end_link(struct making *making)
{
	if (making->images)
		return;
	if (making->link[0] && making->plain->n == making->link_start)
		put_words_of(making, making->link);
	making->link = "";
}

static void begin_image(struct making *making, cmark_node *node)
{
	const char *url = cmark_node_get_url(node);

	if (making->images++ == 0)
		find(making, MARKDOWN_IMAGE, url);
}

static void visit(struct making *making, cmark_node *node, bool entering)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		put_words_of(making, skip_lead(making, cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_HTML_INLINE: put_words_of(making, cmark_node_get_literal(node)); break;
	case CMARK_NODE_CODE: put_code(making, cmark_node_get_literal(node)); break;
	case CMARK_NODE_EMPH: making->emphasis += entering ? 1u : -1u; break;
	case CMARK_NODE_STRONG: making->strong += entering ? 1u : -1u; break;
	case CMARK_NODE_IMAGE:
		if (entering)
			begin_image(making, node);
		else
			making->images--;
		break;
	case CMARK_NODE_LINK:
		if (entering)
			begin_link(making, node);
		else
			end_link(making);
		break;
	default: break; /* the document and its one paragraph, which is one line */
	}
}

static void walk(struct making *making, cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		visit(making, cmark_iter_get_node(iter), event == CMARK_EVENT_ENTER);
}

/*
 * The code point of a numeric entity at `at`, of four bytes at least, 0 for none.  cmark turns &#0; and what is out of range
 * into U+FFFD, so those are no control characters.
 */
static uint32_t entity_at(const char *at, const char *end, const char **out_end)
{
	uint32_t value = 0;
	unsigned base = 10, n = 0, digit;

	at += 2;
	if (*at == 'x' || *at == 'X') {
		base = 16;
		at++;
	}
	for (; at < end && n < 8; at++, n++) {
		if (*at >= '0' && *at <= '9')
			digit = (unsigned)(*at - '0');
		else if (base == 16 && (*at | 32) >= 'a' && (*at | 32) <= 'f')
			digit = (unsigned)((*at | 32) - 'a' + 10);
		else
			break;
		value = value * base + digit;
	}
	*out_end = at + 1;
	return at < end && *at == ';' && n ? value : 0;
}

static void find_control_entities(struct making *making, const char *source, size_t n)
{
	const char *at = source, *end = source + n, *entity_end;
	char word[16] = {0};
	uint32_t code_point;

	while ((at = memchr(at, '&', (size_t)(end - at))) != NULL && end - at > 3) {
		if (at[1] != '#') {
			at++;
			continue;
		}
		code_point = entity_at(at, end, &entity_end);
		if (code_point && code_point <= 0x10ffff && utf8_is_control(code_point)) {
			memcpy(word, at, (size_t)(entity_end - at));
			word[entity_end - at] = '\0';
			find(making, MARKDOWN_CONTROL, word);
		}
		at++;
	}
}

/*
 * One line for cmark: line ends become spaces or, where they are hard breaks (CommonMark 0.30, 6.7),
 * the control characters of ours.
 */
static void put_line(struct buf *out, const char *source, size_t n)
{
	const char *at = source, *end = source + n, *line_end;
	size_t spaces, slashes;

	buf_put(out, lead, sizeof(lead) - 1);
	for (; (line_end = memchr(at, '\n', (size_t)(end - at))) != NULL; at = line_end + 1) {
		for (spaces = 0; line_end - spaces > at && line_end[-1 - (long)spaces] == ' ';)
			spaces++;
		for (slashes = 0; line_end - slashes > at && line_end[-1 - (long)slashes] == '\\';)
			slashes++;
		buf_put(out, at, (size_t)(line_end - at) - slashes % 2);
		buf_put_byte(out, ' ');
		if (spaces >= 2 || slashes % 2) {
			buf_put_byte(out, spaces >= 2 ? BREAK_SPACES : BREAK_BACKSLASH);
			buf_put_byte(out, ' ');
		}
	}
	buf_put(out, at, (size_t)(end - at));
	buf_put_byte(out, '\n');
}

/* In a function of its own, so that nothing that longjmp() leaves undefined is looked at. */
static void parse_and_walk(struct making *making, const struct buf *line)
{
	cmark_mem memory = {lend, lend_more, keep_lent};
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);

	cmark_parser_feed(parser, line->at, line->n);
	walk(making, cmark_parser_finish(parser));
}

static void parse(struct making *making, const char *source, size_t n)
{
	struct markdown *markdown = making->to;
	struct lender here = {.arena = &markdown->lent};

	buf_clear(&markdown->line);
	put_line(&markdown->line, source, n);
	making->failed = making->failed || markdown->line.failed;
	if (making->failed)
		return;
	lender = &here;
	if (setjmp(here.refused) == 0)
		parse_and_walk(making, &markdown->line);
	else
		making->failed = true;
	lender = NULL;
	arena_rewind(&markdown->lent);
}

/* ---- the parser */

void markdown_init(struct markdown *markdown)
{
	memset(markdown, 0, sizeof(*markdown));
}

void markdown_release(struct markdown *markdown)
{
	vec_release(&markdown->spans);
	buf_release(&markdown->plain);
	buf_release(&markdown->line);
	arena_release(&markdown->lent);
}

int markdown_parse(struct markdown *markdown, struct arena *arena, const char *source, size_t n)
{
	struct making making = {
		.to = markdown, .arena = arena, .plain = &markdown->plain, .url = "", .link = ""};

	markdown->findings = NULL;
	vec_clear(&markdown->spans);
	buf_clear(&markdown->plain);
	find_control_entities(&making, source, n);
	parse(&making, source, n);
	if (!making.failed) {
		drop_last_space(&making);
		close_span(&making);
	}
	return making.failed || markdown->spans.failed || markdown->plain.failed ? -1 : 0;
}
