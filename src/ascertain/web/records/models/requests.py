"""Letters as they are drafted, approved and sent, and what was written to whom; all but the calendars only added to."""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import SHA256_DIGITS, Event
from ascertain.web.records.models.papers import Entry
from ascertain.web.records.models.people import User
from ascertain.web.records.models.reviews import Government, Review


class Letter(models.Model):
    """A letter of a review, from its first draft on. ``key`` is that of the form that began it, which counts once."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="letters")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=80)

    class Meta:
        ordering = ("review", "number")
        constraints = (
            models.UniqueConstraint(fields=("review", "number"), name="one_letter_a_number"),
            models.UniqueConstraint(fields=("review", "key"), name="a_letter_begun_once"),
        )

    def __str__(self) -> str:
        return f"letter {self.number}"


class LetterVersion(models.Model):
    """A letter as somebody saved it. ``content`` is canonical JSON, ``digest`` its SHA-256."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=SHA256_DIGITS)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("letter", "version")
        constraints = (models.UniqueConstraint(fields=("letter", "version"), name="one_letter_a_version"),)

    def __str__(self) -> str:
        return f"{self.letter}, version {self.version}"


class LetterApproval(models.Model):
    """That somebody who drafted nothing of a letter approved one version of it, and no other."""

    version = models.OneToOneField(LetterVersion, on_delete=models.PROTECT, related_name="approval")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.version}, approved by {self.by}"


class Sending(models.Model):
    """A letter that was sent: the version, the entry that it became, and the public deadline with how it was computed.

    ``day`` is the last day to answer, in ``zone``; ``steps`` are the sentences that say how it came about.
    """

    version = models.OneToOneField(LetterVersion, on_delete=models.PROTECT, related_name="sending")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="sending")
    at = models.DateTimeField()
    day = models.DateField()
    zone = models.CharField(max_length=80)
    steps = models.JSONField(default=list)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("entry",)

    def __str__(self) -> str:
        return f"{self.version}, sent"


class Extension(models.Model):
    """More time for one government. The public deadline stays what it was."""

    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="extensions")
    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="extensions")
    number = models.PositiveIntegerField()
    day = models.DateField()
    reason = models.TextField()
    at = models.DateTimeField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("sending", "government", "number")
        constraints = (
            models.UniqueConstraint(fields=("sending", "government", "number"), name="one_extension_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.government} has until {self.day}"


class LateAcceptance(models.Model):
    """That an answer after the last day is accepted as if it had come in time, and why."""

    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="acceptances")
    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("sending", "government"), name="late_accepted_once"),)

    def __str__(self) -> str:
        return f"a late answer of {self.government} is accepted"


class Message(models.Model):
    """What was written to one government about a request; ``address`` is empty for what it finds on its own page.

    ``key`` says what it is about, so that nothing is written twice; it is the message's id in the mail as well.
    """

    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="messages")
    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=20)
    address = models.EmailField(max_length=254, blank=True)
    subject = models.CharField(max_length=500)
    text = models.TextField()
    key = models.CharField(max_length=SHA256_DIGITS, unique=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind} to {self.address or self.government}"


class Delivery(models.Model):
    """What became of a message on its way by mail: that it was begun, and how that ended."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="deliveries")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("message", "number")
        constraints = (models.UniqueConstraint(fields=("message", "number"), name="one_delivery_a_number"),)

    def __str__(self) -> str:
        return f"{self.message}: {self.state}"


class Digest(models.Model):
    """That somebody was sent, for a day, what was filed in a review; the next tells what came after ``at``."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("review", "user", "day"), name="one_digest_a_day"),)

    def __str__(self) -> str:
        return f"digest of {self.day} for {self.user}"


class CalendarAddress(models.Model):
    """The secret address of a person's calendar. It is shown once; only its digest is kept."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="calendar_address")
    digest = models.CharField(max_length=SHA256_DIGITS, unique=True)

    def __str__(self) -> str:
        return f"calendar of {self.user}"
