/* SPDX-License-Identifier: MIT */
/*
 * schema - the words of the format: its keys, its built-in statuses, what they count as, its words for
 * nothing.  Each is written once; names and enums are made of these lists, so none can be forgotten.
 *
 * A load puts the words into its strings first, in this order, so the number of a string that is a
 * word is its enum word.
 */
#ifndef MESHREPORT_CORE_SCHEMA_H
#define MESHREPORT_CORE_SCHEMA_H

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stdint.h>

/* Keys; a set of them and of the words of statuses, of which `partial` is a key as well, fits 64 bits. */
#define SCHEMA_KEYS(KEY)                \
	KEY(MESHREPORT, "meshreport")   \
	KEY(TITLE, "title")             \
	KEY(SUBTITLE, "subtitle")       \
	KEY(LANGUAGE, "language")       \
	KEY(AS_OF, "as_of")             \
	KEY(CREDIT, "credit")           \
	KEY(STATUSES, "statuses")       \
	KEY(NOTES, "notes")             \
	KEY(PRODUCTS, "products")       \
	KEY(CATEGORIES, "categories")   \
	KEY(TEXT, "text")               \
	KEY(URL, "url")                 \
	KEY(LICENSE, "license")         \
	KEY(LABEL, "label")             \
	KEY(LIKE, "like")               \
	KEY(SYMBOL, "symbol")           \
	KEY(ID, "id")                   \
	KEY(NAME, "name")               \
	KEY(LOGO, "logo")               \
	KEY(LIFECYCLE, "lifecycle")     \
	KEY(FORMERLY, "formerly")       \
	KEY(DESCRIPTION, "description") \
	KEY(FEATURES, "features")       \
	KEY(KIND, "kind")               \
	KEY(WEIGHT, "weight")           \
	KEY(VALUES, "values")           \
	KEY(STATUS, "status")           \
	KEY(PARTS, "parts")             \
	KEY(SOURCE, "source")           \
	KEY(VERIFIED, "verified")       \
	KEY(SINCE, "since")             \
	KEY(PROFILES, "profiles")       \
	KEY(REQUIRE, "require")         \
	KEY(WEIGHTS, "weights")         \
	KEY(WITHOUT, "without")         \
	KEY(FEATURE, "feature")         \
	KEY(AT_LEAST, "at-least")

/*
 * Built-in statuses: id, what it counts as, whether that is itself (those are the words of `like`), and the
 * symbol where the dataset names none.
 */
#define SCHEMA_STATUSES(STATUS)                                       \
	STATUS(YES, "yes", MR_LIKE_YES, true, "✓")                    \
	STATUS(NO, "no", MR_LIKE_NO, true, "✗")                       \
	STATUS(PARTIAL, "partial", MR_LIKE_PARTIAL, true, "◐")        \
	STATUS(PREVIEW, "preview", MR_LIKE_PARTIAL, false, "◔")       \
	STATUS(DEPRECATED, "deprecated", MR_LIKE_PARTIAL, false, "◑") \
	STATUS(PLANNED, "planned", MR_LIKE_NO, false, "○")            \
	STATUS(NA, "na", MR_LIKE_NA, true, "–")                       \
	STATUS(UNKNOWN, "unknown", MR_LIKE_UNKNOWN, true, "?")

#define SCHEMA_KEY_ENUM(name, word) WORD_##name,
#define SCHEMA_STATUS_ENUM(name, word, like, is_like, symbol) WORD_##name,
#define SCHEMA_BUILTIN_ENUM(name, word, like, is_like, symbol) DATASET_##name,

enum word {
	SCHEMA_KEYS(SCHEMA_KEY_ENUM) N_KEY_WORDS,
	BEFORE_STATUS_WORDS = N_KEY_WORDS - 1, /* so that the statuses go on where keys end */
	SCHEMA_STATUSES(SCHEMA_STATUS_ENUM) N_WORDS
};

/* The built-in statuses stand first in dataset.statuses, in this order. */
enum dataset_builtin { SCHEMA_STATUSES(SCHEMA_BUILTIN_ENUM) DATASET_N_BUILTINS };

/* A set of keys. */
#define SCHEMA_BIT(word) (UINT64_C(1) << (word))

/* The text of a word. */
const char *schema_word(enum word word);

struct schema_builtin {
	const char *id;
	enum mr_like like;
	bool is_like; /* counts as itself and as nothing else */
	const char *symbol; /* where the dataset names none */
};

const struct schema_builtin *schema_builtin(enum dataset_builtin status);

/* The built-in status that stands for all that count like it. */
enum dataset_builtin schema_of_like(enum mr_like like);

/* What a word of `like` means; false for any other word. */
bool schema_like(const char *word, enum mr_like *out);

/* The nearest word of `like`, for messages; null for none. */
const char *schema_nearest_like(const char *word);

/* Whether an unquoted scalar is one of YAML's words for nothing; "" is not among them. */
bool schema_is_null(const char *text);

#endif
