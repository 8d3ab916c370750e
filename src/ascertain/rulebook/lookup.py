"""The names that people type, forgivingly: a short name, an alias or an unmistakable part will do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from ascertain.rulebook.mistakes import NotFound, did_you_mean
from ascertain.rulebook.model import Government, Program, Provision, Rulebook, Term

T = TypeVar("T")
_MOST_SHOWN = 5


def find_term(rulebook: Rulebook, text: str) -> Term:
    """The term of that phrase, short name, rule id, or unmistakable part of a phrase.

    Raises:
        NotFound: None or several fit.
    """

    def names(term: Term) -> Iterable[str]:
        yield term.phrase
        if term.short:
            yield term.short

    rule = rulebook.rules.get(text.strip())
    if rule is not None and rule.term:
        return rulebook.terms[rule.term]
    return _find("term", text, rulebook.terms, names, lambda term: [term.phrase])


def find_provision(rulebook: Rulebook, text: str) -> Provision:
    """The provision of that id, citation, heading, or unmistakable part of one.

    Raises:
        NotFound: None or several fit.
    """

    def names(provision: Provision) -> Iterable[str]:
        yield provision.id
        if provision.parent is None and provision.id in rulebook.authorities:
            yield from (citation.text for citation in rulebook.authorities[provision.id].citations)

    return _find("provision", text, rulebook.provisions, names, lambda provision: [provision.id, provision.heading])


def find_government(governments: Mapping[str, Government], text: str) -> Government:
    """The government of that id, Open Civic Data id, alias, GEOID, name, or unmistakable part of its name.

    Raises:
        NotFound: None or several fit.
    """

    def names(government: Government) -> Iterable[str]:
        return (government.id, government.name, *government.ids)

    return _find("government", text, governments, names, lambda government: [government.id, government.name])


def find_program(rulebook: Rulebook, text: str) -> Program:
    """The program of that id, name, Assistance Listing number, or unmistakable part of its name.

    Raises:
        NotFound: None or several fit.
    """

    def names(program: Program) -> Iterable[str]:
        yield from (program.id, program.name)
        if program.listing:
            yield program.listing

    return _find("program", text, rulebook.programs, names, lambda program: [program.id, program.name])


def _find(
    kind: str,
    text: str,
    known: Mapping[str, T],
    names: Callable[[T], Iterable[str]],
    searched: Callable[[T], Iterable[str]],
) -> T:
    """The one that bears the name, else the only one with the text in what is ``searched``.

    The mapping's own key wins; then a whole name, then a whole name in whatever case, then a part.
    """
    wanted = " ".join(text.split())
    if wanted in known:
        return known[wanted]
    folded = wanted.casefold()
    tries: tuple[Callable[[T], bool], ...] = (
        lambda one: wanted in names(one),
        lambda one: any(name.casefold() == folded for name in names(one)),
        lambda one: bool(folded) and any(folded in name.casefold() for name in searched(one)),
    )
    for fits in tries:
        found = [key for key, one in known.items() if fits(one)]
        if len(found) == 1:
            return known[found[0]]
        if found:
            shown = "; ".join(sorted(found)[:_MOST_SHOWN]) + ("; …" if len(found) > _MOST_SHOWN else "")
            raise NotFound(f'"{text}" fits {len(found)} {kind}s', f"write more of one of: {shown}", "A913")
    pool = [name for one in known.values() for name in names(one)]
    otherwise = f"the {kind}s include: {'; '.join(sorted(known)[:_MOST_SHOWN])}" if known else f"there are no {kind}s"
    raise NotFound(f'there is no {kind} "{text}"', did_you_mean(wanted, pool, otherwise), "A912")
