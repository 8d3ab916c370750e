"""A user's cache of compiled values: keyed by content, safe against change, damage and concurrent runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from ascertain import __version__
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.source import digest_of, read_files

T = TypeVar("T")

_MAGIC = b"ascertain cache 1\n"
_DIGEST_SIZE = 32
_SUFFIX = ".ascertain"
_MOST_KEPT = 60
_PACKAGE = Path(__file__).parent


def cached_rulebook(path: Path) -> Rulebook:
    """The rulebook in a folder, from the user's cache where its files have not changed.

    Args:
        path: The folder.

    Returns:
        The same as ``load_rulebook``.

    Raises:
        RulebookError: The rulebook has mistakes.
    """
    files = read_files(path)

    def compute() -> Rulebook:
        from ascertain.rulebook.load import compile_files

        return compile_files(files)

    key = f"rulebook {source_version(_PACKAGE)} {digest_of(files)}"
    return cached(key, Rulebook, compute, ("ascertain.rulebook", "ascertain.quantities"))


def cached(key: str, kind: type[T], compute: Callable[[], T], packages: tuple[str, ...]) -> T:
    """The value of ``compute``, from the user's cache where it is there.

    Anything wrong with the cached file, or with the cache itself, costs only time: the value is computed again.

    Args:
        key: Names everything that the value depends on.
        kind: The value's class.
        compute: Makes the value; what it raises passes through and nothing is kept.
        packages: The packages whose dataclasses and enums may occur in the value.
    """
    folder = _folder()
    if folder is None:
        return compute()
    digest = sha256(f"{__version__} {key}".encode()).hexdigest()
    file = folder / f"{digest[:32]}{_SUFFIX}"
    found = _read(file, packages)
    if isinstance(found, kind):
        return found
    value = compute()
    _write(file, value)
    return value


def source_version(*packages: Path) -> str:
    """A digest over the engine's own code in and below these folders, so that a changed one reads no old results."""
    total = sha256()
    for package in packages:
        for file in sorted(package.rglob("*")):
            if file.suffix in {".py", ".lark"}:
                total.update(f"{file.relative_to(package).as_posix()}\0".encode())
                total.update(file.read_bytes())
    return total.hexdigest()


def _folder() -> Path | None:
    named = os.environ.get("ASCERTAIN_CACHE")
    if named:
        return Path(named)
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if base.is_absolute():
        return base / "ascertain"
    try:
        return Path.home() / ".cache" / "ascertain"
    except RuntimeError:  # no home: nowhere to keep anything
        return None


def _read(file: Path, packages: tuple[str, ...]) -> object:
    """What the file holds, ``None`` where it is missing, damaged, or another's."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            if os.fstat(opened.fileno()).st_uid != os.getuid():
                return None
            content = opened.read()
    except OSError:
        return None
    start = len(_MAGIC) + _DIGEST_SIZE
    if content[: len(_MAGIC)] != _MAGIC or sha256(content[start:]).digest() != content[len(_MAGIC) : start]:
        return None
    from ascertain.rulebook.packing import unpack

    try:
        return unpack(content[start:], packages)
    except Exception:  # noqa: BLE001 - whatever a stale or foreign file does, the value can be computed again
        return None


def _write(file: Path, value: object) -> None:
    from ascertain.rulebook.packing import pack

    payload = pack(value)
    # Written beside its place and renamed, so that a run that reads meanwhile sees the old file or the new one.
    draft = file.with_name(f"{file.name}.{os.getpid()}.{os.urandom(4).hex()}")
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            draft.write_bytes(_MAGIC + sha256(payload).digest() + payload)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
        _forget_oldest(file.parent)


def _forget_oldest(folder: Path) -> None:
    """Keep the cache small: every change of a file leaves a value behind that nothing asks for again."""
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[_MOST_KEPT:]:
        file.unlink(missing_ok=True)
