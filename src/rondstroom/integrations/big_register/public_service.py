"""The public web service of the register: SOAP 1.1, version 4 of its answers (`ListHcpApprox4`).

Only number, profession, names, days and measures are read; addresses and the text of measures
are left where they are.
"""

from __future__ import annotations

import http.client
import ssl
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from django.conf import settings

from rondstroom.ports.professional_register import Entry, Measure, RegisterUnreachable

NAMESPACE = "http://services.cibg.nl/ExternalUser"
ACTION = f"{NAMESPACE}/ListHcpApprox4"
ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"
LARGEST = 1_000_000
SECONDS = 10.0
NO_END = date.min
SUSPENDED = "schors"
"""A measure in whose public text this stands keeps somebody from work, whatever else it says."""


@dataclass
class PublicRegister:
    """The register behind an address; every answer that cannot be read is no answer."""

    address: str
    seconds: float = SECONDS
    source: str = "service"
    version: str = "ListHcpApprox4"

    def lookup(self, number: str) -> Sequence[Entry]:
        """Give the entries under a number.

        Raises
        ------
        RegisterUnreachable
            When there is no answer, a fault, or one that does not hold what it should.
        """
        try:
            return list(_entries(_body(self._posted(number)), number))
        except (OSError, http.client.HTTPException, ET.ParseError, ValueError) as fault:
            raise RegisterUnreachable(f"{type(fault).__name__}: {fault}") from fault

    def _posted(self, number: str) -> bytes:
        parts = urlsplit(self.address)
        line: http.client.HTTPConnection
        if parts.scheme == "https":
            safely = ssl.create_default_context()
            line = http.client.HTTPSConnection(parts.netloc, timeout=self.seconds, context=safely)
        else:
            line = http.client.HTTPConnection(parts.netloc, timeout=self.seconds)
        headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{ACTION}"'}
        try:
            line.request("POST", parts.path or "/", _asked(number), headers)
            answer = line.getresponse()
            text = answer.read(LARGEST + 1)
        finally:
            line.close()
        if answer.status != http.client.OK:
            raise ValueError(f"status {answer.status}")
        if len(text) > LARGEST or b"<!DOCTYPE" in text:
            raise ValueError("not an answer of the register")
        return text


def from_settings() -> PublicRegister | None:
    """Give the register at the address of the settings; None when this place asks by hand."""
    address = settings.BIG_REGISTER_ADDRESS
    return PublicRegister(address) if address else None


def _asked(number: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="{ENVELOPE}"><soap:Body>'
        f'<listHcpApproxRequest xmlns="{NAMESPACE}"><WebSite>Ribiz</WebSite>'
        f"<RegistrationNumber>{escape(number)}</RegistrationNumber></listHcpApproxRequest>"
        "</soap:Body></soap:Envelope>"
    ).encode()


def _body(text: bytes) -> ET.Element:
    """Give the result; a fault, or another document, is no answer."""
    found = ET.fromstring(text).find(f"{{{ENVELOPE}}}Body/{_tag('ListHcpApprox4Result')}")  # noqa: S314  (no entities: documents with a DOCTYPE were refused)
    if found is None:
        raise ValueError("no result in the answer")
    return found


def _entries(result: ET.Element, number: str) -> Iterator[Entry]:
    """Give every registration under the number, each on the name and with the measures it has."""
    for person in result.iter(_tag("ListHcpApprox4")):
        names, initials = _names(person), _text(person, "Initial")
        for one in person.iter(_tag("ArticleRegistrationExtApp")):
            if _number(one, "ArticleRegistrationNumber") == number:
                yield Entry(
                    number,
                    _text(one, "ProfessionalGroupCode"),
                    names,
                    initials,
                    _day(one, "ArticleRegistrationStartDate"),
                    _day(one, "ArticleRegistrationEndDate"),
                    tuple(_measures(person, number)),
                )


def _names(person: ET.Element) -> tuple[str, ...]:
    """Give the names somebody may go by: at birth, as on letters, and each half of a double one."""
    letters = _text(person, "MailingName").removeprefix(_text(person, "Initial"))
    words = [word for word in letters.split() if word[:1].isupper() and not word.endswith(".")]
    whole = [_text(person, "BirthSurname"), " ".join(words)]
    halves = [half for name in whole if "-" in name for half in name.split("-")]
    return tuple(dict.fromkeys(name.strip() for name in [*whole, *halves] if name.strip()))


def _measures(person: ET.Element, number: str) -> Iterator[Measure]:
    """Give provisions and limitations of this registration; clauses of prescribing are neither."""
    for one in person.iter(_tag("JudgmentProvisionExtApp")):
        if _number(one, "ArticleNumber") == number:
            is_suspension = SUSPENDED in _text(one, "PublicDescription").casefold()
            about = f"judgment:{_text(one, 'Id')}"
            yield Measure(about, is_suspension, _day(one, "StartDate"), _day(one, "EndDate"))
    for one in person.iter(_tag("LimitationExtApp")):
        if _number(one, "ArticleRegistrationNumber") == number:
            is_suspension = SUSPENDED in _text(one, "Description").casefold()
            about = f"limitation:{_text(one, 'LimitationId')}"
            ends_on = _day(one, "EndDate") or _day(one, "ExpirationEndDate")
            yield Measure(about, is_suspension, _day(one, "StartDate"), ends_on)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _text(of: ET.Element, name: str) -> str:
    return (of.findtext(_tag(name)) or "").strip()


def _number(of: ET.Element, name: str) -> str:
    """Give a number with its eleven digits: the service sends it as a decimal, without zeros."""
    return _text(of, name).partition(".")[0].zfill(11)


def _day(of: ET.Element, name: str) -> date | None:
    """Give a day; nothing, and the first day of the calendar, mean that there is none."""
    text = _text(of, name)
    found = date.fromisoformat(text[:10]) if text else NO_END
    return None if found == NO_END else found
