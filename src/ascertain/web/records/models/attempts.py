"""Attempts to sign in, kept for as long as they count against another."""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import SHA256_DIGITS


class Attempt(models.Model):
    """One attempt, by whoever's digest: a keyed digest of the address that was typed, or of where it came from."""

    of = models.CharField(max_length=SHA256_DIGITS)
    at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("of", "at"), name="attempts_by_whom"),
            models.Index(fields=("at",), name="attempts_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.of[:8]} {self.at}"
