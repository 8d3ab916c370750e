"""The page of one government."""

from __future__ import annotations

from collections.abc import Sequence

from ascertain.law.naming import ordinal
from ascertain.publish.html import anchors, words
from ascertain.publish.html.finding_view import Teller
from ascertain.publish.html.record_view import arguments_of, award_view, events_of, terms_of
from ascertain.publish.html.views.page import GovernmentPage
from ascertain.rulebook.model.parties import Government, Program
from ascertain.rulebook.model.terms import Term


def government_page(
    who: Government, questions: Sequence[Term], money: Sequence[tuple[Program, Sequence[Term]]], teller: Teller
) -> GovernmentPage:
    """Everything about one government under review.

    Args:
        who: The government.
        questions: The questions that need no program.
        money: For each program the questions that have an answer only for a program, where a rule speaks to them.
        teller: Who tells findings.
    """
    names = teller.names
    findings = tuple(teller.finding(who, term.phrase, None) for term in questions)
    events = events_of(who.id, names, teller.known)
    shown, silent = terms_of(who, names, teller.on, teller.known)
    return GovernmentPage(
        anchor=anchors.government(who.id),
        name=who.name,
        kind=_kind(who),
        identifiers=_identifiers(who, teller),
        membership=tuple(
            f"{words.sentence(words.interval(member.period))}. {member.basis}".strip()
            for member in names.docket.members
            if member.government == who.id
        ),
        headline=tuple(finding.cell for finding in findings),
        findings=findings,
        by_program=tuple(
            (program.name, tuple(teller.brief(who, term.phrase, program) for term in terms)) for program, terms in money
        ),
        terms=shown,
        silent_terms=silent,
        arguments=arguments_of(who.id, names, teller.known),
        awards=tuple(award_view(each, names) for each in names.docket.awards if each.government == who.id),
        results=tuple(each for each in events if each.result),
        events=events,
    )


def _kind(who: Government) -> str:
    return ", ".join(part for part in (words.sentence(who.kind), who.state) if part)


def _identifiers(who: Government, teller: Teller) -> tuple[tuple[str, str], ...]:
    found = [("Kind", _kind(who))] if _kind(who) else []
    if who.circuit is not None:
        found.append(("Federal circuit", f"{ordinal(who.circuit)} Circuit"))
    if who.parent:
        found.append(("Part of", teller.names.government(who.parent)))
    found += [(_label(one), one) for one in who.ids]
    return (*found, ("Id in this docket", who.id))


def _label(one: str) -> str:
    if one.startswith("ocd-"):
        return "Open Civic Data id"
    return "Census GEOID" if one.isdigit() else "Also known as"
