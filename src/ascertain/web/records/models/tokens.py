"""By what programs act in somebody's name."""

from __future__ import annotations

from django.db import models

from ascertain.web.records.models.chain import SHA256_DIGITS
from ascertain.web.records.models.people import User


class Token(models.Model):
    """A personal token. It is shown once; only its digest is kept. ``used`` is when it was last used, to the minute."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    label = models.CharField(max_length=100)
    writes = models.BooleanField()
    digest = models.CharField(max_length=SHA256_DIGITS, unique=True)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.label} of {self.user_id}"
