"""Who uses the docket: officials of the reviewing agency and of governments, by the address they work under."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from ascertain.web.records.models.chain import SHA256_DIGITS


class UserManager(BaseUserManager["User"]):
    """Finds people by their address, in whatever case it is typed."""

    def get_by_natural_key(self, username: str | None) -> User:
        """The person of this address.

        Raises:
            User.DoesNotExist: There is none.
        """
        return self.get(email__iexact=(username or "").strip())


class User(AbstractBaseUser):
    """A person who may sign in. Nothing is kept of them but what the record needs: a name and an address."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    is_administrator = models.BooleanField(default=False)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="one_person_an_address"),)

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """A link by which a person may make an account. The link is shown once; only its digest is kept.

    Without a review it is an administrator's; without a government it is for the reviewing team.
    """

    review = models.ForeignKey("records.Review", on_delete=models.PROTECT, null=True, related_name="invitations")
    government = models.ForeignKey("records.Government", on_delete=models.PROTECT, null=True, related_name="+")
    email = models.EmailField(max_length=254, blank=True)
    role = models.CharField(max_length=40)
    digest = models.CharField(max_length=SHA256_DIGITS, unique=True)
    expires = models.DateTimeField()
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.role}: {self.email}"
