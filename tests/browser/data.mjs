// SPDX-License-Identifier: MIT
// Datasets of the browser tests.

/* Everything a dataset can say, in few rows. */
export const RICH = `meshreport: 1
title: Rich
subtitle: all that a cell can say
language: en
as_of: 2020-02-29
credit: {text: "Someone & Co", url: "https://example.org/?a=1&b=2", license: MIT}
statuses:
  beta: {label: in beta, like: partial, symbol: β}
notes:
  manual: by hand, with *care* and a [link](https://example.org/manual)
products:
  - {id: alpha, name: Alpha, url: "https://alpha.example", formerly: [alfa, a1]}
  - {id: beta, name: "beta | two", lifecycle: archived}
  - {id: gamma, name: Gamma}
categories:
  - id: facts
    features:
      - {id: version, name: Version, kind: text, values: {alpha: "1.0", beta: "=2+3", gamma: "-x"}}
      - {id: tags, name: Tags, values: {alpha: [one, two, "three, four"], beta: [], gamma: "yes*no"}}
  - id: net
    name: Network \`net\`
    url: https://example.org/net
    description: What is *between*.
    features:
      - id: tcp
        name: TCP
        url: https://example.org/tcp
        description: The **old** one.
        weight: 2
        formerly: [tcp-ip]
        values: {alpha: yes, beta: no, gamma: {status: yes, text: "yes (fast)", notes: [manual]}}
      - id: udp
        name: "[UDP](https://example.org/udp) too"
        values:
          alpha: {status: partial, text: only sometimes, since: "1.2", source: ["https://example.org/s1", "https://example.org/s2"], verified: 2020-01-02}
          beta: beta
          gamma: {parts: [{name: In, status: yes}, {name: Out, status: no, notes: [manual, "own words here"]}]}
      - {id: quic, name: QUIC, kind: status, values: {alpha: yes, beta: yes, gamma: yes}}
  - id: rest
    name: Rest
    features:
      - {id: product-alpha, name: A name like an address, values: {alpha: no, beta: na, gamma: planned}}
      - {id: blank, name: Blank, values: {}}
`;

/* Names that try to become something else. */
export const HOSTILE = `meshreport: 1
title: '</title><script>window.hacked=1</script>'
subtitle: '--><img src=x onerror=window.hacked=2> {{title}} \\u003cb'
credit: {text: '<svg onload=window.hacked=3>', url: "https://example.org/'onmouseover='x"}
statuses:
  quote: {label: '"};*{display:none}', like: yes, symbol: '"'}
  slash: {label: '</style><script>window.hacked=12</script>', like: no, symbol: '\\'}
notes:
  n: '<b onclick=window.hacked=4>note</b> </script>'
products:
  - {id: constructor, name: __proto__}
  - {id: toString, name: '</script><script>window.hacked=5</script>'}
  - {id: hasOwnProperty, name: '"><img src=x onerror="window.hacked=6">'}
categories:
  - id: valueOf
    name: '<img src=x onerror=window.hacked=7>'
    description: '&lt;script&gt;window.hacked=8&lt;/script&gt;'
    features:
      - id: mr-report
        name: "' autofocus onfocus='window.hacked=9"
        values: {constructor: '<iframe srcdoc="<script>parent.hacked=10</script>">', toString: yes, hasOwnProperty: {status: no, text: '<!--', notes: [n]}}
      - id: note-1
        name: '{{{table}}}'
        values: {constructor: "[x](https://example.org/\\"onclick=window.hacked=11)", toString: "]]> &amp;x", hasOwnProperty: no}
      - id: category-valueOf
        name: 'x</style><style>*{display:none}</style>'
        values: {constructor: quote, toString: slash, hasOwnProperty: yes}
`;

