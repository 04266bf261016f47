// SPDX-License-Identifier: MIT
// validate.mjs sarif|json FILE...: exit 1 and the reasons where a file does not meet its schema.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";

const SCHEMAS = {
  sarif: [AjvDraft4, "../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"],
  json: [Ajv2020, "../../data/findings.schema.json"],
};

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const [kind, ...files] = process.argv.slice(2);
const [Ajv, schema] = SCHEMAS[kind];
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(read(new URL(schema, import.meta.url)));

for (const file of files) {
  if (validate(read(file))) continue;
  process.exitCode = 1;
  for (const error of validate.errors.slice(0, 10)) console.log(`${file}${error.instancePath}: ${error.message}`);
}
