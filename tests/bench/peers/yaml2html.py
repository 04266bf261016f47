#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a user would write instead: PyYAML (libyaml underneath unless --pure) and string joins,
or --jinja for a Jinja2 template.  usage: yaml2html.py [--pure|--jinja|--load] IN.yaml [OUT.html]
--load only loads the file."""
import html
import re
import sys

import yaml

LINK = re.compile(r"\[([^]]*)\]\(([^)]*)\)|\*\*([^*]*)\*\*|`([^`]*)`")


def rich(s):
    o, p = [], 0
    for m in LINK.finditer(s):
        o.append(html.escape(s[p:m.start()]))
        if m[1] is not None:
            o.append('<a href="%s">%s</a>' % (html.escape(m[2]), html.escape(m[1])))
        elif m[3] is not None:
            o.append("<strong>%s</strong>" % html.escape(m[3]))
        else:
            o.append("<code>%s</code>" % html.escape(m[4]))
        p = m.end()
    o.append(html.escape(s[p:]))
    return "".join(o)


def status(v):
    if isinstance(v, dict):
        s, n = status(v["status"])[0], v.get("text", "")
        return s, n
    return {True: "yes", False: "no"}.get(v, v), ""


TEMPLATE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{{ d.title }}</title></head><body><table>
<thead><tr><th></th>{% for p in d.products %}<th><a href="{{ p.url }}">{{ p.name }}</a></th>{% endfor %}</tr></thead><tbody>
{% for c in d.categories %}<tr><th colspan="{{ n }}">{{ c.name }}</th></tr>
{% for f in c.features %}<tr><th>{{ f.name }}</th>{% for p in d.products %}{% set v = status(f['values'][p.id]) %}
<td class="{{ v[0][0] }}">{% if v[1] %}{{ rich(v[1])|safe }}{% else %}{{ v[0] }}{% endif %}</td>{% endfor %}</tr>
{% endfor %}{% endfor %}</tbody></table></body></html>
"""


def main():
    a = sys.argv[1:]
    mode = a.pop(0) if a[0].startswith("--") else ""
    loader = yaml.SafeLoader if mode == "--pure" else yaml.CSafeLoader
    with open(a[0], "rb") as f:
        d = yaml.load(f, Loader=loader)
    if mode == "--load":
        return
    with open(a[1], "w", encoding="utf-8") as o:
        if mode == "--jinja":
            import jinja2
            t = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
            o.writelines(t.generate(d=d, n=len(d["products"]) + 1, status=status, rich=rich))
            return
        e = html.escape
        o.write('<!DOCTYPE html><html><head><meta charset="utf-8"><title>%s</title></head><body><table>\n'
                '<thead><tr><th></th>' % e(d["title"]))
        ids = [p["id"] for p in d["products"]]
        for p in d["products"]:
            o.write('<th><a href="%s">%s</a></th>' % (p["url"], e(p["name"])))
        o.write("</tr></thead><tbody>\n")
        for c in d["categories"]:
            o.write('<tr><th colspan="%d">%s</th></tr>\n' % (len(ids) + 1, e(c["name"])))
            for f in c["features"]:
                row = ["<tr><th>%s</th>" % e(f["name"])]
                for i in ids:
                    s, n = status(f["values"][i])
                    row.append('<td class="%s">%s</td>' % (s[0], rich(n) if n else s))
                o.write("".join(row) + "</tr>\n")
        o.write("</tbody></table></body></html>\n")


main()
