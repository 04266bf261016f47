/* SPDX-License-Identifier: MIT */
#include "check/check_notes.h"

#include "base/nearest.h"
#include "data/shape.h"

static void set_note(struct check *check, const struct spot *spot, const struct raw_scalar *scalar,
		     long index, struct dataset_note_use *use)
{
	uint32_t known = check->known.note[scalar->string];
	const char *text = load_text(check->load, scalar->string);
	struct about about;
	struct nearest nearest;
	char word[DIAG_WORD];

	use->place = scalar->place;
	use->note = known ? known - 1 : DATASET_OWN_NOTE;
	if (known) {
		use->text = check->out->notes[use->note].text;
		return;
	}
	use->text = check_value_text(check, spot, "notes", index, scalar);
	if (!shape_is_id(text))
		return;
	nearest_init(&nearest, text);
	for (uint32_t i = 0; i < check->out->n_notes && load_has_room(check->load); i++)
		nearest_offer(&nearest, check->out->notes[i].id);
	about = check_value_at(check, spot, scalar->place, "notes", index);
	about.suggestion = nearest.best;
	about.hint = nearest.best ? NULL : "a note of its own has more than one word";
	load_error(check->load, &about, "unknown note '%s'", diag_word(word, text));
}

void check_notes(struct check *check, const struct spot *spot, const struct raw_list *list,
		 struct dataset_note_uses *out)
{
	struct dataset_note_use *uses;
	const struct raw_scalar *scalar;
	struct about about;
	uint32_t n = 0;

	uses = list->n ? check_value_array(check, list->n, sizeof(*uses)) : NULL;
	if (!uses)
		return;
	check->note_stamp++;
	for (uint32_t i = 0; i < list->n; i++) {
		scalar = RAW_AT(raw_scalar, check->raw->scalars, list->first + i);
		if (!check_value_is_given(check, scalar)) {
			about = check_value_at(check, spot, scalar->place, "notes", (long)i);
			load_error(check->load, &about, "this note is empty");
		} else if (check->known.note_stamp[scalar->string] == check->note_stamp) {
			about = check_value_at(check, spot, scalar->place, "notes", (long)i);
			load_warning(check->load, &about, "note-twice", "this note is given twice");
		} else {
			check->known.note_stamp[scalar->string] = check->note_stamp;
			set_note(check, spot, scalar, (long)i, &uses[n++]);
		}
	}
	*out = (struct dataset_note_uses){uses, n};
}
