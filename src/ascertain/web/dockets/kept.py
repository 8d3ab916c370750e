"""Values that take long to make, kept for as long as they are among the last that were asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """At most so many values by their keys; the one not asked for longest makes room. Threads may share it.

    Args:
        most: How many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Key, Value] = OrderedDict()
        self._alone = Lock()

    def get(self, key: Key) -> Value | None:
        """The value, ``None`` where it is not kept."""
        with self._alone:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key]

    def keep(self, key: Key, value: Value) -> Value:
        """Keep a value, and return it."""
        with self._alone:
            self._held[key] = value
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return value
