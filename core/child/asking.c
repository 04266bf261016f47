/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* pipe2() */
#include "child/asking.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "child/broker.h"
#include "child/port.h"
#include "child/unpack.h"

bool asking_is_possible(const struct mr_job *job)
{
	const struct port *port = job->host;

	return port->order->answer && (port->answers >= 0 || (port->record && port->is_rendering));
}

static void put_word(struct buf *out, const char *word)
{
	buf_put(out, word, strlen(word) + 1);
}

static void put_option(struct buf *out, const char *name, const char *value)
{
	buf_put_text(out, name);
	buf_put_byte(out, '=');
	put_word(out, value);
}

static void put_options(struct buf *out, const char *const *options)
{
	for (; options && options[0] && options[1]; options += 2)
		put_option(out, options[0], options[1]);
}

/* In the program itself, with --in-process: there is no parent who would start the broker. */
static int ask_from_here(const struct port *port, struct buf *question, struct arena *arena,
			 struct mr_bytes *out, const char **words)
{
	const struct broker_task task = {port->order->answer, port->order->answerer};
	struct broker broker = {0};
	int ends[2], status = -1;

	if (pipe2(ends, O_CLOEXEC) != 0) {
		*words = strerror(errno);
		return -1;
	}
	if (broker_start(&broker, &task, buf_text(question), question->n, ends[1]) == 0) {
		close(ends[1]);
		status = broker_take(ends[0], arena, out, words);
	} else {
		*words = strerror(errno);
		close(ends[1]);
	}
	close(ends[0]);
	broker_end(&broker);
	return status;
}

/* Releases the question.  `out` has no bytes where there is no answer; `why` is null or gets the words. */
static int ask(struct port *port, struct buf *question, struct mr_bytes *out, const char **why)
{
	const char *words = "";
	int status = -1;

	*out = (struct mr_bytes){"", 0};
	port->arena.failed |= question->failed;
	port_check_memory(port);
	if (!asking_is_possible(&port->job)) {
		words = "nobody answers but while a format is rendered";
	} else if (question->n > BROKER_QUESTION_MAX) {
		words = "the question is too long";
	} else if (port->record) {
		status = ask_from_here(port, question, &port->arena, out, &words);
	} else {
		port_send(port, MESSAGE_ASK, 0, question);
		status = broker_take(port->answers, &port->arena, out, &words);
	}
	buf_release(question);
	port_check_memory(port);
	if (status != 0)
		*out = (struct mr_bytes){"", 0};
	if (why)
		*why = words;
	return status;
}

int asking_chart(struct mr_job *job, const char *kind, const char *format,
		 const char *const *options, struct mr_bytes *out, const char **why)
{
	struct buf question = BUF_INIT;

	put_word(&question, ASKING_ARTIFACT);
	put_word(&question, format);
	put_option(&question, "chart", kind);
	put_options(&question, options);
	return ask(job->host, &question, out, why);
}

int asking_artifact(struct mr_job *job, const char *format, const char *const *options,
		    struct mr_bytes *out, const char **why)
{
	struct buf question = BUF_INIT;

	put_word(&question, ASKING_ARTIFACT);
	put_word(&question, format);
	put_options(&question, options);
	return ask(job->host, &question, out, why);
}

const struct mr_raster *asking_raster(struct mr_job *job, uint32_t col, uint32_t max_width,
				      uint32_t max_height, const char **why)
{
	struct buf question = BUF_INIT;
	struct unpack_head head;
	struct mr_raster *raster;
	struct mr_bytes bytes;

	put_word(&question, ASKING_RASTER);
	buf_printf(&question, "%lu", (unsigned long)col);
	buf_put_byte(&question, '\0');
	buf_printf(&question, "%lu", (unsigned long)max_width);
	buf_put_byte(&question, '\0');
	buf_printf(&question, "%lu", (unsigned long)max_height);
	buf_put_byte(&question, '\0');
	if (ask(job->host, &question, &bytes, why) != 0 || bytes.n < sizeof(head))
		return NULL;
	memcpy(&head, bytes.at, sizeof(head));
	raster = port_alloc(job->host, sizeof(*raster));
	*raster = (struct mr_raster){.struct_size = sizeof(*raster),
				     .width = head.width,
				     .height = head.height,
				     .stride = head.width * 4,
				     .rgba = (const uint8_t *)bytes.at + sizeof(head)};
	return raster;
}
