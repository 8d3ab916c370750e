"""The options that several commands share: whom, what, when, to which standard, in which format, and where to."""

from __future__ import annotations

from ascertain.cli.arguments import Parser, day, some, standard
from ascertain.record.model import STANDARDS

FORMATS = ("table", "json", "csv", "md")


def add_subject(parser: Parser, default: str = "the docket in this folder, else the bundled one") -> None:
    """The docket or rulebook that a command reads."""
    parser.add_argument(
        "subject",
        nargs="?",
        type=some,
        metavar="docket-or-rulebook",
        help=f"its folder or bundled name (default: {default})",
    )


def add_whom(parser: Parser) -> None:
    """The governments asked about."""
    parser.add_argument(
        "--who",
        action="append",
        type=some,
        metavar="GOVERNMENT",
        help="id, OCD id, GEOID or name; may be repeated (default: every member of the docket)",
    )


def add_question(parser: Parser, default: str) -> None:
    """What is asked."""
    parser.add_argument(
        "--question",
        action="append",
        type=some,
        metavar="TERM",
        help="a term's short name or phrase, a rule's id, or a provision, for whether it is in force; "
        f"may be repeated (default: {default})",
    )


def add_program(parser: Parser, default: str) -> None:
    """The grant program asked about."""
    parser.add_argument(
        "--program",
        type=some,
        metavar="PROGRAM",
        help=f"the grant program: id, Assistance Listing number or name (default: {default})",
    )


def add_when(parser: Parser, on: str = "today", known: str = "today, so everything") -> None:
    """The day asked about, and what was known by then."""
    parser.add_argument(
        "--on", type=day, metavar="DAY", help=f"the day asked about, such as 2017-07-06 (default: {on})"
    )
    parser.add_argument(
        "--known",
        type=day,
        metavar="DAY",
        help=f"count only what had been issued and filed by then (default: {known})",
    )


def add_period(parser: Parser) -> None:
    """A period instead of a day."""
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


def add_table(parser: Parser) -> None:
    """The governments of a table instead of the members of a docket."""
    parser.add_argument(
        "--over",
        type=some,
        metavar="TABLE",
        help="ask about every row of a CSV file of governments, with what is known of them in columns headed by terms; "
        "or about the governments of the docket of that name",
    )


def add_reading(parser: Parser, option: str, default: str) -> None:
    """A reading taken for the sake of argument."""
    parser.add_argument(
        option,
        action="append",
        type=some,
        metavar="POINT=NAME",
        help=f"take a reading of a contested point for the sake of argument, on {default}; may be repeated",
    )


def add_against(parser: Parser) -> None:
    """What the second side has otherwise than the first."""
    parser.add_argument("--against", type=day, metavar="DAY", help="the second side's day (default: --on)")
    for name, kind, metavar, says in (
        ("known", day, "DAY", "what the second side counts as known (default: --known)"),
        ("question", some, "TERM", "what the second side asks (default: --question)"),
        ("program", some, "PROGRAM", "the second side's grant program (default: --program)"),
        ("rulebook", some, "RULEBOOK", "the second side's law: a folder or bundled name (default: the same)"),
    ):
        parser.add_argument(f"--against-{name}", type=kind, metavar=metavar, help=says)
    add_reading(parser, "--against-reading", "the second side alone (NAME may be open: as the law leaves it)")


def add_standard(parser: Parser, default: str) -> None:
    """The lowest grade of a fact that counts."""
    words = ", ".join(grade.word for grade in STANDARDS[:-1]) + f" or {STANDARDS[-1].word}"
    parser.add_argument(
        "--standard",
        type=standard,
        metavar="STANDARD",
        help=f"the lowest grade of a fact that counts: {words} (default: {default})",
    )


def add_letter(parser: Parser) -> None:
    """The letter that asks for evidence, and what stands in it."""
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


def add_output(
    parser: Parser,
    force: str = "let --output replace an existing file",
    formats: tuple[str, ...] = FORMATS,
    purpose: str = "table for people, json, csv or md for programs",
) -> None:
    """The format, and the file to write."""
    parser.add_argument("--format", choices=formats, default="table", help=purpose)
    parser.add_argument("--output", type=some, metavar="FILE", help="write there instead; never over an existing file")
    parser.add_argument("--force", action="store_true", help=force)


def add_place(parser: Parser) -> None:
    """The data folder of a web docket."""
    parser.add_argument(
        "--data", type=some, metavar="DIR", help="the data folder (default: $ASCERTAIN_DATA, else ascertain-data)"
    )
