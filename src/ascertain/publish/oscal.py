"""The state of a review as OSCAL assessment results, for programs that read those of other reviews.

OSCAL (NIST, version 1.2.1) knows two states of a finding, *satisfied* and *not-satisfied*. What a determination says
beyond them, or short of them, stands in a property of ours: nothing is rounded to one of the two.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from ascertain import __version__
from ascertain.docket.model import Docket, Entry
from ascertain.docket.outcomes import OUTCOMES, Says
from ascertain.docket.state import DocketState, Standing
from ascertain.rulebook.dates import Moment

Json = dict[str, object]
OSCAL = "1.2.1"
_NAMESPACE = "https://ascertain.example/ns/oscal"
_STATES = {
    Says.MET: ("satisfied", "pass"),
    Says.NOT_MET: ("not-satisfied", "fail"),
    Says.NOT_SHOWN: ("not-satisfied", "other"),
}


def oscal_object(docket: Docket, state: DocketState) -> Json:
    """Every response as an observation; every determination as one too, and as a finding where its outcome says so.

    Args:
        docket: The docket.
        state: The state of its review on a day.

    Returns:
        An ``assessment-results`` document. The same docket and day give the same identifiers.
    """
    root = uuid5(NAMESPACE_URL, f"{_NAMESPACE}/{docket.id}/{docket.digest}/{state.known}")
    standings = (*state.superseded, *state.determinations)
    responses = [reply.response for request in state.requests for reply in request.replies if reply.response]
    seen = {entry.number: entry for entry in (*responses, *state.unasked, *(one.entry for one in standings))}
    findings = [
        found for one in standings if (found := _finding(root, docket, one, one in state.superseded)) is not None
    ]
    starts = [entry.date.earliest for entry in seen.values()]
    result: Json = {
        "uuid": str(uuid5(root, "result")),
        "title": docket.title,
        "description": f"The record of the review as filed by {state.known}.",
        "start": _instant(Moment.on(min(starts, default=state.known))),
        "end": _instant(Moment.on(state.known)),
        "reviewed-controls": {"control-selections": [{"include-all": {}}]},
    }
    if seen:
        result["observations"] = [_observation(root, docket, seen[number]) for number in sorted(seen)]
    if findings:
        result["findings"] = findings
    return {
        "assessment-results": {
            "uuid": str(root),
            "metadata": _metadata(root, docket, state),
            "import-ap": {"href": f"#{uuid5(root, 'docket')}"},
            "results": [result],
            "back-matter": {"resources": [_origin(root, docket)]},
        }
    }


def _metadata(root: UUID, docket: Docket, state: DocketState) -> Json:
    parties = [{"uuid": str(uuid5(root, "reviewer")), "type": "organization", "name": docket.reviewer}]
    parties += [
        {
            "uuid": str(uuid5(root, f"government/{member.government}")),
            "type": "organization",
            "name": docket.governments[member.government].name,
        }
        for member in (*state.members, *state.perhaps)
    ]
    return {
        "title": docket.title,
        "last-modified": _instant(Moment.on(state.known)),
        "version": docket.digest or "1",
        "oscal-version": OSCAL,
        "props": [_prop("made-with", f"Ascertain {__version__}"), _prop("rulebook", docket.rulebook)],
        "parties": parties,
    }


def _origin(root: UUID, docket: Docket) -> Json:
    return {
        "uuid": str(uuid5(root, "docket")),
        "title": f"The docket {docket.id}",
        "description": "The review's own docket stands in for an assessment plan: its members, requests and questions.",
    }


def _observation(root: UUID, docket: Docket, entry: Entry) -> Json:
    about = ", ".join(docket.governments[one].name for one in entry.about) or "no government in particular"
    made: Json = {
        "uuid": str(uuid5(root, f"entry/{entry.number}")),
        "title": entry.title,
        "description": f"Entry {entry.number} of the docket, a {entry.kind} by {entry.by}, about {about}.",
        "methods": ["EXAMINE"],
        "collected": _instant(entry.filed),
        "props": [_prop("entry", str(entry.number)), _prop("date", str(entry.date))],
    }
    held = docket.exhibits.get(entry.exhibit)
    if held is not None:
        said = f"{held.title}; SHA-256 {held.sha256}" if held.sha256 else held.title
        made["relevant-evidence"] = [{"description": said}]
    return made


def _finding(root: UUID, docket: Docket, one: Standing, superseded: bool) -> Json | None:
    """A determination whose outcome says something of the condition; ``None`` for others, which are only observed."""
    says = OUTCOMES.get(one.result.result, Says.NOTHING)
    if says is Says.NOTHING:
        return None
    state, reason = _STATES[says]
    name = f"{one.entry.number}/{one.government}"
    props = [_prop("outcome", one.result.result.replace(" ", "-")), _prop("government", one.government)]
    marks = {"provisional": one.result.provisional, "superseded": superseded}
    props += [_prop(word, "yes") for word, so in marks.items() if so]
    return {
        "uuid": str(uuid5(root, f"finding/{name}")),
        "title": f"{docket.governments[one.government].name}: {one.result.result}",
        "description": f"In the words of {one.entry.by}, entry {one.entry.number}, {one.entry.date}.",
        "props": props,
        "target": {
            "type": "objective-id",
            "target-id": f"{docket.rulebook}-{one.government}",
            "status": {"state": state, "reason": reason},
        },
        "related-observations": [{"observation-uuid": str(uuid5(root, f"entry/{one.entry.number}"))}],
    }


def _prop(name: str, value: str) -> Json:
    return {"name": name, "ns": _NAMESPACE, "value": value}


def _instant(moment: Moment) -> str:
    """The last moment that it can have been, since OSCAL knows no days; the day as written stands in a property."""
    return f"{moment.latest}T23:59:59Z"
