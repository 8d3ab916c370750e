"""The one Django application."""

from __future__ import annotations

from django.apps import AppConfig


class Records(AppConfig):
    """The tables of reviews, people and what happened."""

    name = "ascertain.web.records"
    label = "records"
    verbose_name = "Records"
