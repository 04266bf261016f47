/* SPDX-License-Identifier: MIT */
#include "words/legend_words.h"

#include "data/folded.h"

#include <string.h>

/* A phrase anywhere in the words, in this order: the first that is found decides. */
static const struct {
	const char *phrase; /* folded; with a space before and behind: whole words */
	enum meaning meaning;
} phrases[] = {
	{" not applicable ", MEANING_NA},
	{" does not apply ", MEANING_NA},
	{" n/a ", MEANING_NA},
	{" irrelevant ", MEANING_NA},
	{" not known ", MEANING_UNKNOWN},
	{" unknown ", MEANING_UNKNOWN},
	{" unclear ", MEANING_UNKNOWN},
	{" not tested ", MEANING_UNKNOWN},
	{" untested ", MEANING_UNKNOWN},
	{" no data ", MEANING_UNKNOWN},
	{" no information ", MEANING_UNKNOWN},
	{" not planned ", MEANING_NO},
	{" no plans ", MEANING_NO},
	{" not supported ", MEANING_NO},
	{" unsupported ", MEANING_NO},
	{" not available ", MEANING_NO},
	{" unavailable ", MEANING_NO},
	{" not implemented ", MEANING_NO},
	{" not possible ", MEANING_NO},
	{" not present ", MEANING_NO},
	{" missing ", MEANING_NO},
	{" no support ", MEANING_NO},
	{" lacks ", MEANING_NO},
	{" cannot ", MEANING_NO},
	{" planned ", MEANING_PLANNED},
	{" roadmap ", MEANING_PLANNED},
	{" coming soon ", MEANING_PLANNED},
	{" upcoming ", MEANING_PLANNED},
	{" deprecated ", MEANING_DEPRECATED},
	{" obsolete ", MEANING_DEPRECATED},
	{" work in progress ", MEANING_PREVIEW},
	{" work-in-progress ", MEANING_PREVIEW},
	{" wip ", MEANING_PREVIEW},
	{" in progress ", MEANING_PREVIEW},
	{" experimental ", MEANING_PREVIEW},
	{" in development ", MEANING_PREVIEW},
	{" under development ", MEANING_PREVIEW},
	{" beta ", MEANING_PREVIEW},
	{" alpha ", MEANING_PREVIEW},
	{" preview ", MEANING_PREVIEW},
	{" partial ", MEANING_PARTIAL},
	{" partially ", MEANING_PARTIAL},
	{" partly ", MEANING_PARTIAL},
	{" limited ", MEANING_PARTIAL},
	{" limitations ", MEANING_PARTIAL},
	{" mostly ", MEANING_PARTIAL},
	{" workaround ", MEANING_PARTIAL},
	{" incomplete ", MEANING_PARTIAL},
	{" unofficial ", MEANING_PARTIAL},
	{" restrictions ", MEANING_PARTIAL},
	{" to some extent ", MEANING_PARTIAL},
	{" some ", MEANING_PARTIAL},
	{" plugin ", MEANING_PARTIAL},
	{" add-on ", MEANING_PARTIAL},
	{" third-party ", MEANING_PARTIAL},
	{" 3rd-party ", MEANING_PARTIAL},
	{" third party ", MEANING_PARTIAL},
	{" 3rd party ", MEANING_PARTIAL},
	{" supported ", MEANING_YES},
	{" supports ", MEANING_YES},
	{" support ", MEANING_YES},
	{" available ", MEANING_YES},
	{" implemented ", MEANING_YES},
	{" built-in ", MEANING_YES},
	{" included ", MEANING_YES},
	{" complete ", MEANING_YES},
	{" works ", MEANING_YES},
	{" enabled ", MEANING_YES},
	{" present ", MEANING_YES},
	{" yes ", MEANING_YES},
	{" passed ", MEANING_YES},
	{" stable ", MEANING_YES},
};

/* Words that take something back from a yes. */
static const char *const reservations[] = {" but ",   " only ",   " requires ", " require ",
					   " needs ", " except ", " custom ",   " manual "};

/* The words with one space at each end and every sign of punctuation a space, but for those within words. */
static void put_spaced(struct buf *out, const char *folded)
{
	buf_put_byte(out, ' ');
	for (; *folded; folded++) {
		if (strchr(",;.:()[]\"'", *folded))
			buf_put_byte(out, ' ');
		else
			buf_put_byte(out, *folded);
	}
	buf_put_byte(out, ' ');
}

enum meaning legend_words_meaning(struct vocabulary *vocabulary, const char *words, size_t n)
{
	struct vocabulary_hit hit = vocabulary_find(vocabulary, words, n);
	struct buf folded = BUF_INIT, spaced = BUF_INIT;
	enum meaning meaning = MEANING_NONE;
	const char *text;
	size_t length;

	if (hit.status < MEANING_N)
		return (enum meaning)hit.status;
	put_spaced(&spaced, folded_in(&folded, words, n));
	text = buf_text(&spaced);
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (strstr(text, phrases[i].phrase)) {
			meaning = phrases[i].meaning;
			break;
		}
	}
	/* "Not officially supported or documented" */
	if (meaning_like(meaning) != MEANING_NA && meaning != MEANING_UNKNOWN &&
	    (strncmp(text, " not ", 5) == 0 || strncmp(text, " no ", 4) == 0 ||
	     strstr(text, " is not ")))
		meaning = MEANING_NO;
	for (size_t i = 0;
	     meaning == MEANING_YES && i < sizeof(reservations) / sizeof(reservations[0]); i++) {
		if (strstr(text, reservations[i]))
			meaning = MEANING_PARTIAL;
	}
	if (meaning == MEANING_NONE) {
		hit = vocabulary_begin(vocabulary, words, n, &length);
		if (hit.status < MEANING_N && hit.use != MEANING_ALONE)
			meaning = (enum meaning)hit.status;
	}
	vocabulary->failed = vocabulary->failed || folded.failed || spaced.failed;
	buf_release(&folded);
	buf_release(&spaced);
	return meaning;
}
