"""What a government prepares and sends: drafts that change, and what is only ever added to.

Whoever is not of the government reads none of it; what was submitted they read as the entry that it became.
"""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import SHA256_DIGITS, Event
from ascertain.web.records.models.papers import Blob, Entry
from ascertain.web.records.models.people import User
from ascertain.web.records.models.reviews import Government


class Response(models.Model):
    """A government's answer to a request, as it prepares it. ``number`` counts them; all but the first correct one."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="responses")
    request = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="responses")
    number = models.PositiveIntegerField(default=1)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ("government", "request", "number")
        constraints = (
            models.UniqueConstraint(fields=("government", "request", "number"), name="one_response_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.government_id} to {self.request_id}, {self.number}"


class Task(models.Model):
    """A fact that is asked for, and the claim that the government drafts about it, as last saved.

    ``content`` is canonical JSON. ``version`` counts the saves, so that of two people who save at once one is told.
    """

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="tasks")
    place = models.PositiveIntegerField()
    term = models.CharField(max_length=500)
    program = models.CharField(max_length=200, blank=True)
    ask = models.TextField()
    why = models.JSONField(default=list)
    state = models.CharField(max_length=12)
    version = models.PositiveIntegerField(default=0)
    content = models.TextField(blank=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("response", "place")
        constraints = (models.UniqueConstraint(fields=("response", "term", "program"), name="a_fact_asked_once"),)

    def __str__(self) -> str:
        return self.term


class SavedClaim(models.Model):
    """A claim as somebody saved it once, so that no save is lost to the next."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="saves")
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=12)
    content = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("task", "version")
        constraints = (models.UniqueConstraint(fields=("task", "version"), name="one_claim_a_version"),)

    def __str__(self) -> str:
        return f"{self.task_id}, version {self.version}"


class Upload(models.Model):
    """A version of a document that a government has ready to show. ``name`` is what its sender's file was called."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="uploads")
    document = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("government", "document", "version")
        constraints = (
            models.UniqueConstraint(fields=("government", "document", "version"), name="one_upload_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class Certification(models.Model):
    """Statements that an official confirmed of a response as it then stood; ``digest`` is that of ``content``."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="certifications")
    digest = models.CharField(max_length=SHA256_DIGITS)
    content = models.TextField()
    statements = models.JSONField(default=list)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("response", "pk")

    def __str__(self) -> str:
        return self.digest


class Submission(models.Model):
    """A response on the docket: who certified it, the entry it became, and the events that were written with it."""

    response = models.OneToOneField(Response, on_delete=models.PROTECT, related_name="submission")
    certification = models.OneToOneField(Certification, on_delete=models.PROTECT, related_name="+")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="submission")
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    first_event = models.PositiveIntegerField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.response_id}: {self.entry_id}"
