/* SPDX-License-Identifier: MIT */
#include "run/spelling.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/strset.h"

extern char **environ;

enum {
	LETTERS_MIN = 8,
	LETTERS_MAX = 60,
	ASKED_MAX = 400, /* their lines fit into a pipe, so that writing them waits for nobody */
	ANSWER_MAX = 1024 * 1024,
	PATIENCE_MS = 10000
};

struct seen {
	uint32_t n;
	const char *word; /* as it stands in the dataset, which outlives this */
	size_t n_word;
	struct place place;
};

struct spelling {
	struct strset words; /* in lower case */
	struct vec seen; /* struct seen, by word */
	bool failed;
};

/* ---- words */

static bool is_letter(char c)
{
	return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* Part of an address, a name of code or a compound: what stands beside such a sign is no word alone. */
static bool glues(char c)
{
	return c != '\0' && (ascii_is_digit(c) || strchr("-_/.@#\\'&", c));
}

static bool has_capital_within(const char *word, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (word[i] >= 'A' && word[i] <= 'Z')
			return true;
	return false;
}

static void see(struct spelling *spelling, const char *word, size_t n, struct place place,
		uint32_t times)
{
	char lower[LETTERS_MAX];
	struct seen *seen;
	uint32_t number;

	if (n < LETTERS_MIN || n >= LETTERS_MAX)
		return;
	for (size_t i = 0; i < n; i++)
		lower[i] = ascii_lower(word[i]);
	number = strset_put(&spelling->words, lower, n);
	seen = number == STRSET_NONE ? NULL : vec_touch(&spelling->seen, number, sizeof(*seen));
	if (!seen) {
		spelling->failed = true;
		return;
	}
	seen->n += times;
	seen->word = word;
	seen->n_word = n;
	seen->place = place;
}

/* `times` more than once: not to be asked about. */
static void see_text(struct spelling *spelling, const char *text, struct place place,
		     uint32_t times)
{
	for (const char *at = text; *at;) {
		const char *word = at;
		bool is_glued = at > text && glues(at[-1]);

		while (is_letter(*at))
			at++;
		if (at > word)
			see(spelling, word, (size_t)(at - word), place,
			    is_glued || glues(*at) || has_capital_within(word, (size_t)(at - word))
				    ? 2
				    : times);
		else
			at++;
	}
}

static void see_all(struct spelling *spelling, const struct dataset *set)
{
	for (uint32_t i = 0; i < set->n_products; i++)
		see_text(spelling, set->products[i].name, set->products[i].place, 2);
	for (uint32_t i = 0; i < set->n_notes; i++)
		see_text(spelling, set->notes[i].text->plain, set->notes[i].place, 1);
	for (uint32_t i = 0; i < set->n_features; i++) {
		see_text(spelling, set->features[i].name->plain, set->features[i].place, 1);
		see_text(spelling, set->features[i].description->plain, set->features[i].place, 1);
	}
	for (size_t i = 0; i < set->cells.n; i++) {
		struct dataset_cell cell = cells_at(&set->cells, i);

		if (cell.text)
			see_text(spelling, cell.text->plain, cell.place, 1);
	}
}

bool spelling_is_near(const char *word, const char *right)
{
	size_t n = strlen(word), n_right = strlen(right), at = 0;

	while (at < n && ascii_lower(word[at]) == ascii_lower(right[at]))
		at++;
	if (at == 0 || at + 1 >= n)
		return false;
	if (n_right == n + 1)
		return strcasecmp(word + at, right + at + 1) == 0;
	return n_right == n && at + 2 < n && ascii_lower(word[at]) == ascii_lower(right[at + 1]) &&
	       ascii_lower(word[at + 1]) == ascii_lower(right[at]) &&
	       strcasecmp(word + at + 2, right + at + 2) == 0;
}

/* ---- the dictionary */

static const char *dictionary_of(const char *language)
{
	static const char *const names[][2] = {{"en", "en_US"}, {"de", "de_DE"}, {"fr", "fr"},
					       {"es", "es_ES"}, {"it", "it_IT"}, {"nl", "nl"},
					       {"pt", "pt_PT"}, {"pl", "pl_PL"}, {"ru", "ru_RU"}};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strncmp(language, names[i][0], 2) == 0)
			return names[i][1];
	return NULL;
}

