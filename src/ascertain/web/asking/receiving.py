"""A file that somebody sends: written to a temporary file and hashed as it comes in."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from ascertain.web.responding.sniffing import Received

FIELD = "file"


class Arrived(UploadedFile):  # type: ignore[type-arg] # it is generic for the checker only
    """A file that has come in whole. Of one that is too large only the size is known."""

    def __init__(self, held: Any, name: str, size: int, sha256: str) -> None:
        super().__init__(held, name, "application/octet-stream", size)
        self._held, self._sha256 = Path(held.name), sha256

    def received(self) -> Received:
        """What a service needs to know of it."""
        return Received(self._held, self.name or "", self.size or 0, self._sha256)


class Receiver(FileUploadHandler):
    """Takes the file of a form from whoever is signed in; any other is passed over, so that it fills no disk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with a file. Its name goes nowhere near the disk."""
        super().new_file(*args, **kwargs)
        user = getattr(self.request, "user", None)
        if self.field_name != FIELD or user is None or not user.is_authenticated:
            raise SkipFile
        self._held = tempfile.NamedTemporaryFile(prefix="ascertain-", suffix=".upload")  # noqa: SIM115 - the request closes it
        self._digest = hashlib.sha256()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep the next bytes, up to the most that is kept; the rest is counted."""
        if start + len(raw_data) <= settings.EXHIBIT_MOST_BYTES:
            self._digest.update(raw_data)
            self._held.write(raw_data)

    def file_complete(self, file_size: int) -> Arrived:
        """The whole file."""
        self._held.flush()
        self._held.seek(0)
        return Arrived(self._held, self.file_name or "", file_size, self._digest.hexdigest())

    def upload_interrupted(self) -> None:
        """Nobody waits for it any more."""
        if hasattr(self, "_held"):
            self._held.close()
