"""A JPEG file in; the same picture without what else the file tells, such as where and by whom it was taken, out.

The markers are those of ITU-T T.81, annex B.
"""

from __future__ import annotations

from collections.abc import Iterator

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_NEEDED = frozenset({0xE0, 0xE2, 0xEE})
"""Of the segments for applications: density, colour profile and colour transform, which change how it is shown."""
_APPLICATIONS = range(0xE0, 0xF0)
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def without_telling(jpeg: bytes) -> bytes:
    """The picture alone: no Exif, XMP, captions or comments, and nothing behind its end.

    Raises:
        ValueError: It is no whole JPEG file.
    """
    kept = [b"\xff\xd8"]
    for marker, data in _segments(jpeg):
        if marker == _COMMENT or (marker in _APPLICATIONS and marker not in _NEEDED):
            continue
        kept.append(data)
    return b"".join(kept)


def head_of_jpeg(jpeg: bytes) -> bytes:
    """All but the points of the picture; the whole where it is no whole JPEG file."""
    try:
        return b"".join(data for marker, data in _segments(jpeg) if marker in _APPLICATIONS or marker == _COMMENT)
    except ValueError:
        return jpeg


def _segments(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    if not jpeg.startswith(b"\xff\xd8"):
        raise ValueError("no JPEG file")
    place = 2
    while True:
        marker = _marker(jpeg, place)
        if marker == _END:
            yield marker, b"\xff\xd9"
            return
        end = place + 2
        if marker not in _ALONE:
            end += int.from_bytes(jpeg[place + 2 : place + 4])
        if marker == _SCAN:
            end = _scan_end(jpeg, end)
        yield marker, jpeg[place:end]
        place = end


def _marker(jpeg: bytes, place: int) -> int:
    if place + 1 >= len(jpeg) or jpeg[place] != 0xFF or jpeg[place + 1] == _START:
        raise ValueError("broken JPEG file")
    return jpeg[place + 1]


def _scan_end(jpeg: bytes, place: int) -> int:
    while True:
        place = jpeg.find(b"\xff", place)
        if place < 0 or place + 1 >= len(jpeg):
            raise ValueError("broken JPEG file")
        if jpeg[place + 1] and jpeg[place + 1] not in _ALONE and jpeg[place + 1] != 0xFF:
            return place
        place += 1 if jpeg[place + 1] == 0xFF else 2
