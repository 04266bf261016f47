/* SPDX-License-Identifier: MIT */
/* What one cell says: each way to part a status from its words, and what is no answer. */
#include "answer_help.h"

#include <stdlib.h>

#define EXPECT(help, cases) answer_help_expect(help, cases, sizeof(cases) / sizeof(*(cases)))

static void a_word_and_what_parts_it_from_its_own_words(void **state)
{
	static const struct answer_case cases[] = {
		{"yes,", "yes \"yes,\""},
		{"yes, via Vault", "yes \"yes, via Vault\""},
		{"yes; via Vault", "yes \"yes; via Vault\""},
		{"yes / via Vault", "yes \"yes / via Vault\""},
		{"yes \\| via Vault", "yes \"yes | via Vault\""},
		{"yes & more", "yes \"yes & more\""},
		{"yes + more", "yes \"yes + more\""},
		{"yes<br>via Vault", "yes \"yes\nvia Vault\""},
		{"yes (via Vault)", "yes \"yes (via Vault)\""},
		{"yes [via Vault]", "yes \"yes [via Vault]\""},
		{"yes {via Vault}", "yes \"yes {via Vault}\""},
		{"yes【via Vault】", "yes \"yes【via Vault】\""},
		{"yes - via Vault", "yes \"yes - via Vault\""},
		{"yes – via Vault", "yes \"yes – via Vault\""},
		{"yes: via Vault", "yes \"yes: via Vault\""},
		{"yes! really", "yes \"yes! really\""},
		{"yes. With care", "yes \"yes. With care\""},
		{"yes … with care", "yes \"yes … with care\""},
		/* names, and sentences */
		{"no.1", "\"no.1\" ?begins:no"},
		{"yes.com", "\"yes.com\" ?begins:yes"},
		{"yes-no", "\"yes-no\" ?begins:yes"},
		{"yes -x", "\"yes -x\" ?begins:yes"},
		{"yes…", "\"yes…\" ?begins:yes"},
		{"yes«via Vault»", "\"yes«via Vault»\" ?begins:yes"},
		{"yes»", "\"yes»\" ?begins:yes"},
		{"no°1", "\"no°1\" ?begins:no"},
		{"no'x", "\"no'x\""},
		{"no limits", "\"no limits\" ?begins:no"},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

static void a_second_answer_in_the_cell(void **state)
{
	static const struct answer_case cases[] = {
		{"yes, no", "\"yes, no\" ?two"},
		{"yes<br>no", "\"yes\nno\" ?two"},
		{"yes/yes/no", "\"yes/yes/no\" ?two"},
		{"yes/no/yes", "\"yes/no/yes\" ?two"},
		{"yes / yes / yes", "yes \"yes / yes / yes\""},
		{"yes<br>![](a.png)<br>no", "\"yes\n\nno\" ?two"},
		{"yes / yes via Vault", "yes \"yes / yes via Vault\""},
		{"yes, no: for TCP", "\"yes, no: for TCP\" ?two"},
		{"yes, no (TCP)", "\"yes, no (TCP)\" ?two"},
		{"yes, no...", "\"yes, no...\" ?two"},
		{"yes, not for TCP", "yes \"yes, not for TCP\""},
		{"yes, no limits", "yes \"yes, no limits\""},
		{"yes, supported: by Vault", "yes \"yes, supported: by Vault\""},
		{"yes, true: by Vault", "yes \"yes, true: by Vault\""},
		{"yes, false: by Vault", "yes \"yes, false: by Vault\""},
		{"yes, ✅ for TCP", "yes \"yes, ✅ for TCP\""},
		{"yes, ❌ for TCP", "\"yes, ❌ for TCP\" ?two"},
		{"yes (❌ for TCP)", "\"yes (❌ for TCP)\" ?two"},
		{"yes (→ Vault)", "yes \"yes (→ Vault)\""},
		{"yes (☐ TCP)", "yes \"yes (☐ TCP)\""},
		{"✅ ✅", "yes \"✅ ✅\""},
		{"✅ ❌", "\"✅ ❌\" ?two"},
		{"✅/✅", "yes \"✅/✅\""},
		{"✅❌", "\"✅❌\" ?two"},
		{"✅ / ❌ (half)", "\"✅ / ❌ (half)\" ?two"},
		{"no / via Vault", "no \"no / via Vault\""},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

static void a_sign_and_the_words_around_it(void **state)
{
	static const struct answer_case cases[] = {
		{"✅", "yes"},
		{"✅,", "yes"},
		{"✅ via Vault", "yes \"via Vault\""},
		{"✅ (via Vault)", "yes \"(via Vault)\""},
		{"✅ [via Vault]", "yes \"[via Vault]\""},
		{"✅ - via Vault", "yes \"via Vault\""},
		{"✅: via Vault", "yes \"via Vault\""},
		{"✅, via Vault", "yes \"via Vault\""},
		{"✅ yes", "yes=yes"},
		{"✅ supported", "yes=supported"},
		{"✅ no", "\"✅ no\" ?two"},
		{"🔶 yes", "yes=yes"},
		{"🔶 no", "no=no"},
		{"🔶 no: by hand", "partial \"no: by hand\""},
		{"✅ no, not really", "\"✅ no, not really\" ?two"},
		{"✅ yes, via Vault", "yes \"yes, via Vault\""},
		{"✅ beta (0.9)", "yes \"beta (0.9)\""},
		{"✅ but ❌ for TCP", "\"✅ but ❌ for TCP\" ?two"},
		{"✅ Timeout, ❌ Retry", "(Timeout yes, Retry no) ?two"},
		{"via Vault ✅", "yes \"via Vault\""},
		{"yes ✅", "yes=yes"},
		{"supported ✔️", "yes=supported"},
		{"no ✅", "\"no ✅\" ?begins:no"},
		{"Vault ❌ or Consul ✅", "\"Vault ❌ or Consul ✅\" ?two"},
		{"Vault ✔ or Consul ✅", "yes \"Vault ✔ or Consul\""},
		{"Vault →", "\"Vault →\""},
		{"Vault ☐", "\"Vault ☐\""},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

static void weak_words_and_words_that_stand_alone(void **state)
{
	static const struct answer_case cases[] = {
		{"beta", "preview=beta"},
		{"beta (0.9)", "preview \"beta (0.9)\""},
		{"beta - 0.9", "preview \"beta - 0.9\""},
		{"beta<br>since 0.9", "preview \"beta\nsince 0.9\""},
		{"beta, since 0.9", "\"beta, since 0.9\""},
		{"y", "yes"},
		{"y (since 0.9)", "\"y (since 0.9)\""},
		{"full", "yes=full"},
		{"fail", "no=fail"},
		{"tbd", "unknown=tbd"},
		{"todo", "planned=todo"},
		{"true", "yes ?true"},
		{"FALSE", "no ?true"},
		{"true, since 0.9", "\"true, since 0.9\""},
		{"(yes)", "partial \"(yes)\" ?brackets"},
		{"(no)", "no \"(no)\" ?brackets"},
		{"(beta)", "preview \"(beta)\" ?brackets"},
		{"(Vault)", "\"(Vault)\""},
		{"(yes", "\"(yes\""},
		{"()", "\"()\""},
		{"x", "\"x\" ?sign"},
		{"*", "\"*\" ?sign"},
		{"⚪", "\"⚪\" ?sign"},
		{"√", "\"√\" ?sign"},
		{"", "unknown"},
		{"&nbsp;", "unknown"},
		{"\u200b\ufeff", "unknown"},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

static void names_with_answers_are_parts(void **state)
{
	static const struct answer_case cases[] = {
		{"Timeout yes, Retry no", "(Timeout yes, Retry no) ?two"},
		{"Timeout: yes; Retry: no", "(Timeout yes, Retry no) ?two"},
		{"Timeout = yes<br>Retry - no", "(Timeout yes, Retry no) ?two"},
		{"Timeout yes \\| Retry not supported", "(Timeout yes, Retry no) ?two"},
		{"Timeout supported, Retry not yet supported", "(Timeout yes, Retry no) ?two"},
		{"délai oui, réessai non pris en charge", "(délai yes, réessai no) ?two"},
		{"Timeout ✅, Retry ❌", "(Timeout yes, Retry no) ?two"},
		{"✅ Timeout, ❌ Retry", "(Timeout yes, Retry no) ?two"},
		{"Timeout ✅ yes, Retry ❌ no", "(Timeout yes, Retry no) ?two"},
		{"Timeout ❌ yes, Retry ✅ no", "\"Timeout ❌ yes, Retry ✅ no\""},
		{"Timeout → yes, Retry no", "(Timeout → yes, Retry no) ?two"},
		{"✅Timeout, ❌Retry", "(Timeout yes, Retry no) ?two"},
		{"Timeout (TCP, UDP) yes, Retry [a;b] no",
		 "(Timeout (TCP, UDP) yes, Retry [a;b] no) ?two"},
		{"Timeout (TCP yes, Retry no", "\"Timeout (TCP yes, Retry no\""},
		{"Timeout) yes, Retry no", "(Timeout) yes, Retry no) ?two"},
		/* no name, no answer, or one alone */
		{"Timeout yes", "\"Timeout yes\""},
		{"Timeout yes, Retry", "\"Timeout yes, Retry\""},
		{"Timeout yes, Retry not fully supported",
		 "\"Timeout yes, Retry not fully supported\""},
		{"Timeout yes, no supported", "\"Timeout yes, no supported\""},
		{"Timeout yes, Retry beta", "\"Timeout yes, Retry beta\""},
		{"Timeout yes, - no", "\"Timeout yes, - no\""},
		{"Timeout yes, ❌", "no \"Timeout yes,\""},
		{"Timeout yes, no", "\"Timeout yes, no\""},
		{"Timeout yes,, Retry no", "\"Timeout yes,, Retry no\""},
		{"Timeout yes, a name that is far too long to be the name of one of the parts of any cell at all no",
		 "\"Timeout yes, a name that is far too long to be the name of one of the parts of any cell at all no\""},
		{"a yes, b no, c yes, d no, e yes, f no, g yes, h no",
		 "(a yes, b no, c yes, d no, e yes, f no, g yes, h no) ?two"},
		{"a yes, b no, c yes, d no, e yes, f no, g yes, h no, i yes",
		 "\"a yes, b no, c yes, d no, e yes, f no, g yes, h no, i yes\""},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

static void words_of_a_map_come_first(void **state)
{
	static const struct answer_case cases[] = {
		{"+", "yes"},
		{"+ (beta)", "\"+ (beta)\""},
		{"✅", "\"✅\""},
		{"✅ for TCP", "\"✅ for TCP\""},
		{"no, ✅ for TCP", "no \"no, ✅ for TCP\""},
		{"via Vault ✅", "\"via Vault ✅\""},
		{"Not Today", "planned=Not Today"},
		{"not today, dear", "planned \"not today, dear\""},
		{"true", "no"},
		{"\u200bVault", "\"\u200bVault\""},
		{"", "no"},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	vocabulary_give(&help.vocabulary, "+", 1, MEANING_YES, VOCABULARY_MAP);
	vocabulary_give(&help.vocabulary, "✅", strlen("✅"), VOCABULARY_TEXT, VOCABULARY_MAP);
	vocabulary_give(&help.vocabulary, "not today", 9, MEANING_PLANNED, VOCABULARY_MAP);
	vocabulary_give(&help.vocabulary, "true", 4, MEANING_NO, VOCABULARY_MAP);
	vocabulary_give(&help.vocabulary, "", 0, MEANING_NO, VOCABULARY_MAP);
	/* a legend says less than the map */
	vocabulary_give(&help.vocabulary, "NOT TODAY", 9, MEANING_YES, VOCABULARY_LEGEND);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

/* As the reader of legends makes it of "✓ yes · ✗ no · ◐ in part · ◐ depends · ⊘ n/a · – not for it". */
static void give_signs(struct vocabulary *vocabulary)
{
	static const char half[] = "◐";
	uint32_t depends = vocabulary_status(vocabulary, MEANING_PARTIAL, "depends", "depends",
					     half, (struct place){1, 1});

	vocabulary_at(vocabulary, MEANING_YES)->symbol = "✓";
	vocabulary_at(vocabulary, MEANING_YES)->label = "yes";
	vocabulary_at(vocabulary, MEANING_NO)->symbol = "✗";
	vocabulary_at(vocabulary, MEANING_NO)->label = "not here";
	vocabulary_at(vocabulary, MEANING_PARTIAL)->symbol = half;
	vocabulary_at(vocabulary, MEANING_PARTIAL)->label = "in part";
	vocabulary_give_sign(vocabulary, "✓", strlen("✓"), MEANING_YES);
	vocabulary_give_sign(vocabulary, "✗", strlen("✗"), MEANING_NO);
	vocabulary_give_sign(vocabulary, half, strlen(half), MEANING_PARTIAL);
	vocabulary_give_sign(vocabulary, "–", strlen("–"), MEANING_NA);
	vocabulary_give(vocabulary, "depends", 7, depends, VOCABULARY_MAP);
	vocabulary_give(vocabulary, "not here", 8, MEANING_NO, VOCABULARY_MAP);
	vocabulary_give(vocabulary, "later", 5, VOCABULARY_TEXT, VOCABULARY_MAP);
	vocabulary_give(vocabulary, "☂", strlen("☂"), MEANING_PREVIEW, VOCABULARY_MAP);
}

static void a_sign_of_the_legend_decides_whatever_follows(void **state)
{
	static const struct answer_case cases[] = {
		{"✓", "yes"},
		{"✓ yes", "yes"},
		{"✓ *yes*", "yes \"yes\""},
		{"✓ [yes](https://e.org)", "yes \"yes\""},
		{"✓ no, but", "yes \"no, but\""},
		{"✓️ by hand", "yes \"by hand\""},
		{"– na", "na"},
		{"– does not apply", "na \"does not apply\""},
		{"◐ in part", "partial"},
		{"◐ depends", "depends"},
		{"✓ depends", "yes \"depends\""},
		{"✓ not here", "yes \"not here\""},
		{"✓ later", "yes \"later\""},
		{"✓ and ✓ again", "yes \"and ✓ again\""},
		{"✓ → Vault", "yes \"→ Vault\""},
		{"✓ ☂ Vault", "yes \"☂ Vault\""},
		/* two answers, and signs that are none of it */
		{"✓ ✗", "\"✓ ✗\" ?two"},
		{"✓ but ✗ for TCP", "\"✓ but ✗ for TCP\" ?two"},
		{"✓by hand", "yes \"by hand\""},
		{"✅ by hand", "yes \"by hand\""},
		{"☂ by hand", "preview \"by hand\""},
		{"Vault", "\"Vault\""},
		{"", "unknown"},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	give_signs(&help.vocabulary);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

static void parts_have_a_sign_of_the_legend_each(void **state)
{
	static const struct answer_case cases[] = {
		{"Timeout ✓ yes, Retry ✗ not yet", "(Timeout yes, Retry no \"not yet\")"},
		{"Timeout ✓, Retry ✗", "(Timeout yes, Retry no)"},
		{"Timeout ◐ depends, Retry ✗ not here", "(Timeout depends, Retry no)"},
		{"Timeout ✓ by hand, by foot, Retry ✗ a,bc",
		 "(Timeout yes \"by hand, by foot\", Retry no \"a,bc\")"},
		{"Timeout ✓ by hand,Retry, Hedging ✗ a,b",
		 "(Timeout yes \"by hand,Retry\", Hedging no \"a,b\")"},
		{"Timeout – na, Retry ✓ yes", "(Timeout na, Retry yes)"},
		/* no sign, no name, dashes alone */
		{"Timeout – a, Retry – b", "\"Timeout – a, Retry – b\""},
		{"Timeout, Retry ✗ no", "\"Timeout, Retry ✗ no\""},
		{"Timeout ✗ no", "\"Timeout ✗ no\""},
		{"\u200b ✓ a, Retry ✗ b", "\"\u200b ✓ a, Retry ✗ b\" ?two"},
		{"a ✓, b ✗, c ✓, d ✗, e ✓, f ✗, g ✓, h ✗",
		 "(a yes, b no, c yes, d no, e yes, f no, g yes, h no) ?two"},
		{"a ✓ x, b ✗ x, c ✓ x, d ✗ x, e ✓ x, f ✗ x, g ✓ x, h ✗ x, i ✓ x",
		 "\"a ✓ x, b ✗ x, c ✓ x, d ✗ x, e ✓ x, f ✗ x, g ✓ x, h ✗ x, i ✓ x\""},
	};
	struct answer_help help;
	(void)state;

	answer_help_init(&help);
	give_signs(&help.vocabulary);
	EXPECT(&help, cases);
	answer_help_release(&help);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_and_what_parts_it_from_its_own_words),
		cmocka_unit_test(a_second_answer_in_the_cell),
		cmocka_unit_test(a_sign_and_the_words_around_it),
		cmocka_unit_test(weak_words_and_words_that_stand_alone),
		cmocka_unit_test(names_with_answers_are_parts),
		cmocka_unit_test(words_of_a_map_come_first),
		cmocka_unit_test(a_sign_of_the_legend_decides_whatever_follows),
		cmocka_unit_test(parts_have_a_sign_of_the_legend_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
