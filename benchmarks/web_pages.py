"""The web docket's pages with 3,000 governments, 100,000 entries and 20,000 exhibits, under 50 people at once.

    python benchmarks/web_pages.py [postgresql://user:password@host:port/name]

Makes a large review and an empty one in one database, SQLite unless a PostgreSQL database is named, and serves them on
the loopback as ``ascertain serve`` does. 50 people, of whom every fifth answers for a government, ask for pages for
half a minute, each thinking for two to four seconds between two; which page of which review is drawn by lot. Printed
are the number of queries of each page and the median and 95th percentile of its time, large beside empty. Findings are
not among them: they are worked out beside the requests, which takes as long as reading the docket does.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

GOVERNMENTS, ENTRIES, EXHIBITS, PEOPLE, SECONDS = 3_000, 100_000, 20_000, 50, 30.0
LARGE, EMPTY = "large", "empty"
PORT = 8765
MAIN = "from ascertain.cli.main import main; raise SystemExit(main())"
PAGES = {
    "overview": "",
    "overview, last page": "?page=9999",
    "entries": "/entries",
    "entries, middle page": "/entries?page=1000",
    "entries of a kind": "/entries?kind=response",
    "entries of a government": "/entries?government=g1500",
    "entries by words": "/entries?q=ordinance+detainer",
    "entry": "/entries/50000",
    "government": "/governments/g1500",
    "people": "/people",
    "history": "/history",
}
FIRST = date(2016, 1, 1)
WORDS = [
    "policy",
    "ordinance",
    "county",
    "sheriff",
    "request",
    "letter",
    "detainer",
    "release",
    "notice",
    "custody",
    "federal",
    "grant",
    "award",
    "court",
]


def text_of(number: int, kind: str, government: str, answers: int | None) -> tuple[str, str]:
    """The title and the text of an entry that was made up."""
    lot = random.Random(number)  # noqa: S311 - nothing here is secret
    title = f"{kind.capitalize()} {number} about {government}"
    day = FIRST + timedelta(days=number * 3000 // ENTRIES)
    lines = [f"number: {number}", f"kind: {kind}", f"title: {title}", f"date: {day}", "by: somebody made up"]
    lines += (
        [f"to: [{government}]", f"deadline: {day + timedelta(days=30)}"]
        if kind == "request"
        else [f"about: [{government}]"]
    )
    lines += [f"answers: {answers}"] if answers else []
    if kind == "determination":
        lines += ["results:", f"  - government: {government}", "    result: no evidence of non-compliance"]
    prose = " ".join(lot.choice(WORDS) for _ in range(120))
    return title, "---\n" + "\n".join(lines) + f"\n---\n\n{prose}\n"


def fill(slug: str, governments: int, entries: int, exhibits: int, people: list[Any]) -> None:
    """Make a review."""
    from django.db import transaction

    from ascertain.web.chain.append import happened
    from ascertain.web.chain.kinds import Happened
    from ascertain.web.records import models
    from ascertain.web.records.words import index_words

    with transaction.atomic():
        chain = models.Chain.objects.create(name=slug)
        event = happened(chain, Happened.REVIEW_OPENED, people[0], slug, {})
        review = models.Review.objects.create(
            slug=slug, title=f"A review, {slug}", reviewer="Nobody", rulebook="section-1373", chain=chain
        )
        keys = [f"g{n}" for n in range(1, governments + 1)]
        members = "".join(f"\n  - government: {key}" for key in keys)
        listed = f"members:{members}\n" if members else ""
        front = f"id: {slug}\ntitle: A review\nreviewer: Nobody\nrulebook: section-1373\nstandard: documented\n"
        head = f"---\n{front}{listed}---\n"
        table = "id,name,kind,state\n" + "".join(f"{key},County {key},county,IL\n" for key in keys)
        for name, text in (("docket.md", head), ("governments.csv", table)):
            models.Sheet.objects.create(review=review, name=name, version=1, text=text, event=event)
        rows = [
            models.Government(review=review, key=key, name=f"County {key}", kind="county", state="IL") for key in keys
        ]
        made = models.Government.objects.bulk_create(rows, batch_size=500)
        models.Member.objects.bulk_create([models.Member(government=one) for one in made], batch_size=500)
        blob = models.Blob.objects.get_or_create(sha256="0" * 64, size=1)[0]
        shown = models.Exhibit.objects.bulk_create(
            [
                models.Exhibit(review=review, key=f"x{n}", title=f"Exhibit {n}", file=f"x{n}.pdf", blob=blob)
                for n in range(exhibits)
            ],
            batch_size=500,
        )
        kinds = ("request", "response", "policy", "statement", "determination", "order")
        last: dict[str, int] = {}
        for start in range(1, entries + 1, 5_000):
            batch = []
            for number in range(start, min(start + 5_000, entries + 1)):
                key, kind = keys[number % governments], kinds[(number // governments) % len(kinds)]
                title, text = text_of(number, kind, key, last.get(key) if kind == "response" else None)
                if kind == "request":
                    last[key] = number
                day = FIRST + timedelta(days=number * 3000 // ENTRIES)
                batch.append(
                    models.Entry(
                        review=review,
                        number=number,
                        kind=kind,
                        title=title,
                        by="somebody made up",
                        date=str(day),
                        date_earliest=day,
                        date_latest=day,
                        filed=str(day),
                        filed_latest=day,
                        deadline="",
                        answers=last.get(key) if kind == "response" else None,
                        file_name=f"{number:04d}-{kind}-x.md",
                        text=text,
                        event=event,
                    )
                )
            filed = models.Entry.objects.bulk_create(batch, batch_size=500)
            index_words(filed)
            named = [one for one in filed if one.kind != "order"]
            models.EntryParty.objects.bulk_create(
                [models.EntryParty(entry=one, government=made[one.number % governments]) for one in named],
                batch_size=500,
            )
            models.EntryExhibit.objects.bulk_create(
                [
                    models.EntryExhibit(entry=one, exhibit=shown[one.number // 5])
                    for one in filed
                    if one.number % 5 == 0 and one.number // 5 < exhibits
                ],
                batch_size=500,
            )
        lead, *others = people
        models.TeamMember.objects.create(review=review, user=lead, role="lead")
        if made:
            models.Respondent.objects.create(government=made[1499], user=others[0], role="respondent's editor")


def cookie_of(user: Any) -> str:
    """The cookie of somebody who has signed in."""
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.create()
    return f"sessionid={session.session_key}"


def queries_of(path: str, cookie: str) -> tuple[int, int]:
    """How many queries a page takes once it is warm, and its status."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1", "cookie": cookie})
    client.cookies["sessionid"] = cookie.partition("=")[2]
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        status = client.get(path).status_code
    return len(asked), status


