"""What takes long is worked out beside the requests, once, and kept; whoever asks meanwhile is told how far it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWorking
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from django.db import connections

from ascertain.web.dockets.kept import Kept

Made = TypeVar("Made")
Progress = Callable[[str], None]
_KEPT, _WAITING, _PATIENCE_SECONDS = 64, 32, 2.0


@dataclass(slots=True)
class Working:
    """Work that is under way, or waits for other work: what was last said of it, and since when."""

    told: str = "waiting for other work"
    since: float = field(default_factory=monotonic)

    @property
    def seconds(self) -> int:
        """For how long."""
        return int(monotonic() - self.since)


# One at a time, since findings share what they have worked out, and pages need the rest of the machine.
_alone = ThreadPoolExecutor(1, thread_name_prefix="desk")


def start(work: Callable[[], Made]) -> Future[Made]:
    """Begin some work beside the requests."""
    return _alone.submit(_closing, work)


def _closing(work: Callable[[], Made]) -> Made:
    try:
        return work()
    finally:
        connections.close_all()


class Desk(Generic[Made]):
    """Works out values by their keys. A key has to name everything that its value depends on, so that nobody is given
    what was worked out for somebody else.

    Args:
        patience: For how many seconds whoever asks is kept waiting before being told how far it is.
    """

    def __init__(self, patience: float = _PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._kept: Kept[Hashable, Made] = Kept(_KEPT)
        self._under_way: dict[Hashable, tuple[Future[Made], Working]] = {}
        self._lock = Lock()

    def ask(self, key: Hashable, make: Callable[[Progress], Made]) -> Made | Working:
        """The value, or how far it is.

        Args:
            key: What is asked for.
            make: Works it out, telling in a few words what is being done.

        Raises:
            Exception: What went wrong while it was worked out; it is worked out anew for whoever asks next.
        """
        held = self._kept.get(key)
        if held is not None:
            return held
        with self._lock:
            if key not in self._under_way:
                if len(self._under_way) >= _WAITING:
                    return Working("much else is being worked out")
                working = Working()
                self._under_way[key] = (start(lambda: self._made(key, make, working)), working)
            future, working = self._under_way[key]
        try:
            return future.result(self._patience)
        except StillWorking:
            return working
        finally:
            if future.done():
                with self._lock:
                    self._under_way.pop(key, None)

    def _made(self, key: Hashable, make: Callable[[Progress], Made], working: Working) -> Made:
        def progress(said: str) -> None:
            working.told = said

        return self._kept.keep(key, make(progress))
