"""Names and links for whatever an id stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ascertain.docket.model import Docket, Entry
from ascertain.publish.html import anchors
from ascertain.publish.html.prose import Block, blocks
from ascertain.publish.html.views.basics import Link
from ascertain.rulebook.model.book import Rulebook
from ascertain.rulebook.model.sources import Authority


@dataclass(frozen=True, slots=True)
class Names:
    """Turns ids of one docket and its rulebook into words with links; what it does not know it shows as it stands."""

    docket: Docket
    rulebook: Rulebook

    def government(self, one: str) -> str:
        held = self.docket.governments.get(one) or self.rulebook.governments.get(one)
        return held.name if held else one

    def member(self, one: str) -> Link:
        """A government under review, with its page."""
        return Link(self.government(one), anchors.government(one))

    def program(self, one: str) -> str:
        held = self.rulebook.programs.get(one)
        return held.name if held else one

    def authority(self, one: str) -> Link:
        """An authority by the name that lawyers use for it, with its page; a bare citation stays as it is."""
        held = self.rulebook.authorities.get(one)
        if held is None:
            return Link(one)
        return Link(short_name(held), anchors.authority(one), held.title)

    def provision(self, one: str) -> Link:
        """A provision as *authority, heading*."""
        held = self.rulebook.provisions.get(one)
        if held is None or "#" not in one:
            return self.authority(one)
        whole = self.authority(held.authority)
        return Link(f"{whole.text}, {self.heading(one)}", anchors.provision(one), whole.title)

    def prose(self, text: str) -> tuple[Block, ...]:
        """Commentary with its emphasis, where the names of provisions and points lead to their places."""
        return blocks(text, self._place)

    def _place(self, one: str) -> tuple[str, str] | None:
        book = self.rulebook
        if one in book.provisions or one in book.points:
            link = self.target(one)
            return link.text, link.anchor
        return (self.government(one), "") if one in self.docket.governments else None

    def heading(self, one: str) -> str:
        """A provision by its own heading, after those of the parts that it stands under."""
        held = self.rulebook.provisions.get(one)
        if held is None:
            return one
        above = self.heading(held.parent) if held.parent and "#" in held.parent else ""
        return f"{above}: {held.heading}" if above else held.heading

    def target(self, one: str) -> Link:
        """What an effect acts on: a provision, or a contested point."""
        held = self.rulebook.points.get(one)
        return Link(held.question, anchors.point(one)) if held else self.provision(one)

    def party(self, one: str) -> Link:
        """Who holds a reading or makes an argument: a government, an authority, or a party in words."""
        if one in self.rulebook.authorities:
            return self.authority(one)
        members = {member.government for member in self.docket.members}
        return self.member(one) if one in members else Link(self.government(one))

    def entry(self, entry: Entry) -> Link:
        return Link(f"Entry {entry.number}", anchors.entry(entry.number), entry.title)


CITED_BY_NUMBER = frozenset({"statute", "state statute", "regulation", "executive order", "ordinance"})


def short_name(authority: Authority) -> str:
    """What lawyers call it: a law by the head of its citation (*8 U.S.C. 1373*), all else by its title."""
    if authority.kind not in CITED_BY_NUMBER or not authority.citations:
        return authority.title
    return re.split(r"[;,]", authority.citations[0].text, maxsplit=1)[0].strip()
