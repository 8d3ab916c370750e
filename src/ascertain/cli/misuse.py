"""A command line that cannot be carried out: one clear error and a line of help."""

from __future__ import annotations

from ascertain.rulebook.mistakes import BadInput, Mistake


class Misuse(BadInput):
    """The command was called in a way that has no meaning.

    Args:
        message: One plain sentence in lower case.
        help: What to type instead.
        code: Stable for this kind of misuse.
    """

    def __init__(self, message: str, help: str, code: str = "A950") -> None:  # noqa: A002 - the word users see
        super().__init__((Mistake(code, message, (), (), help),))
