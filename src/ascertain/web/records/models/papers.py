"""The papers of a docket: the same texts that its folder would hold, and what is needed to find among them."""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import SHA256_DIGITS, Event
from ascertain.web.records.models.reviews import Government, Review


class Blob(models.Model):
    """The bytes of an exhibit, kept under their SHA-256 and never twice."""

    sha256 = models.CharField(max_length=SHA256_DIGITS, primary_key=True)
    size = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.sha256


class Sheet(models.Model):
    """A version of a paper that grows with the docket, such as ``docket.md``; the newest counts, the older are kept."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="sheets")
    name = models.CharField(max_length=120)
    version = models.PositiveIntegerField()
    text = models.TextField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("review", "name", "version"), name="one_sheet_a_version"),)

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


class Entry(models.Model):
    """A filed entry: its text as its file holds it; its days as intervals, since some are known to the month only."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=1000)
    by = models.CharField(max_length=500)
    date = models.CharField(max_length=10)
    date_earliest = models.DateField()
    date_latest = models.DateField()
    filed = models.CharField(max_length=10)
    filed_latest = models.DateField()
    deadline = models.CharField(max_length=10, blank=True)
    answers = models.PositiveIntegerField(null=True)
    file_name = models.CharField(max_length=200)
    text = models.TextField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("review", "number")
        constraints = (models.UniqueConstraint(fields=("review", "number"), name="one_entry_a_number"),)
        indexes = (
            models.Index(fields=("review", "kind", "number"), name="entries_by_kind"),
            models.Index(fields=("review", "date_latest", "number"), name="entries_by_date"),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class EntryParty(models.Model):
    """A government that an entry is addressed to, concerns, or makes a claim of."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="parties")
    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="entries")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "government"), name="a_party_once"),)

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.government_id}"


class Exhibit(models.Model):
    """A document in evidence, as the manifest lists it; without a blob it is only cited."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="exhibits")
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=1000)
    file = models.CharField(max_length=500, blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="exhibits")

    class Meta:
        ordering = ("review", "key")
        constraints = (models.UniqueConstraint(fields=("review", "key"), name="one_exhibit_a_key"),)

    def __str__(self) -> str:
        return self.title


class EntryExhibit(models.Model):
    """An exhibit that an entry records, or that a claim in it cites."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="cited")
    exhibit = models.ForeignKey(Exhibit, on_delete=models.PROTECT, related_name="cited_by")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "exhibit"), name="an_exhibit_cited_once"),)

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.exhibit_id}"
