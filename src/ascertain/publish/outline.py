"""The explanation of a finding as an outline: what it turns on, the rules, what silences them, facts and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ascertain.findings.answers.unseen import unseen_meaning
from ascertain.findings.model import Finding, Ground, Step, TermStep, Turn, wholly
from ascertain.law.model import Force
from ascertain.publish.forcewords import chain_words
from ascertain.publish.lawsources import encoded_words
from ascertain.publish.markdown import escape
from ascertain.publish.table import Screen, wrap
from ascertain.publish.words import fact_words, finding_words, row_words, source_words, value_words
from ascertain.record.model import Claim, Fact, Grade
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.rules import Outcome
from ascertain.rulebook.model.terms import Term

_QUOTE = 220
"""As much of a provision's words as says what it is about; the rulebook has the rest."""


@dataclass(frozen=True, slots=True)
class Node:
    """A line of an outline and what stands under it."""

    text: str
    under: tuple[Node, ...] = ()


def outline(finding: Finding, rulebook: Rulebook, said: Iterable[Claim] = ()) -> Iterator[Node]:
    """Yield the parts of an explanation in the order in which a reader needs them.

    Args:
        finding: What to explain.
        rulebook: The law it is under.
        said: What was said of the question itself.
    """
    yield Node(f"finding, as {finding.standard.word}: {finding_words(finding)}")
    yield from _listed("turns on, in law", map(_turn, finding.law_turns))
    yield from _listed("turns on, in fact", map(_turn, finding.fact_turns))
    term = rulebook.terms.get(finding.question)
    yield from _listed(
        "said of it (statements, which are no facts)",
        (Node(f"{value_words(claim.value, term)}: {_said(claim)}") for claim in said),
    )
    yield from _listed(
        "enough to settle it, whatever else is so", (_ground(ground, rulebook) for ground in finding.reason)
    )
    yield _term(finding.explanation, rulebook, set())
    yield from _listed("note", map(Node, finding.notes))
    yield from _listed("encoded from", map(Node, encoded_words(finding.authorities, rulebook)))
    receipt = finding.receipt
    yield Node(
        f"receipt: rulebook {receipt.rulebook[:12]}, record {receipt.record[:12]}, law of {receipt.law}, "
        f"known {receipt.known}, made {receipt.made} by version {receipt.version}"
    )


def _said(claim: Claim) -> str:
    return source_words(claim) if claim.runs_on else f"{source_words(claim)} ({claim.filed})"


def fact_outline(fact: Fact, term: Term, standard: Grade, rulebook: Rulebook) -> Iterator[Node]:
    """The parts of what the record shows of a plain fact: its value, who says so, who says otherwise."""
    yield Node(f"value, as {standard.word}: {value_words(fact.under(standard), term)}")
    yield Node(f"shown: {fact_words(fact, rulebook)}")
    yield from _listed("exact words", (Node(f"“{claim.passage.exact}”") for claim in fact.support if claim.passage))
    yield from _listed(
        "otherwise", (Node(f"{value_words(claim.value, term)}: {source_words(claim)}") for claim in fact.contrary)
    )
    yield Node(f"question: {term.ask}")
    yield from _listed("note", map(Node, unseen_meaning(term)))


def as_text(nodes: Iterable[Node], screen: Screen, depth: int = 0) -> Iterator[str]:
    """The outline indented by two for each level."""
    for node in nodes:
        indent = "  " * depth
        first, *rest = wrap(node.text, max(screen.width - len(indent), 24), hang=4)
        yield indent + (screen.strong(first) if depth == 0 else first)
        yield from (indent + line for line in rest)
        yield from as_text(node.under, screen, depth + 1)


def as_markdown(nodes: Iterable[Node], depth: int = 0) -> Iterator[str]:
    """The outline as a nested list."""
    for node in nodes:
        yield f"{'  ' * depth}- {escape(node.text)}"
        yield from as_markdown(node.under, depth + 1)


def _listed(title: str, nodes: Iterable[Node]) -> Iterator[Node]:
    under = tuple(nodes)
    if under:
        yield Node(title, under)


def _turn(turn: Turn) -> Node:
    return Node(turn_line(turn, turn.id))


def turn_line(turn: Turn, name: str) -> str:
    """Something that a finding turns on: its name, between what it decides, and its question.

    A doubt about force has no name but the question itself.
    """
    if turn.kind == "force":
        return turn.ask
    joiner = ", or " if any(" or " in option for option in turn.options) else " or "
    options = f" ({joiner.join(turn.options)})" if turn.options else ""
    return f"{name}{options}: {turn.ask}"


def _ground(ground: Ground, rulebook: Rulebook) -> Node:
    if ground.kind == "reading":
        bound = f", as bound by {', '.join(ground.by)}" if ground.by else ""
        return Node(f"reading of {ground.id}: {ground.value}{bound}")
    if ground.kind == "relation":
        return Node(ground.says)
    by = f", by {', '.join(ground.by)}" if ground.by else ""
    return Node(f"{ground.id} = {value_words(ground.value, rulebook.terms.get(ground.id))}{by}")


def _term(step: TermStep, rulebook: Rulebook, seen: set[str]) -> Node:
    title = f"{step.term}: {_either(step)}"
    if step.term in seen:
        return Node(f"{title} (as above)")
    seen.add(step.term)
    return Node(title, tuple(_rule("rule", rule, rulebook, seen) for rule in step.rules))


def _rule(kind: str, step: Step, rulebook: Rulebook, seen: set[str]) -> Node:
    """A rule or exception. One that is sure to say nothing is a line, with what silences it."""
    kind = kind if rulebook.rules[step.rule].hit is None else "table"
    head = f"{kind} {step.rule}{row_words(step.rows)}{_reading(step.rule, rulebook)}"
    head += f", {_heading(step.provision, rulebook)}: "
    if step.force is not None and step.possible == (Outcome.SILENT,):
        return Node(f"{head}silent, as {silenced(step.force)}")
    under = [] if step.force is None else [Node(silenced(step.force))]
    if step.possible != (Outcome.SILENT,):
        quote = rulebook.provisions[step.provision].quote
        if quote and step.provision not in seen:
            seen.add(step.provision)
            under.append(Node(f"“{shortened(quote)}”"))
        under += [Node(f"{fact.term}: {fact_words(fact, rulebook)}") for fact in step.facts]
        under += [Node(f"in force? {silenced(force)}") for force in step.forces]
        under += [_term(term, rulebook, seen) for term in step.terms]
    under += [_rule("exception", exception, rulebook, seen) for exception in step.exceptions]
    return Node(head + _either(step), tuple(under))


def _reading(rule: str, rulebook: Rulebook) -> str:
    reading = rulebook.rules[rule].reading
    return f" (if {reading[0].partition('#')[2]} is {reading[1]})" if reading else ""


def silenced(force: Force) -> str:
    """Why a provision does not simply bind: its state, and the decisive acts behind it."""
    by = chain_words(force)
    return f"{force.provision} is {force.state.value}" + (f": {by}" if by else "")


def _heading(provision: str, rulebook: Rulebook) -> str:
    """The provision's own heading; the rule's id says which authority it is of."""
    return rulebook.provisions[provision].heading


def _either(step: Step | TermStep) -> str:
    return " or ".join(wholly(step.possible, step.amounts))


def shortened(quote: str) -> str:
    """As much of a provision's words as says what it is about, on one line."""
    text = " ".join(quote.split())
    if len(text) <= _QUOTE:
        return text
    return text[:_QUOTE].rsplit(" ", 1)[0] + " …"
