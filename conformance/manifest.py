"""Which cases of another's suite can be said in a rulebook, and what came of them: one manifest a suite."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("manifests")

AGREES = "agrees"
DIFFERS = "differs"
DISAGREES = "disagrees"
EXCLUDED = "excluded"


class InexpressibleError(Exception):
    """A rulebook cannot say this case; the message says why."""


class MissingError(Exception):
    """The suite's data are not at hand; the message says how to get them."""


@dataclass(frozen=True)
class Verdict:
    """What came of one case.

    Args:
        id: The suite's own name for it.
        verdict: ``agrees``; ``differs``, where another meaning is wanted and ours is explained; ``excluded``, where a
            rulebook cannot say the case; or ``disagrees``, which is a fault.
        reason: Why, unless it agrees.
    """

    id: str
    verdict: str
    reason: str = ""


@dataclass(frozen=True)
class Manifest:
    """A suite as it was last run.

    Args:
        suite: Its name.
        source: Where its data come from.
        version: Which data were run: a release or a commit.
        ran: The day.
        cases: What came of each case.
    """

    suite: str
    source: str
    version: str
    ran: str
    cases: tuple[Verdict, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many cases have each verdict."""
        return Counter(case.verdict for case in self.cases)


def read_manifest(suite: str) -> Manifest:
    """The recorded manifest of a suite."""
    data: dict[str, Any] = json.loads((FOLDER / f"{suite}.json").read_text("utf-8"))
    cases = tuple(Verdict(*case) for case in data.pop("cases"))
    return Manifest(cases=cases, **data)


def write_manifest(suite: str, source: str, version: str, ran: str, cases: Iterable[Verdict]) -> None:
    """Record what came of a suite, a line a case."""
    head = {"suite": suite, "source": source, "version": version, "ran": ran}
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    rows = [[case.id, case.verdict, *([case.reason] if case.reason else [])] for case in cases]
    listed = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in rows)
    text = "{\n" + "\n".join(lines) + '\n  "cases": [\n' + listed + "\n  ]\n}\n"
    (FOLDER / f"{suite}.json").write_text(text, encoding="utf-8")
