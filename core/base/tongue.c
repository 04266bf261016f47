/* SPDX-License-Identifier: MIT */
#include "base/tongue.h"

#include <math.h>
#include <string.h>

#define NO_BREAK "\xC2\xA0"
#define NARROW "\xE2\x80\xAF"

struct tongue {
	char tag[4];
	const char *pattern; /* of a day */
	const char *point, *group;
	unsigned digits; /* before the point, from which on they are grouped */
	const char *months[12];
};

/* Months as they stand in a date: Polish and Russian have the genitive there.  The first day of a French one is an ordinal. */
static const struct tongue tongues[] = {
	{"en",
	 "{day} {month} {year}",
	 ".",
	 ",",
	 4,
	 {"January", "February", "March", "April", "May", "June", "July", "August", "September",
	  "October", "November", "December"}},
	{"de",
	 "{day}. {month} {year}",
	 ",",
	 ".",
	 4,
	 {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
	  "Oktober", "November", "Dezember"}},
	{"fr",
	 "{day} {month} {year}",
	 ",",
	 NARROW,
	 4,
	 {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
	  "octobre", "novembre", "décembre"}},
	{"es",
	 "{day} de {month} de {year}",
	 ",",
	 ".",
	 5,
	 {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
	  "octubre", "noviembre", "diciembre"}},
	{"it",
	 "{day} {month} {year}",
	 ",",
	 ".",
	 4,
	 {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
	  "settembre", "ottobre", "novembre", "dicembre"}},
	{"nl",
	 "{day} {month} {year}",
	 ",",
	 ".",
	 4,
	 {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
	  "oktober", "november", "december"}},
	{"pt",
	 "{day} de {month} de {year}",
	 ",",
	 ".",
	 4,
	 {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
	  "outubro", "novembro", "dezembro"}},
	{"pl",
	 "{day} {month} {year}",
	 ",",
	 NO_BREAK,
	 5,
	 {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
	  "września", "października", "listopada", "grudnia"}},
	{"ru",
	 "{day} {month} {year} г.",
	 ",",
	 NO_BREAK,
	 4,
	 {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
	  "октября", "ноября", "декабря"}},
	{"ja", "{year}年{number}月{day}日", ".", ",", 4, {NULL}},
	{"zh", "{year}年{number}月{day}日", ".", ",", 4, {NULL}},
	{"ko", "{year}년 {number}월 {day}일", ".", ",", 4, {NULL}},
	{"ar",
	 "{day} {month} {year}",
	 ".",
	 ",",
	 4,
	 {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
	  "نوفمبر", "ديسمبر"}},
	{"he",
	 "{day} ב{month} {year}",
	 ".",
	 ",",
	 4,
	 {"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר",
	  "נובמבר", "דצמבר"}},
};

static const struct tongue *find(const char *language)
{
	size_t n = strcspn(language, "-_");

	for (size_t i = 0; n == 2 && i < sizeof(tongues) / sizeof(*tongues); i++)
		if ((language[0] | 32) == tongues[i].tag[0] &&
		    (language[1] | 32) == tongues[i].tag[1])
			return &tongues[i];
	return NULL;
}

void tongue_put_date(struct buf *out, const char *language, struct mr_date date)
{
	const struct tongue *tongue = find(language);

	if (date.year <= 0 || date.month < 1 || date.month > 12)
		return;
	if (!tongue) {
		buf_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
		return;
	}
	for (const char *at = tongue->pattern; *at;) {
		size_t n = strcspn(at, "{");

		buf_put(out, at, n);
		at += n;
		if (strncmp(at, "{day}", 5) == 0)
			buf_printf(out, "%d%s", date.day,
				   date.day == 1 && tongue->tag[0] == 'f' ? "er" : "");
		else if (strncmp(at, "{month}", 7) == 0)
			buf_put_text(out, tongue->months[date.month - 1]);
		else if (strncmp(at, "{number}", 8) == 0)
			buf_printf(out, "%d", date.month);
		else if (*at)
			buf_printf(out, "%d", date.year);
		at += strcspn(at, "}");
		at += *at == '}';
	}
}

void tongue_put_number(struct buf *out, const char *language, double number, uint32_t decimals)
{
	static const struct tongue plain = {"", "", ".", "", 4, {NULL}};
	const struct tongue *tongue = find(language);
	const double most = 1e9;
	uint64_t scale = 1, scaled, whole;
	char digits[24];
	size_t n = 0;

	if (!tongue)
		tongue = &plain;
	if (!(fabs(number) <= most))
		number = number > most ? most : number < -most ? -most : 0;
	decimals = decimals > 6 ? 6 : decimals;
	for (uint32_t i = 0; i < decimals; i++)
		scale *= 10;
	scaled = (uint64_t)(fabs(number) * (double)scale + 0.5);
	if (number < 0 && scaled > 0)
		buf_put_byte(out, '-');
	for (whole = scaled / scale; whole > 0 || n == 0; whole /= 10)
		digits[n++] = (char)('0' + whole % 10);
	for (size_t i = n; i > 0; i--) {
		buf_put_byte(out, digits[i - 1]);
		if (n >= tongue->digits && i > 1 && (i - 1) % 3 == 0)
			buf_put_text(out, tongue->group);
	}
	if (decimals > 0)
		buf_put_text(out, tongue->point);
	for (scale /= 10; scale > 0; scale /= 10)
		buf_put_byte(out, (char)('0' + scaled / scale % 10));
}
