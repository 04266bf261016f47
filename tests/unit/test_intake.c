/* SPDX-License-Identifier: MIT */
/* What a reader hands over, and a decoder: sent as it is, or refused with its place. */
#include "port_help.h"

#include <stdint.h>
#include <stdio.h>

#include "child/intake.h"
#include "child/unpack.h"

static int enter(void **state)
{
	*state = desk_open();
	return 0;
}

static int leave(void **state)
{
	desk_close(*state);
	return 0;
}

static int read_by(struct desk *desk, int (*read)(struct mr_source *), const char *bytes)
{
	desk->order.task = CHILD_READ;
	desk->order.source = (struct mr_bytes){bytes, strlen(bytes)};
	desk->plugin.is.read = read;
	return intake_read(&desk->port, &desk->plugin, NULL);
}

/* ---- texts */

static const struct mr_place here = {3, 7, NULL};
static char longest[102]; /* of 100 bytes, and one more */
static int which;

static int hand_over(struct mr_source *source)
{
	const char *texts[6] = {"a", "b", NULL, "", "e", "f"};

	if (which < 6)
		texts[which] = longest;
	source->block(source, &(struct mr_block){MR_BLOCK_TEXT, 0, texts[0], texts[1], here});
	source->grid(source, &(struct mr_grid){texts[2], 0, 0, here});
	source->cell(source,
		     &(struct mr_grid_cell){
			     .text = texts[3], .hint = texts[4], .note = texts[5], .place = here});
	source->diag(source, MR_NOTE, NULL, "%s", "the end");
	return 0;
}

static void a_text_of_the_longest_is_sent_and_one_byte_more_ends_the_reading(void **state)
{
	/* what was sent before each of the six */
	static const char *const before[6] = {"",
					      "",
					      "BLOCK 'a' 'b'\n",
					      "BLOCK 'a' 'b'\nGRID ''\n",
					      "BLOCK 'a' 'b'\nGRID ''\n",
					      "BLOCK 'a' 'b'\nGRID ''\n"};
	struct desk *desk = *state;
	char expected[400];

	which = 6;
	assert_int_equal(read_by(desk, hand_over, ""), 0);
	desk_told(desk, "BLOCK 'a' 'b'\nGRID ''\nCELL '' 'e' 'f'\nREMARK note 0: the end\n");
	for (which = 0; which < 6; which++) {
		memset(longest, 'x', sizeof(longest) - 1);
		assert_int_equal(read_by(desk, hand_over, ""), -1);
		snprintf(expected, sizeof(expected),
			 "%sREMARK error 3: this text is too long; the limit is 100 bytes (--limit "
			 "scalar=N)\nREMARK note 0: the end\n",
			 before[which]);
		desk_told(desk, expected);
		desk->port.n_errors = 0;
		longest[100] = '\0';
		assert_int_equal(read_by(desk, hand_over, ""), 0);
		buf_clear(&desk->said);
	}
}

static int hand_over_much(struct mr_source *source)
{
	static char much[FOUND_MAX + 1];
	struct mr_block block = {MR_BLOCK_TEXT, 0, NULL, much, here};

	memset(much, 'x', FOUND_MAX);
	source->block(source, &block);
	block.text = "lost";
	source->block(source, &block);
	return 0;
}

static void a_text_beyond_what_a_frame_holds_is_refused_whatever_the_limit(void **state)
{
	struct desk *desk = *state;

	desk->order.text_max = UINT64_MAX;
	assert_int_equal(read_by(desk, hand_over_much, ""), -1);
	desk_told(desk, "REMARK error 3: a text is longer than can be read\n");
}

static int say(struct mr_source *source)
{
	source->diag(source, MR_ERROR, &here, "it is so");
	return 0;
}

static int fail_in_silence(struct mr_source *source)
{
	(void)source;
	return 1;
}

static int fail_with_words(struct mr_source *source)
{
	return say(source) + 1;
}

