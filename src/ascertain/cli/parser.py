"""What can be typed: the commands, their options and their help."""

from __future__ import annotations

from typing import Any

from ascertain import __version__
from ascertain.cli import options
from ascertain.cli.arguments import Parser, day, port, some

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
  ascertain find --question withhold --program byrne-jag-fy2016 --on 2017-07-06 --format csv
  ascertain find section-1373 --over doj-1373-2017 --question consistent --on 2017-07-06"""
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

_SERVE = """\
examples:
  ascertain serve --demo --data demo-data
  ascertain serve --data /srv/docket --port 8400
the database is SQLite in the data folder; PostgreSQL by ASCERTAIN_DATABASE=postgresql://user:password@host/name"""
_RECORD = """\
examples:
  ascertain record import my-docket --as lead@agency.example --data /srv/docket
  ascertain record export my-docket --out copy --data /srv/docket
  ascertain record verify --data /srv/docket
  ascertain record due --digest --data /srv/docket
due writes the reminders and overdue notices that are due and mails what waits; it can run at any time, also twice"""


def build() -> Parser:
    """The parser of all commands; what it returns for one has the command's name in ``command``."""
    parser = Parser(prog="ascertain", description=_DESCRIPTION, epilog=_START)
    parser.add_argument("--version", action="version", version=f"ascertain {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")

    parser.commands = commands.choices

    demo = _command(commands, "demo", "do the main job on the bundled docket and write its report")
    options.add_subject(demo, "the bundled docket")
    options.add_when(demo, "the day that shows what the bundled docket is about", "that day")
    demo.add_argument(
        "--out", type=some, default="report", metavar="DIR", help="folder of the report (default: report)"
    )

    check = _command(
        commands, "check", "read a rulebook or a docket anew, report every mistake, and remark on its rules"
    )
    options.add_subject(check)
    check.add_argument("--strict", action="store_true", help="let notes count too, so that any remark is exit code 1")
    check.add_argument(
        "--monotone-in",
        type=some,
        metavar="FACT",
        help="say instead whether this fact, by becoming true, more or later, can ever flip a question, and which way",
    )
    check.add_argument(
        "--question",
        action="append",
        type=some,
        metavar="TERM",
        help="with --monotone-in: the question; may be repeated (default: every one that the fact can reach)",
    )
    options.add_output(check)

    test = _command(commands, "test", "run the worked cases of a rulebook")
    options.add_subject(test)
    options.add_output(test)

    find = _command(commands, "find", "answer questions for governments on a day, or over a period", _FIND)
    options.add_subject(find)
    options.add_whom(find)
    options.add_question(find, "the main questions")
    options.add_program(find, "each that the record has awards under; every one where a question is named")
    options.add_when(find)
    options.add_period(find)
    options.add_standard(find, "all three, side by side")
    options.add_table(find)
    options.add_output(find)

    force = _command(commands, "force", "say whether a provision binds, and which orders say so", _FORCE)
    force.add_argument(
        "provision", nargs="?", type=some, help="its id, a citation, or a part of a heading (default: every provision)"
    )
    options.add_subject(force)
    options.add_whom(force)
    options.add_program(force, "none: provisions that reach only some programs are shown as they stand")
    options.add_when(force)
    options.add_period(force)
    options.add_output(force)

    why = _command(
        commands,
        "why",
        "explain a finding: its proof from law to source, both sides' best case, what would flip it",
        _WHY,
    )
    options.add_subject(why)
    options.add_whom(why)
    options.add_question(why, "none: why needs one")
    options.add_program(why, "every one, where the question needs one")
    options.add_when(why)
    options.add_standard(why, "the docket's own")
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
    options.add_output(
        why,
        formats=(*options.FORMATS, "html", "svg"),
        purpose="table for people, json, csv or md for programs, html or svg for a proof",
    )

    diff = _command(
        commands,
        "diff",
        "compare two rulebooks, days, definitions or readings: whether they can differ at all, and who changes",
        _DIFF,
    )
    options.add_subject(diff)
    options.add_whom(diff)
    options.add_question(diff, "every one that both rulebooks answer")
    options.add_program(diff, "every one, where the question needs one")
    options.add_when(diff)
    options.add_standard(diff, "the docket's own")
    options.add_reading(diff, "--reading", "both sides")
    options.add_against(diff)
    options.add_output(diff)

    ask = _command(
        commands, "ask", "list the facts whose answers could settle open findings, or draft the letter for them", _ASK
    )
    options.add_subject(ask)
    options.add_whom(ask)
    options.add_question(ask, "the main questions")
    options.add_program(ask, "each that the record has awards under; every one where a question is named")
    options.add_when(ask)
    options.add_standard(ask, "the docket's own")
    options.add_letter(ask)
    options.add_output(ask, "let --output or --letter replace an existing file")

    docket = _command(commands, "docket", "show the record as of a day: members, letters, answers, determinations")
    options.add_subject(docket)
    docket.add_argument("--known", type=day, metavar="DAY", help="show what had been filed by then (default: today)")
    docket.add_argument("--on", type=day, metavar="DAY", help="the same as --known")
    docket.add_argument(
        "--responses",
        action="store_true",
        help="compare the responses: who argues what, what all share, what the other side replies",
    )
    options.add_output(
        docket,
        formats=(*options.FORMATS, "oscal"),
        purpose="table for people, json, csv or md for programs, oscal for programs that read assessment results",
    )

    survey = _command(
        commands, "survey", "answer questions for every entity of large tables, by a map of their columns"
    )
    survey.add_argument(
        "map",
        nargs="?",
        type=some,
        metavar="MAP",
        help="the YAML file that says what columns mean, or a folder with survey.yaml",
    )
    options.add_question(survey, "every conclusion about a government that has a short name")
    options.add_when(survey)
    options.add_output(survey)

    names = _command(commands, "names", "list every name that --who, --question, --program and force take")
    options.add_subject(names)
    options.add_output(names)

    publish = _command(commands, "publish", "write the report as web pages that need no network")
    options.add_subject(publish)
    options.add_when(publish)
    publish.add_argument("--out", type=some, metavar="DIR", help="folder for the report; needed")
    publish.add_argument("--force", action="store_true", help="replace a report that is already there")

    serve = _command(commands, "serve", "serve the docket for many users on this machine", _SERVE)
    options.add_place(serve)
    serve.add_argument(
        "--host", type=some, default="127.0.0.1", metavar="ADDRESS", help="listen here (default: loopback)"
    )
    serve.add_argument("--port", type=port, default=8373, metavar="N", help="port; 0 takes a free one (default: 8373)")
    serve.add_argument("--demo", action="store_true", help="load the bundled docket, with a person for each role")

    record = _command(
        commands,
        "record",
        "take dockets into a web docket and out of it, verify what it keeps, or do what falls due",
        _RECORD,
    )
    record.add_argument(
        "act", choices=("import", "export", "verify", "due"), metavar="act", help="import, export, verify or due"
    )
    record.add_argument("what", nargs="?", type=some, help="the docket's folder to import, or the review to export")
    options.add_place(record)
    record.add_argument("--as", dest="user", type=some, metavar="ADDRESS", help="whose account imports")
    record.add_argument("--out", type=some, metavar="DIR", help="the folder to export to")
    record.add_argument("--digest", action="store_true", help="with due: mail each person, once a day, what was filed")

    completion = _command(commands, "completion", "print a completion script for a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="shell", help="bash, zsh or tcsh")
    return parser


def _command(commands: Any, name: str, purpose: str, epilog: str | None = None) -> Parser:
    made: Parser = commands.add_parser(
        name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".", epilog=epilog
    )
    return made
