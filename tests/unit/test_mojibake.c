/* SPDX-License-Identifier: MIT */
/* UTF-8 that someone read as something else and saved: what is turned back, and what is sound. */
#include "words/mojibake.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void broken_letters_are_put_right_and_sound_ones_stay(void **state)
{
	static const char windows[] = "Windows-1252 or Latin-1", mac[] = "Mac Roman";
	static const struct {
		const char *text, *encoding, *repaired; /* null: sound */
	} cases[] = {
		{"CafÃ©", windows, "Café"},
		{"Ã©Ã©Ã©", windows, "ééé"},
		{"âœ… yes", windows, "✅ yes"},
		{"ðŸŸ¢", windows, "🟢"},
		{"â€“ näÃ¯ve", windows, "– näïve"},
		{"m√¶sh", mac, "mæsh"},
		{"‚úÖ", mac, "✅"},
		{"Café", NULL, NULL},
		{"Ærø", NULL, NULL},
		{"✅ 支持", NULL, NULL},
		{"plain", NULL, NULL},
		{"", NULL, NULL},
		/* a control character is no letter that anybody wrote */
		{"\xc3\x82\xc2\x85", NULL, NULL},
		{"Ã", NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf out = BUF_INIT;
		const char *encoding;

		buf_put_text(&out, "> ");
		encoding = mojibake_repair(&out, cases[i].text, strlen(cases[i].text));
		assert_int_equal(encoding != NULL, cases[i].encoding != NULL);
		if (encoding)
			assert_string_equal(encoding, cases[i].encoding);
		assert_memory_equal(buf_text(&out), "> ", 2);
		assert_string_equal(buf_text(&out) + 2, encoding ? cases[i].repaired : "");
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(broken_letters_are_put_right_and_sound_ones_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
