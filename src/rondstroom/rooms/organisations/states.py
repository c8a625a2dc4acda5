"""Branches of care, and how a shift of an organisation may be taken."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Branch(models.TextChoices):
    """The branch decides collective agreement and CBS figures."""

    VVT = "vvt", _("verpleging, verzorging en thuiszorg")
    GHZ = "ghz", _("gehandicaptenzorg")
    HOSPITAL = "hospital", _("ziekenhuis")
    GGZ = "ggz", _("geestelijke gezondheidszorg")
    GP = "gp", _("huisartsenpost")


CAO_OF = {Branch.VVT: "vvt", Branch.GHZ: "ghz", Branch.HOSPITAL: "zkh"}
"""The collective agreement of a branch, by the code of `flexpool.pay`; others are not sourced."""


class Shared(models.TextChoices):
    """What organisations of a pool may agree to share."""

    ASKING = "asking", _("elkaars mensen voor diensten vragen")
    AVAILABILITY = "availability", _("beschikbaarheid met de regio delen")
    BOOKING = "booking", _("zelf diensten kiezen bij elkaar")
    PROOFS = "proofs", _("bewijzen inzien en overnemen die een ander zag")


LONGEST_ARTICLE = 2000
"""Characters that each part of an arrangement may have."""


class Council(models.TextChoices):
    """What a works council answered on an arrangement."""

    CONSENTED = "consented", _("stemt in")
    REFUSED = "refused", _("stemt niet in")
    WITHDRAWN = "withdrawn", _("instemming ingetrokken")
