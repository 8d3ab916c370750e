"""Values and their types: what a condition compares with and what a case gives."""

from __future__ import annotations

import re
from datetime import date

from ascertain.rulebook.mistakes import Reporter, did_you_mean
from ascertain.rulebook.model.terms import Term, TermType, Value
from ascertain.rulebook.raw import Text

_NUMBER = re.compile(r"-?\d{1,18}|-?\d{1,3}(,\d{3}){1,5}")
_MONEY = re.compile(r"(-?)\$(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d\d))?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
IN_WORDS = {
    TermType.YES_NO: "a yes/no term",
    TermType.NUMBER: "a number",
    TermType.MONEY: "an amount of money",
    TermType.DATE: "a date",
    TermType.TEXT: "a text",
    TermType.ONE_OF: "one of several choices",
}
_EXAMPLES = {
    TermType.YES_NO: "yes or no",
    TermType.NUMBER: "a whole number such as 12",
    TermType.MONEY: "an amount such as $1,000",
    TermType.DATE: "a day such as 2017-06-30",
}


def value_of(term: Term, text: Text, reporter: Reporter) -> Value | None:
    """The value that the text names for a term of its type, or ``None`` where it names none."""
    word = text.text
    if term.type is TermType.TEXT:
        return word
    if term.type is TermType.ONE_OF:
        if word in term.values:
            return word
        help_line = did_you_mean(word, term.values, f"the choices are {', '.join(term.values)}")
        reporter.add("A513", f'"{word[:60]}" is no choice of this term', text.place, term.place, help=help_line)
        return None
    value = _plain(term.type, word)
    if value is None:
        message = f'this term is {IN_WORDS[term.type]}, and "{word[:60]}" is none'
        if term.type is TermType.YES_NO:
            message = f'this term is answered with yes or no, not "{word[:60]}"'
        reporter.add("A512", message, text.place, term.place, help=f"write {_EXAMPLES[term.type]}")
    return value


def _plain(kind: TermType, word: str) -> Value | None:
    if kind is TermType.YES_NO:
        return {"yes": True, "no": False}.get(word)
    if kind is TermType.NUMBER:
        return int(word.replace(",", "")) if _NUMBER.fullmatch(word) else None
    if kind is TermType.MONEY:
        amount = _MONEY.fullmatch(word)
        if amount is None:
            return None
        cents = int(amount[2].replace(",", "")) * 100 + int(amount[3] or 0)
        return -cents if amount[1] else cents
    if not _DAY.fullmatch(word):
        return None
    try:
        return date.fromisoformat(word).toordinal()
    except ValueError:
        return None
