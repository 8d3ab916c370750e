"""A folder of Markdown into a checked Rulebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ascertain.rulebook.authorities import Draft, draft, finish
from ascertain.rulebook.cases import accepted_of, cases_of, omit
from ascertain.rulebook.checks import check_whole
from ascertain.rulebook.dates import Interval
from ascertain.rulebook.effects import effects_of
from ascertain.rulebook.frontmatter import Front, Table, read_front
from ascertain.rulebook.markdown import Fence, Page, split
from ascertain.rulebook.mistakes import Reporter, RulebookError
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.terms import Place
from ascertain.rulebook.names import Names
from ascertain.rulebook.neverlaw import check_never_law
from ascertain.rulebook.raw import Placed, RawCaseTable, RawEntry, RawRule, RawTable
from ascertain.rulebook.rules import declare_points, declare_rules, points_of, rules_of
from ascertain.rulebook.source import VOCABULARY, digest_of, lines_of, read_files
from ascertain.rulebook.tables import rule_of
from ascertain.rulebook.texts import well_formed_id
from ascertain.rulebook.vocabulary import declare_all

_HOMES = {"case": "cases", "omits": "untranslated", "accepts": "accepted"}


def load_rulebook(path: Path) -> Rulebook:
    """Read the rulebook in a folder.

    Args:
        path: The folder; it holds ``vocabulary.md`` and one Markdown file an authority.

    Returns:
        The rulebook with every name resolved.

    Raises:
        RulebookError: The rulebook has mistakes; all that could be found in one pass are in it.
    """
    return compile_files(read_files(path))


def compile_files(files: Mapping[str, bytes]) -> Rulebook:
    """Compile a rulebook from its files by name.

    Raises:
        RulebookError: It has mistakes.
    """
    texts, broken = {}, []
    for name, content in files.items():
        texts[name], mistake = lines_of(name, content)
        broken += [mistake] if mistake else []
    if broken:
        raise RulebookError(broken)
    reporter = Reporter(texts)
    names = Names(reporter)
    pages = {name: split(name, lines, reporter) for name, lines in texts.items()}
    rulebook_id, title, covers = _vocabulary_front(pages[VOCABULARY], reporter)
    drafts = [draft(page, _table(page, reporter), names) for name, page in pages.items() if name != VOCABULARY]
    items = list(_items(pages[VOCABULARY], drafts, reporter))
    declare_all([item for item in map(_entry, items) if item is not None], names)
    for drafted in drafts:
        finish(drafted, names)
    declare_points(items, names)
    declare_rules(items, names)
    omit(items, names)
    rules, points, effects = rules_of(names), points_of(names), effects_of(items, names)
    concluded = {rule.term: rule.id for rule in rules.values() if rule.term}
    cases = cases_of(items, covers, concluded, names)
    accepted = accepted_of(items, names)
    check_whole(rules, effects, names)
    check_never_law(rules, names)
    reporter.stop_if_any()
    return Rulebook(
        id=rulebook_id,
        title=title,
        covers=covers,
        digest=digest_of(files),
        authorities=names.authorities,
        provisions=names.provisions,
        terms=names.terms,
        governments=names.governments,
        programs=names.programs,
        agencies=names.agencies,
        groups=names.groups,
        points=points,
        rules=rules,
        effects=effects,
        cases=cases,
        accepted=accepted,
        calendars=names.calendars,
        aggregates=names.aggregates,
        completing=next(iter(names.completing), ""),
    )


def _table(page: Page, reporter: Reporter) -> Table | None:
    return None if page.broken else read_front(page.file, page.front, reporter)


def _vocabulary_front(page: Page, reporter: Reporter) -> tuple[str, str, Interval]:
    always = Interval(None, None)
    table = _table(page, reporter)
    if table is None:
        return "", "", always
    front = Front(table, ("id", "title", "covers"), ("summary", "notes"), reporter)
    name, title, covers = front.text("id"), front.text("title"), front.node("covers")
    if name:
        well_formed_id(name, reporter)
    period = None if covers is None else front.interval(covers)
    return name.text if name else "", title.text if title else "", period or always


def _items(vocabulary: Page, drafts: Sequence[Draft], reporter: Reporter) -> Iterator[Placed]:
    """What stands in all the fences, each with its provision."""
    for block in vocabulary.blocks:
        if isinstance(block, Fence):
            if block.kind != "terms":
                message = f"a {block.kind} fence stands under an authority's heading"
                place = Place(vocabulary.file, block.start - 1, 1)
                reporter.add("A112", message, place, help="move it to the file of the authority that says so")
            else:
                yield from _parsed(vocabulary.file, "", block, reporter)
    for drafted in drafts:
        for provision, block in drafted.fences:
            yield from _parsed(drafted.place.file, provision, block, reporter)


def _parsed(file: str, provision: str, fence: Fence, reporter: Reporter) -> Iterator[Placed]:
    from ascertain.rulebook.syntax import parse_fence

    for item in parse_fence(fence.kind, file, fence.start, fence.lines, reporter):
        if isinstance(item, RawTable):
            rule = _tabled(item, fence, reporter)
            if rule is not None:
                yield Placed(rule, provision)
            continue
        if isinstance(item, RawCaseTable):
            yield Placed(replace(item, lines=fence.below), provision)
            continue
        if isinstance(item, RawEntry):
            home = _HOMES.get(item.kind.text, "terms")
            if home != fence.kind:
                message = f"a {item.kind.text} entry stands in a {home} fence, and this is a {fence.kind} fence"
                reporter.add("A309", message, item.kind.place, help=f"move it to a fence that begins with ```{home}")
                continue
        yield Placed(item, provision)


def _tabled(table: RawTable, fence: Fence, reporter: Reporter) -> RawRule | None:
    """The rule of a ``table`` fence and the Markdown table below it."""
    from ascertain.rulebook.syntax import condition_in

    condition = next((field.value for field in table.fields if field.key.text == "if"), None)
    guard = None if condition is None else condition_in(condition, reporter)
    return rule_of(replace(table, lines=fence.below), guard, reporter)


def _entry(placed: Placed) -> RawEntry | None:
    """The entry, where it is one of the vocabulary."""
    item = placed.item
    return item if isinstance(item, RawEntry) and item.kind.text not in _HOMES else None
