// SPDX-License-Identifier: MIT
// node daff.js OLD.csv NEW.csv: what daff finds, one line of JSON: cells [feature, product], rows and columns added and removed.
"use strict";
const fs = require("fs");
const path = require("path");
const daff = require(path.join(__dirname, "../node_modules/daff"));

// Fields of RFC 4180.
function parse(text) {
	const rows = [[]];
	const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
	let match;

	while (field.lastIndex < text.length && (match = field.exec(text))) {
		const raw = match[1];

		rows[rows.length - 1].push(raw.startsWith('"') ? raw.slice(1, -1).replace(/""/g, '"') : raw);
		if (match[2] !== ",")
			rows.push([]);
	}
	return rows.filter((row) => row.length > 0);
}

const [old, now] = process.argv.slice(2).map((name) => parse(fs.readFileSync(name, "utf8").replace(/^\ufeff/, "")));
const flags = new daff.CompareFlags();
flags.show_unchanged = true;
flags.show_unchanged_columns = true;
flags.ordered = false;
flags.addPrimaryKey(old[0][0]);
flags.addPrimaryKey(old[0][1]);
const before = new daff.TableView(old), after = new daff.TableView(now);
const diff = new daff.TableDiff(daff.compareTables(before, after, flags).align(), flags);
const shown = new daff.TableView([]);
diff.hilite(shown);
const found = { cells: [], added: [], removed: [], columnsAdded: [], columnsRemoved: [] };
const render = [];
for (let y = 0; y < shown.height; y++) {
	const row = [];
	for (let x = 0; x < shown.width; x++)
		row.push(shown.getCell(x, y));
	render.push(row);
}
const head = render.findIndex((row) => row[0] === "@@");
const kinds = head > 0 && render[head - 1][0] === "!" ? render[head - 1] : [];
const names = render[head];
kinds.forEach((kind, x) => {
	if (kind === "+++")
		found.columnsAdded.push(names[x]);
	if (kind === "---")
		found.columnsRemoved.push(names[x]);
});
for (const row of render.slice(head + 1)) {
	const sign = row[0] || "";
	const name = row[names.indexOf(old[0][1])];

	if (sign === "+++")
		found.added.push(name);
	else if (sign === "---")
		found.removed.push(name);
	else if (/-+>$/.test(sign))
		row.forEach((value, x) => {
			if (x > 0 && typeof value === "string" && value.includes(sign) && !["+++", "---"].includes(kinds[x]))
				found.cells.push([name, names[x]]);
		});
}
console.log(JSON.stringify(found));
