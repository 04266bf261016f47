# SPDX-License-Identifier: MIT
"""A case a line: the rule, what is changed in BASE so that it fires, where (path), and what is near and must not fire.

Each fires once in the first and not at all in the second, with every rule on.
"""

BASE = """meshreport: 1
title: A comparison
subtitle: of two
language: en
as_of: 2024-05-01
credit: {text: us, url: "https://us.io/x", license: MIT}
statuses: {beta: {label: in beta, like: partial, symbol: β}}
notes: {manual: by hand}
products:
  - {id: istio, name: Istio, url: "https://istio.io"}
  - {id: linkerd, name: Linkerd, url: "https://linkerd.io/2/"}
categories:
  - id: traffic
    name: Traffic
    description: What moves
    features:
      - id: retries
        name: Retries
        values:
          istio: {status: yes, source: "https://istio.io/docs", verified: 2024-04-01}
          linkerd: {status: no, notes: manual, verified: 2024-04-01}
      - id: license
        name: License
        values:
          istio: {text: Apache-2.0, verified: 2024-04-01}
          linkerd: {text: MIT, verified: 2024-04-01}
"""

# The words that are replaced, as they stand in BASE.
ISTIO = '{status: yes, source: "https://istio.io/docs", verified: 2024-04-01}'
LINKERD = "{status: no, notes: manual, verified: 2024-04-01}"
TEXT = "{text: Apache-2.0, verified: 2024-04-01}"
URL = '"https://istio.io"'
LAST = "          linkerd: {text: MIT, verified: 2024-04-01}\n"

CELL = "categories[0].features[0].values."
TEXT_CELL = "categories[0].features[1].values.istio"


def cell(text, product="istio"):
    return [(ISTIO if product == "istio" else LINKERD, text)]


def link(address):
    return [(URL, '"%s"' % address)]


def more(*features):
    """Further features, by id and name, in the same category."""
    return [(LAST, LAST + "".join("      - {id: %s, name: '%s', values: {istio: {text: x, verified: 2024-04-01}, "
                                  "linkerd: {text: y, verified: 2024-04-01}}}\n" % f for f in features))]


def products(*names):
    return [("categories:\n", "".join("  - {id: %s, name: '%s'}\n" % n for n in names) + "categories:\n")]