/* hunspell as ispell -a: it reads `to` and writes `from`; -1 where it is not there. */
static pid_t start(const char *dictionary, int *to, int *from)
{
	char *const words[] = {"hunspell", "-a", "-i", "utf-8", "-d", (char *)(uintptr_t)dictionary,
			       NULL};
	posix_spawn_file_actions_t actions;
	int in[2], out[2];
	pid_t child = -1;

	if (pipe(in) != 0)
		return -1;
	if (pipe(out) != 0) {
		close(in[0]);
		close(in[1]);
		return -1;
	}
	fcntl(in[1], F_SETFD, FD_CLOEXEC);
	fcntl(out[0], F_SETFD, FD_CLOEXEC);
	if (posix_spawn_file_actions_init(&actions) == 0) {
		if (posix_spawn_file_actions_adddup2(&actions, in[0], 0) != 0 ||
		    posix_spawn_file_actions_adddup2(&actions, out[1], 1) != 0 ||
		    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) != 0 ||
		    posix_spawnp(&child, "hunspell", &actions, NULL, words, environ) != 0)
			child = -1;
		posix_spawn_file_actions_destroy(&actions);
	}
	close(in[0]);
	close(out[1]);
	*to = in[1];
	*from = out[0];
	return child;
}

/* All that it answers, as far as it does so in time. */
static void listen_to(int from, struct buf *out)
{
	struct pollfd wait = {.fd = from, .events = POLLIN};
	char piece[4096];
	ssize_t n = 1;
	int is_ready;

	while (out->n < ANSWER_MAX && n != 0) {
		/* what interrupts, the tick of --timeout above all, is no answer and no end of patience */
		is_ready = poll(&wait, 1, PATIENCE_MS);
		n = is_ready > 0 ? read(from, piece, sizeof(piece)) : is_ready;
		if (n < 0 && errno != EINTR)
			return;
		if (n > 0)
			buf_put(out, piece, (size_t)n);
	}
}

static void ask(const char *dictionary, struct buf *questions, struct buf *answers)
{
	int to, from, status;
	pid_t child = start(dictionary, &to, &from);

	if (child < 0)
		return;
	file_write_all(to, buf_text(questions), questions->n);
	close(to);
	listen_to(from, answers);
	close(from);
	kill(child, SIGKILL); /* it has said all, or takes too long */
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
}

/* ---- what is told */

/* "& Connction 3 1: Connection, Connect ion": the word, and what is near it. */
static void take_answer(struct spelling *spelling, char *line, struct doubts *doubts)
{
	char *word = line + 2, *near = strchr(line, ':'), *end = strchr(word, ' '), *next;
	char lower[LETTERS_MAX], shown[DIAG_WORD];
	const struct seen *seen;
	uint32_t number;
	size_t n;

	if (!near || !end || (n = (size_t)(end - word)) >= sizeof(lower))
		return;
	*end = '\0';
	for (size_t i = 0; i <= n; i++)
		lower[i] = ascii_lower(word[i]);
	number = strset_find(&spelling->words, lower, n);
	for (near++; number != STRSET_NONE && *near; near = next) {
		near += strspn(near, " ");
		n = strcspn(near, ",");
		next = near + n + (near[n] == ',');
		near[n] = '\0';
		if (strpbrk(near, " -'") || !spelling_is_near(word, near))
			continue;
		seen = VEC_AT(struct seen, spelling->seen, number);
		doubts_note(doubts, DOUBT_WORD, seen->place, NULL,
			    "'%s' is in no dictionary, and stands once: '%s' is a letter away",
			    diag_word_of(shown, seen->word, seen->n_word), near);
		return;
	}
}

static void take_answers(struct spelling *spelling, struct buf *answers, struct doubts *doubts)
{
	char *at = answers->failed || answers->n == 0 ? NULL : answers->at;

	if (at)
		buf_text(answers);
	while (at && *at) {
		char *feed = strchr(at, '\n');

		if (feed)
			*feed = '\0';
		if (strncmp(at, "& ", 2) == 0)
			take_answer(spelling, at, doubts);
		at = feed ? feed + 1 : NULL;
	}
}

void spelling_note(const struct dataset *set, struct doubts *doubts)
{
	const char *dictionary = dictionary_of(set->language);
	struct spelling spelling = {.failed = false};
	struct buf questions = BUF_INIT, answers = BUF_INIT;
	uint32_t n_asked = 0;

	strset_init(&spelling.words);
	if (dictionary)
		see_all(&spelling, set);
	/* after a failure there may be a word without its place in `seen` */
	for (uint32_t i = 0; !spelling.failed && i < spelling.words.n && n_asked < ASKED_MAX; i++) {
		if (VEC_AT(struct seen, spelling.seen, i)->n != 1)
			continue;
		buf_printf(&questions, "^%s\n", spelling.words.at[i].at);
		n_asked++;
	}
	if (n_asked > 0 && !questions.failed && !spelling.failed)
		ask(dictionary, &questions, &answers);
	take_answers(&spelling, &answers, doubts);
	doubts->out_of_memory |= spelling.failed || questions.failed || answers.failed;
	strset_release(&spelling.words);
	vec_release(&spelling.seen);
	buf_release(&questions);
	buf_release(&answers);
}
