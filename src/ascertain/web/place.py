"""The data folder: its secret, its database and its exhibits."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from ascertain.web.mistakes import Code, WebError

DATA = "ASCERTAIN_DATA"
DATABASE = "ASCERTAIN_DATABASE"
HOSTS = "ASCERTAIN_HOSTS"
UPLOAD = "ASCERTAIN_UPLOAD_MB"
_UPLOAD_MEGABYTES = "50"
_MEGABYTE = 1_000_000
_SECRET_BYTES = 48


@dataclass(frozen=True, slots=True)
class Place:
    """Where a web docket keeps its data.

    ``database`` is the URL of a PostgreSQL database, empty for the SQLite file in the folder; ``hosts`` are the names
    that it answers to besides the loopback's.
    """

    folder: Path
    database: str = ""
    hosts: tuple[str, ...] = ()

    @property
    def secret_file(self) -> Path:
        """What sessions and links are signed with."""
        return self.folder / "secret"

    @property
    def database_file(self) -> Path:
        """The SQLite database."""
        return self.folder / "docket.sqlite3"

    @property
    def exhibits(self) -> Path:
        """The exhibits, each named by its SHA-256."""
        return self.folder / "exhibits"

    def blob(self, sha256: str) -> Path:
        """The file of the exhibit with this SHA-256; in folders by its first digits, since there can be many."""
        return self.exhibits / sha256[:2] / sha256[2:4] / sha256

    def secret(self) -> str:
        """The secret, empty where the folder has not been made."""
        return self.secret_file.read_text(encoding="ascii") if self.secret_file.is_file() else ""


def place_of_environment() -> Place:
    """The place that the environment names: the folder, the database's URL and the hosts, separated by commas."""
    hosts = tuple(host.strip() for host in os.environ.get(HOSTS, "").split(",") if host.strip())
    return Place(Path(os.environ.get(DATA, "ascertain-data")), os.environ.get(DATABASE, ""), hosts)


def most_bytes() -> int:
    """How many bytes an uploaded document may have, by the environment's number of megabytes.

    Raises:
        WebError: That is no number.
    """
    text = os.environ.get(UPLOAD, _UPLOAD_MEGABYTES)
    if not (text.isascii() and text.isdigit() and len(text) <= len("1000000") and int(text)):
        message = f'{UPLOAD} is "{text}", which is no number of megabytes'
        raise WebError(Code.NO_PLACE, message, f"write a whole number, such as {_UPLOAD_MEGABYTES}")
    return int(text) * _MEGABYTE


def make_place(place: Place) -> None:
    """Make the folder and its secret where they are missing; nobody but the owner may read them.

    Raises:
        WebError: The folder cannot be made or written to.
    """
    try:
        place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.exhibits.mkdir(mode=0o700, exist_ok=True)
        if not place.secret():
            held = os.open(place.secret_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(held, "w", encoding="ascii") as out:
                out.write(secrets.token_urlsafe(_SECRET_BYTES))
                out.flush()
                os.fsync(out.fileno())
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        message = f"the data folder {place.folder} cannot be used: {reason}"
        raise WebError(Code.NO_PLACE, message, "name a folder that can be written to with --data") from None
