"""``ascertain record``: take dockets into a web docket and out of it, verify what it keeps, and do what falls due."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from ascertain.cli.misuse import Misuse
from ascertain.cli.output import progress
from ascertain.cli.places import place_of


def run(options: argparse.Namespace) -> int:
    """Do one of the four; exits 1 where something is not what was written, or what is due could not be done."""
    from ascertain.web.start import prepare

    acts = {"import": _import, "export": _export, "verify": _verify, "due": _due}
    prepare(place_of(options))
    return acts[options.act](options)


def _import(options: argparse.Namespace) -> int:
    from ascertain.web.records.models import User
    from ascertain.web.services.import_docket import import_docket

    if not options.what or not options.user:
        raise Misuse("importing needs a folder and who does it", "ascertain record import FOLDER --as ADDRESS", "A950")
    user = User.objects.filter(email__iexact=options.user).first()
    if user is None:
        raise Misuse(f"nobody has the address {options.user}", "name the address of an administrator's account", "A971")
    from ascertain.web.policy.decide import Refused

    try:
        review = import_docket(user, Path(options.what), place_of(options), progress)
    except Refused as refused:
        raise Misuse(f"{user.email} may not do this: {refused}", "name an administrator", "A971") from None
    sys.stdout.write(f"{review.slug}: {review.entries.count()} entries are on the record\n")
    return 0


def _export(options: argparse.Namespace) -> int:
    from ascertain.web.dockets.exporting import export_folder
    from ascertain.web.records.models import Review

    if not options.what or not options.out:
        raise Misuse("exporting needs a review and a folder", "ascertain record export REVIEW --out FOLDER", "A950")
    review = Review.objects.filter(slug=options.what).first()
    if review is None:
        known = ", ".join(Review.objects.values_list("slug", flat=True)) or "there is none yet"
        raise Misuse(f'there is no review "{options.what}"', f"the reviews are: {known}", "A972")
    export_folder(review, place_of(options), Path(options.out))
    sys.stdout.write(f"{review.slug} was written to {options.out}\n")
    return 0


def _verify(options: argparse.Namespace) -> int:
    from ascertain.web.chain.verify import verify_all
    from ascertain.web.records.models import Event

    found = 0
    for broken in verify_all(place_of(options)):
        found += 1
        sys.stdout.write(f"{broken.chain}, event {broken.number}: {broken.message}\n")
    events = Event.objects.count()
    sys.stdout.write(f"{events} events and all that they name were verified: ")
    sys.stdout.write(f"{found} are not what was written\n" if found else "all are what was written\n")
    return 1 if found else 0


def _due(options: argparse.Namespace) -> int:
    from ascertain.web.services.do_due import do_due

    done = do_due(datetime.now(UTC), place_of(options), options.digest)
    for one in done:
        told = f"{one.reminded} reminded, {one.mailed} messages and {one.digests} digests mailed"
        sys.stdout.write(f"{one.review}: {told}{f'; {one.problem}' if one.problem else ''}\n")
    if not done:
        sys.stdout.write("there is no review yet\n")
    return 1 if any(one.problem for one in done) else 0
