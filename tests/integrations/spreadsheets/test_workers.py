"""Workers from a file: known by number, engaged once, with what the file states of their proofs."""

from __future__ import annotations

from datetime import date

import pytest

from factories.identity import make_account, make_role
from factories.imports import Importer, refusals, workbook
from factories.moments import NOW
from factories.organisations import make_organisation
from factories.people import make_engagement, make_worker
from rondstroom.integrations.spreadsheets.answer import ImportNotAllowed, UnableToRead
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.people.models import Engagement, Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import ProofKind
from shared_data import shared

SAMPLE = "samples/medewerkers.csv"
HEADINGS = "Personeelsnummer,Naam,E-mail,Postcode,Functie,Contracturen,Contractvorm"
GOOD = 'P1,Aylin Kaya,aylin@voorbeeld.invalid,6811 BC,VIG,"24,0",vast'


def lines(*rows: str) -> str:
    return "\n".join((HEADINGS, *rows))


def test_the_sample_comes_in_without_hand_work(bring_in: Importer) -> None:
    answer = bring_in("workers", shared(SAMPLE).read_bytes(), "medewerkers.csv")
    assert (answer.understood, answer.created, answer.rejected) == (8, 8, [])
    boer = Engagement.objects.get(personnel_number="P2000")
    assert (boer.worker.name, boer.worker.home_pc4) == ("A. de Boer", "6811")
    assert (boer.minutes_per_week, boer.form) == (24 * 60, EngagementForm.TEMPORARY)
    proofs = {one.kind: one for one in Proof.objects.filter(worker=boer.worker)}
    assert set(proofs) == {ProofKind.DIPLOMA, ProofKind.REGISTER, ProofKind.CONDUCT}
    assert proofs[ProofKind.REGISTER].reference == "00010000000"
    assert proofs[ProofKind.CONDUCT].valid_from == date(2026, 1, 5)
    assert proofs[ProofKind.DIPLOMA].reference == "personeelsbestand medewerkers.csv"
    assert Engagement.objects.get(personnel_number="P2006").form == EngagementForm.MIN_MAX


def test_the_sample_a_second_time_changes_nothing(bring_in: Importer) -> None:
    content = shared(SAMPLE).read_bytes()
    bring_in("workers", content)
    lines_before, proofs_before = Entry.objects.count(), Proof.objects.count()
    again = bring_in("workers", content)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 8)
    assert (Entry.objects.count(), Proof.objects.count()) == (lines_before, proofs_before)


def test_a_trial_answers_the_same_and_writes_nothing(bring_in: Importer) -> None:
    content = shared(SAMPLE).read_bytes()
    trial = bring_in("workers", content, dry_run=True)
    assert (Worker.objects.count(), Proof.objects.count()) == (0, 0)
    assert trial.as_json() == bring_in("workers", content).as_json() | {"dry_run": True}


@pytest.mark.parametrize(
    ("changed", "field", "value"),
    [
        (GOOD.replace("24,0", "28,5"), "minutes_per_week", 28 * 60 + 30),
        (GOOD.replace("24,0", "24:30"), "minutes_per_week", 24 * 60 + 30),
        (GOOD.replace("vast", "oproepkracht"), "form", EngagementForm.ON_CALL),
    ],
)
def test_a_changed_contract_is_taken_over(
    bring_in: Importer, changed: str, field: str, value: object
) -> None:
    bring_in("workers", lines(GOOD))
    assert bring_in("workers", lines(changed)).updated == 1
    assert getattr(Engagement.objects.get(), field) == value


def test_a_changed_person_is_taken_over(bring_in: Importer) -> None:
    bring_in("workers", lines(GOOD))
    moved = GOOD.replace("Aylin Kaya", "Aylin Kaya-Smit").replace("6811 BC", "6823")
    assert bring_in("workers", lines(moved)).updated == 1
    worker = Worker.objects.get()
    assert (worker.name, worker.home_pc4) == ("Aylin Kaya-Smit", "6823")


