"""What authorities do to each other, from the entries of ``force`` fences."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ascertain.rulebook.dates import Moment
from ascertain.rulebook.fields import Fields
from ascertain.rulebook.mistakes import did_you_mean
from ascertain.rulebook.model.parties import Scope
from ascertain.rulebook.model.sources import CarveOut, Effect, Verb
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.names import Names
from ascertain.rulebook.raw import Placed, RawEffect, Text
from ascertain.rulebook.rules import authority_of
from ascertain.rulebook.scopes import scope_of
from ascertain.rulebook.texts import moment

_KEYS = ("issued", "effective", "not before", "until", "for", "to", "carves out", "note")
_RESCOPING = (Verb.NARROWS, Verb.EXTENDS)
SUSPENDING = (Verb.SUSPENDS, Verb.STAYS)


def effects_of(items: Iterable[Placed], names: Names) -> tuple[Effect, ...]:
    """Every effect with its names resolved; what is wrong is reported and left out."""
    found = [(placed.item, _effect(placed.item, placed.provision, names)) for placed in items
             if isinstance(placed.item, RawEffect)]  # fmt: skip
    effects = tuple(effect for _, effect in found if effect is not None)
    suspending = [effect.source for effect in effects if effect.verb in SUSPENDING]
    for raw, effect in found:
        if effect is not None and effect.verb is Verb.LIFTS:
            _check_lifting(raw, effect, suspending, names)
    return effects


def ancestry(provision: str, names: Names) -> tuple[str, ...]:
    """The provision and everything that it is a part of, innermost first."""
    found: list[str] = []
    at: str | None = provision
    while at is not None and at not in found:
        found.append(at)
        at = names.provisions[at].parent if at in names.provisions else None
    return tuple(found)


def never_law(provision: str, names: Names) -> bool:
    """Whether the provision never was law, as one of a bill that was not enacted: it has no time in force."""
    if any(names.provisions[part].in_force is not None for part in ancestry(provision, names)):
        return False
    return not names.authorities[names.provisions[provision].authority].in_force


def _effect(raw: RawEffect, source: str, names: Names) -> Effect | None:
    reporter = names.reporter
    fields = Fields(raw.fields, raw.verb, _KEYS, reporter, repeated=("carves out",))
    verbs = [verb.value for verb in Verb]
    if raw.verb.text not in verbs or (raw.verb.text == Verb.BINDS and raw.reading is None):
        help_line = did_you_mean(raw.verb.text, verbs, f"use one of {', '.join(verbs)}")
        if raw.verb.text == Verb.BINDS:
            help_line = 'write "binds reading NAME of POINT"'
        reporter.add("A701", f'"{raw.verb.text[:60]}" is no effect on another', raw.verb.place, help=help_line)
        return None
    verb = Verb(raw.verb.text)
    if raw.reading is None:
        target, reading = names.provision(raw.target), ""
        if target in ancestry(source, names):
            help_line = "name the provision of another authority, or one that this is no part of"
            reporter.add("A707", f"{source} cannot act on itself", raw.target.place, help=help_line)
    else:
        target = names.point(raw.target, authority_of(source))
        reading = "" if target is None else names.reading(target, raw.reading) or ""
    to = _to(verb, raw, fields, names)
    carve_outs = tuple(carve for text in fields.all("carves out") if (carve := _carve_out(text, names)))
    issued, effective, not_before, until = _times(raw, source, fields, names)
    scope = fields.get("for")
    reach = None if scope is None else scope_of(scope, names)
    if target is None or issued is None:
        return None
    return Effect(
        verb, source, target, issued, effective, raw.verb.place, not_before, until, reach, to, reading,
        carve_outs, fields.plain("note"),
    )  # fmt: skip


def _to(verb: Verb, raw: RawEffect, fields: Fields, names: Names) -> Scope | None:
    text = fields.get("to")
    if verb in _RESCOPING:
        if text is None:
            message = f"{verb} says to whom, and this does not"
            names.reporter.add("A705", message, raw.verb.place, help='add a line "to: SCOPE" below it, deeper')
    elif text is not None:
        help_line = 'write "for: SCOPE" for whom it reaches'
        names.reporter.add("A706", "only narrows and extends have a new scope", text.place, help=help_line)
    return None if text is None else scope_of(text, names)


def _times(
    raw: RawEffect, source: str, fields: Fields, names: Names
) -> tuple[Moment | None, Moment | None, Moment | None, Moment | None]:
    """When it was issued, takes effect, takes effect at the earliest, and ends."""
    reporter = names.reporter
    texts = {key: fields.get(key) for key in ("issued", "effective", "not before", "until")}
    is_open = texts["effective"] is not None and texts["effective"].text == "open"
    read = {
        key: moment(text, reporter)
        for key, text in texts.items()
        if text is not None and not (is_open and key == "effective")
    }
    issued = read.get("issued")
    if issued is None and authority_of(source) in names.authorities:
        issued = names.authorities[authority_of(source)].issued
    effective = None if is_open else read.get("effective") or issued
    not_before, until = read.get("not before"), read.get("until")
    if texts["not before"] and not is_open:
        help_line = 'write "effective: open", or leave this line out'
        message = "not before stands only where effective is open"
        reporter.add("A704", message, texts["not before"].place, help=help_line)
    begins = effective or not_before
    at = texts["effective"] or raw.verb
    if texts["effective"] and begins and issued and begins.latest < issued.earliest:
        help_line = "an order takes effect when it is issued or later"
        message = f"this takes effect on {begins}, before it was issued on {issued}"
        reporter.add("A702", message, at.place, *_places(texts["issued"]), help=help_line)
    if texts["until"] and until and begins and until.latest <= begins.earliest:
        help_line = "until is the first day on which it no longer has this effect"
        message = f"this ends on {until}, before it takes effect on {begins}"
        reporter.add("A703", message, texts["until"].place, at.place, help=help_line)
    return issued, effective, not_before, until


def _places(text: Text | None) -> tuple[Place, ...]:
    return () if text is None else (text.place,)


def _carve_out(text: Text, names: Names) -> CarveOut | None:
    name, comma, words = text.text.partition(",")
    if " " in name.strip() or not name.strip():
        help_line = 'write "carves out: PROVISION, the order\'s own words"'
        names.reporter.add("A709", "a carve-out begins with the id of a provision", text.place, help=help_line)
        return None
    provision = names.provision(Text(name.strip(), text.place))
    return None if provision is None else CarveOut(provision, words.strip() if comma else "")


def _check_lifting(raw: RawEffect, effect: Effect, suspending: Collection[str], names: Names) -> None:
    family = set(ancestry(effect.target, names))
    if not any(source in family or effect.target in ancestry(source, names) for source in suspending):
        message = f"{effect.target} suspends and stays nothing, so nothing can be lifted"
        help_line = "name the stay or the injunction, not what it suspended; to end a provision use ends or vacates"
        names.reporter.add("A708", message, raw.target.place, help=help_line)
