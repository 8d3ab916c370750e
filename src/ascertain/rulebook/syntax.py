"""The text of a fence, by its grammar, into raw items; what does not parse becomes a mistake in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from lark import Lark, Token, UnexpectedInput
from lark.exceptions import UnexpectedCharacters, UnexpectedToken
from lark.indenter import Indenter

from ascertain.rulebook.mistakes import Reporter
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.raw import Item, RawCondition, RawRule, Text
from ascertain.rulebook.shaping import Shaper, TooDeep, phrase

_IN_WORDS = {
    "KIND": "an entry such as \"term: …\"",
    "VERB": "a verb such as suspends",
    "VERDICT": "holds, does not hold, or is and an expression",
    "_IF": "if",
    "IN_EVERY_CASE": "in every case",
    "OTHERWISE": "otherwise",
    "_DASH": "a dash and a condition",
    "PHRASE": "a condition",
    "EQUALS": "=",
    "OPERATOR": "a comparison sign",
    "_COLON": "a colon",
    "LABEL": "a label",
    "NAME": "a name",
    "TARGET": "the id of a rule, provision or point",
    "KEY": "a line such as \"key: value\"",
    "TEXT": "text",
    "_TO": "to",
    "_OF": "of",
    "_RULE": "a rule",
    "CASES": "cases",
    "_EXCEPTION": "an exception",
    "_POINT": "a point",
    "_READING": "a reading",
    "_NL": "the end of the line",
    "_INDENT": "deeper lines",
}  # fmt: skip
_FORMS = {
    "terms": 'write "term: PHRASE" or "government ID: NAME", and below it, deeper, lines such as "type: yes/no"',
    "rules": 'write "rule LABEL: TERM", and below it, deeper, "holds if CONDITION" or "holds if all of" and a list',
    "table": 'write "rule LABEL: TERM" or "cases: TITLE", and below it, deeper, "hit: first" or other lines',
    "force": 'write "suspends PROVISION" or another verb, and below it, deeper, lines such as "effective: DATE"',
    "cases": 'write "case: NAME", and below it, deeper, lines such as "on: DATE", "ask: TERM", "expect: holds"',
    "untranslated": 'write "omits: WORDS OF THE LAW", and below it, deeper, "because: WHY"',
    "accepted": 'write "accepts: REMARK" with its name as the check prints it, and below it, deeper, "because: WHY"',
}


class _Indents(Indenter):
    NL_type = "_NL"
    OPEN_PAREN_types: list[str] = []  # noqa: RUF012 - the base class declares it so
    CLOSE_PAREN_types: list[str] = []  # noqa: RUF012
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 4


@cache
def _parser() -> Lark:
    grammar = Path(__file__).with_name("rulebook.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", start=list(_FORMS), postlex=_Indents(), maybe_placeholders=False)


_SPACE = re.compile(r"\s")


def parse_fence(kind: str, file: str, start: int, lines: Sequence[str], reporter: Reporter) -> Iterator[Item]:
    """The items of one fence; each that does not parse is reported, and the others are still read.

    Args:
        kind: One of the six fences.
        file: The file's name, for places.
        start: The number of the first of ``lines`` in the file.
        lines: What stands between the fence's marks.
        reporter: Takes what is wrong.
    """
    for number, piece in _pieces(file, start, lines, reporter):
        try:
            tree = _parser().parse("\n".join(piece) + "\n", start=kind)
            items = list(Shaper(file, number - 1).items(tree))
        except UnexpectedInput as problem:
            _explain(kind, file, number, piece, problem, reporter)
        except TooDeep as problem:
            help_line = "declare a term for a part of it and conclude that term by a rule of its own"
            reporter.add("A310", "this condition is nested too deeply", problem.place, help=help_line)
        else:
            yield from items


def _pieces(file: str, start: int, lines: Sequence[str], reporter: Reporter) -> Iterator[tuple[int, Sequence[str]]]:
    """The fence cut where a line begins at the margin, without the pieces whose indentation is broken."""
    piece: list[str] = []
    first = start
    for number, line in enumerate([*lines, "end"], start):
        if line.strip() and not line[0].isspace() and piece:
            if _indented_well(file, first, piece, reporter):
                # Tabs and hard spaces between words are spaces too.
                yield first, [_SPACE.sub(" ", each) for each in piece]
            piece = []
        if line.strip() or piece:
            if not piece:
                first = number
            piece.append(line.rstrip())


def _indented_well(file: str, first: int, piece: Sequence[str], reporter: Reporter) -> bool:
    depths = [0]
    for number, line in enumerate(piece, first):
        if not line:
            continue
        margin = line[: len(line) - len(line.lstrip())]
        place = Place(file, number, 1)
        if margin.strip(" "):
            reporter.add("A301", "this line is indented with something other than spaces", place, help="use spaces")
            return False
        if number == first and margin:
            message = "the first line of an entry begins at the margin"
            reporter.add("A302", message, Place(file, number, len(margin) + 1), help="remove the spaces before it")
            return False
        if len(margin) > depths[-1]:
            depths.append(len(margin))
        while len(margin) < depths[-1]:
            depths.pop()
        if len(margin) != depths[-1]:
            message = "this line stands at a depth that no line above it has"
            wanted = f"indent it by {depths[-1]} spaces, or as deep as the line above"
            reporter.add("A303", message, Place(file, number, len(margin) + 1), help=wanted)
            return False
    return True


def _explain(
    kind: str, file: str, first: int, piece: Sequence[str], problem: UnexpectedInput, reporter: Reporter
) -> None:
    """Say in plain words what was expected where the grammar gave up."""
    found, line, column = "", problem.line, problem.column
    expected: set[str] = set()
    if isinstance(problem, UnexpectedToken):
        token: Token = problem.token
        found = "" if token.type.startswith("_") or token.type == "$END" else str(token).split("\n")[0]
        expected = set(problem.accepts or problem.expected)
        if token.type in {"_NL", "_INDENT", "_DEDENT", "$END"}:
            line, column = _end_of(piece, token)
    elif isinstance(problem, UnexpectedCharacters):
        expected = set(problem.allowed or ())
        found = piece[line - 1][column - 1 :] if 0 < line <= len(piece) else ""
    words = [word for name, word in _IN_WORDS.items() if name in expected]
    message = f"expected {_either(words)}" if words else "nothing more was expected here"
    found = phrase(found)
    if found:
        message += f', found "{found[:60]}"'
    reporter.add("A304", message, Place(file, first - 1 + max(1, line), max(1, column)), help=_FORMS[kind])


def _end_of(piece: Sequence[str], token: Token) -> tuple[int, int]:
    """Where the line ends before which something is missing, or where the surprising deeper line begins."""
    line = token.line or len(piece)
    if token.type == "_INDENT":
        below = next((at for at in range(line, len(piece)) if piece[at]), line - 1)
        return below + 1, len(piece[below]) - len(piece[below].lstrip()) + 1
    line = min(max(1, line), len(piece))
    while line > 1 and not piece[line - 1]:
        line -= 1
    return line, len(piece[line - 1]) + 1


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


_SIGN = re.compile(r"[=<>]")


def condition_in(text: Text, reporter: Reporter) -> RawCondition | None:
    """The condition on one line, or ``None`` where it is none (then that was reported)."""
    before = "  holds if "
    try:
        tree = _parser().parse(f"rule R: t\n{before}{text.text}\n", start="rules")
    except UnexpectedInput:
        message = f'"{text.text[:60]}" is no condition on one line'
        reporter.add("A315", message, text.place, help="write a condition such as a phrase, or a phrase = VALUE")
        return None
    (rule,) = Shaper(text.place.file, text.place.line - 2, text.place.column - 1 - len(before)).items(tree)
    assert isinstance(rule, RawRule), "a rule was parsed"
    return rule.clauses[0].guard


def usable_as_condition(term: str) -> bool:
    """Whether the grammar would read ``term`` on a line of its own as that one phrase."""
    try:
        tree = _parser().parse(f"rule R: t\n  holds if {term}\n", start="rules")
    except UnexpectedInput:
        return False
    clause = next(tree.find_data("is_true"), None)
    return clause is not None and _SIGN.search(term) is None
