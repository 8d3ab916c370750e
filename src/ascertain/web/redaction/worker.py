"""The limited process: what to redact on its standard input, what was done or why it was not on its standard output.

A file from outside can make a library crash, hang or fill the memory; then this process ends, and nothing else.
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import redirect_stdout
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ascertain.web.mistakes import Code, WebError
from ascertain.web.redaction.marks import Redacted, marks_of

_UNPACKED = 1 << 28


def main() -> None:
    """Do what is asked, within the limits that are asked for."""
    asked = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):
        answer = _answer(asked)
    json.dump(answer, sys.stdout)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        _limit(asked["seconds"], asked["memory"])
        return {"done": asdict(_redact(asked))}
    except WebError as error:
        one = error.mistakes[0]
        return {"code": one.code, "message": one.message, "help": one.help}
    except MemoryError:
        return {"code": Code.TOO_MUCH, "message": "this file takes more memory than there is for it", "help": _PLAINER}
    except Exception as error:  # noqa: BLE001 - libraries raise whatever a broken file leads them to
        print(repr(error), file=sys.stderr)
        return {"code": Code.UNREADABLE, "message": "this file is broken", "help": "open it and print it to a new PDF"}


_PLAINER = "make a plainer PDF of it, or divide it into parts"


def _redact(asked: dict[str, Any]) -> Redacted:
    source, out, marks = Path(asked["source"]), Path(asked["out"]), marks_of(asked["marks"])
    if asked["kind"] == "txt":
        from ascertain.web.redaction.texts import redact_text

        return redact_text(source, marks, out)
    from pikepdf.settings import set_qpdf_limits

    from ascertain.web.redaction.pdf import redact_pdf

    set_qpdf_limits(flate_max_memory=_UNPACKED, png_max_memory=_UNPACKED, run_length_max_memory=_UNPACKED)
    set_qpdf_limits(tiff_max_memory=_UNPACKED, dct_max_memory=_UNPACKED, doc_max_warnings=1000)
    return redact_pdf(source, marks, out, asked["every_page"], asked["pages"])


def _limit(seconds: int, memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
