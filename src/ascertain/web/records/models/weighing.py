"""What reviewers found of claims: each verdict with exactly what it weighed, and which of them were filed."""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import SHA256_DIGITS, Event
from ascertain.web.records.models.papers import Entry, Exhibit
from ascertain.web.records.models.people import User
from ascertain.web.records.models.reviews import Government


class Verdict(models.Model):
    """What a reviewer found of one claim, never changed; the last of a claim counts, the earlier are kept.

    ``digest`` covers the claim with its end, its passage and the bytes of its ``exhibit``, whose SHA-256 is ``sha256``;
    a claim that has become another is not what was weighed. Of a claim that is contradicted, ``contrary`` is the
    exhibit that contradicts it, with what it says (``value`` as people write it) in which words (``quote``), and how
    well it shows it (``contrary_grade``).
    """

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="verdicts")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="verdicts")
    claim = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    word = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    grade = models.CharField(max_length=12)
    digest = models.CharField(max_length=SHA256_DIGITS)
    exhibit = models.ForeignKey(Exhibit, on_delete=models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=SHA256_DIGITS, blank=True)
    contrary = models.ForeignKey(Exhibit, on_delete=models.PROTECT, null=True, related_name="+")
    contrary_sha256 = models.CharField(max_length=SHA256_DIGITS, blank=True)
    contrary_grade = models.CharField(max_length=12, blank=True)
    value = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("government", "pk")
        constraints = (models.UniqueConstraint(fields=("government", "claim", "number"), name="one_verdict_a_number"),)

    def __str__(self) -> str:
        return f"{self.claim} is {self.word}"


class FiledVerdict(models.Model):
    """A verdict that was told on the docket: in which entry, and as which of its claims; 0 where as none."""

    verdict = models.OneToOneField(Verdict, on_delete=models.PROTECT, related_name="filed")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="filed_verdicts")
    place = models.PositiveIntegerField()

    class Meta:
        ordering = ("entry", "place", "pk")

    def __str__(self) -> str:
        return f"{self.verdict_id}: {self.entry_id}.{self.place}"
