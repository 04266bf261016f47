/* SPDX-License-Identifier: MIT */
/* Exports nothing of ours. */
#include "plugin.h"

MR_EXPORT int something_else(void);
int something_else(void)
{
	return 0;
}
