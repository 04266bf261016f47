// SPDX-License-Identifier: MIT
/*
 * What an editor would say of datasets: reads lines {"name", "text"} of JSON, prints lines {"name", "yaml", "schema"} of the
 * mistakes that the YAML parser of yaml-language-server and the schema find.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, schemaFile] = process.argv.slice(2);
const require = createRequire(join(modules, 'x.js'));
const { Ajv2020 } = require('ajv/dist/2020.js');
const YAML = require('yaml');

// strict: an unknown keyword, or one that its type cannot have, is a mistake of the schema itself
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
// what yaml-language-server and VS Code say in place of a pattern
ajv.addVocabulary(['patternErrorMessage']);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

function judge(text) {
  const documents = YAML.parseAllDocuments(text, { merge: true, version: '1.2' });
  const yaml = documents.flatMap((d) => d.errors.map((e) => e.message.split('\n')[0]));
  if (documents.length !== 1) yaml.push(documents.length + ' documents');
  if (yaml.length > 0) return { yaml, schema: [] };
  try {
    validate(documents[0].toJS({ maxAliasCount: 1000 }));
  } catch (problem) {
    return { yaml: [problem.message], schema: [] };
  }
  return { yaml, schema: (validate.errors ?? []).map((e) => e.instancePath + ' ' + e.message) };
}

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { name, text } = JSON.parse(line);
  console.log(JSON.stringify({ name, ...judge(text) }));
}