static void an_error_fails_the_reading_whatever_it_returns(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(read_by(desk, say, ""), -1);
	assert_int_equal(read_by(desk, fail_with_words, ""), -1);
	desk_told(desk, "REMARK error 3: it is so\nREMARK error 3: it is so\n");
	desk->port.n_errors = 0;
	assert_int_equal(read_by(desk, fail_in_silence, ""), -1);
	desk_told(desk, "DIAG error the plugin failed without saying why\n");
}

static int give_back(struct mr_source *source)
{
	source->grid(source, &(struct mr_grid){source->bytes.at, 0, 0, here});
	return 0;
}

static void one_that_reads_text_has_it_in_utf8(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(read_by(desk, give_back, "caf\xE9"), 0);
	desk_told(desk, "GRID 'caf\xE9'\n");
	desk->plugin.is.capabilities = MR_CAN_READ_TEXT;
	assert_int_equal(read_by(desk, give_back, "\ncaf\xE9"), 0);
	desk_told(desk, "REMARK warning 2: read as Windows-1252, since the byte 0xE9 is not UTF-8; "
			"--encoding NAME decides\nGRID '\ncaf\u00e9'\n");
	assert_int_equal(read_by(desk, give_back,
				 "\xEF\xBB\xBF"
				 "a"),
			 0);
	desk_told(desk, "GRID 'a'\n");
	desk->order.source = (struct mr_bytes){"\xFF\xFE"
					       "a",
					       4};
	assert_int_equal(intake_read(&desk->port, &desk->plugin, NULL), 0);
	desk_told(desk, "REMARK note 0: read as UTF-16LE, as its first bytes say\nGRID 'a'\n");
	assert_int_equal(read_by(desk, give_back, "\x81"), -1);
	desk_told(desk, "REMARK error 1: the byte 0x81 is neither UTF-8 nor Windows-1252; "
			"--encoding says what it is\n");
}

/* ---- is it a file of its own? */

static struct mr_bytes seen;
static int certainty;

static int sniff(const struct mr_bytes *head)
{
	seen = *head;
	return certainty;
}

static void assert_sniffed(struct desk *desk, const char *bytes, size_t n, const char *expected)
{
	seen = (struct mr_bytes){NULL, 0};
	desk->order.source = (struct mr_bytes){bytes, n};
	intake_sniff(&desk->port, &desk->plugin);
	desk_told(desk, expected);
}

static void a_reader_judges_by_the_head_and_says_no_number_of_its_own(void **state)
{
	static const char many[5000] = "x";
	struct desk *desk = *state;

	assert_sniffed(desk, "x", 1, "SNIFF 0\n"); /* who cannot is not asked */
	desk->plugin.is.capabilities = MR_CAN_READ_TEXT;
	assert_sniffed(desk, "x", 1, "SNIFF 0\n");
	desk->plugin.is.capabilities = 0;
	desk->plugin.is.sniff = sniff;
	for (certainty = -1; certainty < 5; certainty++) {
		char expected[20];

		snprintf(expected, sizeof(expected), "SNIFF %d\n",
			 certainty >= 0 && certainty <= 3 ? certainty : 0);
		assert_sniffed(desk, many, sizeof(many), expected);
		assert_int_equal(seen.n, 4096);
	}
}

static void a_reader_of_text_judges_by_what_can_be_decoded(void **state)
{
	struct desk *desk = *state;

	desk->plugin.is.capabilities = MR_CAN_READ_TEXT;
	desk->plugin.is.sniff = sniff;
	certainty = 2;
	assert_sniffed(desk, "x\xE9", 2, "SNIFF 2\n");
	assert_int_equal(seen.n, 3);
	/* up to where it could be */
	assert_sniffed(desk, "xy\xE9\x81", 4, "SNIFF 2\n");
	assert_int_equal(seen.n, 4);
	assert_sniffed(desk, "\x81", 1, "SNIFF 0\n");
	assert_null(seen.at);
	assert_sniffed(desk, "\0\1", 2, "SNIFF 0\n");
}

/* ---- pictures */

static struct mr_raster made;
static const char *complaint;

