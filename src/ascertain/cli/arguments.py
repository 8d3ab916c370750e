"""How the command line is read: its parser, whose complaints are errors like all others, and its kinds of values."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, NoReturn

from ascertain.cli.misuse import Misuse
from ascertain.cli.optionhelp import option_help
from ascertain.record.grades import parse_standard
from ascertain.record.model import Grade

_LAST_PORT = 65535


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help with room for the names of the options."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28)


class _Once(argparse.Action):
    """Keeps the value of an option, which has no meaning when it is given twice: only one of the values could count."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        given: set[str] = vars(namespace).setdefault("given", set())
        if option is not None and self.dest in given:
            raise Misuse(f"{option} is given twice, and can be only one thing", f"give {option} once", "A965")
        given.add(self.dest)
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are errors like all others, with a nearest right name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            allow_abbrev=False, formatter_class=_Help, **options
        )  # a shortened option would break when another is added
        self.register("action", None, _Once)
        self.commands: dict[str, Parser] = {}

    def actions(self) -> Iterator[argparse.Action]:
        """Everything that can be typed after the command."""
        yield from self._actions

    def options(self) -> tuple[str, ...]:
        """The options that this takes, as they are typed."""
        return tuple(self._option_string_actions)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print and leave with.

        Raises:
            Misuse: Always.
        """
        raise Misuse(message.replace("\n", " "), f"{self.prog} --help shows what can be typed")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help; argparse would hide that nothing could be written."""
        (file or sys.stdout).write(message)

    def unknown(self, arguments: Sequence[str], others: Mapping[str, Parser] = MappingProxyType({})) -> NoReturn:
        """Complain of arguments that nothing takes.

        Args:
            arguments: What is left of those that were typed.
            others: All commands, by name, which may take them.

        Raises:
            Misuse: Always.
        """
        takers = {name: each.options() for name, each in others.items()}
        hint = (
            option_help(arguments[0].split("=")[0], self.options(), takers)
            or f"{self.prog} --help shows what can be typed"
        )
        raise Misuse(f"{self.prog} does not take: {' '.join(arguments)}", hint, "A951")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            near = difflib.get_close_matches(str(value), list(action.choices), n=1)
            named = action.metavar or (action.option_strings[0] if action.option_strings else action.dest)
            hint = f'did you mean "{near[0]}"?' if near else f"choose from: {', '.join(map(str, action.choices))}"
            raise Misuse(f'there is no {named} "{value}"', hint, "A952")


def day(text: str) -> date:
    """Read a day, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is no day of the calendar.
    """
    try:
        return date.fromisoformat(text) if len(text) == 10 and text[4:8:3] == "--" else _no(text)
    except ValueError:
        return _no(text)


def _no(text: str) -> NoReturn:
    raise argparse.ArgumentTypeError(f"there is no such day: {text or '(nothing given)'}; write it as 2017-07-06")


def some(text: str) -> str:
    """Read a text that must say something, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is empty.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return text.strip()


def port(text: str) -> int:
    """Read a port, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    if text.isdecimal() and len(text) <= len(str(_LAST_PORT)) and int(text) <= _LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no port: a whole number from 0 to {_LAST_PORT}")


def standard(text: str) -> Grade:
    """Read a standard, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is none of the three.
    """
    try:
        return parse_standard(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None
