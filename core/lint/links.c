/* SPDX-License-Identifier: MIT */
#include "lint/links.h"

#include "base/ascii.h"
#include "base/strset.h"
#include "base/vec.h"
#include "lint/visit.h"

#include <stdlib.h>
#include <string.h>

/* ---- the host of an address */

struct host {
	const char *at; /* as written; a port and user are apart */
	size_t n;
	const char *port; /* behind its colon, or null */
	size_t n_port;
	const char *rest; /* path, query, fragment */
};

/* Of an http or https address; false for others. */
static bool find_host(const char *url, struct host *out)
{
	const char *at = ascii_begins(url, "http://")    ? url + 7
			 : ascii_begins(url, "https://") ? url + 8
							 : NULL;
	size_t n = at ? strcspn(at, "/?#") : 0;
	const char *user = at ? memchr(at, '@', n) : NULL, *colon = NULL;

	if (!at)
		return false;
	*out = (struct host){.rest = at + n};
	if (user) {
		n -= (size_t)(user + 1 - at);
		at = user + 1;
	}
	for (size_t i = n; i > 0 && at[i - 1] != ']' && !colon; i--)
		colon = at[i - 1] == ':' ? at + i - 1 : NULL;
	out->at = at;
	out->n = colon ? (size_t)(colon - at) : n;
	out->port = colon ? colon + 1 : NULL;
	out->n_port = colon ? n - out->n - 1 : 0;
	return true;
}

/* Whether the host is `name`, or lies below it. */
static bool is_below(const struct host *host, const char *name)
{
	size_t n = strlen(name), n_host = host->n;

	if (n_host > 0 && host->at[n_host - 1] == '.') /* the root itself */
		n_host--;
	if (n_host < n || (n_host > n && host->at[n_host - n - 1] != '.'))
		return false;
	for (size_t i = 0; i < n; i++)
		if (ascii_lower(host->at[n_host - n + i]) != name[i])
			return false;
	return true;
}

static bool is_below_any(const struct host *host, const char *const *names)
{
	for (; *names; names++)
		if (is_below(host, *names))
			return true;
	return false;
}

static bool begins(const struct host *host, const char *prefix)
{
	return host->n >= strlen(prefix) && ascii_begins(host->at, prefix);
}

static bool is_digits(const struct host *host)
{
	for (size_t i = 0; i < host->n; i++)
		if (!ascii_is_digit(host->at[i]) && host->at[i] != '.')
			return false;
	return true;
}

/* Names and numbers of one machine or house (RFC 6761, RFC 6762, RFC 1918, RFC 8375). */
static bool is_private(const struct host *host)
{
	static const char *const names[] = {"localhost", "local", "internal", "lan",
					    "home.arpa", "test",  "invalid",  NULL};
	static const char *const numbers[] = {"127.", "10.", "192.168.", "169.254.", "0.0.0.0"};

	if (begins(host, "[::1]") || is_below_any(host, names))
		return true;
	for (size_t i = 0; is_digits(host) && i < sizeof(numbers) / sizeof(*numbers); i++)
		if (begins(host, numbers[i]))
			return true;
	/* 172.16.0.0 to 172.31.255.255 */
	return is_digits(host) && begins(host, "172.") && host->n > 6 && host->at[6] == '.' &&
	       ascii_number(host->at + 4, 2) >= 16 && ascii_number(host->at + 4, 2) <= 31;
}

/* Labels of letters, digits, hyphens and underscores, or of other scripts, with one dot between them. */
static bool is_well_formed(const struct host *host)
{
	size_t n_label = 0;

	for (size_t i = 0; i < host->n; i++) {
		char c = host->at[i], next = i + 1 < host->n ? host->at[i + 1] : '.';

		if (c == '.') {
			if (n_label == 0)
				return false;
			n_label = 0;
			continue;
		}
		if (!ascii_is_alnum(c) && c != '_' && c != '-' && (unsigned char)c < 0x80)
			return false;
		if (c == '-' && (n_label == 0 || next == '.'))
			return false;
		n_label++;
	}
	return host->n > 0;
}

