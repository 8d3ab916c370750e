"""Names and links for whatever an id stands for."""

from __future__ import annotations

from dataclasses import dataclass

from ascertain.docket.model import Docket, Entry
from ascertain.publish.html import anchors, words
from ascertain.publish.html.views import Link
from ascertain.rulebook.model import Rulebook, Scope


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
        """An authority by title, with its page; a bare citation stays as it is."""
        held = self.rulebook.authorities.get(one)
        if held is None:
            return Link(one)
        cited = held.citations[0].text if held.citations else ""
        return Link(held.title, anchors.authority(one), cited)

    def provision(self, one: str) -> Link:
        """A provision as *authority, heading*."""
        held = self.rulebook.provisions.get(one)
        if held is None or "#" not in one:
            return self.authority(one)
        whole = self.authority(held.authority)
        return Link(f"{whole.text}, {held.heading}", anchors.provision(one), whole.title)

    def heading(self, one: str) -> str:
        """A provision by its own heading only."""
        held = self.rulebook.provisions.get(one)
        return held.heading if held else one

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

    def scope(self, reach: Scope) -> str:
        known = {one: g.name for one, g in (*self.rulebook.governments.items(), *self.docket.governments.items())}
        return words.scope(reach, self.rulebook, known)

    def entry(self, entry: Entry) -> Link:
        return Link(f"Entry {entry.number}", anchors.entry(entry.number), entry.title)
