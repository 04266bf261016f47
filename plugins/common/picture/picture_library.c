/* SPDX-License-Identifier: MIT */
#include "common/picture/picture_library_private.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "common/write/library.h"

/* By what it is called, and by what Debian calls its package. */
struct name {
	const char *name, *file, *package;
};

static int explain(const struct name *name, char why[PICTURE_WHY])
{
	char reason[LIBRARY_WHY];

	snprintf(why, PICTURE_WHY, "cannot be shown: %s %s", name->name,
		 library_problem(name->package, reason));
	return -1;
}

/* POSIX promises that a pointer from dlsym() holds a function; C has no conversion for it. */
#define TAKE(function)                      \
	symbol = dlsym(library, #function); \
	if (!symbol)                        \
		return explain(&name, why); \
	memcpy(&out->function, &symbol, sizeof(symbol));

#define OPEN(functions)                                                    \
	void *library = dlopen(name.file, RTLD_NOW | RTLD_LOCAL), *symbol; \
                                                                           \
	if (!library)                                                      \
		return explain(&name, why);                                \
	functions(TAKE) return 0;

int picture_library_gif(struct picture_library_gif *out, char why[PICTURE_WHY])
{
	static const struct name name = {"giflib", "libgif.so.7", "libgif7"};
	OPEN(PICTURE_LIBRARY_GIF)
}

int picture_library_jpeg(struct picture_library_jpeg *out, char why[PICTURE_WHY])
{
	static const struct name name = {"TurboJPEG", "libturbojpeg.so.0", "libturbojpeg0"};
	OPEN(PICTURE_LIBRARY_JPEG)
}

int picture_library_webp(struct picture_library_webp *out, char why[PICTURE_WHY])
{
	static const struct name name = {"libwebp", "libwebpdemux.so.2", "libwebpdemux2"};
	OPEN(PICTURE_LIBRARY_WEBP)
}

int picture_library_svg(struct picture_library_svg *out, char why[PICTURE_WHY])
{
	static const struct name name = {"librsvg", "librsvg-2.so.2", "librsvg2-2"};
	OPEN(PICTURE_LIBRARY_SVG)
}

int picture_library_qpdf(struct picture_library_qpdf *out, char why[PICTURE_WHY])
{
#if defined(QPDF_MAJOR_VERSION) && QPDF_MAJOR_VERSION >= 12
	static const struct name name = {"libqpdf", "libqpdf.so.30", "libqpdf30"};
#else
	static const struct name name = {"libqpdf", "libqpdf.so.29", "libqpdf29"};
#endif
	OPEN(PICTURE_LIBRARY_QPDF)
}
