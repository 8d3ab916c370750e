"""Who is asking: a person, or the public, with the roles that the records give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ascertain.web.policy.roles import Role


@dataclass(frozen=True, slots=True)
class Principal:
    """Someone who asks for something, and what they are to each review and government.

    ``team`` holds their roles on the reviewing side by the number of the review; ``governments`` their role for a
    government by its number; ``reviews`` the review that each of those governments is under.
    """

    user: int = 0
    administrator: bool = False
    team: Mapping[int, frozenset[Role]] = field(default_factory=dict)
    governments: Mapping[int, Role] = field(default_factory=dict)
    reviews: Mapping[int, int] = field(default_factory=dict)

    def roles(self, review: int | None = None, government: int | None = None) -> frozenset[Role]:
        """What they are here.

        Args:
            review: The review in question; without one what someone is to the site counts, and that they lead a review.
            government: The government in question; without one, what they are to any government of the review counts.
        """
        found = {Role.PUBLIC} | ({Role.ADMINISTRATOR} if self.administrator else set())
        if review is None:
            found |= {Role.LEAD for roles in self.team.values() if Role.LEAD in roles}
        else:
            found |= self.team.get(review, frozenset())
            found |= {
                role
                for number, role in self.governments.items()
                if self.reviews[number] == review and government in {None, number}
            }
        return frozenset(found)
