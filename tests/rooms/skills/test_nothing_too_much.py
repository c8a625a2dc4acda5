"""PRIV-01: no table has a place for what this platform must not know of people."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import BinaryField, FileField, ImageField, TextField

NEVER = {
    "bsn",
    "birthdate",
    "birth_date",
    "date_of_birth",
    "age",
    "sex",
    "gender",
    "nationality",
    "address",
    "street",
    "house_number",
    "sick",
    "sickness",
    "illness",
    "health",
    "vaccination",
    "pregnancy",
    "diagnosis",
    "reason_text",
    "document",
    "scan",
    "copy",
    "photo",
    "score",
}
ABOUT_NOBODY = {
    "skills.Acceptance.max_age_months",  # how old a proof may be
    "settlement.BillingDetails.street",  # where an organisation gets its bills
}
FIELDS = [
    pytest.param(model, field, id=f"{model._meta.label}.{field.name}")
    for room in settings.ROOMS
    for model in apps.get_app_config(room).get_models()
    for field in model._meta.concrete_fields
    if f"{model._meta.label}.{field.name}" not in ABOUT_NOBODY
]
ABOUT_PEOPLE = {"Proof", "Claim", "Registration", "Decision", "Reading", "Share"}


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_no_field_asks_what_we_must_not_know(model: type, field: object) -> None:
    words = set(field.name.split("_")) | {field.name}
    assert not words & NEVER


@pytest.mark.parametrize(("model", "field"), FIELDS)
def test_no_field_holds_a_document(model: type, field: object) -> None:
    assert not isinstance(field, FileField | ImageField | BinaryField)


def test_what_is_kept_of_people_here_has_no_free_text() -> None:
    """A reference is short and a reason is chosen from a list: nothing to write a life in."""
    for model in apps.get_app_config("skills").get_models():
        if model.__name__ in ABOUT_PEOPLE:
            long = [
                field.name
                for field in model._meta.concrete_fields
                if isinstance(field, TextField) or (getattr(field, "max_length", 0) or 0) > 150
            ]
            assert long == []
