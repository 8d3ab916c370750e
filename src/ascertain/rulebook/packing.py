"""Values of our own frozen dataclasses to bytes and back, running no code but theirs."""

from __future__ import annotations

import gc
import io
import pickle
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

_PLAIN = {("datetime", "date")}


def pack(value: object) -> bytes:
    """The value as bytes."""
    file = io.BytesIO()
    _Pickler(file, protocol=5).dump(value)
    return file.getvalue()


def unpack(content: bytes, packages: tuple[str, ...]) -> object:
    """The value that ``pack`` wrote.

    Args:
        content: The bytes.
        packages: The packages whose dataclasses and enums may occur.

    Raises:
        pickle.UnpicklingError: The bytes name anything else.
    """
    # Everything read stays alive, so looking for garbage meanwhile would only take time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Unpacker(io.BytesIO(content), packages).load()
    finally:
        if collecting:
            gc.enable()


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """A dataclass as its constructor's arguments, which reads back twice as fast as its state; an enum by value.

        Left to themselves, the enums of Python 3.11.2 pickle as a call of ``getattr``, which must not be read back.
        """
        if isinstance(value, Enum):
            return type(value), (value.value,)
        if not is_dataclass(value) or isinstance(value, type):
            return NotImplemented
        given = (name for name, held in value.__dataclass_fields__.items() if held.init)
        return type(value), tuple(getattr(value, name) for name in given)


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, packages: tuple[str, ...]) -> None:
        super().__init__(file)
        self._packages = packages

    def find_class(self, module: str, name: str) -> type:
        """The class of that name, if it is one that a packed value may hold."""
        if (module, name) in _PLAIN or any(module == own or module.startswith(f"{own}.") for own in self._packages):
            found = super().find_class(module, name)
            ours = isinstance(found, type) and found.__module__ == module
            if ours and ((module, name) in _PLAIN or issubclass(found, Enum) or hasattr(found, "__dataclass_fields__")):
                return found  # type: ignore[no-any-return] # checked to be a type above
        raise pickle.UnpicklingError(f"{module}.{name} is not ours")
