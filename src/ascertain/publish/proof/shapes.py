"""The outlines that tell the parts of a proof apart without colour: each kind its own, dashed where it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

_CUT = 12.0

TAIL: Mapping[str, int] = {"reading": 9}
"""How far a shape reaches out to its left, by its kind."""


def outline(shape: str, x: float, y: float, width: float, height: float, *, is_open: bool) -> Iterator[str]:
    """The elements that draw a part's box.

    Args:
        shape: The kind of part; one that has no outline of its own is a plain box.
        x: The left edge.
        y: The top edge.
        width: From left to right.
        height: From top to bottom.
        is_open: Whether the finding turns on it.
    """
    path = _PATHS.get(shape, _box)(x, y, width, height)
    yield f'<path class="box{" open" if is_open else ""}" d="{path}"/>'
    if shape == "question":
        yield f'<path class="inner" d="{_box(x + 4, y + 4, width - 8, height - 8)}"/>'
    elif shape == "rule":
        yield f'<path class="spine" d="M{_n(x + 3)} {_n(y)}V{_n(y + height)}"/>'
    elif shape == "exception":
        yield f'<path class="spine broken" d="M{_n(x + 3)} {_n(y)}V{_n(y + height)}"/>'
    elif shape == "fact":
        fold = f"M{_n(x + width - _CUT)} {_n(y)}V{_n(y + _CUT)}H{_n(x + width)}"
        yield f'<path class="inner" d="{fold}"/>'


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{_n(x)} {_n(y)}h{_n(width)}v{_n(height)}h{_n(-width)}z"


def _rounded(x: float, y: float, width: float, height: float) -> str:
    across, down, r = width - 2 * _CUT, height - 2 * _CUT, _CUT
    return (
        f"M{_n(x + r)} {_n(y)}h{_n(across)}q{_n(r)} 0 {_n(r)} {_n(r)}v{_n(down)}q0 {_n(r)} {_n(-r)} {_n(r)}"
        f"h{_n(-across)}q{_n(-r)} 0 {_n(-r)} {_n(-r)}v{_n(-down)}q0 {_n(-r)} {_n(r)} {_n(-r)}z"
    )


def _page(x: float, y: float, width: float, height: float) -> str:
    """A sheet of paper, its corner folded."""
    return f"M{_n(x)} {_n(y)}h{_n(width - _CUT)}l{_n(_CUT)} {_n(_CUT)}v{_n(height - _CUT)}h{_n(-width)}z"


def _octagon(x: float, y: float, width: float, height: float) -> str:
    """A sign at the roadside: something is allowed to go on, or stopped."""
    across, down, c = width - 2 * _CUT, height - 2 * _CUT, _CUT
    return (
        f"M{_n(x + c)} {_n(y)}h{_n(across)}l{_n(c)} {_n(c)}v{_n(down)}l{_n(-c)} {_n(c)}"
        f"h{_n(-across)}l{_n(-c)} {_n(-c)}v{_n(-down)}z"
    )


def _speech(x: float, y: float, width: float, height: float) -> str:
    """What somebody says: a box with a tail at its left."""
    return f"M{_n(x)} {_n(y)}h{_n(width)}v{_n(height)}h{_n(-width)}v{_n(24 - height)}l-9 -5l9 -5z"


_PATHS: Mapping[str, Callable[[float, float, float, float], str]] = {
    "term": _rounded,
    "fact": _page,
    "force": _octagon,
    "reading": _speech,
}


def _n(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"
