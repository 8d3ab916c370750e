"""Where a rulebook stands: a path, or a name looked for in the usual places."""

from __future__ import annotations

from pathlib import Path

from ascertain.rulebook.mistakes import NotFound, did_you_mean
from ascertain.rulebook.source import VOCABULARY

_PACKAGE = Path(__file__).parents[1]


def bundled_folder(kind: str) -> Path:
    """Where what comes with Ascertain stands: inside the installed package, else in the checkout.

    Args:
        kind: ``rulebooks`` or ``dockets``.
    """
    installed = _PACKAGE / "bundled" / kind
    return installed if installed.is_dir() else _PACKAGE.parents[1] / kind


def find_rulebook(name_or_path: str, near: Path | None = None) -> Path:
    """The folder of a rulebook.

    Args:
        name_or_path: A folder, or the name of a rulebook.
        near: A docket's folder; a rulebook beside it, or in ``rulebooks`` beside it or one folder up, is found first.

    Raises:
        NotFound: There is no such rulebook.
    """
    given = Path(name_or_path).expanduser()
    candidates = [given, *(shelf / name_or_path for shelf in _shelves(near))]
    for candidate in candidates:
        if (candidate / VOCABULARY).is_file():
            return candidate
    if given.is_dir():
        help_line = f"name the folder that holds {VOCABULARY}"
        raise NotFound(f"the folder {name_or_path} holds no {VOCABULARY}, so it is no rulebook", help_line, "A911")
    names = known_rulebooks(near)
    otherwise = f"name a folder that holds {VOCABULARY}"
    if names:
        otherwise += f", or one of {', '.join(sorted(names))}"
    help_line = did_you_mean(name_or_path, names, otherwise)
    raise NotFound(f'there is no rulebook "{name_or_path}"', help_line, "A911")


def known_rulebooks(near: Path | None = None) -> frozenset[str]:
    """The names of the rulebooks that stand in the usual places.

    Args:
        near: As in :func:`find_rulebook`.
    """
    return frozenset(path.parent.name for shelf in _shelves(near) for path in shelf.glob(f"*/{VOCABULARY}"))


def _shelves(near: Path | None) -> list[Path]:
    """The folders that rulebooks stand in, nearest first; the last holds the copies that come with Ascertain."""
    shelves: list[Path] = []
    if near is not None:
        near = near.resolve()
        shelves += [near.parent, near.parent / "rulebooks", near.parent.parent / "rulebooks"]
    return [*shelves, Path("rulebooks"), bundled_folder("rulebooks")]
