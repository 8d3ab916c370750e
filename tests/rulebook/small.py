"""A small but complete rulebook to load, change and break."""

from __future__ import annotations

from pathlib import Path

VOCABULARY = """\
---
id: small
title: A small rulebook
covers: {from: 2000-01-01, until: 2020-01-01}
---

```terms
term: government complies
  type: yes/no
  about: government
  short: complies
  ask: Does it comply?
  note: A conclusion
    on two lines.

term: government restricts sending
  type: yes/no
  about: government
  ask: Does it restrict sending?

term: information includes release dates
  type: yes/no
  about: government
  ask: Does it?

term: the response
  type: one of honours, declines
  about: government
  ask: Which?

term: the award
  type: money
  about: award
  ask: How much?

term: the day of the letter
  type: date
  about: government
  ask: When?

government nevada: State of Nevada
  kind: state
  state: NV
  circuit: 9
  ids: ocd-division/country:us/state:nv, 32

government ely: City of Ely
  kind: city
  parent: nevada

agency doj: Department of Justice

agency ojp: Office of Justice Programs
  parent: doj

program jag: JAG grants
  agency: ojp
  listing: 16.738

program jag-2017: JAG, fiscal year 2017
  parent: jag

group mayors: Conference of Mayors
  member: ely from 2010-01-01 until 2018
```
"""

LAW = """\
---
id: law
kind: statute
title: The law
citations: [{text: "1 Stat. 1", from: 2010-01-01}]
issuer: Congress
issued: 2010-01-01
in-force: [{from: 2010-01-01}]
binds: everyone
sources: ["Stat."]
confidence: verified
---

# The law

Commentary on the whole.

## § 1 {#sec-1 from=2011-01-01}

> No government may restrict
> the sending of information.

### (a) {#sec-1-a binds="state NV"}

Commentary on (a).

```rules
rule C: government complies
  holds if all of
    - not government restricts sending
    - any of
      - the response = honours
      - the award >= $1,000
      - the day of the letter < 2012-03-04
      - none of
        - government in group mayors
        - program is jag
  unless all of
    - in force: order
    - reading: scope = BROAD
    - information includes release dates
  does not hold otherwise

point scope: What does it reach?

reading BROAD of scope: all of it
  held by: law, The respondents
  rule B: information includes release dates
    holds in every case

reading NARROW of scope: little
  held by: ely
  rule N: information includes release dates
    does not hold in every case
```

### Cases

```cases
case: one
  who: ely
  program: jag-2017
  on: 2012-01-01
  given: not government restricts sending
  given: the award = $2,000.50
  reading: scope = NARROW
  ask: complies
  expect: holds or does not hold
  turns on: scope
  turns on: the response
```

```untranslated
omits: "as necessary"
  because: No criteria.
```
"""

ORDER = """\
---
id: order
kind: court order
title: An order
citations: []
issuer: A court
issued: 2012-01-01
in-force: [{from: 2012-01-01}]
binds: everyone
sources: []
confidence: memory
---

```rules
exception X to law#C: the order wins
  does not hold if government restricts sending
```

```force
suspends law#sec-1
  effective: open
  not before: 2012-02-01
  until: 2013
  for: state NV, perhaps circuit 9 except ely
  carves out: law#sec-1-a, the order's own words

binds reading NARROW of law#scope
  for: circuit 9
```
"""

FILES = {"vocabulary.md": VOCABULARY, "law.md": LAW, "orders/order.md": ORDER}


def written(folder: Path, files: dict[str, str] | None = None) -> Path:
    """The folder with the small rulebook, or other files, in it."""
    for name, text in (files or FILES).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def as_bytes(files: dict[str, str] | None = None) -> dict[str, bytes]:
    """The small rulebook, or other files, as the compiler takes them."""
    return {name: text.encode() for name, text in (files or FILES).items()}
