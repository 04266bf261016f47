/* SPDX-License-Identifier: MIT */
#include "cli/sarif.h"

#include <string.h>

#include "base/ascii.h"
#include "base/json.h"
#include "lint/rules.h"

/* ---- the tool and its rules */

static void put_message(struct buf *out, const char *key, const char *text)
{
	buf_printf(out, "\"%s\": {", key);
	json_put_member(out, "text", text);
	buf_put_byte(out, '}');
}

static void put_sentence(struct buf *out, const char *key, const char *text)
{
	struct buf sentence = BUF_INIT;

	/* as the table writes it, it stands behind a name and begins with a small letter */
	buf_put_byte(&sentence, (char)(text[0] - 'a' + 'A'));
	buf_printf(&sentence, "%s.", text + 1);
	put_message(out, key, buf_text(&sentence));
	out->failed = out->failed || sentence.failed;
	buf_release(&sentence);
}

static void put_rule(struct buf *out, const struct rule *rule)
{
	buf_put_text(out, "            {");
	json_put_member(out, "id", rule->name);
	buf_put_text(out, ", ");
	put_sentence(out, "shortDescription", rule->cause);
	buf_put_text(out, ", ");
	put_sentence(out, "help", rule->remedy);
	buf_printf(out, ", \"defaultConfiguration\": {\"enabled\": %s, \"level\": \"%s\"}}",
		   rule->when == RULES_ASKED ? "false" : "true",
		   diag_severity_word(rule->severity));
}

static void put_tool(struct buf *out)
{
	static const struct rule invalid = {
		.name = SARIF_RULE,
		.severity = MR_ERROR,
		.cause = "the file cannot be used as it is",
		.remedy = "the message says what belongs there",
	};

	buf_put_text(out, "      \"tool\": {\n        \"driver\": {\n          "
			  "\"name\": \"meshreport\", \"semanticVersion\": \"" MESHREPORT_VERSION
			  "\",\n          \"rules\": [\n");
	for (size_t i = 0; i < rules_count(); i++) {
		put_rule(out, rules_at(i));
		buf_put_text(out, ",\n");
	}
	put_rule(out, &invalid);
	buf_put_text(out, "\n          ]\n        }\n      },\n");
}

/* ---- the files */

/* What is not unreserved (RFC 3986, 2.3) and no slash is encoded, so a colon never makes a scheme. */
static void put_uri(struct buf *out, const char *path)
{
	buf_put_text(out, path[0] == '/' ? "\"uri\": \"file://" : "\"uri\": \"");
	for (; *path; path++) {
		if (ascii_is_alnum(*path) || strchr("-._~/", *path))
			buf_put_byte(out, *path);
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)*path);
	}
	buf_put_byte(out, '"');
}

/* Standard input has no address. */
static void put_location(struct buf *out, const struct verdict *verdict)
{
	if (strcmp(verdict->path, "-") == 0)
		put_message(out, "description", "standard input");
	else
		put_uri(out, verdict->path);
}

static void put_artifacts(struct buf *out, const struct verdict *at, size_t n)
{
	buf_put_text(out, "      \"artifacts\": [");
	for (size_t i = 0; i < n; i++) {
		buf_put_text(out,
			     i > 0 ? ",\n        {\"location\": {" : "\n        {\"location\": {");
		put_location(out, &at[i]);
		buf_put_text(out, "}}");
	}
	buf_put_text(out, "\n      ],\n");
}

/* ---- results */

static void put_region(struct buf *out, const struct diag_message *message)
{
	if (*message->place_name || message->place.line == 0)
		return;
	buf_printf(out, ", \"region\": {\"startLine\": %lu", (unsigned long)message->place.line);
	if (message->place.column > 0)
		buf_printf(out, ", \"startColumn\": %lu", (unsigned long)message->place.column);
	buf_put_byte(out, '}');
}

static void put_locations(struct buf *out, const struct verdict *verdict, size_t index,
			  const struct diag_message *message)
{
	if (!verdict_is_about(verdict, message))
		return;
	buf_put_text(out,
		     ",\n         \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {");
	put_location(out, verdict);
	buf_printf(out, ", \"index\": %zu}", index);
	put_region(out, message);
	buf_put_byte(out, '}');
	if (*message->path) {
		buf_put_text(out, ", \"logicalLocations\": [{");
		json_put_member(out, "fullyQualifiedName", message->path);
		buf_put_text(out, "}]");
	}
	buf_put_text(out, "}]");
}

static void put_words(struct buf *out, const struct verdict *verdict,
		      const struct diag_message *message)
{
	struct diag_message without_path = *message;
	struct buf words = BUF_INIT;

	without_path.path = "";
	if (*message->file && !verdict_is_about(verdict, message))
		buf_printf(&words, "%s: ", message->file);
	if (*message->place_name)
		buf_printf(&words, "%s: ", message->place_name);
	diag_put_words(&words, &without_path);
	put_message(out, "message", buf_text(&words));
	out->failed = out->failed || words.failed;
	buf_release(&words);
}

static void put_result(struct buf *out, const struct verdict *verdict, size_t index,
		       const struct diag_message *message)
{
	size_t rule = rules_find(message->rule);

	buf_put_text(out, "        {");
	json_put_member(out, "ruleId", rule < rules_count() ? message->rule : SARIF_RULE);
	buf_printf(out, ", \"ruleIndex\": %zu, ", rule);
	json_put_member(out, "level", diag_severity_word(message->severity));
	buf_put_text(out, ",\n         ");
	put_words(out, verdict, message);
	put_locations(out, verdict, index, message);
	buf_put_byte(out, '}');
}

void sarif_put(struct buf *out, const struct verdict *at, size_t n)
{
	bool is_first = true;

	buf_put_text(out,
		     "{\n  \"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/"
		     "os/schemas/sarif-schema-2.1.0.json\",\n  \"version\": \"2.1.0\",\n"
		     "  \"runs\": [\n    {\n");
	put_tool(out);
	buf_put_text(out, "      \"invocations\": [{\"executionSuccessful\": true}],\n"
			  "      \"columnKind\": \"unicodeCodePoints\",\n");
	put_artifacts(out, at, n);
	buf_put_text(out, "      \"results\": [");
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < at[i].diag.n; k++) {
			buf_put_text(out, is_first ? "\n" : ",\n");
			put_result(out, &at[i], i, &at[i].diag.messages[k]);
			is_first = false;
		}
	}
	buf_put_text(out, is_first ? "]\n    }\n  ]\n}\n" : "\n      ]\n    }\n  ]\n}\n");
}
