"""The register's web service, against a local server that speaks it: answers, faults, silence."""

from __future__ import annotations

import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.registers import NUMBER
from factories.skills import gate_of, make_function, make_proof
from flexpool.periods import shift_period
from rondstroom.integrations.big_register.public_service import (
    ACTION,
    ENVELOPE,
    LARGEST,
    NAMESPACE,
    PublicRegister,
)
from rondstroom.ports.professional_register import RegisterUnreachable
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.states import ProofKind, RegisterOutcome
from rondstroom.rooms.skills.translate import verdict_of

BARE = NUMBER.lstrip("0")
PROVISION = (
    "<JudgmentProvision><JudgmentProvisionExtApp><ArticleNumber>{number}</ArticleNumber><Id>7</Id>"
    "<StartDate>{start}T00:00:00</StartDate><PublicDescription>{text}</PublicDescription>"
    '<EndDate xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>'
    "<Public>true</Public></JudgmentProvisionExtApp></JudgmentProvision>"
)
LIMITATION = (
    "<Limitation><LimitationExtApp><LimitationId>3</LimitationId>"
    f"<ArticleRegistrationNumber>{BARE}</ArticleRegistrationNumber>"
    "<Description>geen voorschrijven</Description><StartDate>2024-05-01T00:00:00</StartDate>"
    "</LimitationExtApp></Limitation>"
)


def answer(
    profession: str = "30", ends: str = "0001-01-01", more: str = "", mailing: str = "A. Kaya"
) -> bytes:
    """Write an answer about one person, as the service writes it."""
    person = (
        f"<ListHcpApprox4><BirthSurname>Kaya</BirthSurname><MailingName>{mailing}</MailingName>"
        "<Initial>A.</Initial><WorkAddress1><City>Arnhem</City></WorkAddress1>"
        "<ArticleRegistration><ArticleRegistrationExtApp>"
        f"<ArticleRegistrationNumber>{BARE}</ArticleRegistrationNumber>"
        "<ArticleRegistrationStartDate>2012-02-01T00:00:00</ArticleRegistrationStartDate>"
        f"<ArticleRegistrationEndDate>{ends}T00:00:00</ArticleRegistrationEndDate>"
        f"<ProfessionalGroupCode>{profession}</ProfessionalGroupCode>"
        f"</ArticleRegistrationExtApp></ArticleRegistration>{more}</ListHcpApprox4>"
    )
    return whole(f"<ListHcpApprox>{person}</ListHcpApprox>")


def whole(inner: str) -> bytes:
    result = f'<ListHcpApprox4Result xmlns="{NAMESPACE}">{inner}</ListHcpApprox4Result>'
    body = f"<s:Body>{result}</s:Body>"
    return f'<s:Envelope xmlns:s="{ENVELOPE}">{body}</s:Envelope>'.encode()


