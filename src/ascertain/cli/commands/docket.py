"""``ascertain docket``: the record of a review as of a day."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from ascertain.cli.commands.find import sheets_text
from ascertain.cli.misuse import Misuse
from ascertain.cli.output import write
from ascertain.cli.subject import open_subject
from ascertain.docket.model import Docket
from ascertain.docket.state import DocketState, state_on
from ascertain.publish.docketout import docket_object, docket_sheets, member_objects

COLUMNS = ("government", "name", "basis", "sent", "answered", "determination", "known")


def run(options: argparse.Namespace) -> int:
    """Show who is a member, who was sent what, who answered when, and what was found; or what the responses argue."""
    subject = open_subject(options.subject)
    if subject.docket is None:
        raise Misuse(f"{subject.rulebook.id} is a rulebook and has no record", "name a docket", "A961")
    if options.on and options.known and options.on != options.known:
        raise Misuse(
            "the record is shown as it was on one day", f"give --on {options.on} or --known {options.known}", "A964"
        )
    known = options.known or options.on or date.today()
    if options.responses:
        from ascertain.cli.responses import lines

        shown = lines(options, subject.docket, subject.rulebook, known)
    else:
        shown = _lines(options, subject.docket, state_on(subject.docket, known))
    write(shown, options.output, options.force)
    return 0


def _lines(options: argparse.Namespace, docket: Docket, state: DocketState) -> Iterator[str]:
    if options.format == "json":
        import json

        yield json.dumps(docket_object(docket, state), ensure_ascii=False, indent=2)
    elif options.format == "oscal":
        import json

        from ascertain.publish.oscal import oscal_object

        yield json.dumps(oscal_object(docket, state), ensure_ascii=False, indent=2)
    elif options.format == "csv":
        from ascertain.publish.csvout import render

        yield from render(COLUMNS, member_objects(docket, state))
    else:
        head = f"{docket.title}, reviewed by {docket.reviewer}: the record as filed by {state.known}"
        yield from sheets_text(options, head, docket_sheets(docket, state))
