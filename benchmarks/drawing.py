"""Draws growth as small charts, logarithmic both ways: what grows in proportion runs along the grey line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

Drawn = Mapping[str, Mapping[int, Mapping[str, float]]]
"""For each shape and size what was measured, by what it is."""

_MARKS = "osD^"
_LINES = ("-", "--", "-.", ":")


def draw(found: Drawn, file: Path) -> None:
    """Write the charts as SVG that is the same for the same figures; shapes differ by more than colour.

    Args:
        found: What was measured.
        file: Where to write.
    """
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "growth", "font.size": 9})
    figure = Figure(figsize=(8.5, 7), layout="constrained")
    whats = list(next(iter(next(iter(found.values())).values())))
    for what, axes in zip(whats, figure.subplots(2, 2).flat, strict=True):
        for (shape, sizes), mark, line in zip(found.items(), _MARKS, _LINES, strict=True):
            axes.loglog(list(sizes), [each[what] for each in sizes.values()], line, marker=mark, label=shape)
        first, last = min(map(min, found.values())), max(map(max, found.values()))
        least = min(sizes[first][what] for sizes in found.values())
        axes.loglog([first, last], [least, least * last / first], color="0.75", zorder=0, label="in proportion")
        axes.set(title=what, xlabel="rules")
        axes.grid(visible=True, color="0.9")
    figure.legend(*axes.get_legend_handles_labels(), loc="outside lower center", ncols=5)
    figure.savefig(file, metadata={"Date": None})
