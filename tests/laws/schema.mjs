// SPDX-License-Identifier: MIT
// schema.mjs SCHEMA FILE...: one line for each line of FILE that is no JSON of the schema (a whole file unless it ends in .jsonl).
import Ajv from "../node_modules/ajv/dist/ajv.js";
import { readFileSync } from "node:fs";

const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv.default({ strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
for (const file of files) {
	const text = readFileSync(file, "utf8");
	const documents = file.endsWith(".jsonl") ? text.trimEnd().split("\n") : [text];
	documents.forEach((document, index) => {
		if (!validate(JSON.parse(document))) {
			const last = validate.errors[validate.errors.length - 1];
			console.log(`${file}:${index + 1}: ${last.instancePath} ${last.message}`);
		}
	});
}
