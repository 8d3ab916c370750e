"""The bytes of a file in; what it is, whatever its name says, or why it cannot be an exhibit, out."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ascertain.web.mistakes import Code, WebError

_HEAD = 4096
_BLOCK = 1 << 20
_OVERLAP = 64
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\x00asm", b"#!")
_ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
)
_ZIP_NAME = slice(30, None)
_TAR = slice(257, 262)
_OFFICE = (b"[Content_Types].xml", b"mimetype", b"_rels/.rels", b"docProps/", b"word/", b"xl/", b"ppt/")
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R)")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|svg|\?xml)", re.IGNORECASE)
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
WORDS = {
    "pdf": "PDF", "png": "image (PNG)", "jpg": "image (JPEG)", "gif": "image (GIF)", "tif": "image (TIFF)",
    "rtf": "text document (RTF)", "ole": "older Office document", "office": "Office document",
    "markup": "web page or drawing (HTML, SVG or XML)", "txt": "plain text", "bin": "unknown",
}  # fmt: skip
_ENDINGS = {
    "pdf": {"pdf"}, "png": {"png"}, "jpg": {"jpg", "jpeg"}, "gif": {"gif"}, "tif": {"tif", "tiff"}, "rtf": {"rtf"},
    "ole": {"doc", "xls", "ppt", "msg"}, "office": {"docx", "xlsx", "pptx", "odt", "ods", "odp"},
    "markup": {"html", "htm", "svg", "xml", "xhtml"}, "txt": {"txt", "csv", "md", "eml", "json", "yaml", "log"},
    "bin": set(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came in: where it lies meanwhile, what its sender called it, its size and its SHA-256."""

    path: Path
    name: str
    size: int
    sha256: str


def kind_of(received: Received) -> str:
    """What the file is, as a key of ``WORDS``. It is read, and never unpacked or run.

    Raises:
        WebError: It is empty, a program, an archive, or a PDF that a password locks.
        OSError: It cannot be read.
    """
    if received.size == 0:
        raise _refused("this file is empty", "choose the document again; it may still have been open elsewhere")
    with received.path.open("rb") as held:
        head = held.read(_HEAD)
    if head.startswith(_PROGRAMS):
        raise _refused("this file is a program, not a document", "upload the document itself, as a PDF or plain text")
    if head.startswith(_ARCHIVES) or head[_TAR] == b"ustar":
        if head.startswith(b"PK\x03\x04") and head[_ZIP_NAME].startswith(_OFFICE):
            return "office"
        raise _refused("this file is an archive", "unpack it, and upload each document by itself")
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None) or _text_kind(received.path, head)
    if kind == "pdf" and any(_ENCRYPTED.search(block) for block in _blocks(received.path)):
        raise _refused("a password locks this PDF", "save it without a password, and upload that")
    return kind


def mismatch(name: str, kind: str) -> str:
    """What to tell of a name that says something else than the file is; empty where the two agree."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending and ending not in _ENDINGS[kind] and kind != "bin":
        return f"its name ends in .{ending}, and what it holds is: {WORDS[kind]}"
    return ""


def ending_of(name: str, kind: str) -> str:
    """The ending of the file as an exhibit: what it is, never one that a double click would run."""
    ending = name.rpartition(".")[2].lower()
    if ending in _ENDINGS[kind] and kind != "markup":
        return ending
    return {"markup": "txt", "ole": "bin", "office": "bin"}.get(kind, kind)


def _text_kind(path: Path, head: bytes) -> str:
    if _MARKUP.search(head):
        return "markup"
    decoder = getincrementaldecoder("utf-8")()
    try:
        control = any(_BINARY.search(decoder.decode(block)) for block in _parts(path))
    except UnicodeDecodeError:
        return "bin"
    return "bin" if control else "txt"


def _blocks(path: Path) -> Iterator[bytes]:
    """The file in blocks that overlap, so that no word is cut in two."""
    before = b""
    for block in _parts(path):
        yield before + block
        before = block[-_OVERLAP:]


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as held:
        while block := held.read(_BLOCK):
            yield block


def _refused(message: str, help_: str) -> WebError:
    return WebError(Code.UNFIT, message, help_)
