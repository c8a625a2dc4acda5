"""Regions, organisations and their places, pools, postcodes."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.organisations.states import CAO_OF, Branch


class Postcode(models.Model):
    """The middle of a four-digit postcode area; never an address."""

    pc4 = models.CharField(max_length=4, primary_key=True)
    place = models.CharField(max_length=80)
    latitude = models.FloatField()
    longitude = models.FloatField()


class Region(models.Model):
    """A labour-market region of care."""

    code = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=120)


class Organisation(models.Model):
    """A care organisation, and what it has decided about sign-up and cancelling."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="organisations")
    name = models.CharField(max_length=120, unique=True)
    branch = models.CharField(max_length=10, choices=Branch.choices)
    phone = models.CharField(max_length=20, blank=True)
    worktime_profile = models.CharField(max_length=40, default="default")
    cancel_term_hours = models.PositiveIntegerField(default=48)
    request_term_hours = models.PositiveIntegerField(default=24)

    @property
    def cao(self) -> str:
        """The code of its collective agreement; empty when that one is not sourced."""
        return CAO_OF.get(Branch(self.branch), "")


class Location(models.Model):
    """A place where care is given, and what somebody must know who comes for the first time."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="locations"
    )
    name = models.CharField(max_length=120)
    pc4 = models.CharField(max_length=4, blank=True)
    how_to_arrive = models.TextField(blank=True)
    parking = models.CharField(max_length=300, blank=True)
    dress = models.CharField(max_length=300, blank=True)
    login = models.CharField(max_length=300, blank=True)

    class Meta:
        """A name once per organisation."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="organisations_location_once"
            )
        ]


class Team(models.Model):
    """A ward or team at a location; a planner agrees to swaps first, unless the team may."""

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)
    swaps_need_approval = models.BooleanField(default=True)
    where_to_be = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=120, blank=True)

    class Meta:
        """A name once per location."""

        constraints = [
            models.UniqueConstraint(fields=["location", "name"], name="organisations_team_once")
        ]


class Pool(models.Model):
    """Organisations that share workers, agreed in writing first."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="pools")
    name = models.CharField(max_length=120, unique=True)


class Membership(models.Model):
    """An organisation's part in a pool, from a day, up to a day."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        """Once at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["pool", "organisation", "starts_on"], name="organisations_membership_once"
            )
        ]


class CostEstimate(models.Model):
    """What an organisation reckons with for a function: its own figures, as they were typed."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="cost_estimates"
    )
    # The room skills stands above this one, so the function is named by its code.
    function_code = models.CharField(max_length=30)
    figures = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    class Meta:
        """One per function."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "function_code"], name="organisations_estimate_once"
            )
        ]
