"""A docket from the user's cache, where neither its files nor its rulebook have changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ascertain.docket.basis import rulebook_of
from ascertain.docket.files import Folder, digest_of
from ascertain.docket.model import Docket
from ascertain.rulebook.cache import cached, source_version
from ascertain.rulebook.model.book import Rulebook

_PACKAGE = Path(__file__).parent
_PACKAGES = ("ascertain.quantities", "ascertain.rulebook", "ascertain.record", "ascertain.docket")


def cached_docket(path: Path) -> Docket:
    """As :func:`open_docket`, without the rulebook."""
    return open_docket(path)[0]


def open_docket(path: Path) -> tuple[Docket, Rulebook]:
    """A docket and the rulebook that it was checked against; both from the cache where nothing has changed.

    Args:
        path: The docket's folder.

    Raises:
        DocketError: The folder is no docket, or has mistakes.
        BadInput: Its rulebook is not found or has mistakes.
    """
    folder = Folder(path)
    rooms = (_PACKAGE.parent / name for name in ("rulebook", "record", "docket"))
    content = f"{source_version(*rooms)} {digest_of(path)}"

    def head() -> Docket:
        from ascertain.docket.head import read_head

        return read_head(folder)[0]

    named = replace(cached(f"docket head {content}", Docket, head, _PACKAGES), folder=str(path))
    rulebook = rulebook_of(named)

    def whole() -> Docket:
        from ascertain.docket.load import load_docket

        return load_docket(path, rulebook)

    docket = cached(f"docket {content} {rulebook.digest}", Docket, whole, _PACKAGES)
    return replace(docket, folder=str(path)), rulebook
