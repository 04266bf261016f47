/* SPDX-License-Identifier: MIT */
#include "confine/confine.h"

#include <errno.h>
#include <string.h>
#include <sys/prctl.h>

#include "base/diag.h"
#include "base/sanitized.h"
#include "confine/around.h"
#include "confine/bounds.h"
#include "confine/calls.h"
#include "confine/kin.h"
#include "confine/reach.h"

void confine_power(struct confine_power *out)
{
	*out = (struct confine_power){
		.files = reach_version(), .calls = calls_can(), .kin = kin_can()};
}

bool confine_is_full(const struct confine_power *power)
{
	return power->files > 0 && power->calls;
}

static int fail(char why[CONFINE_WHY], const char *what, int reason)
{
	diag_write(why, CONFINE_WHY, "%s: %s", what, strerror(reason));
	return -1;
}

/* What rendering may read is looked up first, since the environment tells of some of it. */
static int limit_reach(const struct confine_order *order, bool can, char why[CONFINE_WHY])
{
	struct reach reach;
	int status = 0;

	if (can && reach_begin(&reach) != 0) {
		status = fail(why, "Landlock", errno);
		can = false;
	}
	for (size_t i = 0; can && i < order->n_readable; i++)
		reach_add(&reach, order->readable[i]);
	for (size_t i = 0; can && i < order->n_programs; i++)
		reach_add_program(&reach, order->programs[i]);
	if (can && order->n_programs > 0)
		reach_add_system(&reach);
	if (can)
		reach_add_usual(&reach);
	around_clear_environment();
	/* Both kinds of lock ask for it: no program that is run could get more rights than this one has. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		status = fail(why, "no_new_privs", errno);
	if (can && reach_end(&reach) != 0)
		status = fail(why, "Landlock", errno);
	if (can && reach.refusal != 0) {
		fail(why, "what it may read", reach.refusal);
		return CONFINE_REFUSED;
	}
	return status;
}

int confine_child(const struct confine_order *order, char why[CONFINE_WHY])
{
	struct confine_power power;
	int status = 0, limited;

	*why = '\0';
	if (order->mode == CONFINE_OFF)
		return 0;
	confine_power(&power);
	if (order->mode == CONFINE_REQUIRE && !confine_is_full(&power))
		status = fail(why, power.calls ? "Landlock" : "seccomp", ENOSYS);
	if (bounds_set(order->memory, order->seconds) != 0)
		status = fail(why, "limits", errno);
	limited = limit_reach(order, power.files > 0, why);
	if (limited == CONFINE_REFUSED)
		return limited;
	if (limited != 0)
		status = -1;
	/* Last: it forbids some of what the steps before it do. */
	if (power.calls &&
	    calls_deny(order->n_programs > 0 ? NULL : order->calls, order->n_programs > 0) != 0)
		status = fail(why, "seccomp", errno);
	return status;
}

void confine_parent(void)
{
	/* A sanitizer traces its own process when it looks for leaks. */
	if (!SANITIZED)
		prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
