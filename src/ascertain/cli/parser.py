"""What can be typed: the commands, their options and their help."""

from __future__ import annotations

from typing import Any

from ascertain import __version__
from ascertain.cli.arguments import Parser, day, some, standard
from ascertain.record.model import STANDARDS

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
  ascertain names                                    every name that the options take

exit codes: 0 done, 1 a check, a test or a comparison found something, 2 bad input (one clear error)
Nothing here calls the network."""

_FIND = """\
examples:
  ascertain find --on 2017-07-06 --known 2017-07-06
  ascertain find --who chicago --question detainers --from 2016-01-01 --to 2017-12-31
  ascertain find --question eo-13768#sec-9a-grants --on 2017-07-06
  ascertain find --question withhold --program byrne-jag-fy2016 --on 2017-07-06 --format csv"""
_FORCE = """\
examples:
  ascertain force eo-13768#sec-9a-grants --who chicago --on 2017-07-06
  ascertain force eo-13768#sec-9a --who chicago --from 2017-01-01 --to 2017-12-31"""
_WHY = """\
examples:
  ascertain why --who chicago --question complies --on 2017-07-06 --standard documented
  ascertain why --who chicago --question complies --on 2017-07-06 --both-sides
  ascertain why --who chicago --question complies --on 2017-07-06 --flip
  ascertain why --who chicago --question 9a-enforceable --on 2017-07-06 --format svg --output proof.svg
  ascertain why --who chicago --question eo-13768#sec-9a-grants --on 2017-07-06"""

_DIFF = """\
examples:
  ascertain diff --question complies --who california --on 2017-07-06 --against 2019-06-01
  ascertain diff --question sanctuary-eo --on 2017-03-01 --against-question sanctuary-memo --against 2017-07-06
  ascertain diff --question complies --on 2017-07-06 --reading info-scope=BROAD --against-reading info-scope=NARROW
  ascertain diff --against-rulebook section-1373 --on 2017-07-06"""

_ASK = """\
examples:
  ascertain ask --who clark-county --question complies --on 2017-07-06
  ascertain ask --who clark-county --on 2017-07-06 --format csv
  ascertain ask --who clark-county --on 2017-07-06 --letter request.md --due 2099-12-31"""


