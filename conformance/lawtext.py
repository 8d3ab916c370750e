"""A law of the suite as a rulebook in Ascertain's language: one possible translation of its JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import indent
from typing import Any

from ascertain.rulebook.load import load_rulebook
from ascertain.rulebook.model.book import Rulebook

Json = Mapping[str, Any]
"""An object of the suite, as its schema describes it."""


def rulebook_of(entities: Json, law: Json, folder: Path) -> Rulebook:
    """Write the law as a rulebook and read it.

    Args:
        entities: Who and what there is.
        law: Its authorities.
        folder: Where to write; it is made.

    Raises:
        BadInput: The law is no rulebook that Ascertain accepts.
    """
    folder.mkdir(parents=True)
    (folder / "vocabulary.md").write_text(_vocabulary(entities), encoding="utf-8")
    for authority in law["authorities"]:
        (folder / f"{authority['id']}.md").write_text(_authority(authority), encoding="utf-8")
    return load_rulebook(folder)


def _vocabulary(entities: Json) -> str:
    entries = [
        *map(_term, entities["terms"]),
        *(_entity("government", each, "kind", "parent", "state", "circuit") for each in entities["governments"]),
        *(_entity("program", each, "agency", "parent") for each in entities["programs"]),
        *(_entity("agency", each, "parent") for each in entities["agencies"]),
        *map(_group, entities["groups"]),
    ]
    head = "---\nid: law\ntitle: Law\ncovers: {from: 2016-01-01, until: 2020-01-01}\n---\n# Vocabulary\n\n"
    return head + _fence("terms", entries)


def _term(term: Json) -> str:
    kind = f"one of {', '.join(term['values'])}" if term["type"] == "one of" else term["type"]
    about = term.get("about", "government")
    return f"term: {term['phrase']}\n  type: {kind}\n  about: {about}\n  ask: Is it so?"


def _entity(what: str, entity: Json, *fields: str) -> str:
    lines = [f"{what} {entity['id']}: {entity['id'].title()}"]
    return "\n".join([*lines, *(f"  {field}: {entity[field]}" for field in fields if field in entity)])


def _group(group: Json) -> str:
    lines = [f"group {group['id']}: {group['id'].title()}"]
    for member in group["members"]:
        bounds = "".join(f" {bound} {member[bound]}" for bound in ("from", "until") if bound in member)
        lines.append(f"  member: {member['id']}{bounds}")
    return "\n".join(lines)


def _authority(authority: Json) -> str:
    name = authority["id"]
    intervals = ", ".join(_interval(interval) for interval in authority["in_force"])
    binds = _scope(authority.get("binds", "everyone"))
    head = f"""---
