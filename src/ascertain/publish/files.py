"""Writing a file so that a reader sees the whole of it or nothing, and of several writers one alone makes it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

_WITHOUT_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def write_whole(path: Path, parts: Iterable[str], *, replace: bool) -> None:
    """Write a text file in one step.

    Args:
        path: The file, in a folder that exists.
        parts: The text, piece by piece; what raises in between leaves nothing behind.
        replace: Whether what bears the name may be replaced.

    Raises:
        FileExistsError: Something bears the name, also a link that leads nowhere, and may not be replaced.
        OSError: The file cannot be written.
    """
    write_bytes(path, (part.encode("utf-8", "backslashreplace") for part in parts), replace=replace)


def write_bytes(path: Path, parts: Iterable[bytes], *, replace: bool) -> None:
    """Write a file in one step. Arguments and what is raised as for :func:`write_whole`."""
    # The name is short and its own, whatever the file's is.
    draft = path.with_name(f".{os.urandom(8).hex()}.draft")
    try:
        with draft.open("xb") as file:
            file.writelines(parts)
        if not replace:
            _claim(draft, path)
        else:
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _claim(draft: Path, path: Path) -> None:
    """Give the draft its name; a link, unlike a rename, fails where the name is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError as problem:
        if problem.errno not in _WITHOUT_LINKS:
            raise
        # A file system without links: taking the name first does the same, but shows an empty file for a moment.
        path.touch(exist_ok=False)
        draft.replace(path)
