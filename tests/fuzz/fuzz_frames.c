/* SPDX-License-Identifier: MIT */
/*
 * Any bytes on the pipe from a child.  The first one is the task (bit 0: reading, bit 1: whether the file is its
 * own was asked, bit 2: lengths are mended, so that what follows a broken frame is heard, too); the rest is
 * what a child sends.  It makes no difference in what pieces that arrives.
 *
 * seeds: @frames tests/fuzz/seeds/frames
 * count: 40
 * check: 15000
 * sources: core/host/ core/child/ core/frames/ core/plugin/ core/read/grid core/out/ core/base/
 */
#include "frames.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* How a conversation went. */
struct outcome {
	int status;
	enum job_state state;
	bool is_done, is_stopped;
	uint32_t n_artifacts;
	uint64_t n_bytes;
	size_t n_messages, n_blocks, n_cells;
};

/* Where the frame at `at` ends, for those who let it be as long as it says. */
static size_t frame_end(const uint8_t *bytes, size_t at, size_t n)
{
	struct wire_head head;

	if (n - at < sizeof(head))
		return n;
	memcpy(&head, bytes + at, sizeof(head));
	return head.n < n - at - sizeof(head) ? at + sizeof(head) + head.n : n;
}

/* Each frame's length becomes what is there at most. */
static void mend(uint8_t *bytes, size_t n)
{
	struct wire_head head;

	for (size_t at = 0; n - at >= sizeof(head); at += sizeof(head) + head.n) {
		memcpy(&head, bytes + at, sizeof(head));
		if (head.n > n - at - sizeof(head))
			head.n = (uint32_t)(n - at - sizeof(head));
		memcpy(bytes + at, &head, sizeof(head));
	}
}

static struct outcome outcome_of(const struct frames *frames, int status)
{
	const struct job *job = &frames->job;
	struct outcome outcome = {.status = status,
				  .state = job->state,
				  .is_done = job->is_done,
				  .is_stopped = job->is_stopped,
				  .n_artifacts = job->n_artifacts,
				  .n_messages = job->diag.n,
				  .n_blocks = frames->grids.blocks.n,
				  .n_cells = frames->grids.cells.n};

	for (uint32_t i = 0; i < job->n_artifacts; i++)
		outcome.n_bytes += job->artifacts[i].sink.n_bytes;
	return outcome;
}

/* As the group does it, in pieces of at most `piece` bytes; READY ends one, since a child waits then. */
static struct outcome converse(const uint8_t *bytes, size_t n, size_t piece)
{
	enum child_task task = n > 0 && bytes[0] & 1 ? CHILD_READ : CHILD_RENDER;
	struct outcome outcome;
	struct frames frames;
	size_t end = 0, step;
	int status = 0;

	frames_init(&frames, task, n > 0 && bytes[0] & 2);
	for (size_t at = 1; at < n && status == 0; at += step) {
		if (at >= end)
			end = frame_end(bytes, at, n);
		step = end - at < piece ? end - at : piece;
		status = job_feed(&frames.job, &frames.host, (const char *)bytes + at, step);
		if (frames.job.is_done || frames.job.is_stopped)
			break;
		if (frames.job.state == JOB_READY)
			frames.job.state = JOB_RENDERING;
	}
	if (status == 0)
		grid_end(&frames.grids);
	frames_prove(&frames);
	outcome = outcome_of(&frames, status);
	frames_release(&frames);
	return outcome;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	uint8_t *copy = malloc(n + 1);
	struct outcome whole, pieces;

	prove(copy != NULL);
	memcpy(copy, bytes, n);
	if (n > 1 && copy[0] & 4)
		mend(copy + 1, n - 1);
	whole = converse(copy, n, SIZE_MAX);
	pieces = converse(copy, n, 1 + n % 7);
	prove(whole.status == pieces.status && whole.state == pieces.state);
	prove(whole.is_done == pieces.is_done && whole.is_stopped == pieces.is_stopped);
	prove(whole.n_artifacts == pieces.n_artifacts && whole.n_messages == pieces.n_messages);
	prove(whole.n_blocks == pieces.n_blocks && whole.n_cells == pieces.n_cells);
	prove(whole.status != 0 || whole.n_bytes == pieces.n_bytes);
	free(copy);
	return 0;
}
