"""Cases of dmn-tck that a rulebook can say: FEEL's ternary logic, comparisons and ranges, and which texts are days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, parse

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.meaning import possible
from ascertain.rulebook.dates import Moment
from ascertain.rulebook.model.rules import Outcome
from conformance import books, checkouts
from conformance.feel import Reader
from conformance.manifest import AGREES, DIFFERS, DISAGREES, EXCLUDED, InexpressibleError, Verdict

SUITE = "dmn-tck"
SOURCE = "https://github.com/dmn-tck/tck"

TOPICS = (
    "compliance-level-2/0106-feel-ternary-logic",
    "compliance-level-2/0107-feel-ternary-logic-not",
    "compliance-level-3/0059-feel-all-function",
    "compliance-level-3/0060-feel-any-function",
    "compliance-level-3/0064-feel-conjunction",
    "compliance-level-3/0065-feel-disjunction",
    "compliance-level-3/0066-feel-negation",
    "compliance-level-3/0068-feel-equality",
    "compliance-level-3/0071-feel-between",
    "compliance-level-3/0072-feel-in",
    "compliance-level-3/1115-feel-date-function",
)

_QUESTION = "expression is true"
_OPEN = frozenset({Outcome.HOLDS, Outcome.DOES_NOT_HOLD})
_SETTLED = {"true": frozenset({Outcome.HOLDS}), "false": frozenset({Outcome.DOES_NOT_HOLD}), "null": _OPEN}
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_DATE = re.compile(r'date\("([^"]*)"\)$')


def checkout() -> Path:
    """Where the suite lies.

    Raises:
        MissingError: It is not at hand.
    """
    return checkouts.checkout(SUITE, SOURCE, "DMN_TCK", holds="TestCases")


def suite_version() -> str:
    """The commit that is checked out, or *unknown*.

    Raises:
        MissingError: The suite is not at hand.
    """
    return checkouts.commit(checkout())


def verdicts() -> Iterator[Verdict]:
    """Run every result that the topics expect.

    Raises:
        MissingError: The suite is not at hand.
    """
    folder = checkout() / "TestCases"
    for topic in TOPICS:
        number = Path(topic).name.partition("-")[0]
        for model in sorted((folder / topic).glob("*.dmn")):
            expressions = dict(_expressions(parse(model).getroot()))  # noqa: S314 - a suite that the caller trusts
            for tests in sorted((folder / topic).glob("*.xml")):
                yield from _tests(number, expressions, parse(tests).getroot())  # noqa: S314 - the same


def _expressions(model: Element) -> Iterator[tuple[str, str]]:
    for decision in model.iter():
        if _tag(decision) == "decision":
            texts = [(text.text or "").strip() for text in decision.iter() if _tag(text) == "text"]
            yield decision.get("name", ""), texts[0] if len(texts) == 1 else ""


def _tests(number: str, expressions: Mapping[str, str], tests: Element) -> Iterator[Verdict]:
    for case in (each for each in tests if _tag(each) == "testCase"):
        inputs = {each.get("name", ""): _value(each) for each in case if _tag(each) == "inputNode"}
        for result in (each for each in case if _tag(each) == "resultNode"):
            name = result.get("name", "")
            yield _verdict(f"{number}/{case.get('id')}/{name}", expressions.get(name, ""), inputs, _value(result))


def _verdict(name: str, text: str, inputs: Mapping[str, str], expected: str) -> Verdict:
    try:
        wrong = _wrong(text, inputs, expected)
    except InexpressibleError as error:
        return Verdict(name, EXCLUDED, str(error))
    if not wrong:
        return Verdict(name, AGREES)
    explained = _explained(text)
    return Verdict(name, DIFFERS, explained) if explained else Verdict(name, DISAGREES, f"{text}: {wrong}")


def _wrong(text: str, inputs: Mapping[str, str], expected: str) -> str:
    if day := _DATE.match(text):
        read = _read_day(day[1])
        return "" if read == expected else f"expected {expected}, here {read}"
    if not text:
        raise InexpressibleError("a decision of several expressions")
    if not inputs.keys() <= {"A", "B"} or not set(inputs.values()) <= {"true", "false", "null"}:
        raise InexpressibleError("inputs that are no booleans")
    said = Reader(text, {key: {"true": True, "false": False}.get(value) for key, value in inputs.items()}).read()
    if expected not in _SETTLED:
        raise InexpressibleError("a result that is no boolean")
    terms = [books.term(_QUESTION), *(books.term(phrase, kind) for phrase, kind in said.types.items())]
    rule = books.rule("R", _QUESTION, books.clause(True, said.condition), books.clause(False, None, otherwise=True))
    law = books.law(terms, [rule])
    found = possible(law, _QUESTION, said.known)
    assert Diagram(law, _QUESTION).possible(said.known) == found
    return "" if found == _SETTLED[expected] else f"expected {expected}, here {' or '.join(sorted(found))}"


def _read_day(text: str) -> str:
    """The day as a rulebook reads it, or *null* where there is none."""
    if re.match(r"[-+]|\d{5}", text):
        raise InexpressibleError("years before 1 and after 9999")
    try:
        moment = Moment.parse(text)
    except ValueError:
        return "null"
    return str(moment) if moment.exact else "null"


def _explained(text: str) -> str:
    if re.search(r"null (and|or) null|null\b.*\bnull", text):
        return "two nulls are one value in FEEL; two things unknown are two"
    return ""


def _value(node: Element) -> str:
    """The value in a node, *null* for none, and something that is no boolean for lists and contexts."""
    values = [each for each in node.iter() if _tag(each) == "value"]
    if len(values) != 1 or any(_tag(each) in ("list", "component") for each in node.iter()):
        return "structure"
    return "null" if values[0].get(_NIL) == "true" else (values[0].text or "")


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
