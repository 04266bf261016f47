/* SPDX-License-Identifier: MIT */
/*
 * kit - the version of the kit: what this meshreport's own plugins share, for plugins of others.
 *
 * A plugin links the kit statically and holds its own copy, so an installed plugin depends on no kit and on no version of
 * it; the contract between plugin and host is plugin.h alone, whose version is another.  What is in a header of
 * the kit stays in all minors of a major.  A plugin asks for one with pkg-config:
 *
 *     pkg-config --exists 'meshreport-kit >= 1.0 meshreport-kit < 2'
 */
#ifndef MESHREPORT_COMMON_KIT_H
#define MESHREPORT_COMMON_KIT_H

#include <meshreport/plugin.h>

#define MESHREPORT_KIT_MAJOR 1
#define MESHREPORT_KIT_MINOR 0

#endif
