// SPDX-License-Identifier: MIT
// Vega-Lite heatmap to PNG: vega draws SVG, resvg makes the picture.  usage: node vega_png.mjs IN.vega OUT.png
import fs from 'node:fs';
import * as vega from 'vega';
import * as vl from 'vega-lite';
import { Resvg } from '@resvg/resvg-js';

const [src, out] = process.argv.slice(2);
const spec = vl.compile(JSON.parse(fs.readFileSync(src, 'utf8'))).spec;
const svg = await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
fs.writeFileSync(out, new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng());
