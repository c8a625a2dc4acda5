"""Accounts and roles."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from rondstroom.rooms.identity.states import RoleKind


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts with a hashed password, or none."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Account:
        """Make an account; e-mail addresses are kept in lower case."""
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Somebody, or the machine itself, who can sign a write."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    language = models.CharField(max_length=5, default="nl")
    is_active = models.BooleanField(default=True)
    is_machine = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = AccountManager()


class Role(models.Model):
    """A desk for an account: at one organisation, or for the region when none is named."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind.choices)
    # The room organisations stands above this one, so no foreign key may point there.
    organisation_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        """One role once."""

        constraints = [
            models.UniqueConstraint(
                fields=["account", "kind", "organisation_id"], name="identity_role_once"
            ),
            # SQLite has no "nulls not distinct", so for the region it is a guard of its own.
            models.UniqueConstraint(
                fields=["account", "kind"],
                condition=models.Q(organisation_id__isnull=True),
                name="identity_region_role_once",
            ),
        ]
