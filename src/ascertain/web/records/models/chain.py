"""What happened, each event bound to the one before it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

SHA256_DIGITS = 64


class Chain(models.Model):
    """One sequence of events: of a review, or of the site. ``head`` is the digest of its last event."""

    name = models.CharField(max_length=120, unique=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=SHA256_DIGITS, default="", blank=True)

    def __str__(self) -> str:
        return self.name


class Event(models.Model):
    """One thing that happened, never changed and never taken away.

    ``data`` is canonical JSON (RFC 8785); ``digest`` is the SHA-256 of the event's canonical form, which holds the
    digest of the event before it.
    """

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    data = models.TextField()
    previous = models.CharField(max_length=SHA256_DIGITS, blank=True)
    digest = models.CharField(max_length=SHA256_DIGITS)

    class Meta:
        ordering = ("chain", "number")
        constraints = (models.UniqueConstraint(fields=("chain", "number"), name="one_event_a_number"),)

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.subject}"
