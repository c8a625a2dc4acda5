"""Web push: the signature is a real one, nothing of the message goes along, every answer counts."""

from __future__ import annotations

import json
from urllib.error import URLError
from urllib.request import Request

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import override_settings

from rondstroom.integrations.web_push import Keys, UnusableKey, WebPush, from_settings
from rondstroom.integrations.web_push.keys import decoded
from rondstroom.ports.push import Knock

ENDPOINT = "https://push.voorbeeld:443/send/abc"
KEYS = Keys.new("beheer@voorbeeld.invalid")


def test_a_key_that_was_kept_is_the_same_key() -> None:
    again = Keys.read(KEYS.secret, KEYS.contact)
    assert again.public == KEYS.public
    assert len(decoded(KEYS.public)) == 65
    assert len(decoded(KEYS.secret)) == 32


@pytest.mark.parametrize("text", ["", "AAAA", "~"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(UnusableKey):
        Keys.read(text, "")


def test_the_signature_holds_and_names_the_push_service() -> None:
    """RFC 8292: a JWT of audience, expiry and contact, signed with the key that is sent along."""
    header = KEYS.authorization(ENDPOINT, expires=1_700_000_000)
    token = header.removeprefix("vapid t=").partition(", k=")[0]
    signed, _dot, signature = token.rpartition(".")
    head, claims = (json.loads(decoded(part)) for part in signed.split("."))
    assert head == {"typ": "JWT", "alg": "ES256"}
    assert claims == {
        "aud": "https://push.voorbeeld:443",
        "exp": 1_700_000_000,
        "sub": "mailto:beheer@voorbeeld.invalid",
    }
    raw = decoded(signature)
    r, s = (int.from_bytes(part, "big") for part in (raw[:32], raw[32:]))
    public = KEYS.private.public_key()
    public.verify(encode_dss_signature(r, s), signed.encode(), ec.ECDSA(SHA256()))
    assert header.endswith(f"k={KEYS.public}")


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (201, Knock.HEARD),
        (404, Knock.GONE),
        (410, Knock.GONE),
        (302, Knock.FAILED),
        (429, Knock.FAILED),
        (500, Knock.FAILED),
    ],
)
def test_every_answer_counts(status: int, outcome: Knock) -> None:
    asked: list[Request] = []

    def post(request: Request) -> int:
        asked.append(request)
        return status

    assert WebPush(KEYS, post).knock(ENDPOINT) is outcome
    assert asked[0].data == b"", "nothing of the message goes along"
    assert asked[0].get_header("Ttl")


def test_no_answer_is_a_failure() -> None:
    def post(_request: Request) -> int:
        raise URLError("no route")

    assert WebPush(KEYS, post).knock(ENDPOINT) is Knock.FAILED


def test_a_place_without_a_key_has_no_push() -> None:
    assert from_settings() is None
    with override_settings(PUSH_KEY=KEYS.secret):
        service = from_settings()
    assert service is not None
    assert service.keys.public == KEYS.public
