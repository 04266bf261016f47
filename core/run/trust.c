/* SPDX-License-Identifier: MIT */
#include "run/trust.h"

#include <unistd.h>

#include "base/refusal.h"

/* How much longer than its time a format may compute, should nobody be left who ends it. */
enum { SECONDS_MORE = 60 };

_Static_assert((int)ARGS_SANDBOX_OFF == (int)CONFINE_OFF &&
		       (int)ARGS_SANDBOX_REQUIRE == (int)CONFINE_REQUIRE,
	       "one is made of the other");

static void put_part(struct buf *out, const char *text)
{
	buf_printf(out, "%s%s", out->n > 0 ? ", " : "", text);
}

/* "files (Landlock 7), system calls (seccomp), limits" */
static void put_enforced(struct buf *out, const struct confine_power *power)
{
	char files[40];

	diag_write(files, sizeof(files), "files (Landlock %d)", power->files);
	if (power->files > 0)
		put_part(out, files);
	if (power->calls)
		put_part(out, "system calls (seccomp)");
	put_part(out, "limits");
}

/* What the kernel lacks for the rest, nothing where it lacks nothing. */
static void put_missing(struct buf *out, const struct confine_power *power)
{
	if (power->files == 0)
		put_part(out, "it has no Landlock: " TRUST_WITHOUT_FILES);
	if (!power->calls)
		put_part(out, "it has no seccomp filters: " TRUST_WITHOUT_CALLS);
	if (!power->calls && !power->kin)
		put_part(out, "it does not tell of children: " TRUST_WITHOUT_KIN);
}

static void tell(struct run *run, const struct confine_power *power)
{
	struct buf enforced = BUF_INIT, missing = BUF_INIT;

	put_enforced(&enforced, power);
	diag_say_buf(&run->diag, MR_NOTE, NULL, "plugins are confined: ", &enforced);
	put_missing(&missing, power);
	if (!confine_is_full(power))
		diag_say_buf(&run->diag, MR_NOTE, NULL,
			     "this kernel cannot confine all: ", &missing);
}

static int require(struct run *run, const struct confine_power *power)
{
	struct buf missing = BUF_INIT;

	if (run->args.sandbox != ARGS_SANDBOX_REQUIRE || confine_is_full(power))
		return RUN_DONE;
	put_missing(&missing, power);
	diag_say_buf(&run->diag, MR_ERROR, NULL,
		     "--sandbox require asks for what this kernel cannot: ", &missing);
	return RUN_FAILED;
}

/* A child makes what this could not.  No artifact is begun yet, so that a refusal may end the run here. */
static void prepare_calls(struct run *run, const struct confine_power *power)
{
	if (!power->calls)
		return;
	refusal_ends_process(RUN_FAILED, RUN_NO_MEMORY);
	if (calls_prepare(&run->arena, false, &run->calls) != 0)
		run->calls = (struct calls){NULL, 0};
	refusal_is_passed_up();
}

int trust_prepare(struct run *run)
{
	struct confine_power power;

	if (run->knows_sandbox)
		return RUN_DONE;
	if (run->args.in_process && run->args.sandbox == ARGS_SANDBOX_REQUIRE) {
		diag_say(
			&run->diag, MR_ERROR, NULL,
			"--in-process confines no plugin, and --sandbox require asks for it; leave one of them out");
		return RUN_FAILED;
	}
	if (run->args.in_process)
		diag_say(
			&run->diag, MR_WARNING, NULL,
			"plugins run in this process (--in-process): they are not confined, can do what you can, and end it where they crash");
	if (run->args.sandbox == ARGS_SANDBOX_OFF) {
		diag_say(&run->diag, MR_WARNING, NULL,
			 "plugins are not confined (--sandbox off): they can do what you can");
		run->knows_sandbox = true;
		return RUN_DONE;
	}
	confine_power(&power);
	if (require(run, &power) != RUN_DONE)
		return RUN_FAILED;
	run->knows_sandbox = true;
	if (!run->args.in_process) /* which leaves cores, and is attached to */
		confine_parent();
	prepare_calls(run, &power);
	if (run->args.verbose)
		tell(run, &power);
	return RUN_DONE;
}

/*
 * Seconds of all processors together.  The parent looks at the clock; this ends what computes on while the parent
 * stands still or is gone.
 */
static uint64_t processor_seconds(double timeout)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);

	if (timeout <= 0)
		return 0;
	return (uint64_t)(timeout * (double)(n > 0 ? n : 1)) + SECONDS_MORE;
}

void trust_order(const struct run *run, struct child_order *order)
{
	order->confine = (enum confine_mode)run->args.sandbox;
	order->memory_max = run->args.limits.memory;
	order->calls = &run->calls;
	order->seconds_max = processor_seconds(run->args.timeout);
	order->artifacts_max = run->args.limits.artifact;
}
