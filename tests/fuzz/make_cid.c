/* SPDX-License-Identifier: MIT */
/* make_cid IN OUT: a small CID-keyed OpenType font, cut from a collection, as a seed. */
#include <hb.h>
#include <hb-subset.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	static const hb_codepoint_t kept[] = {' ', 'A', 'V', 'e', 'o', 'f', 'i', 0x4e2d, 0x6587};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_blob_t *file = argc == 3 ? hb_blob_create_from_file_or_fail(argv[1]) : NULL;
	hb_face_t *face = hb_face_create(file, 0), *made;
	hb_blob_t *blob;
	unsigned n = 0;
	const char *bytes;
	FILE *out;

	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		hb_set_add(hb_subset_input_unicode_set(input), kept[i]);
	made = hb_subset_or_fail(face, input);
	if (!made)
		return 1;
	blob = hb_face_reference_blob(made);
	bytes = hb_blob_get_data(blob, &n);
	out = fopen(argv[2], "wb");
	if (!out || fwrite(bytes, 1, n, out) != n || fclose(out) != 0)
		return 1;
	return 0;
}
