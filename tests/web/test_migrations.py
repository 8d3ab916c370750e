"""The tables are what the models say, and nothing that Django checks is amiss."""

from __future__ import annotations

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_change_of_the_models_is_without_its_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_django_finds_nothing_amiss() -> None:
    call_command("check", verbosity=0, fail_level="WARNING")
