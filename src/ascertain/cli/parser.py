"""What can be typed: the commands, their options and their help."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NoReturn

from ascertain import __version__
from ascertain.cli.misuse import Misuse
from ascertain.record.grades import parse_standard
from ascertain.record.model import STANDARDS, Grade

FORMATS = ("table", "json", "csv", "md")

_DESCRIPTION = (
    "Which legal conditions bind a government on a day, does the evidence show that they are met,\n"
    "and what does the answer turn on, in law and in fact?"
)
_START = """\
start here:
  ascertain demo                                     the main job on the bundled docket, with a report
  ascertain find --who chicago --question complies --on 2017-07-06
  ascertain why  --who chicago --question complies --on 2017-07-06
  ascertain docket --known 2017-07-06

exit codes: 0 done, 1 a check or a test found something, 2 bad input (one clear error)
Nothing here calls the network."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are errors like all others, with a nearest right name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **options
        )  # a shortened option would break when another is added
        self.commands: dict[str, Parser] = {}

    def actions(self) -> Iterator[argparse.Action]:
        """Everything that can be typed after the command."""
        yield from self._actions

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print and leave with.

        Raises:
            Misuse: Always.
        """
        raise Misuse(message.replace("\n", " "), f"{self.prog} --help shows what can be typed")

    def unknown(self, arguments: Sequence[str]) -> NoReturn:
        """Complain of arguments that nothing takes.

        Raises:
            Misuse: Always.
        """
        word = arguments[0].split("=")[0]
        near = difflib.get_close_matches(word, self._option_string_actions, n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"{self.prog} --help shows what can be typed"
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


def standard(text: str) -> Grade:
    """Read a standard, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is none of the three.
    """
    try:
        return parse_standard(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def build() -> Parser:
    """The parser of all commands; what it returns for one has the command's name in ``command``."""
    parser = Parser(prog="ascertain", description=_DESCRIPTION, epilog=_START)
    parser.add_argument("--version", action="version", version=f"ascertain {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")

    parser.commands = commands.choices

    demo = _command(commands, "demo", "do the main job on the bundled docket and write its report")
    _subject(demo)
    _when(demo)
    demo.add_argument(
        "--out", type=some, default="report", metavar="DIR", help="folder of the report (default: report)"
    )

    check = _command(commands, "check", "load a rulebook or a docket with everything in it and report every mistake")
    _subject(check)
    _output(check)

    test = _command(commands, "test", "run the worked cases of a rulebook")
    _subject(test)
    _output(test)

    find = _command(commands, "find", "answer questions for governments on a day, or over a period")
    _subject(find)
    _whom(find)
    _when(find)
    _period(find)
    _standard(find)
    _output(find)

    force = _command(commands, "force", "say whether a provision binds, and which orders say so")
    force.add_argument("provision", nargs="?", type=some, help="such as eo-13768#sec-9a (default: every provision)")
    _subject(force)
    _whom(force, questions=False)
    _when(force)
    _period(force)
    _output(force)

    why = _command(
        commands, "why", "explain a finding: law quoted, what is silenced, facts with sources, what it turns on"
    )
    _subject(why)
    _whom(why)
    _when(why)
    _standard(why)
    _output(why)

    docket = _command(commands, "docket", "show the record as of a day: members, letters, answers, determinations")
    _subject(docket)
    _when(docket)
    _output(docket)

    publish = _command(commands, "publish", "write the report as web pages that need no network")
    _subject(publish)
    _when(publish)
    publish.add_argument("--out", type=some, required=True, metavar="DIR", help="folder for the report")
    publish.add_argument("--force", action="store_true", help="replace a report that is already there")

    completion = _command(commands, "completion", "print a completion script for a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="shell", help="bash, zsh or tcsh")
    return parser


def _command(commands: Any, name: str, purpose: str) -> Parser:
    made: Parser = commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
    return made


def _subject(parser: Parser) -> None:
    parser.add_argument(
        "subject",
        nargs="?",
        type=some,
        metavar="docket-or-rulebook",
        help="its folder or bundled name (default: the docket in this folder, else the bundled one)",
    )


def _whom(parser: Parser, questions: bool = True) -> None:
    parser.add_argument(
        "--who",
        action="append",
        type=some,
        metavar="GOVERNMENT",
        help="id, OCD id, GEOID or name; may be repeated (default: every member)",
    )
    if questions:
        parser.add_argument(
            "--question",
            action="append",
            type=some,
            metavar="TERM",
            help="a term's short name or phrase, or a rule's id; may be repeated (default: the main questions)",
        )
    parser.add_argument(
        "--program", type=some, metavar="PROGRAM", help="the grant program (default: each that matters)"
    )


def _when(parser: Parser) -> None:
    parser.add_argument(
        "--on", type=day, metavar="DAY", help="the day asked about, such as 2017-07-06 (default: today)"
    )
    parser.add_argument(
        "--known",
        type=day,
        metavar="DAY",
        help="count only what had been issued and filed by then (default: everything)",
    )


def _period(parser: Parser) -> None:
    parser.add_argument("--from", dest="start", type=day, metavar="DAY", help="first day of a period: gives a timeline")
    parser.add_argument("--to", dest="end", type=day, metavar="DAY", help="last day of the period")


def _standard(parser: Parser) -> None:
    words = ", ".join(grade.word for grade in STANDARDS)
    parser.add_argument(
        "--standard",
        type=standard,
        metavar="STANDARD",
        help=f"{words}: the lowest grade that counts (default: all three)",
    )


def _output(parser: Parser) -> None:
    parser.add_argument(
        "--format", choices=FORMATS, default="table", help="table for people, json, csv or md for programs"
    )
    parser.add_argument("--output", type=some, metavar="FILE", help="write there instead; never over an existing file")
    parser.add_argument("--force", action="store_true", help="let --output replace an existing file")
