"""How often one caller may ask: so many requests a minute, counted in this process and kept nowhere."""

from __future__ import annotations

from math import ceil
from threading import Lock
from time import monotonic

from ascertain.web.api.problems import Kind, Problem

MOST, WITHIN_SECONDS = 600, 60.0


class Pace:
    """Counts requests by caller, in windows of a minute.

    Args:
        most: How many requests a caller has in a window.
        seconds: How long a window is.
    """

    def __init__(self, most: int = MOST, seconds: float = WITHIN_SECONDS) -> None:
        self._most, self._seconds, self._lock = most, seconds, Lock()
        self._begun, self._counted = monotonic(), dict[str, int]()

    def wait(self, caller: str) -> int:
        """Count a request.

        Returns:
            After how many seconds the caller may ask again; 0 where they may now.
        """
        now = monotonic()
        with self._lock:
            if now - self._begun >= self._seconds:
                self._begun, self._counted = now, {}
            self._counted[caller] = self._counted.get(caller, 0) + 1
            return ceil(self._begun + self._seconds - now) if self._counted[caller] > self._most else 0


_pace = Pace()


def keep_pace(caller: str) -> None:
    """Count a request of a caller.

    Raises:
        Problem: They ask too often.
    """
    if wait := _pace.wait(caller):
        detail = f"More than {MOST} requests came from you within a minute."
        raise Problem(Kind.TOO_OFTEN, detail, headers={"Retry-After": str(wait)})
