"""What a lasting worker may cost against hiring: `cost_of_ownership(Choice(...))`."""

from flexpool.pay.ownership.price import hire_price
from flexpool.pay.ownership.result import CostOverTime, HireOverTime, HirePrice, OwnershipResult
from flexpool.pay.ownership.situation import Choice, HireForm, HireOffer, LastingWorker
from flexpool.pay.ownership.total import cost_of_ownership
from flexpool.pay.ownership.vat import GroundInWords, VatGround

__all__ = [
    "Choice",
    "CostOverTime",
    "GroundInWords",
    "HireForm",
    "HireOffer",
    "HireOverTime",
    "HirePrice",
    "LastingWorker",
    "OwnershipResult",
    "VatGround",
    "cost_of_ownership",
    "hire_price",
]