/* n features by m products. */
export function wide(nFeatures, nProducts, words = 'some words that take their place') {
  const lines = ['meshreport: 1', 'title: Wide', 'products:'];
  for (let i = 0; i < nProducts; i++) lines.push(`  - {id: p${i}, name: P${String(i).padStart(2, '0')}}`);
  lines.push('categories:');
  for (let i = 0; i < nFeatures; i++) {
    if (i % 10 === 0) lines.push(`  - id: c${i / 10}`, `    name: Category ${i / 10}`, '    features:');
    const values = [];
    for (let j = 0; j < nProducts; j++) {
      const mixed = (i * 7 + j * 3 + i * j) % 11;
      values.push(['yes', 'no', 'partial', 'unknown', 'na'][mixed] || (mixed === 10 ? `"${words} ${i}"` : 'yes'));
    }
    lines.push(`      - {id: f${i}, name: "Feature ${i}", values: [${values.join(', ')}]}`);
  }
  return lines.join('\n') + '\n';
}

export const ARABIC = `meshreport: 1
title: مقارنة شبكات الخدمة
language: ar
products:
  - {id: istio, name: Istio}
  - {id: linkerd, name: لينكردي}
categories:
  - id: routing
    name: التوجيه
    features:
      - {id: lb, name: موازنة الحمل, values: {istio: yes, linkerd: {status: no, notes: ["ممكن يدويًا"]}}}
      - {id: license, name: الرخصة, values: {istio: "Apache License 2.0", linkerd: رخصة أباتشي}}
`;

/* Names and texts that a spreadsheet would compute, in each place that a table taken away has. */
export const FORMULAS = `meshreport: 1
title: Formulas
products:
  - {id: plus, name: "+1+cmd|' /C calc'!A0"}
  - {id: at, name: "@SUM(1+1)"}
  - {id: equal, name: "=1+1"}
  - {id: minus, name: "-1+1"}
  - {id: tab, name: TABBED}
  - {id: return, name: RETURNED}
categories:
  - id: c
    name: "+category"
    features:
      - {id: f, name: "@feature", kind: text, values: {plus: "+2", at: "@x", equal: "=x", minus: "-x", tab: "+", return: "-"}}
      - {id: g, name: "+feature", kind: text, values: {plus: "@", at: "=", equal: "-=1", minus: "TABBED", tab: "RETURNED", return: "+TABBED"}}
`;

/* ---- texts that Markdown could take for something else */

const RUNS = [1, 2, 3, 4, 5].map((n) => '`'.repeat(n));
const HOSTILE_TEXTS = [
  '|', 'a|b', '||', '\\', 'a\\', '\\|', '\\\\|x', '|\\', '*', '**', '*a*', '_a_', '__a__', 'a_b_c', '~', '~~a~~', '![', '![x](https://x.example/i.png)',
  '[x](javascript:window.hacked=1)', '[x]', '[x]: /y', '[^1]', '[^1](x)', '<img src=x onerror=window.hacked=2>', '<script>window.hacked=3</script>', '<!--', '<b', '&lt;',
  '&#124;', '&amp;lt;', '&copy', '# a', '- a', '+ a', '1. a', '2) a', '> a', '---', '===', ':--', 'https://bare.example/?a=b&copy;=1|2', 'www.bare.example', 'a@b.example',
  '{{x}}', '$x$', '!', '"q"', "it's", '\u00a0a\u00a0', 'a\u00a0b', '\ud83d\ude00|', '\u2068\u202ea\u202c\u2069', ...RUNS, ...RUNS.map((run) => run + 'a'), ...RUNS.map((run) => 'a' + run + '|' + run),
];
const HOSTILE_CODES = [
  'a|b', '|', '||', '\\|', '\\\\|', '\\\\\\|x', 'a\\', '\\', ' \\|', '\\||\\|', '`|`', '\\`|', '<img src=x onerror=window.hacked=4>', '&lt;', '&#124;', '*a*', '[x](javascript:x)',
  ' a', 'a ', ' a ', '  a  ', 'a  b', ...RUNS, ...RUNS.map((run) => run + 'a'), ...RUNS.map((run) => 'a' + run), ...RUNS.map((run) => 'a' + run + '|b`'), ...RUNS.map((run) => ' ' + run + ' '),
  '`'.repeat(5) + ' ``<img src=x onerror=window.hacked=5>`` ' + '`'.repeat(3),
];
const PIECES = ['`', '``', '```', '|', '\\', '<b>', '<img src=x onerror=window.hacked=6>', '&lt;', '&#42;', '*', '**', '_', '~~', '![', '](x)', '[', ']', '(', ')', '^1', 'a', 'B', ' ', '.', '-',
  '#', '\u00a0', '\u00e9', '\u2713', '\u4ea7'];

