"""A demonstration that is being served by a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MAIN = "from ascertain.cli.main import main; raise SystemExit(main())"


@contextmanager
def demonstration(folder: Path, database: str = "") -> Iterator[tuple[str, str]]:
    """Serve the worked case from an empty folder and database.

    Yields:
        Its address, and everybody's password.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ASCERTAIN_", "DJANGO_"))}
    kept |= {"PYTHONUNBUFFERED": "1", "ASCERTAIN_DATABASE": database}
    command = [sys.executable, "-c", _MAIN, "serve", "--demo", "--data", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=kept) as served:
        assert served.stdout is not None
        said = ""
        while "the docket is at" not in said:
            line = served.stdout.readline()
            assert line, served.stderr.read() if served.stderr else ""
            said += line
        address, password = re.search(r"http://\S+/", said), re.search(r"password (\S+),", said)
        assert address is not None and password is not None
        try:
            yield address[0], password[1]
        finally:
            served.send_signal(signal.SIGINT)
            served.wait(timeout=30)
