/* SPDX-License-Identifier: MIT */
/*
 * picture_library - the functions of the libraries that read pictures, opened when a picture needs them.
 *
 * Linked, librsvg and qpdf would load some fifty libraries whenever a format is asked what it is.  So they are opened by
 * name; structs come from their headers, which the kit does not ask for: this one is not in it.  What is opened is never closed.
 */
#ifndef MESHREPORT_COMMON_PICTURE_LIBRARY_H
#define MESHREPORT_COMMON_PICTURE_LIBRARY_H

#include <cairo-pdf.h>
#include <gif_lib.h>
#include <librsvg/rsvg.h>
#include <qpdf/qpdf-c.h>
#include <turbojpeg.h>
#include <webp/decode.h>
#include <webp/demux.h>

/* Enough for "cannot be shown: librsvg " and what library_problem() says. */
enum { PICTURE_WHY = 280 };

#define PICTURE_LIBRARY_GIF(X)  \
	X(DGifOpen)             \
	X(DGifCloseFile)        \
	X(DGifGetRecordType)    \
	X(DGifGetImageDesc)     \
	X(DGifGetLine)          \
	X(DGifGetExtension)     \
	X(DGifGetExtensionNext) \
	X(DGifExtensionToGCB)   \
	X(GifErrorString)

#define PICTURE_LIBRARY_JPEG(X) \
	X(tjInitDecompress)     \
	X(tjDecompressHeader3)  \
	X(tjDecompress2)        \
	X(tjGetErrorStr2)       \
	X(tjDestroy)

#define PICTURE_LIBRARY_WEBP(X)       \
	X(WebPGetFeaturesInternal)    \
	X(WebPAnimDecoderNewInternal) \
	X(WebPAnimDecoderGetNext)     \
	X(WebPAnimDecoderDelete)

/* librsvg brings cairo and GLib, in which these are found, too. */
#define PICTURE_LIBRARY_SVG(X)                      \
	X(rsvg_handle_new_from_data)                \
	X(rsvg_handle_set_dpi)                      \
	X(rsvg_handle_get_intrinsic_size_in_pixels) \
	X(rsvg_handle_get_intrinsic_dimensions)     \
	X(rsvg_handle_render_document)              \
	X(g_object_unref)                           \
	X(g_error_free)                             \
	X(cairo_create)                             \
	X(cairo_destroy)                            \
	X(cairo_paint)                              \
	X(cairo_status)                             \
	X(cairo_set_source_surface)                 \
	X(cairo_image_surface_create)               \
	X(cairo_image_surface_get_data)             \
	X(cairo_image_surface_get_stride)           \
	X(cairo_pdf_surface_create_for_stream)      \
	X(cairo_recording_surface_create)           \
	X(cairo_surface_destroy)                    \
	X(cairo_surface_finish)                     \
	X(cairo_surface_flush)                      \
	X(cairo_surface_status)

#define PICTURE_LIBRARY_QPDF(X)        \
	X(qpdf_init)                   \
	X(qpdf_cleanup)                \
	X(qpdf_silence_errors)         \
	X(qpdf_set_suppress_warnings)  \
	X(qpdf_read_memory)            \
	X(qpdf_has_error)              \
	X(qpdf_get_page_n)             \
	X(qpdf_oh_release)             \
	X(qpdf_oh_get_type_code)       \
	X(qpdf_oh_get_key)             \
	X(qpdf_oh_get_dict)            \
	X(qpdf_oh_get_object_id)       \
	X(qpdf_oh_get_array_n_items)   \
	X(qpdf_oh_get_array_item)      \
	X(qpdf_oh_begin_dict_key_iter) \
	X(qpdf_oh_dict_more_keys)      \
	X(qpdf_oh_dict_next_key)       \
	X(qpdf_oh_unparse_resolved)    \
	X(qpdf_oh_get_stream_data)

#define PICTURE_LIBRARY_MEMBER(name) __typeof__(&name) name;

struct picture_library_gif {
	PICTURE_LIBRARY_GIF(PICTURE_LIBRARY_MEMBER)
};

struct picture_library_jpeg {
	PICTURE_LIBRARY_JPEG(PICTURE_LIBRARY_MEMBER)
};

struct picture_library_webp {
	PICTURE_LIBRARY_WEBP(PICTURE_LIBRARY_MEMBER)
};

struct picture_library_svg {
	PICTURE_LIBRARY_SVG(PICTURE_LIBRARY_MEMBER)
};

struct picture_library_qpdf {
	PICTURE_LIBRARY_QPDF(PICTURE_LIBRARY_MEMBER)
};

/* 0, or -1 with the reason: "cannot be shown: giflib is not installed; on Debian it is libgif7". */
int picture_library_gif(struct picture_library_gif *out, char why[PICTURE_WHY]);
int picture_library_jpeg(struct picture_library_jpeg *out, char why[PICTURE_WHY]);
int picture_library_webp(struct picture_library_webp *out, char why[PICTURE_WHY]);
int picture_library_svg(struct picture_library_svg *out, char why[PICTURE_WHY]);
int picture_library_qpdf(struct picture_library_qpdf *out, char why[PICTURE_WHY]);

#endif
