"""Hostile and broken uploads: each is refused with what to do instead, or kept as a download that can never run."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse

from ascertain.web.place import Place
from ascertain.web.policy.roles import Role
from ascertain.web.records.models import Blob, Event, Upload
from ascertain.web.responding.naming import shown_name
from web.answering import editor
from web.people import People

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>fetch('/')</script>"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
GIF = b"GIF89a" + bytes(32)
JPEG = b"\xff\xd8\xff\xe0" + bytes(32)


def archive(*names: str, size: int = 10) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, bytes(size))
    return out.getvalue()


BOMB = archive("bomb", size=30_000_000)
DOCX = archive("[Content_Types].xml", "word/document.xml")
REFUSED = {
    "nothing": ("empty.pdf", b"", "empty"),
    "a zip bomb": ("bomb.zip", BOMB, "archive"),
    "a zip bomb named as a PDF": ("bomb.pdf", BOMB, "archive"),
    "an empty archive": ("empty.zip", archive(), "archive"),
    "a 7z archive": ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "archive"),
    "a RAR archive": ("a.rar", b"Rar!\x1a\x07" + bytes(40), "archive"),
    "a gzip bomb": ("a.gz", b"\x1f\x8b\x08" + bytes(40), "archive"),
    "a bzip2 file": ("a.bz2", b"BZh91AY" + bytes(40), "archive"),
    "an xz file": ("a.xz", b"\xfd7zXZ\x00" + bytes(40), "archive"),
    "a tar archive": ("a.tar", bytes(257) + b"ustar" + bytes(300), "archive"),
    "a Java archive": ("a.jar", archive("META-INF/MANIFEST.MF"), "archive"),
    "a Windows program": ("a.exe", b"MZ\x90\x00" + bytes(60), "program"),
    "a Windows program named as a PDF": ("letter.pdf", b"MZ\x90\x00" + PDF, "program"),
    "a Linux program": ("a", b"\x7fELF\x02" + bytes(60), "program"),
    "a Mac program": ("a.txt", b"\xcf\xfa\xed\xfe" + bytes(60), "program"),
    "a shell script": ("a.txt", b"#!/bin/sh\nrm -rf /\n", "program"),
    "web assembly": ("a.wasm", b"\x00asm\x01\x00\x00\x00", "program"),
    "an encrypted PDF": ("a.pdf", PDF.replace(b"/Root", b"/Encrypt 5 0 R /Root"), "password"),
    "a PDF encrypted in place": ("a.pdf", PDF.replace(b"/Root", b"/Encrypt << /V 4 >> /Root"), "password"),
    "encrypted where two blocks meet": (
        "a.pdf",
        PDF + b" " * ((1 << 20) - len(PDF) - 5) + b"/Encrypt 5 0 R",
        "password",
    ),
    "too large": ("a.txt", b"word " * 500_000, "larger than"),
}
KEPT = {
    "a PDF": ("letter.pdf", PDF, "pdf"),
    "script in a PDF": ("a.pdf", PDF + b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>", "pdf"),
    "script in an SVG": ("a.svg", SVG, "markup"),
    "a web page": ("a.html", HTML, "markup"),
    "a web page named as an image": ("a.png", HTML, "markup"),
    "a web page behind spaces": ("a.txt", b" " * 2000 + HTML, "markup"),
    "an external entity": (
        "a.xml",
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        "markup",
    ),
    "a polyglot of PNG and page": ("a.html", PNG + HTML, "png"),
    "a polyglot of GIF and archive": ("a.gif", GIF + archive("a.class"), "gif"),
    "a polyglot of GIF and script": ("a.js", b"GIF89a/*" + bytes(8) + b"*/=1;alert(1)", "gif"),
    "a polyglot of PDF and page": ("a.html", PDF + HTML, "pdf"),
    "a JPEG named as a PDF": ("a.pdf", JPEG, "jpg"),
    "a Word document": ("a.docx", DOCX, "office"),
    "a Word document that is a bomb": ("a.docx", archive("[Content_Types].xml", "word/a", size=9_000_000), "office"),
    "an older document with macros": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(80), "ole"),
    "a PDF of ten thousand pages": ("a.pdf", PDF + b"<< /Type /Page >>\n" * 10_000, "pdf"),
    "a PDF cut short": ("a.pdf", PDF[:12], "pdf"),
    "a formula": ("a.csv", b'=cmd|"/c calc"!A1,2\n', "txt"),
    "what is no text": ("a.txt", b"\xff\xfe\x00\x01" + bytes(range(256)), "bin"),
    "bytes that end within a character": ("a.txt", "ä".encode()[:1], "txt"),
    "one byte": ("a.txt", b"a", "txt"),
    "a name with a path": ("../../etc/passwd.txt", b"words", "txt"),
    "a name with a Windows path": ("C:\\Windows\\a.txt", b"words", "txt"),
    "a name that turns around": ("letter\u202egpj.exe.txt", b"words", "txt"),
    "a name with controls": ("a\x1b[31m\r\nSet-Cookie: a=b.txt", b"words", "txt"),
    "a name with quotes": ('a".html"; filename="b.txt', b"words", "txt"),
    "a name with markup": ("<script>alert(1)<\u2044script>.txt", b"words", "txt"),
    "a name too long": ("a" * 900 + ".txt", b"words", "txt"),
    "an ending too long": ("a." + "t" * 900, b"words", "txt"),
    "a name in another script": ("مرسوم.txt", b"words", "txt"),
    "a name of a device": ("CON.txt", b"words", "txt"),
    "no ending": ("README", b"words", "txt"),
    "two endings": ("letter.pdf.exe", PDF, "pdf"),
}


def send(client: Client, people: People, name: str, content: bytes, **more: str) -> int:
    file = SimpleUploadedFile("a", content)
    file._name = name  # type: ignore[attr-defined] # as a browser that minds no rule sends it
    where = reverse("documents", args=(people.review.slug, people.government.key))
    answer = client.post(where, {"file": file, **more})
    said = answer.content.decode()
    assert answer.status_code in (302, 400, 422), said
    return int(answer.status_code)


@pytest.fixture
def small() -> Iterator[None]:
    with override_settings(EXHIBIT_MOST_BYTES=2_000_000):
        yield


def counts(place: Place) -> tuple[int, int, int, int]:
    files = sum(1 for path in place.exhibits.rglob("*") if path.is_file())
    return Upload.objects.count(), Blob.objects.count(), Event.objects.count(), files


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_document_is_refused_with_a_reason_and_nothing_of_it_is_kept(
    people: People, place: Place, small: None, case: str
) -> None:
    name, content, reason = REFUSED[case]
    before = counts(place)
    where = reverse("documents", args=(people.review.slug, people.government.key))
    answer = editor(people).post(where, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert counts(place) == before


@pytest.mark.parametrize("case", KEPT)
def test_a_document_is_kept_byte_for_byte_and_leaves_as_a_download_that_cannot_run(people: People, case: str) -> None:
    name, content, kind = KEPT[case]
    client = editor(people)
    assert send(client, people, name, content) == 302
    upload = Upload.objects.get(government=people.government)
    assert upload.kind == kind
    where = reverse("document", args=(people.review.slug, people.government.key, upload.document, upload.version))
    answer = client.get(where)
    assert answer.getvalue() == content
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename")
    assert not {"\r", "\n", "/", "\\", "\u202e"} & set(
        unquote(disposition.partition("filename")[2].replace("*=utf-8''", ""))
    )
    shown = client.get(reverse("documents", args=(people.review.slug, people.government.key))).content.decode()
    assert "<script" not in shown and "\u202e" not in shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\b.pdf", "b.pdf"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a\x00b\r\nc.txt", "ab c.txt"),
        ("...", "document"),
        ("", "document"),
        ("\ud800.txt", "txt"),
        ("  two   spaces .txt", "two spaces .txt"),
    ],
)
def test_a_name_is_shown_in_one_direction_on_one_line_and_without_a_folder(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_name_too_long_keeps_its_ending() -> None:
    assert len(shown_name("a" * 900 + ".pdf")) <= 120
    assert shown_name("a" * 900 + ".pdf").endswith("….pdf")


def test_a_document_that_is_sent_twice_is_kept_once(people: People) -> None:
    client = editor(people)
    for _ in range(2):
        send(client, people, "a.txt", b"words", title="The letter")
    assert Upload.objects.filter(government=people.government).count() == 1


def test_a_title_or_a_document_that_cannot_be_is_told_and_not_kept(people: People) -> None:
    client = editor(people)
    for more in ({"title": "a\x1bb"}, {"title": "a" * 301}, {"document": "7"}, {"document": "x" * 999}):
        assert send(client, people, "a.txt", b"words", **more) == 422
    assert not Upload.objects.exists()


def test_a_file_that_nobody_asked_for_or_nobody_sends_reaches_no_disk(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: str) -> None:
        raise OSError("no file may be made")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    where = reverse("account_login")
    assert people.client("public").post(where, {"file": SimpleUploadedFile("a", b"a")}).status_code == 422
    where = reverse("people", args=(people.review.slug,))
    assert people.client(Role.LEAD).post(where, {"avatar": SimpleUploadedFile("a", b"a")}).status_code == 422


def test_a_form_that_is_no_form_is_told_so_and_nothing_of_it_is_kept(people: People) -> None:
    where = reverse("documents", args=(people.review.slug, people.government.key))
    client = editor(people)
    broken = client.post(where, b"--x\r\nnonsense", content_type="multipart/form-data; boundary=x")
    assert broken.status_code == 422
    many = {f"file{number}": SimpleUploadedFile("a.txt", b"a") for number in range(9)}
    assert client.post(where, many).status_code == 400
    assert client.post(where, b"", content_type="multipart/form-data").status_code == 422
    assert send(client, people, "a" * 5000, b"words") == 400
    assert not Upload.objects.exists()
