"""Our own suite put to our own engines: each case's question, and what came out in the suite's words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ascertain.findings.diagrams.diagram import Diagram
from ascertain.findings.find import find
from ascertain.findings.meaning import possible
from ascertain.findings.timelines.timeline import timeline
from ascertain.law.course import force_timeline
from ascertain.law.force import LawOn
from ascertain.law.model import Matter
from ascertain.record.facts import Record
from ascertain.record.grades import parse_standard
from ascertain.record.model import Claim, Grade
from ascertain.rulebook.dates import Interval, Moment
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Subject, Term, TermType, Value
from conformance.lawtext import Json, rulebook_of

SUITE = Path(__file__).with_name("suite")
_LAST = date(2019, 12, 31)


@dataclass(frozen=True)
class SuiteCase:
    """A case with the law that it is about."""

    case: Json
    rulebook: Rulebook


def load_suite() -> Iterator[SuiteCase]:
    """Every case of every file; a law that cases share is read once."""
    for file in sorted(SUITE.glob("*.json")):
        topic = json.loads(file.read_text("utf-8"))
        if file.name != "schema.json":
            yield from _topic(topic)


def _topic(topic: Json) -> Iterator[SuiteCase]:
    with TemporaryDirectory() as folder:
        laws = {name: rulebook_of(topic["entities"], law, Path(folder) / name) for name, law in topic["laws"].items()}
    for case in topic["cases"]:
        yield SuiteCase(case, laws[case["law"]])


def run(suite_case: SuiteCase) -> Json:
    """What comes out, with the keys that the case expects."""
    return _Run(suite_case).observed()


class _Run:
    def __init__(self, suite_case: SuiteCase) -> None:
        self.case, self.rulebook = suite_case.case, suite_case.rulebook
        self.government = self.rulebook.governments.get(self.case.get("who", ""))
        self.program = self.rulebook.programs.get(self.case.get("program", ""))
        self.on = date.fromisoformat(self.case.get("on") or self.case["from"])
        self.known = date.fromisoformat(self.case["known"]) if "known" in self.case else _LAST
        self.matter = Matter(self.government, self.program, self.on, self.known)
        self.standard = parse_standard(self.case.get("standard", "asserted"))
        self.readings = dict(self.case.get("readings", {}))
        given = [{"term": term, "value": value, "grade": "found"} for term, value in self.case.get("given", {}).items()]
        claims = [self._claim(at, claim) for at, claim in enumerate([*given, *self.case.get("record", ())])]
        concluded = frozenset(rule.term for rule in self.rulebook.rules.values() if rule.term)
        self.record = Record(tuple(claims), "", self.rulebook.programs, concluded)

    def observed(self) -> Json:
        ask, expect = self.case["ask"], self.case["expect"]
        if "spans" in expect:
            return {"spans": self._spans(ask)}
        if "force" in ask:
            return {"force": LawOn(self.rulebook, self.matter).force(ask["force"]).state.value}
        return self._finding(ask["question"], expect)

    def _finding(self, question: str, expect: Json) -> Json:
        finding = find(
            self.rulebook,
            self.record,
            self.government,
            question,
            on=self.on,
            known=self.known,
            standard=self.standard,
            program=self.program,
            readings=self.readings,
        )
        self._hold_engines_together(question, {outcome.value for outcome in finding.possible})
        found: dict[str, Any] = {"outcomes": [outcome.value for outcome in finding.possible]}
        if "turns_on" in expect:
            points = sorted(turn.id for turn in finding.law_turns if turn.kind == "reading")
            turns = {
                "facts": sorted(turn.id for turn in finding.fact_turns),
                "points": points,
                "force": len(points) < len(finding.law_turns),
            }
            found["turns_on"] = {kind: value for kind, value in turns.items() if value}
        if "facts" in expect:
            found["facts"] = {phrase: self._fact(phrase) for phrase in expect["facts"]}
        return found

    def _hold_engines_together(self, question: str, outcomes: set[str]) -> None:
        """The definition itself, and the engine asked without a record, have to say what the finding says."""
        law = LawOn(self.rulebook, self.matter)
        shown = {phrase: self._shown(term) for phrase, term in self.rulebook.terms.items()}
        known = {phrase: value for phrase, value in shown.items() if value is not None}
        by_definition = {outcome.value for outcome in possible(law, question, known, self.readings)}
        by_diagram = {outcome.value for outcome in Diagram(law, question, self.readings).possible(known)}
        assert by_definition == by_diagram == outcomes, f"{self.case['id']}: {by_definition}, {by_diagram}, {outcomes}"

    def _shown(self, term: Term) -> Value | None:
        who = self.government.id if self.government else ""
        program = self.program.id if self.program else ""
        return self.record.fact(term, who, program, self.on, self.known).under(self.standard)

    def _fact(self, phrase: str) -> Json:
        term = self.rulebook.terms[phrase]
        fact = self.record.fact(term, self.case.get("who", ""), self.case.get("program", ""), self.on, self.known)
        return {"grade": fact.grade.word} | ({} if fact.value is None else {"value": fact.value})

    def _spans(self, ask: Json) -> Sequence[Json]:
        until = date.fromisoformat(self.case["until"])
        if "force" in ask:
            periods = force_timeline(self.rulebook, ask["force"], self.matter, self.on, until)
            return _joined("force", [(start, end, force.state.value) for start, end, force, *_ in periods])
        spans = timeline(
            self.rulebook,
            self.record,
            self.government,
            ask["question"],
            start=self.on,
            end=until,
            known=self.known,
            standard=self.standard,
            program=self.program,
            readings=self.readings,
        )
        return _joined("outcomes", [(s.start, s.end, [o.value for o in s.finding.possible]) for s in spans])

    def _claim(self, number: int, claim: Json) -> Claim:
        term = self.rulebook.terms[claim["term"]]
        who, program = claim.get("who", self.case.get("who", "")), claim.get("program", "")
        bounds = (Moment.parse(claim[key]) if key in claim else None for key in ("from", "until"))
        return Claim(
            id=str(number),
            government="" if term.about is Subject.PROGRAM else who,
            program="" if term.about is Subject.GOVERNMENT else program,
            term=term.phrase,
            value=_value(term, claim["value"]),
            period=Interval(*bounds),
            said_by=claim.get("by", "someone"),
            filed=Moment.parse(claim.get("filed", "2016-01-01")),
            grade=Grade[claim["grade"].upper()],
        )


def _value(term: Term, value: Any) -> Value:
    match term.type:
        case TermType.MONEY:
            dollars, _, cents = value.removeprefix("$").replace(",", "").partition(".")
            return int(dollars) * 100 + int(cents or 0)
        case TermType.DATE:
            return date.fromisoformat(value).toordinal()
        case _:
            assert isinstance(value, bool | int | str)
            return value


def _joined(key: str, spans: list[tuple[date, date, Any]]) -> Sequence[Json]:
    """Neighbours that say the same as one: the suite asks for nothing finer."""
    joined: list[dict[str, Any]] = []
    for start, end, says in spans:
        if joined and joined[-1][key] == says:
            joined[-1]["until"] = end.isoformat()
        else:
            joined.append({"from": start.isoformat(), "until": end.isoformat(), key: says})
    return joined
