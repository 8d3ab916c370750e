"""``ascertain serve``: the docket for many users, on this machine."""

from __future__ import annotations

import argparse
import signal
import sys

from ascertain.cli.bundle import bundle
from ascertain.cli.output import progress
from ascertain.cli.places import place_of
from ascertain.rulebook.bundled import bundled_folder


def run(options: argparse.Namespace) -> int:
    """Make the data folder where it is missing, say how to sign in first, and answer until interrupted."""
    from ascertain.web.start import prepare, serve

    place = place_of(options)
    prepare(place)
    if options.demo:
        _tell_demo(options)
    # Also where whoever started it lets interrupts pass it by, as shells do to what runs in the background.
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.default_int_handler)
    try:
        serve(options.host, options.port, _tell_address)
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
    return 0


def _tell_demo(options: argparse.Namespace) -> None:
    from ascertain.web.demo import load_demo

    accounts, password = load_demo(bundled_folder("dockets") / bundle().docket, place_of(options), progress)
    if not accounts:
        _say("this data folder has people already; --demo adds nothing to it")
        return
    _say(f"people to sign in as, all with the password {password}, which is not shown again:")
    for account in accounts:
        _say(f"  {account.email:<28} {account.role}")


def _tell_address(address: str) -> None:
    from ascertain.web.services.invite import invite_first_administrator

    _say(f"the docket is at {address} (stop it with Ctrl-C)")
    token = invite_first_administrator()
    if token:
        _say(f"the first administrator's link, good once and for an hour: {address}invitations/{token}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