def ask(cookies: tuple[str, str], until: float, seed: int, took: dict[tuple[str, str, str], list[float]]) -> None:
    """One person, who asks for pages until it is time to stop."""
    lot = random.Random(seed)  # noqa: S311 - nothing here is secret
    time.sleep(lot.uniform(0, 3))
    respondent = seed % 5 == 0
    who = "respondent" if respondent else "lead"
    while time.monotonic() < until:
        review = LARGE if respondent else lot.choice((LARGE, EMPTY))
        name = lot.choice([page for page in PAGES if not (respondent and page == "history")])
        request = urllib.request.Request(
            f"http://127.0.0.1:{PORT}/reviews/{review}{PAGES[name]}", headers={"Cookie": cookies[respondent]}
        )
        begun = time.monotonic()
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own address
                answer.read()
        except urllib.error.HTTPError as refused:
            refused.read()
        took[(name, who, review)].append(time.monotonic() - begun)
        time.sleep(lot.uniform(2, 4))


def main(database: str) -> None:
    """Make the reviews, serve them, ask, and say how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASCERTAIN_DATABASE"] = database
        from ascertain.web.place import Place
        from ascertain.web.start import prepare

        prepare(Place(Path(folder) / "data", database))
        from ascertain.web.records.models import User

        people = [User.objects.create(email=f"{n}@bench.example", name=f"Person {n}") for n in range(2)]
        begun = time.monotonic()
        fill(EMPTY, 0, 0, 0, people)
        fill(LARGE, GOVERNMENTS, ENTRIES, EXHIBITS, people)
        print(f"made in {time.monotonic() - begun:.0f} s", flush=True)
        cookies = (cookie_of(people[0]), cookie_of(people[1]))
        queries = {
            (name, who, review): queries_of(f"/reviews/{review}{path}", cookies[who == "respondent"])
            for name, path in PAGES.items()
            for who, review in (("lead", LARGE), ("lead", EMPTY), ("respondent", LARGE))
        }
        took: dict[tuple[str, str, str], list[float]] = defaultdict(list)
        command = [sys.executable, "-c", MAIN, "serve", "--data", f"{folder}/data", "--port", str(PORT)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as site:
            try:
                for _ in range(100):
                    try:
                        urllib.request.urlopen(f"http://127.0.0.1:{PORT}/sign-in", timeout=5).close()
                        break
                    except OSError:
                        time.sleep(0.2)
                until = time.monotonic() + SECONDS
                asking = [threading.Thread(target=ask, args=(cookies, until, n, took)) for n in range(PEOPLE)]
                for one in asking:
                    one.start()
                for one in asking:
                    one.join()
            finally:
                site.send_signal(signal.SIGINT)
                site.wait(timeout=60)
        print(f"{sum(map(len, took.values()))} pages in {SECONDS:.0f} s")
        print("page | who | review | status | queries | asked | median ms | p95 ms")
        for key in sorted(queries):
            count, status = queries[key]
            times = sorted(took.get(key, []))
            if times:
                p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
                shown = f"{len(times)} | {statistics.median(times) * 1000:.0f} | {p95 * 1000:.0f}"
            else:
                shown = "0 | - | -"
            print(" | ".join((*key, str(status), str(count), shown)))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
