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
