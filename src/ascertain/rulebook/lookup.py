"""The names that people type, forgivingly: a short name, an alias or an unmistakable part will do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ascertain.rulebook.mistakes import NotFound, did_you_mean
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.sources import Provision
from ascertain.rulebook.model.terms import Term

T = TypeVar("T")
_MOST_SHOWN = 5
_CODE = re.compile(r"(U\.S\.C\.|C\.F\.R\.) (?=\d)")


def find_term(rulebook: Rulebook, text: str, otherwise: str = "") -> Term:
    """The term of that phrase, short name, rule id, or unmistakable part of a phrase.

    Args:
        rulebook: The law.
        text: What was typed.
        otherwise: The line of help where no name is near; by default the first few names.

    Raises:
        NotFound: None or several fit.
    """
    return _of_rule(rulebook, text) or _terms(rulebook).one(text, otherwise)


def find_question(rulebook: Rulebook, text: str, otherwise: str = "") -> Term | Provision:
    """The term that the text names, or the provision whose force it asks about.

    A whole name goes before a part of one: first that of a term, then that of a provision (its id or a citation, also
    after ``in force:`` as in rules), then a part of a term's phrase. A part of a heading names no question.

    Args:
        rulebook: The law.
        text: What was typed.
        otherwise: The line of help where no name is near; by default the first few names.

    Raises:
        NotFound: None or several fit.
    """
    terms, provisions = _terms(rulebook), _provisions(rulebook)
    _, in_force, provision = text.partition("in force:")
    if in_force:
        return provisions.one(provision, otherwise)
    if not terms.borne(text) and not _of_rule(rulebook, text):
        if provisions.borne(text):
            return provisions.one(text, otherwise)
        if not terms.partly(text):
            pool = [*terms.all(), *provisions.all()]
            help_line = did_you_mean(text, pool, otherwise or terms.first())
            raise NotFound(f'there is no term or provision "{text}"', help_line, "A912")
    return find_term(rulebook, text, otherwise)


def find_provision(rulebook: Rulebook, text: str, otherwise: str = "") -> Provision:
    """The provision of that id, citation, heading, or unmistakable part of one. Arguments as for ``find_term``.

    Raises:
        NotFound: None or several fit.
    """
    return _provisions(rulebook).one(text, otherwise)


def find_government(governments: Mapping[str, Government], text: str, otherwise: str = "") -> Government:
    """The government of that id, Open Civic Data id, alias, GEOID, name, or unmistakable part of its name.

    Arguments as for ``find_term``.

    Raises:
        NotFound: None or several fit.
    """

    def names(government: Government) -> Iterable[str]:
        return (government.id, government.name, *government.ids)

    named = _Names("government", governments, names, lambda government: [government.id, government.name])
    return named.one(text, otherwise)


def find_program(rulebook: Rulebook, text: str, otherwise: str = "") -> Program:
    """The program of that id, name, Assistance Listing number, or unmistakable part of its name.

    Arguments as for ``find_term``.

    Raises:
        NotFound: None or several fit.
    """

    def names(program: Program) -> Iterable[str]:
        yield from (program.id, program.name)
        whole = rulebook.programs.get(program.parent)
        # A listing number that parts share with the program that heads them names that program.
        if program.listing and (whole is None or whole.listing != program.listing):
            yield program.listing

    named = _Names("program", rulebook.programs, names, lambda program: [program.id, program.name])
    return named.one(text, otherwise)


@dataclass(frozen=True, slots=True)
class _Names(Generic[T]):
    """The names of one kind of thing: whole ones, and those of which a part will do."""

    kind: str
    known: Mapping[str, T]
    names: Callable[[T], Iterable[str]]
    searched: Callable[[T], Iterable[str]]

    def one(self, text: str, otherwise: str) -> T:
        """The one that bears the name, else the only one with the text in what is ``searched``."""
        found = self.borne(text) or self.partly(text)
        if len(found) == 1:
            return self.known[found[0]]
        if found:
            shown = "; ".join(sorted(found)[:_MOST_SHOWN]) + ("; …" if len(found) > _MOST_SHOWN else "")
            raise NotFound(f'"{text}" fits {len(found)} {self.kind}s', f"write more of one of: {shown}", "A913")
        help_line = did_you_mean(_plain(text), self.all(), otherwise or self.first())
        raise NotFound(f'there is no {self.kind} "{text}"', help_line, "A912")

    def borne(self, text: str) -> list[str]:
        """The keys of what bears the text as a name. The key itself wins; then a name as written, then in any case."""
        wanted = _plain(text)
        if wanted in self.known:
            return [wanted]
        as_written = [key for key, one in self.known.items() if wanted in self.names(one)]
        folded = wanted.casefold()
        return as_written or [
            key for key, one in self.known.items() if any(name.casefold() == folded for name in self.names(one))
        ]

    def partly(self, text: str) -> list[str]:
        """The keys of what has the text, in whatever case, in what is ``searched``, from the beginning of a word on."""
        part = _plain(text).casefold()
        begins = re.compile(r"(?<!\w)" + re.escape(part))
        return [
            key
            for key, one in self.known.items()
            if part and any(begins.search(name.casefold()) for name in self.searched(one))
        ]

    def all(self) -> list[str]:
        """Every name there is."""
        return [name for one in self.known.values() for name in self.names(one)]

    def first(self) -> str:
        """The first few keys, in a line of help."""
        if not self.known:
            return f"there are no {self.kind}s"
        return f"the {self.kind}s include: {'; '.join(sorted(self.known)[:_MOST_SHOWN])}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _of_rule(rulebook: Rulebook, text: str) -> Term | None:
    """The term that the rule of this id concludes."""
    rule = rulebook.rules.get(text.strip())
    return rulebook.terms[rule.term] if rule is not None and rule.term else None


def _terms(rulebook: Rulebook) -> _Names[Term]:
    def names(term: Term) -> Iterable[str]:
        yield term.phrase
        if term.short:
            yield term.short

    return _Names("term", rulebook.terms, names, lambda term: [term.phrase])


def _provisions(rulebook: Rulebook) -> _Names[Provision]:
    def names(provision: Provision) -> Iterable[str]:
        yield provision.id
        if provision.parent is None and provision.id in rulebook.authorities:
            for citation in rulebook.authorities[provision.id].citations:
                yield from _cited(citation.text)

    return _Names("provision", rulebook.provisions, names, lambda provision: [provision.id, provision.heading])


def _cited(citation: str) -> Iterator[str]:
    """A citation whole, and each of its parallels, also up to the first comma; codes with a section sign as well."""
    whole = " ".join(citation.split())
    parallels = [text for part in whole.split("; ") for text in (part, part.partition(",")[0])]
    for text in dict.fromkeys((whole, *parallels)):
        yield text
        if _CODE.search(text):
            yield _CODE.sub(r"\1 § ", text)
