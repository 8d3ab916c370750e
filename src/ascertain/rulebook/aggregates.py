"""Totals and counts over a government's awards: ``total of TERM over awards where TERM`` and its kin.

What is counted is named by a yes/no term about an award or its program; a rule that concludes that term says in law
what it takes. So a total needs no conditions of its own.
"""

from __future__ import annotations

import re

from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.aggregates import Aggregate
from ascertain.rulebook.model.terms import Subject, Term, TermType
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Text
from ascertain.rulebook.texts import after

_TOTAL = re.compile(r"(?:the )?total of (?P<term>.+?) over awards(?: where (?P<not>not )?(?P<where>[^()]+?))?(?=\)|$)")
_NUMBER = re.compile(r"(?:the )?number of awards(?: where (?P<not>not )?(?P<where>[^()]+?))?(?=\)|$)")
_SOME = re.compile(r"(?P<which>some|every) award where (?P<not>not )?(?P<where>[^()]+)")


def aggregate_at(text: Text, offset: int, names: Names) -> tuple[Term | None, int] | None:
    """The total or count that stands in a text from an offset on.

    Returns:
        The quantity that it is, entered into the names (``None`` where a name in it is wrong, which then was reported),
        and how many characters it takes; ``None`` where there is no total or count.
    """
    found = _TOTAL.match(text.text, offset) or _NUMBER.match(text.text, offset)
    if found is None:
        return None
    summed = None
    if "term" in found.re.groupindex:
        summed = names.term(_part(text, found, "term"))
        if summed is None or not _fits(summed, (TermType.MONEY, TermType.NUMBER), _part(text, found, "term"), names):
            return None, len(found[0])
    where = _where(text, found, names)
    if found["where"] and where is None:
        return None, len(found[0])
    return _entered(summed, where, negated=bool(found["not"]), text=text, names=names), len(found[0])


def quantified(text: Text, names: Names) -> tuple[Term, str, int] | None:
    """The count that ``some award where …`` or ``every award where …`` compares, the sign and the number.

    ``None`` where the text is neither, or a name in it is wrong (then that was reported).
    """
    found = _SOME.fullmatch(text.text)
    where = None if found is None else _where(text, found, names)
    if found is None or where is None:
        return None
    every = found["which"] == "every"
    counted = _entered(None, where, negated=bool(found["not"]) is not every, text=text, names=names)
    return (counted, "=", 0) if every else (counted, ">=", 1)


def is_quantified(text: str) -> bool:
    """Whether a condition begins as one about some or every award."""
    return _SOME.fullmatch(text) is not None


def _part(text: Text, found: re.Match[str], group: str) -> Text:
    return after(Text(text.text[: found.end(group)], text.place), found.start(group))


def _where(text: Text, found: re.Match[str], names: Names) -> Term | None:
    if not found["where"]:
        return None
    part = _part(text, found, "where")
    term = names.term(part)
    return term if term is not None and _fits(term, (TermType.YES_NO,), part, names) else None


def _fits(term: Term, kinds: tuple[TermType, ...], part: Text, names: Names) -> bool:
    if term.type in kinds and term.about is not Subject.GOVERNMENT:
        return True
    wanted = "a yes/no term" if TermType.YES_NO in kinds else "an amount or a number"
    message = f'over awards stands {wanted} about an award or its program, and "{term.phrase[:60]}" is none'
    apart = (each for each in names.terms.values() if each.about is not Subject.GOVERNMENT)
    fitting = [each.phrase for each in apart if each.type in kinds]
    otherwise = "declare such a term, and conclude it by a rule if law says what it takes"
    help_line = did_you_mean(part.text, fitting, otherwise)
    names.reporter.add("A524", message, part.place, term.place, help=help_line)
    return False


def _entered(summed: Term | None, where: Term | None, *, negated: bool, text: Text, names: Names) -> Term:
    aggregate = Aggregate("" if summed is None else summed.phrase, "" if where is None else where.phrase, negated)
    phrase = aggregate.words
    kind = TermType.NUMBER if summed is None else summed.type
    least = 0 if summed is None or (summed.least is not None and summed.least >= 0) else None
    names.aggregates[phrase] = aggregate
    return names.terms.setdefault(
        phrase, Term(phrase, kind, Subject.GOVERNMENT, f"What is the {phrase}?", text.place, least=least)
    )
