"""The pair of keys with which this installation shows push services who it is (VAPID)."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_SIZE = 32
_CURVE = ec.SECP256R1()


class UnusableKey(ValueError):
    """The private key is not one of the curve P-256."""


def encoded(raw: bytes) -> str:
    """Write bytes as URL-safe base64 without padding, as the push standards want."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """Read such base64, with or without padding."""
    return base64.urlsafe_b64decode(text.strip() + "=" * (-len(text.strip()) % 4))


@dataclass(frozen=True)
class Keys:
    """The private key, and who answers for it: an address that a push service can write to."""

    private: ec.EllipticCurvePrivateKey
    contact: str

    @classmethod
    def read(cls, text: str, contact: str) -> Keys:
        """Read a private key of 32 bytes in base64."""
        try:
            number = int.from_bytes(decoded(text), "big")
            return cls(ec.derive_private_key(number, _CURVE), contact)
        except (ValueError, InvalidKey) as fault:
            raise UnusableKey(str(fault)) from fault

    @classmethod
    def new(cls, contact: str) -> Keys:
        """Make a new pair."""
        return cls(ec.generate_private_key(_CURVE), contact)

    @property
    def secret(self) -> str:
        """The private key as it is kept in the environment."""
        number = self.private.private_numbers().private_value
        return encoded(number.to_bytes(_SIZE, "big"))

    @property
    def public(self) -> str:
        """The public key as a browser wants it."""
        point = self.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        return encoded(point)

    def authorization(self, endpoint: str, expires: int) -> str:
        """Give the header that proves to this push service who knocks (RFC 8292 section 3)."""
        parts = urlsplit(endpoint)
        claims = {
            "aud": f"{parts.scheme}://{parts.netloc}",
            "exp": expires,
            "sub": f"mailto:{self.contact}",
        }
        head = {"typ": "JWT", "alg": "ES256"}
        signed = ".".join(
            encoded(json.dumps(part, separators=(",", ":")).encode()) for part in (head, claims)
        )
        r, s = decode_dss_signature(self.private.sign(signed.encode(), ec.ECDSA(SHA256())))
        signature = encoded(r.to_bytes(_SIZE, "big") + s.to_bytes(_SIZE, "big"))
        return f"vapid t={signed}.{signature}, k={self.public}"
