"""What of a review the public may read: numbered snapshots, prepared by one person and approved by another."""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import SHA256_DIGITS, Event
from ascertain.web.records.models.papers import Blob, Entry, Exhibit
from ascertain.web.records.models.reviews import Review


class Publication(models.Model):
    """A snapshot; it has a number, and is public, from its approval on, and is never changed afterwards.

    ``digest`` covers all that it shows; ``on`` and ``known`` are the days of the findings in its ``report``.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=SHA256_DIGITS)
    on = models.DateField()
    known = models.DateField()
    prepared = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    approved = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, related_name="+")
    report = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("review", "pk")
        constraints = (models.UniqueConstraint(fields=("review", "number"), name="one_publication_a_number"),)

    def __str__(self) -> str:
        return f"publication {self.number or 'in preparation'} of {self.review}"


class PublishedEntry(models.Model):
    """Whether a snapshot shows an entry, and why not."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="entries")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    shown = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("entry__number",)
        constraints = (models.UniqueConstraint(fields=("publication", "entry"), name="an_entry_published_once"),)

    def __str__(self) -> str:
        return f"{self.entry}: {'shown' if self.shown else 'withheld'}"


class PublishedExhibit(models.Model):
    """The bytes that a snapshot shows of an exhibit; none where it is withheld, another file where it is redacted."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="exhibits")
    exhibit = models.ForeignKey(Exhibit, on_delete=models.PROTECT, related_name="+")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("exhibit__key",)
        constraints = (models.UniqueConstraint(fields=("publication", "exhibit"), name="an_exhibit_published_once"),)

    def __str__(self) -> str:
        return f"{self.exhibit}: {'shown' if self.blob_id else 'withheld'}"


class Redaction(models.Model):
    """A file made of an exhibit's without what was marked in it. What was marked is read by the team alone.

    ``reason`` is what everybody may read: what was removed, and why. ``told`` says on which pages what was found.
    """

    exhibit = models.ForeignKey(Exhibit, on_delete=models.PROTECT, related_name="redactions")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    words = models.JSONField()
    reason = models.CharField(max_length=500)
    told = models.JSONField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"redaction of {self.exhibit}: {self.reason}"
