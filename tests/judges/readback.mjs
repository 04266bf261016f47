// SPDX-License-Identifier: MIT
// Reads PDFs with pdf.js: node readback.mjs FILE... prints {FILE: {...}} as JSON: language, title, outline,
// page labels, attachments, and the tables of the structure tree as lists of rows of [role, text], without
// the texts of References (marks of notes and links).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("pdfjs-dist/package.json"));
const pdfjs = await import(join(folder, "legacy/build/pdf.mjs"));

// A table runs over pages; pdf.js hands out one tree a page, with the rows of all pages in it: those
// whose content is on the page count.
function collect(node, texts, state) {
  if (node.type === "content") {
    if (state.cell && texts.has(node.id)) {
      state.cell.text += texts.get(node.id);
      state.row.isHere = true;
    }
    return;
  }
  if (node.role === "Reference") return;
  if (node.role === "TR") state.table.push((state.row = []));
  if (node.role === "TH" || node.role === "TD") state.row.push((state.cell = { role: node.role, text: "" }));
  for (const kid of node.children ?? []) collect(kid, texts, state);
  if (node.role === "TR") state.row = state.cell = null;
}

function textsOf(content) {
  const texts = new Map();
  const open = [];
  for (const item of content.items) {
    if (item.type === "beginMarkedContentProps" || item.type === "beginMarkedContent") open.push(item.id ?? null);
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const id = open.filter(Boolean).at(-1);
      if (id) texts.set(id, (texts.get(id) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    }
  }
  return texts;
}

async function read(file) {
  const doc = await pdfjs.getDocument({
    data: new Uint8Array(readFileSync(file)), verbosity: 0, useSystemFonts: false,
    cMapUrl: join(folder, "cmaps/"), standardFontDataUrl: join(folder, "standard_fonts/"),
  }).promise;
  const { info } = await doc.getMetadata();
  const state = { table: [], row: null, cell: null };
  let words = ""; // as a search in the viewer sees them
  const roles = {};
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    const texts = textsOf(await page.getTextContent({ includeMarkedContent: true, disableNormalization: true }));
    words += (await page.getTextContent()).items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n";
    const tree = await page.getStructTree();
    if (tree) collect(tree, texts, state);
    JSON.stringify(tree, (key, value) => (key === "role" ? (roles[value] = (roles[value] ?? 0) + 1) : value));
    page.cleanup();
  }
  const outline = [];
  (function walk(items, depth) {
    for (const item of items ?? []) {
      outline.push([depth, item.title]);
      walk(item.items, depth + 1);
    }
  })(await doc.getOutline(), 0);
  const attachments = Object.values((await doc.getAttachments()) ?? {}).map((a) => [a.filename, a.content.length]);
  const result = {
    pages: doc.numPages, words, language: info.Language ?? null, title: info.Title ?? null, outline, roles, attachments,
    labels: await doc.getPageLabels(), rows: state.table.filter((row) => row.isHere).map((row) => row.map((c) => [c.role, c.text])),
  };
  await doc.destroy();
  return result;
}

const all = {};
for (const file of process.argv.slice(2)) all[file] = await read(file);
process.stdout.write(JSON.stringify(all));
