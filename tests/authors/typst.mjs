// SPDX-License-Identifier: MIT
// The Typst compiler: IN.typ to OUT.pdf.  Where it refuses, what it says is printed and the exit status is 1.
import { readFileSync, writeFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const [source, target] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: process.cwd() });
const result = compiler.compile({ mainFileContent: readFileSync(source, "utf8") });
const said = result.takeDiagnostics();
const words = said ? compiler.fetchDiagnostics(said) : [];

if (words.length > 0 || !result.result) {
  console.log(JSON.stringify(words));
  process.exit(1);
}
writeFileSync(target, compiler.pdf(result.result));