static bool has_good_port(const struct host *host)
{
	long port = 0;

	if (!host->port)
		return true;
	for (size_t i = 0; i < host->n_port && i < 6; i++)
		port = ascii_is_digit(host->port[i]) ? port * 10 + (host->port[i] - '0') : 99999;
	return host->n_port > 0 && host->n_port < 6 && port > 0 && port < 65536;
}

/* What stands at the end of an http or https address that was cut out of a sentence, or cut off. */
static const char *judge_end(const char *url)
{
	size_t n = strlen(url), opened = 0, closed = 0;

	for (const char *at = url; *at; at++) {
		opened += *at == '(';
		closed += *at == ')';
	}
	if (strstr(url, "\xe2\x80\xa6") || strcmp(url + n - 3, "...") == 0)
		return "it is cut off";
	if (strchr(".,;:'\">", url[n - 1]) || (url[n - 1] == ')' && closed > opened))
		return "a mark of the sentence around it stands at its end";
	if (strcmp(url + n - 3, "%20") == 0)
		return "it ends in a space";
	return NULL;
}

static const char *judge_dead(const char *url)
{
	struct host host;

	if (ascii_begins(url, "mailto:"))
		return strchr(url, '@') ? NULL : "there is no @ in it";
	if (!find_host(url, &host))
		return NULL;
	if (is_private(&host))
		return "only the machine or house it was written in has such a host";
	if (host.n > 0 && host.at[0] == '[')
		return has_good_port(&host) ? NULL : "its port is none";
	if (!is_well_formed(&host))
		return "its host is malformed";
	if (!memchr(host.at, '.', host.n))
		return "its host has no dot";
	if (!has_good_port(&host))
		return "its port is none";
	return judge_end(url);
}

static const char *judge_example(const char *url)
{
	static const char *const names[] = {"example", "example.com", "example.org", "example.net",
					    NULL};
	struct host host;

	return find_host(url, &host) && is_below_any(&host, names)
		       ? "such hosts are for examples (RFC 2606)"
		       : NULL;
}

static const char *judge_http(const char *url)
{
	return ascii_begins(url, "http://") && !judge_dead(url) ? "it is not encrypted" : NULL;
}

/* ---- each address once, where it stands first */

struct dead {
	struct finding at;
	const char *url, *why;
	size_t n;
};

struct search {
	const struct lint *lint;
	const char *(*judge)(const char *url);
	struct strset urls; /* numbered as `found` */
	struct vec found; /* struct dead */
};

static void look(void *context, const struct finding *at, const char *url)
{
	struct search *search = context;
	const char *why = search->judge(url);
	uint32_t number;
	struct dead *dead;

	if (!why)
		return;
	number = strset_put(&search->urls, url, strlen(url));
	dead = number < search->found.n ? VEC_AT(struct dead, search->found, number)
					: vec_add(&search->found, sizeof(*dead));
	if (!dead || number == STRSET_NONE) {
		finding_no_memory(search->lint);
		return;
	}
	if (dead->n++ == 0) {
		dead->at = *at;
		dead->url = url;
		dead->why = why;
	}
}

static void report(const struct search *search, const char *hint)
{
	char word[DIAG_WORD];

	for (size_t i = 0; i < search->found.n; i++) {
		const struct dead *dead = VEC_AT(struct dead, search->found, i);

		diag_word(word, dead->url);
		if (dead->n == 1)
			finding_say(search->lint, &dead->at, hint, "the link to '%s': %s", word,
				    dead->why);
		else
			finding_say(search->lint, &dead->at, hint,
				    "the link to '%s', here and at %zu more place%s: %s", word,
				    dead->n - 1, dead->n == 2 ? "" : "s", dead->why);
	}
}

static void find(const struct lint *lint, const char *(*judge)(const char *url), const char *hint)
{
	struct search search = {.lint = lint, .judge = judge};
	const struct visit visit = {.on_url = look, .context = &search};

	strset_init(&search.urls);
	if (visit_urls(lint, &visit) == 0)
		report(&search, hint);
	strset_release(&search.urls);
	vec_release(&search.found);
}

void links_dead(const struct lint *lint)
{
	find(lint, judge_dead, "write the address that a reader's browser can open");
}

void links_example(const struct lint *lint)
{
	find(lint, judge_example, "write the real address");
}

void links_http(const struct lint *lint)
{
	find(lint, judge_http, "most hosts have https://, try it");
}
