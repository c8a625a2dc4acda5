"""On which basis people are lent, and the lives of agreements, rates and VAT grounds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Basis(models.TextChoices):
    """On what basis in law somebody works at an organisation that is not the employer."""

    OWN = "own", _("eigen medewerker")
    COLLEGIAL = "collegial", _("collegiale hulp zonder winst")
    GROUP = "group", _("uitleen binnen het concern")
    JOINT = "joint", _("meerdere werkgevers samen")
    POOL_ENTITY = "pool_entity", _("detachering door de poolorganisatie")
    AGENCY = "agency", _("uitzendbureau")
    PAYROLL = "payroll", _("payroll")
    SELF_EMPLOYED = "self_employed", _("zelfstandige")
    UNKNOWN = "unknown", _("nog niet afgesproken")


BETWEEN_ORGANISATIONS = frozenset({Basis.COLLEGIAL, Basis.GROUP, Basis.JOINT, Basis.POOL_ENTITY})
"""What an organisation of the region may agree with another; the rest is for suppliers."""

OF_SUPPLIERS = frozenset({Basis.AGENCY, Basis.PAYROLL, Basis.SELF_EMPLOYED})
"""What a supplier offers."""


class Authority(models.TextChoices):
    """Who gives the instructions at work."""

    BORROWER = "borrower", _("de inlener")
    LENDER = "lender", _("de uitlener")
    SHARED = "shared", _("de werkgevers samen")


class AgreementState(models.TextChoices):
    """Where a lending agreement is in its life."""

    PROPOSED = "proposed", _("voorgesteld")
    ACTIVE = "active", _("geldig")
    DECLINED = "declined", _("afgewezen")


AGREEMENT_TRANSITIONS: dict[AgreementState, frozenset[AgreementState]] = {
    AgreementState.PROPOSED: frozenset({AgreementState.ACTIVE, AgreementState.DECLINED}),
    AgreementState.ACTIVE: frozenset(),
    AgreementState.DECLINED: frozenset(),
}


class RateKind(models.TextChoices):
    """How the price of an hour is made."""

    COST = "cost", _("kostprijs, opgebouwd uit het loon")
    AGREED = "agreed", _("afgesproken uurprijs")


class RateState(models.TextChoices):
    """Where a rate is in its life: four eyes between proposed and approved."""

    PROPOSED = "proposed", _("wacht op een tweede paar ogen")
    APPROVED = "approved", _("goedgekeurd")
    DECLINED = "declined", _("afgewezen")


RATE_TRANSITIONS: dict[RateState, frozenset[RateState]] = {
    RateState.PROPOSED: frozenset({RateState.APPROVED, RateState.DECLINED}),
    RateState.APPROVED: frozenset(),
    RateState.DECLINED: frozenset(),
}


class CodeState(models.TextChoices):
    """Where a version of a work code is in its life: four eyes before it holds."""

    PROPOSED = "proposed", _("wacht op een tweede paar ogen")
    APPROVED = "approved", _("goedgekeurd")
    DECLINED = "declined", _("afgewezen")


CODE_TRANSITIONS: dict[CodeState, frozenset[CodeState]] = {
    CodeState.PROPOSED: frozenset({CodeState.APPROVED, CodeState.DECLINED}),
    CodeState.APPROVED: frozenset(),
    CodeState.DECLINED: frozenset(),
}


class DeadlineKind(models.TextChoices):
    """What it is that runs out."""

    AGREEMENT = "agreement", _("overeenkomst over uitlenen")
    DUTY = "duty", _("plicht van de uitlener")
    LETTER = "letter", _("brief over een contract")
    CODE = "code", _("werkcode")


class VatState(models.TextChoices):
    """How sure a VAT ground is. Only what two people decided is applied."""

    PROPOSED = "proposed", _("wacht op een tweede paar ogen")
    TO_CONFIRM = "to_confirm", _("te bevestigen door de inspecteur")
    CONFIRMED = "confirmed", _("bevestigd")
    DECLINED = "declined", _("afgewezen")


VAT_TRANSITIONS: dict[VatState, frozenset[VatState]] = {
    VatState.PROPOSED: frozenset({VatState.TO_CONFIRM, VatState.CONFIRMED, VatState.DECLINED}),
    VatState.TO_CONFIRM: frozenset({VatState.CONFIRMED, VatState.DECLINED}),
    VatState.CONFIRMED: frozenset(),
    VatState.DECLINED: frozenset(),
}


class SupplierKind(models.TextChoices):
    """What an outside party offers."""

    AGENCY = "agency", _("uitzendbureau of detacheerder")
    PAYROLL = "payroll", _("payrollbedrijf")
    INTERMEDIARY = "intermediary", _("bemiddelaar van zelfstandigen")
    SELF_EMPLOYED = "self_employed", _("zelfstandige")


BASIS_OF_SUPPLIER = {
    SupplierKind.AGENCY: Basis.AGENCY,
    SupplierKind.PAYROLL: Basis.PAYROLL,
    SupplierKind.INTERMEDIARY: Basis.SELF_EMPLOYED,
    SupplierKind.SELF_EMPLOYED: Basis.SELF_EMPLOYED,
}
"""On which basis people of a supplier work."""


class AdmissionState(models.TextChoices):
    """How a lender stands in the register of admitted lenders (Wtta)."""

    ADMITTED = "admitted", _("toegelaten")
    PROVISIONAL = "provisional", _("voorlopig toegelaten")
    TRANSITION = "transition", _("gemeld, overgangsrecht")
    WAIVER = "waiver", _("ontheffing")
    NOT_REQUIRED = "not_required", _("hoeft niet, met reden")
    REFUSED = "refused", _("geweigerd of geschorst")


class LetterKind(models.TextChoices):
    """What a letter to a worker is about."""

    OFFER = "offer", _("aanbod van vaste uren")
    NOTICE = "notice", _("aanzegging")


class Alternative(models.TextChoices):
    """What a self-employed person may be offered instead."""

    POOL = "own", _("een contract in de flexpool")
    SECONDMENT = "secondment", _("detachering")


class Missing(models.TextChoices):
    """What stands in the way of charging a deployment, with what to do."""

    NO_EMPLOYER = (
        "no_employer",
        _("Niemand heeft deze medewerker op deze dag in dienst. Leg de arbeidsrelatie vast."),
    )
    NO_AGREEMENT = (
        "no_agreement",
        _("Uitlener en inlener hebben voor deze dag geen overeenkomst. Leg er een vast."),
    )
    NO_RATE = (
        "no_rate",
        _("Voor deze functie en dag is geen tarief goedgekeurd. Stel er een voor."),
    )
    NO_VAT_RATE = (
        "no_vat_rate",
        _("Het btw-tarief van deze dag is nog niet bekend. Werk de cijfers bij."),
    )
