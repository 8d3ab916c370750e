"""An object of a PDF in; which marked words its strings and streams hold, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf import Name

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.folding import letters_of
from ascertain.web.redaction.marks import Words
from ascertain.web.redaction.photographs import head_of_jpeg

_FREE_NAMES = ("/BaseFont", "/FontName")
"""Keys whose names a program chooses; all others say what the format lets them say."""
_ROOMS = ("/Font", "/XObject", "/Properties", "/ColorSpace", "/Pattern", "/Shading", "/ExtGState")
_PICTURED = frozenset({"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"})
_LONGEST = 1 << 28
_DEEPEST = 400
_WIDE = ("utf-16-be", "utf-16-le")


@dataclass(frozen=True, slots=True)
class Held:
    """The places of marks in their list: those whose words are written somewhere, and those that text draws."""

    written: frozenset[int] = frozenset()
    drawn: frozenset[int] = frozenset()

    def __or__(self, other: Held) -> Held:
        return Held(self.written | other.written, self.drawn | other.drawn)


class Looker:
    """Looks for words. What a stream holds is kept, as many pages share one.

    Args:
        words: The words, by the places of their marks.
    """

    def __init__(self, words: Mapping[int, Words]) -> None:
        self._words = words
        self._folded = {mark: letters_of(one.text, one.ignore_case) for mark, one in words.items()}
        self._known: dict[tuple[int, int], Held] = {}

    def in_text(self, text: str) -> frozenset[int]:
        """The marks whose words a text holds."""
        kept: dict[bool, str] = {}
        found = set()
        for mark, one in self._words.items():
            if one.ignore_case not in kept:
                kept[one.ignore_case] = letters_of(text, one.ignore_case)
            if self._folded[mark] in kept[one.ignore_case]:
                found.add(mark)
        return frozenset(found)

    def in_bytes(self, data: bytes) -> frozenset[int]:
        """The marks whose words bytes hold, in whatever encoding."""
        if len(data) > _LONGEST:
            raise _packed()
        if data.isascii():
            return self.in_text(data.decode("ascii"))
        found = self.in_text(data.decode("latin-1")) | self.in_text(data.decode("utf-8", "ignore"))
        if b"\0" in data:
            for encoding in _WIDE:
                found |= self.in_text(data.decode(encoding, "ignore")) | self.in_text(
                    data[1:].decode(encoding, "ignore")
                )
        return found

    def beneath(self, roots: Iterable[pikepdf.Object], passed: frozenset[tuple[int, int]] = frozenset()) -> Held:
        """What objects hold, and all that they lead to.

        Args:
            roots: The objects.
            passed: Objects, by their numbers, that are passed over.
        """
        held = Held()
        for one in walk(roots, passed):
            held |= self._in_object(one)
        return held

    def drawn_by(self, stream: pikepdf.Object) -> frozenset[int]:
        """The marks whose words the strings of a stream of drawing come to, put one after the other.

        Raises:
            WebError: It cannot be read.
        """
        try:
            parsed = pikepdf.parse_content_stream(stream)
        except pikepdf.PdfError:
            raise _packed() from None
        strings = [bytes(one) for line in parsed for one in _strings(getattr(line, "operands", ()))]
        joined = b"".join(strings)
        found = self.in_bytes(joined)
        for one in strings:
            found |= self.in_text(str(pikepdf.String(one)))
        return found

    def _in_object(self, one: pikepdf.Object) -> Held:
        if isinstance(one, pikepdf.String):
            return Held(self.in_text(str(one)) | self.in_bytes(bytes(one)))
        if isinstance(one, pikepdf.Stream):
            known = self._known.get(one.objgen)
            if known is None:
                known = Held(self.in_bytes(data_of(one))) | self._in_names(one)
                if one.get(Name.Subtype) == Name.Form or one.get(Name.PatternType) is not None:
                    known |= Held(drawn=self.drawn_by(one))
                self._known[one.objgen] = known
            return known
        return self._in_names(one) if isinstance(one, pikepdf.Dictionary) else Held()

    def _in_names(self, one: pikepdf.Object) -> Held:
        names = [str(value)[1:] for key in _FREE_NAMES if isinstance(value := one.get(key), pikepdf.Name)]
        rooms = [room for key in _ROOMS if isinstance(room := one.get(key), pikepdf.Dictionary)]
        names += [key[1:] for room in rooms for key in room.keys()]  # noqa: SIM118 - a dictionary of pikepdf is none
        found: frozenset[int] = frozenset()
        for name in names:
            found |= self.in_text(name)
        return Held(found)


def walk(roots: Iterable[pikepdf.Object], passed: frozenset[tuple[int, int]] = frozenset()) -> Iterator[pikepdf.Object]:
    """Objects and all that they lead to, each numbered one once, except pages and what is above them.

    Raises:
        WebError: They are nested too deeply.
    """
    stack = [(root, 0) for root in roots]
    seen = set(passed)
    while stack:
        one, depth = stack.pop()
        if not isinstance(one, pikepdf.Object):
            continue
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if depth and isinstance(one, pikepdf.Dictionary) and one.get(Name.Type) == Name.Page:
            continue
        if depth > _DEEPEST:
            raise WebError(Code.TOO_MUCH, "this file is nested too deeply", "make a plainer PDF of it")
        yield one
        if isinstance(one, pikepdf.Array):
            stack += [(item, depth + 1) for item in one]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            stack += [(value, depth + 1) for key, value in one.items() if key != "/Parent"]


def data_of(stream: pikepdf.Object) -> bytes:
    """What of a stream could hold words: its decoded bytes; of a picture, what is beside its points."""
    if stream.get(Name.Subtype) == Name.Image:
        return head_of_jpeg(stream.read_raw_bytes()) if is_jpeg(stream) else b""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        if _PICTURED & _filters(stream):
            return stream.read_raw_bytes()
        raise _packed() from None


def is_jpeg(stream: pikepdf.Object) -> bool:
    """Whether a stream is a JPEG file as it stands."""
    return _filters(stream) == {"/DCTDecode"}


def _filters(stream: pikepdf.Object) -> set[str]:
    filters = stream.get(Name.Filter)
    return {str(one) for one in (filters if isinstance(filters, pikepdf.Array) else [filters])}


def _packed() -> WebError:
    message = "a part of this PDF is broken, or unpacks to too much"
    return WebError(Code.UNREADABLE, message, "open it and print it to a new PDF")


def _strings(operands: Iterable[object]) -> Iterator[pikepdf.String]:
    for one in operands:
        if isinstance(one, pikepdf.String):
            yield one
        elif isinstance(one, pikepdf.Array):
            yield from _strings(one)
        elif isinstance(one, pikepdf.Dictionary):
            yield from _strings(one.values())
