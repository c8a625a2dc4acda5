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
