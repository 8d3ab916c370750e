"""The limited process that reads a PDF: its path as the argument, the text of its pages as JSON on standard output.

A file from outside can make a library crash, hang or fill the memory; then this process ends, and nothing else.
"""

from __future__ import annotations

import json
import logging
import resource
import sys

from pypdf import PdfReader

SECONDS, _MEMORY = 20, 1 << 30
MOST_PAGES, _MOST_SIGNS = 300, 4_000_000


def main() -> None:
    """Read the pages, or end."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    json.dump(_read(sys.argv[1]), sys.stdout)


def _read(path: str) -> dict[str, object]:
    reader = PdfReader(path)
    if len(reader.pages) > MOST_PAGES:
        return {"why": f"it has more than {MOST_PAGES} pages"}
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text().replace("\f", "\n"))
        if sum(map(len, pages)) > _MOST_SIGNS:
            return {"why": "it holds more text than can be shown"}
    return (
        {"pages": pages} if any(page.strip() for page in pages) else {"why": "this PDF holds no text, such as a scan"}
    )


if __name__ == "__main__":
    main()