id: {name}
kind: {authority["kind"]}
title: {name}
citations: [{{text: {name}, from: {authority["issued"]}}}]
issuer: An issuer
issued: {authority["issued"]}
in-force: [{intervals}]
binds: {binds}
sources: [made up]
confidence: verified
---
# {name}
"""
    parts = {name: "", **{part["id"]: part.get("part_of", name) for part in authority.get("provisions", ())}}
    return head + "\n".join(_provision(authority, part, parts) for part in parts)


def _interval(interval: Json) -> str:
    return "{" + ", ".join(f"{bound}: {interval[bound]}" for bound in ("from", "until") if bound in interval) + "}"


def _provision(authority: Json, name: str, parents: Mapping[str, str]) -> str:
    own: Json = next((part for part in authority.get("provisions", ()) if part["id"] == name), {})
    heading = ""
    if own:
        depth, above = 2, parents[name]
        while parents[above]:
            depth, above = depth + 1, parents[above]
        times = "".join(f" {k}={v}" for interval in own.get("in_force", ()) for k, v in interval.items())
        binds = f' binds="{_scope(own["binds"])}"' if "binds" in own else ""
        heading = f"{'#' * depth} {name} {{#{name.partition('#')[2]}{times}{binds}}}\n\n"
    points = () if own else authority.get("points", ())
    here = [rule for rule in authority.get("rules", ()) if rule.get("at", authority["id"]) == name]
    rules = [entry for point in points for entry in _point(point, here)]
    rules += [_rule(rule) for rule in here if "reading" not in rule]
    acts = [_act(act, authority) for act in authority.get("acts", ()) if act["by"] == name]
    return heading + _fence("rules", rules) + _fence("force", acts)


def _point(point: Json, rules: list[Json]) -> Iterator[str]:
    yield f"point {_local(point['id'])}: Which?"
    for name in point["readings"]:
        under = [indent(_rule(rule), "  ") for rule in rules if rule.get("reading") == [point["id"], name]]
        yield "\n".join([f"reading {name} of {_local(point['id'])}: {name}", *under])


def _rule(rule: Json) -> str:
    head = f"rule {_local(rule['id'])}: {rule['concludes']}" if "concludes" in rule else ""
    head = head or f"exception {_local(rule['id'])} to {rule['exception_to']}: an exception"
    return "\n".join([head, *(line for clause in rule["clauses"] for line in _clause(clause))])


def _clause(clause: Json) -> Iterator[str]:
    if clause.get("otherwise"):
        yield f"  {clause['verdict']} otherwise"
        return
    yield from (
        _guard(f"  {clause['verdict']} if", clause["if"])
        if "if" in clause
        else (f"  {clause['verdict']} in every case",)
    )
    if "unless" in clause:
        yield from _guard("  unless", clause["unless"])


def _guard(opening: str, condition: Any) -> Iterator[str]:
    first, *rest = _condition(condition)
    yield f"{opening} {first}"
    yield from (f"  {line}" for line in rest)


def _condition(condition: Any) -> list[str]:
    """The lines of a condition; those of a list stand deeper than its first."""
    if isinstance(condition, str):
        return [condition]
    for kind in ("all", "any", "none"):
        if kind in condition:
            lines = [f"{kind} of"]
            for part in condition[kind]:
                first, *rest = _condition(part)
                lines += [f"  - {first}", *(f"  {line}" for line in rest)]
            return lines
    return [_leaf(condition)]


def _leaf(condition: Json) -> str:
    match condition:
        case {"not": inner}:
            return f"not {_condition(inner)[0]}"
        case {"term": term, "op": op, "value": value}:
            return f"{term} {op} {value}"
        case {"group": group, "of": subject}:
            return f"{subject} in group {group}"
        case {"program": program}:
            return f"program is {program}"
        case {"in_force": provision}:
            return f"in force: {provision}"
        case {"reading": point, "is": name}:
            return f"reading: {point} = {name}"
    raise ValueError(f"no such condition: {condition}")


def _act(act: Json, authority: Json) -> str:
    what = f"binds reading {act['reading']} of {act['on']}" if act["verb"] == "binds" else f"{act['verb']} {act['on']}"
    lines = [what, f"  issued: {act.get('issued', authority['issued'])}"]
    lines.append(f"  effective: {act.get('effective', act.get('issued', authority['issued']))}")
    lines += [
        f"  {key}: {act[field]}" for key, field in (("not before", "not_before"), ("until", "until")) if field in act
    ]
    lines += [f"  {key}: {_scope(act[key])}" for key in ("for", "to") if key in act]
    return "\n".join([*lines, *(f"  carves out: {part}" for part in act.get("carves_out", ()))])


def _scope(scope: Any) -> str:
    if isinstance(scope, str):
        return scope
    inside = ", ".join(map(_item, scope["any"]))
    return f"{inside} except {', '.join(map(_item, scope['except']))}" if "except" in scope else inside


def _item(item: Any) -> str:
    if isinstance(item, str):
        return item
    ((kind, name),) = ((key, value) for key, value in item.items() if key != "perhaps")
    plain = name if kind == "government" else f"{kind} {name}"
    return f"perhaps {plain}" if item.get("perhaps") else plain


def _local(name: str) -> str:
    return name.partition("#")[2]


def _fence(kind: str, entries: list[str]) -> str:
    return f"```{kind}\n" + "\n\n".join(entries) + "\n```\n\n" if entries else ""
