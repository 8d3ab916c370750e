"""A new entry takes the next number; what was filed is never changed, and a refused entry leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ascertain.docket.append import append_entry
from ascertain.docket.load import load_docket
from ascertain.docket.mistakes import Code, DocketError
from ascertain.docket.model import Entry, EntryKind
from ascertain.record.model import Claim, Ending, Grade, Passage
from ascertain.rulebook.dates import Interval, Moment
from docket.build import RULEBOOK, copy_of_good

DAY = Moment.parse("2016-12-05")
NEW = Entry(0, EntryKind.STATEMENT, "", "A statement, filed late!", DAY, DAY, "Office of Grants", about=("ogden",))
CLAIM = Claim(
    "10.1",
    "ogden",
    "",
    "the audit's cost",
    1250,
    Interval(DAY, None),
    "Office of Grants",
    DAY,
    Grade.DOCUMENTED,
    entry="10",
    exhibit="code-5",
    passage=Passage("shall publish", page=1),
)


def contents(docket: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in docket.rglob("*") if file.is_file()}


def refused(docket: Path, entry: Entry) -> DocketError:
    before = contents(docket)
    with pytest.raises(DocketError) as caught:
        append_entry(docket, entry, RULEBOOK)
    assert contents(docket) == before
    return caught.value


def test_a_new_entry_takes_the_next_number_and_is_read_back_as_filed(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    before = contents(docket)
    filed = append_entry(docket, replace(NEW, claims=(CLAIM,), text="Said on a Monday."))
    assert filed == replace(NEW, number=10, slug="a-statement-filed-late", claims=(CLAIM,), text="Said on a Monday.")
    assert load_docket(docket).entries[-1] == filed
    after = contents(docket)
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 1


def test_the_first_entry_of_a_docket_is_number_one(tmp_path: Path) -> None:
    head = "---\nid: x\ntitle: X\nreviewer: Y\nrulebook: audits\n---\n"
    (tmp_path / "docket.md").write_text(head, encoding="utf-8")
    assert append_entry(tmp_path, replace(NEW, about=()), RULEBOOK).number == 1


def test_a_number_that_is_taken_is_refused(tmp_path: Path) -> None:
    error = refused(copy_of_good(tmp_path), replace(NEW, number=9))
    assert error.render() == (
        "D602: the number 9 is taken by 0009-list-published.md, and what was filed is never changed\n"
        "  help: file it as number 10, or leave the number to the docket"
    )


def test_a_number_that_would_leave_a_gap_is_refused(tmp_path: Path) -> None:
    error = refused(copy_of_good(tmp_path), replace(NEW, number=12))
    assert error.render() == (
        "D603: the number 12 would leave a gap: the next number is 10\n"
        "  help: file it as number 10, or leave the number to the docket"
    )


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (replace(NEW, about=("boston",)), Code.UNKNOWN_GOVERNMENT),
        (replace(NEW, kind=EntryKind.RESPONSE, answers=1), Code.NO_SUCH_REQUEST),
        (replace(NEW, filed=Moment.parse("2016-12-04")), Code.BACKWARDS),
        (replace(NEW, title=""), Code.MISSING),
        (replace(NEW, claims=(replace(CLAIM, exhibit="code-6"),)), Code.UNKNOWN_EXHIBIT),
        (replace(NEW, claims=(replace(CLAIM, term="the cost"),)), Code.UNKNOWN_TERM),
        (replace(NEW, slug="../escape"), Code.FILE_NAME),
    ],
)
def test_an_entry_with_a_mistake_is_refused_and_nothing_is_written(entry: Entry, code: Code, tmp_path: Path) -> None:
    assert code in [mistake.code for mistake in refused(copy_of_good(tmp_path), entry).mistakes]


def test_nothing_is_filed_in_a_docket_with_mistakes(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    (docket / "exhibits" / "code-5.txt").write_text("changed", encoding="utf-8")
    assert refused(docket, NEW).mistakes[0].code == Code.EXHIBIT_CHANGED


def test_a_folder_that_is_no_docket_is_left_alone(tmp_path: Path) -> None:
    assert refused(tmp_path, NEW).mistakes[0].code == Code.NO_DOCKET
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docket.md").write_text("---\nid: x\n---\n", encoding="utf-8")
    (tmp_path / "entries").write_text("a file in the way", encoding="utf-8")
    assert refused(tmp_path, NEW).mistakes[0].code == Code.CANNOT_WRITE


def test_entries_filed_at_the_same_moment_get_numbers_of_their_own(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
        "from docket.test_append import NEW; from docket.build import RULEBOOK\n"
        "from ascertain.docket.append import append_entry\n"
        "print(append_entry(Path(sys.argv[1]), NEW, RULEBOOK).number)"
    )
    command = [sys.executable, "-c", script, str(docket), str(Path(__file__).parents[1])]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    numbers = sorted(int(process.communicate()[0]) for process in running)
    assert numbers == [10, 11, 12]
    assert [entry.number for entry in load_docket(docket).entries] == list(range(1, 13))


def test_a_new_entry_may_end_an_earlier_claim_which_is_not_rewritten(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    before = contents(docket)
    end = Ending("1.1", DAY, DAY, "10", "Repealed.")
    filed = append_entry(docket, replace(NEW, ends=(end,)))
    assert filed.ends == (end,)
    loaded = load_docket(docket)
    assert loaded.entries[-1] == filed
    assert [claim.ending for claim in loaded.entries[0].claims] == [end, None, None, None, None]
    assert {name: contents(docket)[name] for name in before} == before


def test_a_claim_that_has_ended_is_not_ended_again(tmp_path: Path) -> None:
    docket = copy_of_good(tmp_path)
    again = replace(NEW, ends=(Ending("1.1", DAY, DAY),))
    append_entry(docket, again)
    assert [mistake.code for mistake in refused(docket, again).mistakes] == [Code.TWICE]
