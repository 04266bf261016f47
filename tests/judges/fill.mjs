// SPDX-License-Identifier: MIT
// Fills in the form of a PDF with pdf.js, as a browser's reader does: node fill.mjs FROM TO WORDS writes WORDS and the
// field's name into each field and prints what it found as JSON: the names, and what each is said to be.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("pdfjs-dist/package.json"));
const pdfjs = await import(join(folder, "legacy/build/pdf.mjs"));
const [from, to, words] = process.argv.slice(2);
const doc = await pdfjs.getDocument({ data: new Uint8Array(readFileSync(from)), verbosity: 0, standardFontDataUrl: join(folder, "standard_fonts/") }).promise;
const fields = [];

for (let number = 1; number <= doc.numPages; number++)
  for (const annotation of await (await doc.getPage(number)).getAnnotations()) {
    if (annotation.subtype !== "Widget") continue;
    fields.push({ name: annotation.fieldName, said: annotation.alternativeText, type: annotation.fieldType, lines: annotation.multiLine });
    doc.annotationStorage.setValue(annotation.id, { value: words + " " + annotation.fieldName });
  }
writeFileSync(to, await doc.saveDocument());
console.log(JSON.stringify(fields));