@dataclass
class Service:
    """What the server says, and what it was asked."""

    says: bytes = b""
    status: int = 200
    asked: list[str] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def service() -> Iterator[Service]:
    """Give a local server that reads the question and gives the answer it was told."""
    told = Service(answer())

    class Speaks(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"]))
            asked = ET.fromstring(text).find(f".//{{{NAMESPACE}}}listHcpApproxRequest")
            assert self.headers["SOAPAction"] == f'"{ACTION}"'
            assert asked is not None
            assert asked.findtext(f"{{{NAMESPACE}}}WebSite") == "Ribiz"
            told.asked.append(asked.findtext(f"{{{NAMESPACE}}}RegistrationNumber") or "")
            self.send_response(told.status)
            self.end_headers()
            self.wfile.write(told.says)

        def log_message(self, *_told: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Speaks)
    told.address = f"http://127.0.0.1:{server.server_port}/soap/4"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_registration_is_read_with_its_zeros_and_without_addresses(service: Service) -> None:
    (one,) = PublicRegister(service.address).lookup(NUMBER)
    assert service.asked == [NUMBER]
    assert (one.number, one.profession, one.surnames, one.initials) == (
        NUMBER,
        "30",
        ("Kaya",),
        "A.",
    )
    assert (one.starts_on, one.ends_on, one.measures) == (date(2012, 2, 1), None, ())
    assert "Arnhem" not in repr(one)


@pytest.mark.parametrize(
    ("says", "outcome"),
    [
        (answer(), RegisterOutcome.ACTIVE),
        (answer(ends="2026-11-22"), RegisterOutcome.ENDED),
        (answer(profession="04"), RegisterOutcome.OTHER_PROFESSION),
        (answer(more=LIMITATION), RegisterOutcome.LIMITED),
        (
            answer(more=PROVISION.format(number=BARE, start="2026-01-01", text="Schorsing")),
            RegisterOutcome.SUSPENDED,
        ),
        (
            answer(more=PROVISION.format(number=BARE, start="2026-01-01", text="Berisping")),
            RegisterOutcome.LIMITED,
        ),
        (
            answer(more=PROVISION.format(number="99", start="2026-01-01", text="Schorsing")),
            RegisterOutcome.ACTIVE,
        ),
        (answer(more="<Mention><MentionExtApp/></Mention>"), RegisterOutcome.ACTIVE),
        (whole(""), RegisterOutcome.NOT_FOUND),
    ],
)
def test_what_it_says_is_judged_as_the_source_does(
    service: Service, says: bytes, outcome: RegisterOutcome
) -> None:
    service.says = says
    entries = PublicRegister(service.address).lookup(NUMBER)
    assert verdict_of(entries, "Aylin Kaya", "30", MONDAY).outcome == outcome


@pytest.mark.parametrize(
    ("mailing", "name", "is_same"),
    [
        ("A. Smit-Kaya", "Aylin Smit", True),
        ("A. van Smit", "Aylin van Smit", True),
        ("A. Smit-Kaya", "Berna Smit", False),
        ("A. Smit-Kaya", "Aylin Jansen", False),
    ],
)
def test_a_married_name_is_a_name_too(
    service: Service, mailing: str, name: str, is_same: bool
) -> None:
    service.says = answer(mailing=mailing)
    entries = PublicRegister(service.address).lookup(NUMBER)
    found = verdict_of(entries, name, "30", MONDAY).outcome
    assert (found == RegisterOutcome.ACTIVE) == is_same


@pytest.mark.parametrize(
    ("says", "status"),
    [
        (b"", 200),
        (b"<html>Onderhoud</html>", 200),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + answer(), 200),
        (answer(), 503),
        (answer(ends="vandaag"), 200),
        (b" " * (LARGEST + 2), 200),
    ],
)
def test_what_cannot_be_read_is_no_answer(service: Service, says: bytes, status: int) -> None:
    service.says, service.status = says, status
    with pytest.raises(RegisterUnreachable):
        PublicRegister(service.address).lookup(NUMBER)


def test_nobody_there_is_no_answer() -> None:
    with pytest.raises(RegisterUnreachable):
        PublicRegister("http://127.0.0.1:1/soap/4", seconds=1).lookup(NUMBER)


@pytest.mark.django_db
def test_down_releases_nothing_and_up_again_opens(
    service: Service, settings: Callable[..., None]
) -> None:
    worker = make_worker("Aylin Kaya", function="VP4", without="register")
    make_proof(worker, ProofKind.REGISTER, reference=NUMBER)
    register, wanted = PublicRegister(service.address), {"worker_ids": [worker.pk]}
    asked = queries.requirement(make_function("VP4").pk)

    def told(today: date) -> list[str]:
        shift = shift_period(MONDAY, *(NOW.time(), NOW.time().replace(hour=20)))
        return [block.text for block in gate_of(worker, asked, shift, today=today)]

    actions.check_registers(register=register, **wanted, **signed())
    late = NOW + timedelta(days=40)
    assert told(NOW.date()) == []
    service.status = 500
    down = actions.check_registers(register=register, **wanted, **{**signed(), "at": late})
    assert (down.changed, down.unreachable) == (0, 1)
    assert queries.register_unreachable_since(late) == late
    (text,) = told(late.date())
    assert "niet bereikbaar" in text
    service.status = 200
    actions.check_registers(register=register, **wanted, **{**signed(), "at": late})
    assert told(late.date()) == []