def test_another_diploma_comes_beside_the_first(bring_in: Importer) -> None:
    bring_in("workers", lines(GOOD))
    answer = bring_in("workers", lines(GOOD.replace("VIG", "Helpende / VP4")))
    assert answer.updated == 1
    held = Proof.objects.filter(kind=ProofKind.DIPLOMA).values_list("function__code", flat=True)
    assert set(held) == {"VIG", "Helpende", "VP4"}


def test_an_empty_cell_takes_nothing_away(bring_in: Importer) -> None:
    bring_in("workers", lines(GOOD))
    assert bring_in("workers", lines("P1,Aylin Kaya,,,,,")).unchanged == 1
    assert Worker.objects.get().email == "aylin@voorbeeld.invalid"


def test_a_known_number_with_a_wholly_other_name_is_refused(bring_in: Importer) -> None:
    bring_in("workers", lines(GOOD))
    answer = bring_in("workers", lines("P1,Berend Botje,,,VIG,24,vast"))
    assert refusals(answer) == [(2, "Personeelsnummer", "P1")]
    assert "Aylin Kaya" in answer.rejected[0].why
    assert Worker.objects.get().name == "Aylin Kaya"


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        (",Aylin,,,VIG,24,vast", "Personeelsnummer", "ontbreekt"),
        ("P1,,,,VIG,24,vast", "Naam", "ontbreekt"),
        ("P1,Aylin,aylin,,VIG,24,vast", "E-mail", "e-mailadres"),
        ("P1,Aylin,,BC 6811,VIG,24,vast", "Postcode", "postcode"),
        ("P1,Aylin,,0811 AB,VIG,24,vast", "Postcode", "postcode"),
        ("P1,Aylin,,,tovenaar,24,vast", "Functie", "lijst"),
        ("P1,Aylin,,,VIG,veel,vast", "Contracturen", "getal"),
        ("P1,Aylin,,,VIG,61,vast", "Contracturen", "tussen 0 en 60"),
        ("P1,Aylin,,,VIG,24,soms", "Contractvorm", "vast"),
        (f"P1,{'x' * 130},,,VIG,24,vast", "Naam", "langer"),
    ],
)
def test_a_bad_cell_is_named_and_blocks_no_other_row(
    bring_in: Importer, row: str, column: str, why: str
) -> None:
    answer = bring_in("workers", lines(row, GOOD.replace("P1", "P2")))
    assert answer.created == 1
    assert [(one.row, one.column) for one in answer.rejected] == [(2, column)]
    assert why in answer.rejected[0].why


def test_the_same_number_twice_in_a_file_is_taken_once(bring_in: Importer) -> None:
    answer = bring_in("workers", lines(GOOD, GOOD))
    assert (answer.created, refusals(answer)) == (1, [(3, "Personeelsnummer", "P1")])


def test_excel_lost_the_zeros_of_a_register_number(bring_in: Importer) -> None:
    content = workbook(
        ["Persnr", "Roepnaam", "Tussenvoegsel", "Achternaam", "Functie", "BIG-nummer", "VOG"],
        [1, "Aylin", "de", "Boer", "VP4", 9012345601, date(2026, 2, 5)],
        [2, "Berend", "", "Botje", "VP4", "123", None],
    )
    answer = bring_in("workers", content)
    assert Worker.objects.get().name == "Aylin de Boer"
    assert Proof.objects.get(kind=ProofKind.REGISTER).reference == "09012345601"
    assert refusals(answer) == [(3, "BIG-nummer", "123")]


