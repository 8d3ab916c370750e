"""The bytes of exhibits: written once under their SHA-256, and only then on the record."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from uuid import uuid4

from ascertain.record.exhibits import sha256_of
from ascertain.web.mistakes import Code, WebError
from ascertain.web.place import Place
from ascertain.web.records.models import Blob


def keep_blob(place: Place, file: Path, sha256: str) -> Blob:
    """Keep a copy of a file.

    The copy is complete and on the disk before the record names it. One whose transaction fails afterwards is left
    over, which does no harm: the next that files the same bytes takes it up.

    Args:
        place: Where exhibits are kept.
        file: The file.
        sha256: What its bytes should be.

    Raises:
        WebError: They are not.
        OSError: The file cannot be read, or the copy not be written.
    """
    kept = place.blob(sha256)
    if not kept.is_file():
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = kept.parent / f".{uuid4().hex}"
        try:
            shutil.copyfile(file, draft)
            if sha256_of(draft) != sha256:
                message = f"{file.name} changed while it was being filed"
                raise WebError(Code.UNFIT, message, "file it again")
            _settle(draft)
            draft.rename(kept)
            _settle(kept.parent)
        finally:
            draft.unlink(missing_ok=True)
    return Blob.objects.get_or_create(sha256=sha256, defaults={"size": kept.stat().st_size})[0]


def _settle(path: Path) -> None:
    """Wait until the disk has it."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
