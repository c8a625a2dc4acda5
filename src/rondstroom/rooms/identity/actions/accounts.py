"""Making accounts and giving roles."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.identity import queries
from rondstroom.rooms.identity.models import Account, Role
from rondstroom.rooms.identity.states import REGION_WIDE, RoleKind
from rondstroom.rooms.journal import actions as journal


class UnableToCreateAccount(journal.UnableToAct):
    """The account would not be somebody who can sign in."""


class UnableToGrantRole(journal.UnableToAct):
    """The role would not mean anything."""


class UnableToSetLanguage(journal.UnableToAct):
    """The platform does not speak this language."""


@transaction.atomic
def create_account(
    *,
    email: str,
    name: str,
    password: str | None = None,
    language: str = "nl",
    by: Account,
    at: datetime,
) -> Account:
    """Make an account; without a password it can only be opened by a reset mail.

    Journal: `identity.account.created`, without the e-mail address.
    """
    email, name = email.strip().lower(), name.strip()
    _check_new_account(email, name, password)
    _check_language(language, UnableToCreateAccount)
    try:
        with transaction.atomic():
            account = Account.objects.create_user(
                email, password=password, name=name, language=language
            )
    except IntegrityError:
        raise _email_taken(email) from None
    journal.record(event="identity.account.created", by=by, at=at, subject=f"account:{account.pk}")
    return account


def _check_new_account(email: str, name: str, password: str | None) -> None:
    """Refuse what could never sign in, or would sign writes without a name."""
    if not name:
        raise UnableToCreateAccount(_("Dit account heeft geen naam. Vul een naam in."))
    journal.check_lengths(Account(email=email, name=name), UnableToCreateAccount)
    try:
        validate_email(email)
    except ValidationError:
        raise UnableToCreateAccount(
            _("“%(email)s” is geen e-mailadres. Kijk of er een tikfout in staat.")
            % {"email": email}
        ) from None
    if queries.account_by_email(email):
        raise _email_taken(email)
    if password is not None:
        try:
            validate_password(password)
        except ValidationError:
            # Django's own words are not all translated into Dutch, so these are ours.
            raise UnableToCreateAccount(
                _("Dit wachtwoord is te kort of te bekend. Kies een zin die alleen jij weet.")
            ) from None


def _email_taken(email: str) -> UnableToCreateAccount:
    """Say that somebody has this address already."""
    return UnableToCreateAccount(
        _("Er is al een account met e-mailadres %(email)s. Geef dat account een rol erbij.")
        % {"email": email}
    )


def _check_language(language: str, refusal: type[journal.UnableToAct]) -> None:
    """Refuse a language the platform does not speak."""
    spoken = dict(settings.LANGUAGES)
    if language not in spoken:
        raise refusal(
            _("De taal “%(language)s” is er nog niet. Kies uit: %(spoken)s.")
            % {"language": language, "spoken": ", ".join(spoken.values())}
        )


@transaction.atomic
def grant_role(
    *, account: Account, kind: RoleKind, organisation_id: int | None, by: Account, at: datetime
) -> Role:
    """Give an account a desk; giving the same role twice changes nothing.

    Without an organisation the role holds for the whole region, which only some roles may.
    Journal: `identity.role.granted`.
    """
    kind = RoleKind(kind)
    if organisation_id is None and kind not in REGION_WIDE:
        raise UnableToGrantRole(
            _("De rol %(role)s geldt bij één organisatie. Kies bij welke.") % {"role": kind.label}
        )
    role, is_new = Role.objects.get_or_create(
        account=account, kind=kind, organisation_id=organisation_id
    )
    if is_new:
        journal.record(
            event="identity.role.granted",
            by=by,
            at=at,
            subject=f"account:{account.pk}",
            organisation_id=organisation_id,
            kind=kind,
        )
    return role


@transaction.atomic
def withdraw_role(
    *, account: Account, kind: RoleKind, organisation_id: int | None, by: Account, at: datetime
) -> None:
    """Take a desk away; when it was not there, nothing happens.

    Journal: `identity.role.withdrawn`.
    """
    found = Role.objects.filter(account=account, kind=kind, organisation_id=organisation_id)
    if found.delete()[0]:
        journal.record(
            event="identity.role.withdrawn",
            by=by,
            at=at,
            subject=f"account:{account.pk}",
            organisation_id=organisation_id,
            kind=kind,
        )


@transaction.atomic
def set_language(*, account: Account, language: str, by: Account, at: datetime) -> None:
    """Let an account read the screens in this language. Journal: `identity.language.set`."""
    _check_language(language, UnableToSetLanguage)
    account.language = language
    account.save(update_fields=["language"])
    journal.record(
        event="identity.language.set",
        by=by,
        at=at,
        subject=f"account:{account.pk}",
        language=language,
    )