/* The same numbers in every run. */
function dice(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
}

function thrown(roll, pieces) {
  return Array.from({ length: 1 + roll(9) }, () => pieces[roll(pieces.length)]).join('').replace(/ +/g, ' ').replace(/^ | $/g, '') || 'a';
}

/* As the dataset's Markdown, in ways that no download uses: each sign escaped, the longest of fences. */
const asText = (words) => words.replace(/[!-/:-@[-`{-~]/g, '\\$&');
const asCode = (words) => '`'.repeat(40) + ' ' + words + ' ' + '`'.repeat(40);

/* Cases { source, words }; without words they are what the page shows. */
export function markdownCases() {
  const roll = dice(7);
  const texts = [...HOSTILE_TEXTS, ...Array.from({ length: 150 }, () => thrown(roll, PIECES))];
  const codes = [...HOSTILE_CODES, ...Array.from({ length: 150 }, () => thrown(roll, PIECES))];
  const marked = ['*', '**', '***', '_', '__', '`', 'a', 'B', ' ', '(', ')', '\\*', '\\_', '\\|', '\u00e9', '&nbsp;', '&eacute;', '\u2713', '[l](https://l.example/?a=b&copy;=\\|(x))'];
  return [
    ...texts.map((words) => ({ source: asText(words), words })),
    ...codes.map((words) => ({ source: asCode(words), words })),
    ...texts.map((words, i) => {
      const all = words + ' ' + codes[i % codes.length] + ' ' + words;
      /* the page runs blanks together, also where one of them stands in code */
      return { source: asText(words) + ' ' + asCode(codes[i % codes.length]) + ' ' + asText(words), words: / {2}/.test(all) ? undefined : all };
    }),
    { source: 'one  \ntwo|\\\nthree', words: 'one\ntwo|\nthree' },
    { source: '*a|b* **c\\|** `d|`', words: 'a|b c| d|' },
    ...Array.from({ length: 300 }, () => ({ source: thrown(roll, marked) })),
  ];
}

/* Each case a cell, a feature's name, a note, an item, a part, words beside a status; JSON is YAML, too. */
export function markdownDataset(cases) {
  const at = (i) => cases[i % cases.length].source;
  return JSON.stringify({
    meshreport: 1, title: '1. <b>*T*</b> `x` #', subtitle: '- not a *list* | x',
    credit: { text: '+ C <i>', url: 'https://credit.example/?a=1&copy;=2' },
    products: [{ id: 'a', name: 'A|`b` *c* <b>' }, { id: 'b', name: '\\', url: 'https://b.example/(x)?a=|' }, { id: 'c', name: '1. C' }, { id: 'd', name: 'D' }],
    categories: [{
      id: 'c', name: 'C|`d` <b>',
      features: cases.map((one, i) => ({
        id: 'f' + i, name: at(i),
        values: {
          a: { text: at(i), notes: ['a note: ' + at(i)] },
          b: [at(i), at(i + 1)],
          c: { parts: [{ name: 'p|`', status: 'yes', text: at(i) }, { name: 'q', status: 'no', notes: ['a note: ' + at(i + 1)] }] },
          d: { status: 'partial', text: at(i), source: 'https://s.example/(x)?a=`|*' },
        },
      })),
    }],
  }, null, 1);
}

/* What a spreadsheet would compute.  A carriage return cannot stand in a dataset. */
export const SIGNS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1', '\uff1d1+1', '\uff0b1', '\uff0d1', '\uff201', '=HYPERLINK("https://x.example","y")', "=cmd|' /C calc'!A0"];
