/* SPDX-License-Identifier: MIT */
/* Declares a struct that ends before render. */
#include "plugin.h"

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	.struct_size = 24, .abi_major = MR_ABI_MAJOR, .abi_minor = MR_ABI_MINOR, .name = "short"};