def build() -> Parser:
    """The parser of all commands; what it returns for one has the command's name in ``command``."""
    parser = Parser(prog="ascertain", description=_DESCRIPTION, epilog=_START)
    parser.add_argument("--version", action="version", version=f"ascertain {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")

    parser.commands = commands.choices

    demo = _command(commands, "demo", "do the main job on the bundled docket and write its report")
    _subject(demo, "the bundled docket")
    _when(demo, "the day that shows what the bundled docket is about", "that day")
    demo.add_argument(
        "--out", type=some, default="report", metavar="DIR", help="folder of the report (default: report)"
    )

    check = _command(
        commands, "check", "read a rulebook or a docket anew, report every mistake, and remark on its rules"
    )
    _subject(check)
    check.add_argument("--strict", action="store_true", help="let notes count too, so that any remark is exit code 1")
    check.add_argument(
        "--monotone-in",
        type=some,
        metavar="FACT",
        help="say instead whether this yes/no fact, by becoming true, can ever flip a question, and which way",
    )
    check.add_argument(
        "--question",
        action="append",
        type=some,
        metavar="TERM",
        help="with --monotone-in: the question; may be repeated (default: every one that the fact can reach)",
    )
    _output(check)

    test = _command(commands, "test", "run the worked cases of a rulebook")
    _subject(test)
    _output(test)

    find = _command(commands, "find", "answer questions for governments on a day, or over a period", _FIND)
    _subject(find)
    _whom(find)
    _question(find, "the main questions")
    _program(find, "each that the record has awards under; every one where a question is named")
    _when(find)
    _period(find)
    _standard(find, "all three, side by side")
    _output(find)

    force = _command(commands, "force", "say whether a provision binds, and which orders say so", _FORCE)
    force.add_argument(
        "provision", nargs="?", type=some, help="its id, a citation, or a part of a heading (default: every provision)"
    )
    _subject(force)
    _whom(force)
    _program(force, "none: provisions that reach only some programs are shown as they stand")
    _when(force)
    _period(force)
    _output(force)

    why = _command(
        commands,
        "why",
        "explain a finding: its proof from law to source, both sides' best case, what would flip it",
        _WHY,
    )
    _subject(why)
    _whom(why)
    _question(why, "none: why needs one")
    _program(why, "every one, where the question needs one")
    _when(why)
    _standard(why, "the docket's own")
    shown = why.add_mutually_exclusive_group()
    shown.add_argument("--whole", action="store_true", help="all that the law looks at, not the proof alone")
    shown.add_argument(
        "--both-sides", action="store_true", help="the strongest support for each possible outcome, evenly set out"
    )
    shown.add_argument(
        "--flip",
        action="store_true",
        help="the fewest changes that would change the finding, and in whose hands",
    )
    _output(
        why,
        formats=(*FORMATS, "html", "svg"),
        purpose="table for people, json, csv or md for programs, html or svg for a proof",
    )

    diff = _command(
        commands,
        "diff",
        "compare two rulebooks, days, definitions or readings: whether they can differ at all, and who changes",
        _DIFF,
    )
    _subject(diff)
    _whom(diff)
    _question(diff, "every one that both rulebooks answer")
    _program(diff, "every one, where the question needs one")
    _when(diff)
    _standard(diff, "the docket's own")
    _reading(diff, "--reading", "both sides")
    _against(diff)
    _output(diff)

    ask = _command(
        commands, "ask", "list the facts whose answers could settle open findings, or draft the letter for them", _ASK
    )
    _subject(ask)
    _whom(ask)
    _question(ask, "the main questions")
    _program(ask, "each that the record has awards under; every one where a question is named")
    _when(ask)
    _standard(ask, "the docket's own")
    _letter(ask)
    _output(ask, "let --output or --letter replace an existing file")

    docket = _command(commands, "docket", "show the record as of a day: members, letters, answers, determinations")
    _subject(docket)
    docket.add_argument("--known", type=day, metavar="DAY", help="show what had been filed by then (default: today)")
    docket.add_argument("--on", type=day, metavar="DAY", help="the same as --known")
    docket.add_argument(
        "--responses",
        action="store_true",
        help="compare the responses: who argues what, what all share, what the other side replies",
    )
    _output(docket)

    names = _command(commands, "names", "list every name that --who, --question, --program and force take")
    _subject(names)
    _output(names)

    publish = _command(commands, "publish", "write the report as web pages that need no network")
    _subject(publish)
    _when(publish)
    publish.add_argument("--out", type=some, required=True, metavar="DIR", help="folder for the report")
    publish.add_argument("--force", action="store_true", help="replace a report that is already there")

    completion = _command(commands, "completion", "print a completion script for a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="shell", help="bash, zsh or tcsh")
    return parser


def _command(commands: Any, name: str, purpose: str, epilog: str | None = None) -> Parser:
    made: Parser = commands.add_parser(
        name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".", epilog=epilog
    )
    return made


def _subject(parser: Parser, default: str = "the docket in this folder, else the bundled one") -> None:
    parser.add_argument(
        "subject",
        nargs="?",
        type=some,
        metavar="docket-or-rulebook",
        help=f"its folder or bundled name (default: {default})",
    )


def _whom(parser: Parser) -> None:
    parser.add_argument(
        "--who",
        action="append",
        type=some,
        metavar="GOVERNMENT",
        help="id, OCD id, GEOID or name; may be repeated (default: every member of the docket)",
    )


def _question(parser: Parser, default: str) -> None:
    parser.add_argument(
        "--question",
        action="append",
        type=some,
        metavar="TERM",
        help="a term's short name or phrase, a rule's id, or a provision, for whether it is in force; "
        f"may be repeated (default: {default})",
    )


def _program(parser: Parser, default: str) -> None:
    parser.add_argument(
        "--program",
        type=some,
        metavar="PROGRAM",
        help=f"the grant program: id, Assistance Listing number or name (default: {default})",
    )


def _when(parser: Parser, on: str = "today", known: str = "today, so everything") -> None:
    parser.add_argument(
        "--on", type=day, metavar="DAY", help=f"the day asked about, such as 2017-07-06 (default: {on})"
    )
    parser.add_argument(
        "--known",
        type=day,
        metavar="DAY",
        help=f"count only what had been issued and filed by then (default: {known})",
    )


def _period(parser: Parser) -> None:
    parser.add_argument(
        "--from",
        dest="start",
        type=day,
        metavar="DAY",
        help="first day of a period, answered as a timeline (default with --to: the first that the rulebook covers)",
    )
    parser.add_argument(
        "--to",
        dest="end",
        type=day,
        metavar="DAY",
        help="last day of the period (default with --from: the last that the rulebook covers)",
    )


def _reading(parser: Parser, option: str, default: str) -> None:
    parser.add_argument(
        option,
        action="append",
        type=some,
        metavar="POINT=NAME",
        help=f"take a reading of a contested point for the sake of argument, on {default}; may be repeated",
    )


def _against(parser: Parser) -> None:
    """What the second side has otherwise than the first."""
    parser.add_argument("--against", type=day, metavar="DAY", help="the second side's day (default: --on)")
    for name, kind, metavar, says in (
        ("known", day, "DAY", "what the second side counts as known (default: --known)"),
        ("question", some, "TERM", "what the second side asks (default: --question)"),
        ("program", some, "PROGRAM", "the second side's grant program (default: --program)"),
        ("rulebook", some, "RULEBOOK", "the second side's law: a folder or bundled name (default: the same)"),
    ):
        parser.add_argument(f"--against-{name}", type=kind, metavar=metavar, help=says)
    _reading(parser, "--against-reading", "the second side alone (NAME may be open: as the law leaves it)")


def _standard(parser: Parser, default: str) -> None:
    words = ", ".join(grade.word for grade in STANDARDS[:-1]) + f" or {STANDARDS[-1].word}"
    parser.add_argument(
        "--standard",
        type=standard,
        metavar="STANDARD",
        help=f"the lowest grade of a fact that counts: {words} (default: {default})",
    )


def _letter(parser: Parser) -> None:
    parser.add_argument(
        "--letter",
        type=some,
        metavar="FILE",
        help="draft the request for evidence to one government, as .md, .docx or .pdf; never over an existing file",
    )
    parser.add_argument("--due", type=day, metavar="DAY", help="the last day for the answer; the letter needs one")
    parser.add_argument(
        "--to",
        dest="addressee",
        type=some,
        metavar="TEXT",
        help="whom the letter is addressed to (default: the government by name)",
    )
    parser.add_argument(
        "--sender", type=some, metavar="TEXT", help="who sends the letter (default: the reviewer that the docket names)"
    )


def _output(
    parser: Parser,
    force: str = "let --output replace an existing file",
    formats: tuple[str, ...] = FORMATS,
    purpose: str = "table for people, json, csv or md for programs",
) -> None:
    parser.add_argument("--format", choices=formats, default="table", help=purpose)
    parser.add_argument("--output", type=some, metavar="FILE", help="write there instead; never over an existing file")
    parser.add_argument("--force", action="store_true", help=force)
