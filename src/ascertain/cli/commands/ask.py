"""``ascertain ask``: the facts whose answers could settle open findings, or the letter that asks for them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from ascertain.cli.asked import Question, members, questions, whom
from ascertain.cli.commands.find import heading
from ascertain.cli.days import Days, days
from ascertain.cli.output import screen, write
from ascertain.cli.subject import Subject, open_subject
from ascertain.findings.asking.agenda import Agenda, Enquirer
from ascertain.rulebook.model.parties import Government

COLUMNS = (
    *("government", "on", "known", "standard", "rank", "term", "short", "program", "ask", "lies_in"),
    *("findings", "settling", "because", "grade", "record"),
)


def run(options: argparse.Namespace) -> int:
    """Say what to ask under one standard, the one named or else the docket's own; or draft the letter."""
    subject = open_subject(options.subject)
    named, asked = whom(options, subject), questions(options, subject)
    when = days(options, subject)
    governments = named or members(subject, when)
    if options.letter or options.due or options.addressee or options.sender:
        from ascertain.cli.letters import draft, of_own_awards, wish

        wanted = wish(options, subject, named, when)
        own = asked if options.program else of_own_awards(asked, subject, named[0], when)
        (agenda,) = _agendas(options, subject, when, own, named)
        write([f"the letter lies in {draft(wanted, agenda, subject)}"], None)
        return 0
    agendas = _agendas(options, subject, when, asked, governments)
    write(_lines(options, subject, when, agendas), options.output, options.force)
    return 0


def _agendas(
    options: argparse.Namespace,
    subject: Subject,
    when: Days,
    asked: Sequence[Question],
    governments: Sequence[Government],
) -> Iterator[Agenda]:
    standard = options.standard or subject.standard
    enquirer = Enquirer(subject.rulebook, subject.record, when.on, when.known, standard)
    for government in governments:
        yield enquirer.agenda(government, ((question.about, question.program) for question in asked))


def _lines(options: argparse.Namespace, subject: Subject, when: Days, agendas: Iterator[Agenda]) -> Iterator[str]:
    rulebook = subject.rulebook
    if options.format == "json":
        from ascertain.publish.jsonout import document
        from ascertain.publish.questions.objects import agenda_object

        objects = (agenda_object(agenda, rulebook) for agenda in agendas)
        yield from document("ascertain/questions/1", subject.about, "questions", objects)
        return
    if options.format == "csv":
        from ascertain.publish.csvout import render
        from ascertain.publish.questions.objects import item_rows

        yield from render(COLUMNS, (row for agenda in agendas for row in item_rows(agenda, rulebook)))
        return
    from ascertain.publish.outline import as_markdown, as_text
    from ascertain.publish.questions.outline import outline

    for number, agenda in enumerate(agendas):
        title = f"{agenda.government.name}: what to ask"
        if options.format == "md":
            from ascertain.publish.markdown import escape

            yield from (f"### {escape(title)}", "", escape(heading(subject, when)), "")
            yield from as_markdown(outline(agenda, rulebook))
            yield ""
        else:
            shown = screen(to_file=options.output is not None)
            yield from [""] * (number > 0)
            yield shown.strong(title)
            yield heading(subject, when)
            yield from as_text(outline(agenda, rulebook), shown)