def test_team_and_days_of_service_are_read(bring_in: Importer) -> None:
    content = (
        "Nr;Naam;Locatie;Afdeling;In dienst;Uit dienst\n"
        "1;Aylin;De Linde;PG Vlinder;01-03-2026;31-12-2026\n"
        "2;Berend;De Linde;PG Vlinder;01-03-2026;01-01-2026"
    )
    answer = bring_in("workers", content)
    assert answer.created_places == ["De Linde", "De Linde / PG Vlinder"]
    known = Engagement.objects.get()
    assert (known.starts_on, known.ends_on) == (date(2026, 3, 1), date(2027, 1, 1))
    assert known.team is not None
    assert [one.row for one in answer.rejected] == [3]
    later = content.replace("31-12-2026", "31-01-2027").replace("01-03-2026", "01-02-2026")
    assert bring_in("workers", later).updated == 1
    known.refresh_from_db()
    assert (known.starts_on, known.ends_on) == (date(2026, 2, 1), date(2027, 2, 1))
    assert bring_in("workers", later).unchanged == 1


def test_who_works_elsewhere_already_is_the_same_person(bring_in: Importer) -> None:
    """All work of a person counts together for the law, so nobody may be there twice."""
    molenpoort = make_organisation("Molenpoort")
    fatima = make_worker("Fatima", organisation=molenpoort, email="fatima@voorbeeld.invalid")
    answer = bring_in("workers", lines("P9,Fatima,Fatima@voorbeeld.invalid,6711,VIG,8,vast"))
    assert answer.created == 1
    assert Engagement.objects.filter(worker=fatima).count() == 2
    assert not any("Molenpoort" in note for note in answer.notes)


def test_the_address_of_somebody_else_is_refused_without_saying_whose(bring_in: Importer) -> None:
    make_worker("Fatima", organisation=make_organisation("Molenpoort"), email="f@voorbeeld.invalid")
    answer = bring_in("workers", lines("P9,Ferdinand,f@voorbeeld.invalid,,VIG,8,vast"))
    assert refusals(answer) == [(2, "E-mail", "f@voorbeeld.invalid")]
    assert "Fatima" not in answer.rejected[0].why


def test_who_works_elsewhere_too_keeps_name_and_address(
    bring_in: Importer, linde: Organisation
) -> None:
    fatima = make_worker("Fatima", organisation=make_organisation("Molenpoort"))
    make_engagement(fatima, linde, personnel_number="P9")
    answer = bring_in("workers", lines("P9,Fatima Idrissi,,6711,,,"))
    fatima.refresh_from_db()
    assert (fatima.name, fatima.home_pc4) == ("Fatima", "6811")
    assert answer.unchanged == 1
    assert any("niet gewijzigd" in note for note in answer.notes)


def test_no_contract_form_is_told(bring_in: Importer) -> None:
    answer = bring_in("workers", "Nr;Naam\n1;Aylin")
    assert Engagement.objects.get().form == EngagementForm.PERMANENT
    assert any("Zonder contractvorm" in note for note in answer.notes)


def test_sensitive_columns_are_not_read(bring_in: Importer) -> None:
    answer = bring_in("workers", "Nr;Naam;BSN;Geboortedatum\n1;Aylin;123456782;01-01-1990")
    assert any("BSN, Geboortedatum" in note for note in answer.notes)
    assert "123456782" not in str(list(Worker.objects.values()))


@pytest.mark.parametrize(("kind", "may"), [(RoleKind.HR, True), (RoleKind.FINANCE, False)])
def test_personnel_affairs_may_and_payroll_may_not(
    bring_in: Importer, linde: Organisation, kind: RoleKind, may: bool
) -> None:
    somebody: Account = make_role(make_account("Hanna"), kind, linde)
    if may:
        assert bring_in("workers", lines(GOOD), by=somebody).created == 1
        return
    with pytest.raises(ImportNotAllowed, match="Hanna"):
        bring_in("workers", lines(GOOD), by=somebody)


def test_a_number_and_a_name_are_needed(bring_in: Importer) -> None:
    with pytest.raises(UnableToRead, match="Personeelsnummer"):
        bring_in("workers", "Naam;Functie;Postcode\nAylin;VIG;6811")
    with pytest.raises(UnableToRead, match="Naam"):
        bring_in("workers", "Nr;Functie;Postcode\n1;VIG;6811", at=NOW)
