"""Run beside a demonstration that is being served: two reviewers of Chicago, and a response with a held exhibit."""

from __future__ import annotations

import sys
from pathlib import Path

import django

if __name__ == "__main__":
    django.setup()

    from django.db import transaction

    from ascertain.web.place import place_of_environment
    from ascertain.web.policy.roles import Role
    from ascertain.web.records.models import Government, Review, User
    from ascertain.web.services.give_role import give_respondent_role
    from web.people import People
    from web.weighing import bench_of

    review = Review.objects.select_related("chain").get()
    government = Government.objects.get(review=review, key="chicago")
    users = {name: User.objects.get(email=f"{name}@demo.example") for name in ("lead", "reviewer")}
    for name in ("editor", "official"):
        users[name] = User.objects.get_or_create(email=f"{name}@chicago.example", defaults={"name": name.capitalize()})[
            0
        ]
    with transaction.atomic():
        give_respondent_role(users["lead"], government, users["editor"], Role.RESPONDENT_EDITOR)
        give_respondent_role(users["lead"], government, users["official"], Role.CERTIFYING_OFFICIAL)
    roles = {Role.LEAD: "lead", Role.REVIEWER: "reviewer", Role.RESPONDENT_EDITOR: "editor"}
    roles[Role.CERTIFYING_OFFICIAL] = "official"
    people = People(review, government, {role: users[name] for role, name in roles.items()})
    print(bench_of(people, place_of_environment(), Path(sys.argv[1])).claim)
