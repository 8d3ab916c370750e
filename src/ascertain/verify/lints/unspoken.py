"""L108, unspoken: a fact that a rule looks at, and that nothing in the words around the rule speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ascertain.findings.reaching.index import rule_leaves
from ascertain.rulebook.model.rules import Compare, IsTrue, Rule
from ascertain.verify.lints.book import Book
from ascertain.verify.lints.model import Remark, Severity

_WORD = re.compile(r"\w+")
_SHORTEST, _STEM = 4, 5
_SUBJECTS = frozenset({"gover", "award", "progr"})
"""What terms are about stands in every rulebook's phrases and tells nothing."""


def unspoken(book: Book) -> Iterator[Remark]:
    """Each rule that looks at plain terms which have no word in common with its provision.

    The words of a provision are its heading, quotes, commentary and omissions, those of the provisions that it is part
    of, its authority's title, summary and notes, and the titles of the rule and of its reading and point. A term that
    a rule concludes is defined there, and so needs no words here.
    """
    for rule in book.rulebook.rules.values():
        looked_at = (leaf.term for leaf in rule_leaves(rule) if isinstance(leaf, IsTrue | Compare))
        facts = [term for term in dict.fromkeys(looked_at) if term not in book.terms]
        said = _words(_text(book, rule), _SHORTEST - 1) if facts else set()
        strange = [fact for fact in facts if not _is_spoken_of(fact, said)]
        if strange:
            named = " and ".join(f'"{fact}"' for fact in strange)
            yield Remark(
                "L108",
                "unspoken",
                Severity.NOTE,
                (rule.id, *map(book.name, strange)),
                f"{rule.named} looks at {named}, of which {rule.provision} does not speak",
                (rule.place, *(book.rulebook.terms[fact].place for fact in strange)),
                "quote or explain the words that call for it, or conclude it by a rule where they stand",
            )


def _text(book: Book, rule: Rule) -> str:
    rulebook = book.rulebook
    authority = rulebook.authorities[rulebook.provisions[rule.provision].authority]
    parts = [rule.title, authority.title, authority.summary, authority.notes]
    at: str | None = rule.provision
    while at is not None:
        provision = rulebook.provisions[at]
        parts += [provision.heading, provision.quote, provision.commentary]
        parts += [text for omitted in provision.untranslated for text in (omitted.text, omitted.because)]
        at = provision.parent
    if rule.reading is not None:
        point = rulebook.points[rule.reading[0]]
        parts += [point.question, *(reading.text for reading in point.readings)]
    return " ".join(parts)


def _is_spoken_of(fact: str, said: Collection[str]) -> bool:
    """Whether a word of the phrase is said, or begins a word that is; a phrase without any word of its own counts."""
    meant = {word for word in _words(fact, _SHORTEST) if word not in _SUBJECTS}
    return not meant or any(word.startswith(tuple(meant)) for word in said)


def _words(text: str, shortest: int) -> set[str]:
    """The words that say something, cut so that *restricts* and *restriction* are one, and so *pays* and *pay*."""
    words = (word for word in _WORD.findall(text.casefold()) if len(word) >= shortest or word.isdecimal())
    return {word.removesuffix("s")[:_STEM] for word in words}
