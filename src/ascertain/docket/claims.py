"""The claims of an entry: what it says of facts, each checked against the vocabulary."""

from __future__ import annotations

from ascertain.docket.fields import Fields
from ascertain.docket.mistakes import Code
from ascertain.docket.model import Entry
from ascertain.docket.names import Names
from ascertain.docket.values import Unfit, kind_of_value, parse_value
from ascertain.record.model import STANDARDS, Claim, Grade, Passage
from ascertain.rulebook.confidence import CONFIDENCES
from ascertain.rulebook.model.terms import Shown, Subject, Term

CLAIM_KEYS = (
    "government", "program", "term", "value", "from", "until", "grade", "said-by", "exhibit", "passage", "note",
    "sources", "confidence",
)  # fmt: skip
PASSAGE_KEYS = ("exact", "prefix", "suffix", "start", "end", "page")
_GRADES = {grade.word: grade for grade in STANDARDS}


def read_claims(entry: Entry, fields: Fields, names: Names) -> tuple[Claim, ...]:
    """The claims of an entry, one for each government and program that a claim lists.

    Args:
        entry: The entry so far; its office, filing date, sources and confidence are the claims' own by default.
        fields: The entry's front matter.
        names: The names that may be used.
    """
    claims: list[Claim] = []
    for one in fields.tables("claims", CLAIM_KEYS, "a claim"):
        term = _term(one, names)
        if term is None:
            continue
        value, period = _value(one, term), one.period()
        exhibit, passage = read_source(one, names)
        grade = _GRADES[one.choice("grade", _GRADES, required=True, default=Grade.ASSERTED.word)]
        for government, program in _subjects(one, term, names):
            claim = Claim(
                id=f"{entry.number}.{len(claims) + 1}",
                government=government,
                program=program,
                term=term.phrase,
                value=value,
                period=period,
                said_by=one.text("said-by") or entry.by,
                filed=entry.filed,
                grade=grade,
                entry=str(entry.number),
                exhibit=exhibit,
                passage=passage,
                note=one.text("note"),
                confidence=one.choice("confidence", CONFIDENCES) or entry.confidence,
                sources=one.words("sources") or entry.sources,
            )
            claims.append(claim)
    return tuple(claims)


def read_source(one: Fields, names: Names) -> tuple[str, Passage | None]:
    """The exhibit and the passage that a claim, or the attribution of an argument, rests on."""
    passage = _passage(one)
    if exhibit := one.text("exhibit"):
        names.exhibit(exhibit, one.at("exhibit"))
    elif passage:
        one.add(Code.MISSING, f'{one.what} with a passage needs "exhibit"', "passage", "name the exhibit it stands in")
    return exhibit, passage


def _term(one: Fields, names: Names) -> Term | None:
    phrase = one.text("term", required=True)
    return names.term(phrase, one.at("term")) if phrase else None


def _value(one: Fields, term: Term) -> Shown:
    text = one.text("value", required=True)
    if not text:
        return ""
    try:
        return parse_value(term, text)
    except Unfit as unfit:
        message = f'"{text}" is no value of "{term.phrase}", which is {kind_of_value(term)}'
        one.add(Code.UNFIT_VALUE, message, "value", unfit.help)
        return ""


def _passage(one: Fields) -> Passage | None:
    held = one.table("passage", PASSAGE_KEYS, "a passage")
    if held is None:
        return None
    start, end, page = (held.number(key) for key in ("start", "end", "page"))
    if start is not None and end is not None and end < start:
        held.add(Code.BACKWARDS, f"the passage ends at {end}, before it starts at {start}", "end", "swap the two")
    exact = held.text("exact", required=True)
    return Passage(exact, held.text("prefix"), held.text("suffix"), start, end, page)


def _subjects(one: Fields, term: Term, names: Names) -> tuple[tuple[str, str], ...]:
    governments, programs = one.texts("government"), one.texts("program")
    for name, place in governments:
        names.government(name, place)
    for name, place in programs:
        names.program(name, place)
    needs_government = term.about is not Subject.PROGRAM
    needs_program = term.about is not Subject.GOVERNMENT
    if bool(governments) != needs_government or bool(programs) != needs_program:
        article = "an" if term.about is Subject.AWARD else "a"
        message = f'"{term.phrase}" is about {article} {term.about}'
        needed = " and ".join(
            key for key, need in (("government", needs_government), ("program", needs_program)) if need
        )
        one.add(Code.WRONG_SUBJECT, message, "term", f"give the claim {needed}, and nothing else that it is about")
        return ()
    return tuple(
        (who, under) for who, _ in governments or (("", one.place),) for under, _ in programs or (("", one.place),)
    )
