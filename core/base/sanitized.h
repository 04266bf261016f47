/* SPDX-License-Identifier: MIT */
/*
 * sanitized - whether this program is built with a sanitizer: SANITIZED is 1 or 0.
 *
 * Such a program has an allocator of its own, reserves terabytes of addresses, looks into /proc when it reports,
 * and traces itself when it looks for leaks.
 */
#ifndef MESHREPORT_CORE_SANITIZED_H
#define MESHREPORT_CORE_SANITIZED_H

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
	__has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

_Static_assert(SANITIZED == 0 || SANITIZED == 1, "code asks for it as for any condition");

#endif