# rule, what fires, its path (None: any), what must not.  Words of the message may stand fifth.
CASES = [
    ("boolean", cell("true"), CELL + "istio", cell('"true"')),
    ("status-text", [(ISTIO, "ye"), (LINKERD, "no")], CELL + "istio", [(ISTIO, "{text: ye}"), (LINKERD, "{status: no, notes: manual}")]),
    ("url-scheme", link("www.istio.io"), "products[0].url", link("www/istio.html")),
    ("image", [("description: What moves", "description: What ![moves](a.png)")], "categories[0].description",
     [("description: What moves", "description: What [moves](a.png)")]),
    ("link-title", [("description: What moves", "description: 'What [moves](a.png \"t\")'")], "categories[0].description",
     [("description: What moves", "description: 'What [moves \"t\"](a.png)'")]),
    ("note-twice", [("notes: manual, ver", "notes: [manual, manual], ver")], CELL + "linkerd.notes[1]",
     [("notes: manual, ver", "notes: [manual, by my own hand], ver")]),
    ("empty-category", [(LAST, LAST + "  - {id: none, name: None}\n")], "categories[1]",
     [(LAST, LAST + "  - {id: other, name: Other, features: [{id: f, name: F, values: {istio: {text: x, verified: 2024-04-01}}}]}\n")]),
    ("twin-symbols", [("symbol: β", "symbol: ✓"), (LINKERD, "{status: beta, notes: manual, verified: 2024-04-01}"),
                      (ISTIO, "{status: yes, source: 'https://x.io', verified: 2024-04-01}"),
                      ("statuses: {", "statuses: {yes: {symbol: ✓}, ")], None,
     [("statuses: {", "statuses: {yes: {symbol: β}, ")]),
    ("unused-note", [("notes: manual, ", "")], "notes.manual", [("notes: manual, ", ""), ("url: \"https://istio.io\"", "notes: manual")]),
    ("unused-note", [("notes: {manual: by hand}", "notes: {manual: by hand, other: by foot}")], "notes.other",
     [("notes: {manual: by hand}", "notes: {manual: by hand, other: by foot}"), ("verified: 2024-04-01}\n          linkerd: {status",
                                                                              "notes: [other], verified: 2024-04-01}\n          linkerd: {status")]),
    ("unsourced", cell("{status: yes, verified: 2024-04-01}"), CELL + "istio",
     cell("{status: yes, text: 'yes, [see](https://istio.io/x)', verified: 2024-04-01}")),
    ("unsourced", cell("{parts: [{name: A, status: yes}, {name: B, status: yes}], verified: 2024-04-01}"), CELL + "istio",
     cell("{parts: [{name: A, status: yes}, {name: B, status: no}], verified: 2024-04-01}")),
    ("unsourced", cell("{status: yes, notes: [as we read], verified: 2024-04-01}"), CELL + "istio",
     cell("{status: yes, notes: ['as [we](https://x.io) read'], verified: 2024-04-01}")),
    ("unsourced", cell("{parts: [{name: A, status: yes, text: so}, {name: B, status: yes}], verified: 2024-04-01}"), CELL + "istio",
     cell("{parts: [{name: A, status: yes, text: '[so](https://x.io)'}, {name: B, status: yes}], verified: 2024-04-01}")),
    ("contradiction", cell("{status: no, text: 'Yes, with a plugin', verified: 2024-04-01}", "linkerd") + [("{manual: by hand}", "{}")],
     CELL + "linkerd.text", cell("{status: planned, text: 'yes, in 2.0', notes: manual, verified: 2024-04-01}", "linkerd")),
    ("contradiction", cell("{status: yes, text: no (yet), source: 'https://x.io', verified: 2024-04-01}"), CELL + "istio.text",
     cell("{status: yes, text: No limits, source: 'https://x.io', verified: 2024-04-01}")),
    ("contradiction", cell("{parts: [{name: A, status: no, text: 'yes'}], verified: 2024-04-01}"), CELL + "istio.parts[0].text",
     cell("{parts: [{name: A, status: no, text: yesterday}], verified: 2024-04-01}")),
    ("status-in-text", [(TEXT, "{text: 'Timeout yes, Retry no', verified: 2024-04-01}")], TEXT_CELL,
     [(TEXT, "{text: 'Without timeouts, of course no', verified: 2024-04-01}")]),
    ("status-in-text", [(TEXT, "{text: 'HTTP/2: no', verified: 2024-04-01}")], TEXT_CELL,
     [(TEXT, "{text: 'HTTP/2: none', verified: 2024-04-01}")]),
    ("status-in-text", [(TEXT, "['TLS: Yes.', Apache]")], TEXT_CELL, [(TEXT, "['TLS: no', Apache]"), ("name: License\n", "name: License\n        kind: text\n")]),
    ("status-in-text", [(TEXT, "{text: 'A beta; B no', verified: 2024-04-01}")], TEXT_CELL,
     [(TEXT, "{text: 'A unknown; B na', verified: 2024-04-01}")]),
    ("status-in-text", [(TEXT, "{text: 'TLS=yes', verified: 2024-04-01}")], TEXT_CELL,
     [(TEXT, "{text: 'yes; .; TLS:; : no; A no; B %s', verified: 2024-04-01}" % ("a" * 130))]),
    ("status-in-text", [(TEXT, "{text: 'TLS : yes , Retry: no', verified: 2024-04-01}")], TEXT_CELL,
     [(TEXT, "{text: 'TLS %sno', verified: 2024-04-01}" % ("no" * 70))]),
    ("stray-space", [("title: A comparison", "title: 'A comparison '")], "title", [("title: A comparison", "title: A  comparison")]),
    ("stray-space", [("name: Istio", "name: ' Istio'")], "products[0].name", [("name: Istio", "name: Is tio")]),
    ("stray-space", [("name: Retries", "name: \"Retries\u00a0\"")], "categories[0].features[0].name", [("name: Retries", "name: \"Re\u00a0tries\"")]),
    ("stray-space", [("description: What moves", "description: 'What moves '")], "categories[0].description",
     [("description: What moves", "description: |\n      What moves")]),
    ("stray-space", [("in beta", "'in beta '")], "statuses.beta.label", [("in beta", "in  beta")]),
    ("twin-features", more(("a", "Load-Balancing"), ("b", "load balancing")), "categories[0].features[3].name",
     more(("lb", "Load Balancing"), ("ub", "Load and balance"))),
    ("twin-features", more(("me", "Custom metrics"), ("cm", "Custom Metric")), "categories[0].features[3].name",
     more(("http", "HTTP"), ("https", "HTTPS"))),
    ("twin-features", more(("re", "Redirects & Rewrites"), ("rw", "Redirect and rewrite")), "categories[0].features[3].name",
     more(("c", "C"), ("cpp", "C++"), ("cs", "C#"))),
    ("twin-features", more(("v", "Version 1.0"), ("version", "version  1.0")), "categories[0].features[3].name",
     more(("v", "Version 1.0"), ("version", "Version 10"))),
    ("twin-features", more(("re", "retries")), "categories[0].features[2].name",
     [(LAST, LAST + "  - {id: other, name: Other, features: [{id: re, name: Retries, values: {istio: {text: x, verified: 2024-04-01}}}]}\n")]),
    ("near-features", more(("ac", "Access logging"), ("ag", "Acces logging")), "categories[0].features[3].name",
     more(("sy", "Synchronous calls"), ("asy", "Asynchronous calls"))),
    ("near-features", more(("ca", "Canary releases"), ("cn", "Canery releases")), "categories[0].features[3].name",
     more(("v4", "Support of IPv4"), ("v6", "Support of IPv6"), ("ta", "Support tier A"), ("tb", "Support tier B"))),
    ("near-features", more(("hl", "Header routing"), ("hr", "Header rotuing x"), ("hx", "Header routign"), ("hy", "Headers routing")), None,
     more(("in", "Inbound rules"), ("out", "Outbound rules"))),
    ("near-features", more(("hr", "Header_routin"), ("hs", "Header_routing")), "categories[0].features[3].name",
     more(("la", "A name that is " + "so very " * 7 + "long"), ("lb", "A name that is " + "so very " * 7 + "lung"))),
    ("twin-products", products(("is", "istio")), "products[2].name", products(("ib", "Istio 2"))),
    ("id-name", [("id: retries", "id: buffers")], "categories[0].features[0].id", [("id: retries", "id: retry")]),
    ("id-name", [("id: retries", "id: timeout")], "categories[0].features[0].id", more(("lb", "Load Balancing"), ("k8s", "Kubernetes"), ("zh", "负载均衡"), ("c-plus", "C++"))),
    ("id-swapped", more(("timeout", "Buffers"), ("bf", "Time-out")), "categories[0].features[2].id",
     more(("timeout", "Time limits"), ("bf", "Time-out"))),
    ("id-swapped", more(("timeout", "Buffers"), ("bf", "Time-out"), ("qq", "??")), "categories[0].features[2].id",
     more(("timeout", "Time limits"), ("bf", "Time-out"), ("qq", "??"))),
    ("dead-link", link("https://localhost:8080/x"), "products[0].url", link("https://localhost.io/x")),
    ("dead-link", link("https://istio"), "products[0].url", link("https://istio.io:8443")),
    ("dead-link", link("https://istio..io/x"), "products[0].url", link("https://is-tio.io./x")),
    ("dead-link", link("https://-istio.io/"), "products[0].url", link("https://istio_x.y.io/")),
    ("dead-link", link("https://192.168.1.1/"), "products[0].url", link("https://192.168.io/")),
    ("dead-link", link("https://172.20.0.1/"), "products[0].url", link("https://172.32.0.1/")),
    ("dead-link", link("https://10.0.0.1/"), "products[0].url", link("https://10.io/")),
    ("dead-link", link("https://istio.io:99999/"), "products[0].url", link("https://[2001:db8::1]:443/")),
    ("dead-link", link("https://istio.io:0/"), "products[0].url", link("https://istio.io:65535/")),
    ("dead-link", link("https://istio.io:/"), "products[0].url", link("https://172.9.0.1/")),
    ("dead-link", link("https://istio.io:8a/"), "products[0].url", link("https://172.160.0.1/")),
    ("dead-link", link("https://[2001:db8::1]:655350/"), "products[0].url", link("https://1724.io/")),
    ("dead-link", link("https://istio.io:12345678/"), "products[0].url", link("https://8.8.8.8/")),
    ("dead-link", link("https://172.16.0.1/"), "products[0].url", link("https://172.15.0.1/")),
    ("dead-link", link("https://:443/x"), "products[0].url", link("https://172.1/")),
    ("dead-link", link("https://istio-.io/"), "products[0].url", link("https://bücher.io/")),
    ("dead-link", link("https://istio.io/x)"), "products[0].url", link("https://istio.io/a.../b")),
    ("dead-link", link("https://istio.io/doc..."), "products[0].url", link("https://istio.io/..x")),
    ("dead-link", link("https://istio.io/doc…"), "products[0].url", link("https://istio.io/…/doc".replace("…", "..."))),
    ("dead-link", link("https://istio.io/docs),"), "products[0].url", link("https://istio.io/docs_(x)")),
    ("dead-link", link("https://istio.io/docs%20"), "products[0].url", link("https://istio.io/docs%20x")),
    ("dead-link", link("https://https://istio.io"), "products[0].url", link("https://web.archive.org/web/2024/https://istio.io")),
    ("dead-link", link("https://me@localhost/"), "products[0].url", link("https://me@istio.io/")),
    ("dead-link", link("mailto:us"), "products[0].url", link("mailto:us@istio.io")),
    ("dead-link", [("description: What moves", "description: '[a](https://x.test) [b](docs/x.html)'")], "categories[0].description",
     [("description: What moves", "description: '[a](https://x.testing.io) [b](#x)'")]),
    ("dead-link", cell("{status: yes, source: ['https://istio.io', 'https://a.local'], verified: 2024-04-01}"), CELL + "istio.source[1]",
     cell("{status: yes, source: ['https://istio.io', 'https://local.io'], verified: 2024-04-01}")),
    ("dead-link", [("https://us.io/x", "https://us,io/x")], "credit.url", [("https://us.io/x", "https://us.io/,x")]),
    ("example-link", link("https://docs.example.com/x"), "products[0].url", link("https://example.io/x")),
    ("http-link", link("http://istio.io"), "products[0].url", link("https://http.io/http://x")),
    ("language", [("language: en", "language: eo")], "language", [("language: en", "language: de-AT")]),
    ("future-date", [("as_of: 2024-05-01", "as_of: 2024-06-02")], "as_of", [("as_of: 2024-05-01", "as_of: 2024-06-01")]),
    ("future-date", cell('{status: yes, source: "https://istio.io/docs", verified: 2025-01-01}'), CELL + "istio.verified", []),
    ("verified-late", cell('{status: yes, source: "https://istio.io/docs", verified: 2024-05-02}'), CELL + "istio.verified",
     cell('{status: yes, source: "https://istio.io/docs", verified: 2024-05-01}')),
    ("stale", cell('{status: yes, source: "https://istio.io/docs", verified: 2023-06-01}'), CELL + "istio.verified",
     cell('{status: yes, source: "https://istio.io/docs", verified: 2023-06-02}')),
    ("stale", cell('{status: yes, source: "https://istio.io/docs"}'), "categories[0].features[0]", cell("unknown")),
    ("mostly-unknown", products(("c", "Cilium"), ("d", "Dapr"), ("e", "Envoy")), None, products(("c", "Cilium"), ("d", "Dapr"))),
]