static int decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster)
{
	uint32_t max_pixels = raster->max_pixels;

	(void)bytes;
	if (complaint)
		job->diag(job, MR_ERROR, NULL, "%s", complaint);
	*raster = made;
	return max_pixels == UNPACK_PIXELS_MAX && made.rgba ? 0 : -1;
}

static void what_is_decoded_is_a_picture_of_some_pixels(void **state)
{
	static const uint8_t rgba[16] = {1, 2, 3, 255, 5, 6, 7, 255};
	static const struct {
		uint32_t width, height, stride;
	} wrong[] = {{0, 1, 8},
		     {1, 0, 8},
		     {2, 1, 7},
		     {2, 1, 0},
		     {UNPACK_PIXELS_MAX + 1, 1, UINT32_MAX},
		     {1 << 16, 1 << 16, UINT32_MAX}};
	struct desk *desk = *state;

	desk->plugin.is.decode = decode;
	made = (struct mr_raster){.width = 2, .height = 1, .stride = 8, .rgba = rgba};
	assert_int_equal(unpack_picture(&desk->port, &desk->plugin), 0);
	AT_DESK(desk, (port_end(&desk->port, 0), 0));
	desk_told(desk, "OPEN 0 '' ''\nDATA 0 16\nDONE 0\n");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		desk->port.n_errors = 0;
		made.width = wrong[i].width;
		made.height = wrong[i].height;
		made.stride = wrong[i].stride;
		assert_int_equal(unpack_picture(&desk->port, &desk->plugin), -1);
		desk_told(desk, "DIAG error the plugin decoded it to a picture that is none\n");
	}
	desk->port.n_errors = 0;
	made.rgba = NULL;
	assert_int_equal(unpack_picture(&desk->port, &desk->plugin), -1);
	desk_told(desk, "DIAG error the plugin decodes it not, and says no reason\n");
	desk->port.n_errors = 0;
	made.rgba = rgba;
	complaint = "it is green";
	assert_int_equal(unpack_picture(&desk->port, &desk->plugin), -1);
	complaint = NULL;
	desk_told(desk, "DIAG error it is green\n");
}

static void assert_unpacked(uint32_t max_width, uint32_t max_height, unsigned n_pixels)
{
	struct desk *desk = desk_open();
	char expected[40];

	desk->plugin.is.decode = decode;
	desk->order.max_width = max_width;
	desk->order.max_height = max_height;
	assert_int_equal(unpack_picture(&desk->port, &desk->plugin), 0);
	AT_DESK(desk, (port_end(&desk->port, 0), 0));
	snprintf(expected, sizeof(expected), "OPEN 0 '' ''\nDATA 0 %u\nDONE 0\n",
		 (unsigned)sizeof(struct unpack_head) + 4 * n_pixels);
	desk_told(desk, expected);
	desk_close(desk);
}

static void a_picture_is_handed_out_within_the_bounds_and_the_largest_there_is(void **state)
{
	static uint8_t rgba[3000 * 4];
	(void)state;

	made = (struct mr_raster){.width = 3000, .height = 1, .stride = sizeof(rgba), .rgba = rgba};
	assert_unpacked(0, 0, UNPACK_SIDE_MAX);
	assert_unpacked(4000, 4000, UNPACK_SIDE_MAX);
	assert_unpacked(100, 0, 100);
	assert_unpacked(100, 1, 100);
}

#define AT_A_DESK(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_A_DESK(a_text_of_the_longest_is_sent_and_one_byte_more_ends_the_reading),
		AT_A_DESK(a_text_beyond_what_a_frame_holds_is_refused_whatever_the_limit),
		AT_A_DESK(an_error_fails_the_reading_whatever_it_returns),
		AT_A_DESK(one_that_reads_text_has_it_in_utf8),
		AT_A_DESK(a_reader_judges_by_the_head_and_says_no_number_of_its_own),
		AT_A_DESK(a_reader_of_text_judges_by_what_can_be_decoded),
		AT_A_DESK(what_is_decoded_is_a_picture_of_some_pixels),
		cmocka_unit_test(
			a_picture_is_handed_out_within_the_bounds_and_the_largest_there_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
