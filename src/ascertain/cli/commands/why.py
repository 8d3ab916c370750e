"""``ascertain why``: the proof of a finding, the whole law behind it, both sides' best case, what would change it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ascertain.cli.asked import Question, members, questions, whom
from ascertain.cli.commands.find import COLUMNS, heading
from ascertain.cli.days import Days, days
from ascertain.cli.kinds import Answers, answers_to
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import screen, write
from ascertain.cli.reasoning import Reasoned, has_reasons, reasoned
from ascertain.cli.subject import Subject, open_subject
from ascertain.publish.answers import title
from ascertain.publish.outline import as_markdown, as_text
from ascertain.record.model import Grade
from ascertain.rulebook.model.parties import Government


@dataclass(frozen=True, slots=True)
class _One:
    """One question for one government, under one standard."""

    question: Question
    answers: Answers
    government: Government
    subject: Subject
    when: Days
    standard: Grade

    @property
    def title(self) -> str:
        return f"{self.government.name}: {title(self.question.about, self.question.program)}"

    def reasoned(self) -> Reasoned:
        return reasoned(self.question, self.subject, self.when, self.standard, self.government)


def run(options: argparse.Namespace) -> int:
    """Explain each finding that the options come to, under one standard: the one named, else the docket's own."""
    subject = open_subject(options.subject)
    if not options.question:
        raise Misuse(
            "why needs a question", "add --question, such as --question complies; ascertain names lists them", "A960"
        )
    named, asked = whom(options, subject), questions(options, subject)
    when = days(options, subject)
    standard = options.standard or subject.standard
    ones = [
        _One(question, answers, government, subject, when, standard)
        for question in asked
        for answers in [answers_to(question, subject, when, (standard,))]
        for government in named or members(subject, when)
    ]
    write(_lines(options, subject, when, ones), options.output, options.force)
    return 0


def _lines(options: argparse.Namespace, subject: Subject, when: Days, ones: Sequence[_One]) -> Iterator[str]:
    head = heading(subject, when)
    if options.whole:
        _refuse_drawing(options, "--whole")
    if options.both_sides or options.flip:
        _refuse_drawing(options, "--both-sides and --flip")
        answered = (one.reasoned() for one in ones)
        if options.both_sides:
            from ascertain.cli.opposing import both_sides

            yield from both_sides(answered, subject, head, options)
        else:
            from ascertain.cli.changing import what_would_change_it

            yield from what_would_change_it(answered, subject, head, options)
    elif options.format == "json":
        from ascertain.publish.jsonout import document

        yield from document("ascertain/explanation/1", subject.about, "findings", map(_object, ones))
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        objects = (one.answers.explained(one.government) for one in ones)
        yield from render((*COLUMNS, "reason"), objects)
    elif options.format in ("svg", "html"):
        from ascertain.cli.proving import drawn, sheet_of

        yield from drawn([sheet_of(one.reasoned(), subject, head) for one in ones], options.format)
    else:
        yield from _shown(options, subject, head, ones)


def _shown(options: argparse.Namespace, subject: Subject, head: str, ones: Sequence[_One]) -> Iterator[str]:
    """Each explanation for people: the proof where rules conclude what is asked, else the sources; or the whole law."""
    plain = screen(to_file=options.output is not None)
    is_markdown = options.format == "md"
    for number, one in enumerate(ones):
        yield from [""] * (number > 0 and not is_markdown)
        if has_reasons(one.question, subject) and not options.whole:
            from ascertain.cli.proving import markdown, sheet_of, text

            sheet = sheet_of(one.reasoned(), subject, head)
            yield from markdown(sheet) if is_markdown else text(sheet, plain)
        elif is_markdown:
            from ascertain.publish.markdown import escape

            yield from (f"### {escape(one.title)}", "", escape(head), "")
            yield from as_markdown(one.answers.outline(one.government))
            yield ""
        else:
            yield plain.strong(one.title)
            yield head
            yield from as_text(one.answers.outline(one.government), plain)


def _object(one: _One) -> dict[str, object]:
    from ascertain.publish.lawsources import law_sources, program_source

    found = one.answers.explained(one.government)
    rests_on = found["authorities"]
    assert isinstance(rests_on, list), "the ids of provisions"
    found["law_sources"] = law_sources(rests_on, one.subject.rulebook)
    program = one.question.program
    found["program_source"] = program_source(program, one.subject.rulebook) if program else None
    if not has_reasons(one.question, one.subject):
        return {**found, "proof": None}
    from ascertain.publish.proof.jsonproof import proof_object
    from ascertain.publish.proof.proving import proof_of

    held = one.reasoned()
    return {**found, "proof": proof_object(proof_of(held.answer, held.finding), one.subject.rulebook)}


def _refuse_drawing(options: argparse.Namespace, without: str) -> None:
    if options.format in ("svg", "html"):
        raise Misuse(
            f"only a proof is shown as {options.format}",
            f"leave out {without}, or use --format table, json, csv or md",
            "A968",
        )
