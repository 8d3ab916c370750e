"""A review, whom it is over, and who works on it or answers in it."""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import Chain
from ascertain.web.records.models.people import User


class Review(models.Model):
    """One review. What it says of itself stands in its sheets; here is what lists and links need."""

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=500)
    reviewer = models.CharField(max_length=500)
    rulebook = models.CharField(max_length=200)
    chain = models.OneToOneField(Chain, on_delete=models.PROTECT, related_name="review")

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.title


class Government(models.Model):
    """A government that the docket knows, under its short id there."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="governments")
    key = models.CharField(max_length=120)
    name = models.CharField(max_length=500)
    kind = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=2, blank=True)
    ids = models.JSONField(default=list)

    class Meta:
        ordering = ("review", "name")
        constraints = (models.UniqueConstraint(fields=("review", "key"), name="one_government_a_key"),)

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A government's membership of the review, dated; dates are as written, since some are known to the month only."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="memberships")
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    basis = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.government} since {self.since}"


class TeamMember(models.Model):
    """A person's role on the reviewing side of a review."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="team")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="team_roles")
    role = models.CharField(max_length=40)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("review", "user", "role"), name="a_team_role_once"),)

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class Respondent(models.Model):
    """A person's role for a government under review."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="respondents")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="respondent_roles")
    role = models.CharField(max_length=40)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("government", "user"), name="one_role_a_respondent"),)

    def __str__(self) -> str:
        return f"{self.user} for {self.government}: {self.role}"
