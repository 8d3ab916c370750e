"""How a review decides on a government: who may, what was drafted, who agreed with exactly what, what was issued."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ascertain.web.records.models.chain import SHA256_DIGITS, Event
from ascertain.web.records.models.papers import Entry
from ascertain.web.records.models.people import User
from ascertain.web.records.models.reviews import Government


class Declaration(models.Model):
    """What a reviewer says of their own interest in a government; the last one counts, the earlier are kept."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="declarations")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    interest = models.BooleanField()
    statement = models.TextField(blank=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.user} on {self.government}: {'an interest' if self.interest else 'no interest'}"


class Assignment(models.Model):
    """Who is the first or the second reviewer of a government; one that ended is kept."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=10)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    ended = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("government", "part"), condition=Q(ended__isnull=True), name="one_reviewer_a_part"
            ),
            models.UniqueConstraint(
                fields=("government", "user"), condition=Q(ended__isnull=True), name="never_first_and_second"
            ),
        )

    def __str__(self) -> str:
        return f"{self.part} reviewer of {self.government}: {self.user}"


class Determination(models.Model):
    """One determination on a government, from its first draft on; ``entry`` is what was issued."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="determinations")
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=20)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="determination")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("government", "number"), name="one_determination_a_number"),
            models.UniqueConstraint(
                fields=("government",), condition=Q(entry__isnull=True), name="one_determination_in_the_making"
            ),
        )

    def __str__(self) -> str:
        return f"{self.stage} determination on {self.government}"


class Draft(models.Model):
    """A version of a determination, never changed; ``record`` is the last entry that it could take into account."""

    determination = models.ForeignKey(Determination, on_delete=models.PROTECT, related_name="drafts")
    version = models.PositiveIntegerField()
    outcome = models.CharField(max_length=200)
    reasons = models.TextField()
    cure_until = models.DateField(null=True)
    record = models.PositiveIntegerField()
    digest = models.CharField(max_length=SHA256_DIGITS)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("version",)
        constraints = (models.UniqueConstraint(fields=("determination", "version"), name="one_draft_a_version"),)

    def __str__(self) -> str:
        return f"{self.determination}, version {self.version}"


class Opinion(models.Model):
    """What the second reviewer says of one draft, and of no other."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="opinions")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.TextField(blank=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.user} {'agrees with' if self.agrees else 'disagrees with'} {self.draft}"


class Reconsideration(models.Model):
    """A government's request that a determination be looked at again, with its grounds."""

    determination = models.OneToOneField(Determination, on_delete=models.PROTECT, related_name="reconsideration")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    grounds = models.TextField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"reconsideration of {self.determination}"


class OrderEffect(models.Model):
    """What a court's order that is on the docket does to a determination."""

    determination = models.ForeignKey(Determination, on_delete=models.PROTECT, related_name="effects")
    order = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    effect = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.determination} is {self.effect} by entry {self.order.number}"
