"""The application that lets the chain know what happens to accounts."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    """How people sign in."""

    name = "ascertain.web.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        """Listen to what happens to accounts."""
        from ascertain.web.accounts.receivers import listen

        listen()
