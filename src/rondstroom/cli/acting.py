"""For whom and as whom a command on the platform acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

NOT_ALLOWED = 3
NOBODY_YET = "Er zijn nog geen organisaties. Bouw de proefregio met: rondstroom demo --no-serve"


class ActedInVain(Exception):
    """Nothing was done; the text says why and what to do now."""

    def __init__(self, text: str, exit_code: int = 2) -> None:
        super().__init__(text)
        self.exit_code = exit_code


def known_organisations() -> list[str]:
    """Give the names of all organisations."""
    from rondstroom.rooms.organisations import queries

    return [one.name for one in queries.all_organisations()]


def organisation_named(name: str) -> Organisation:
    """Give the organisation with this name; a refusal names those that are there."""
    from rondstroom.rooms.organisations import queries

    found = queries.organisation_by_name(name) if name else None
    if found is None:
        names = known_organisations()
        if not names:
            raise ActedInVain(NOBODY_YET)
        asked = f"Organisatie “{name}” is niet bekend." if name else "Noem de organisatie."
        raise ActedInVain(f"{asked} Kies met --organisation uit: {', '.join(names)}")
    return found


def actor(email: str) -> Account:
    """Give the account with this address, or the machine's own when none is given."""
    from rondstroom.rooms.identity import queries

    if not email:
        return queries.machine_account()
    found = queries.account_by_email(email)
    if found is None:
        raise ActedInVain(f"Er is geen account met adres {email}", NOT_ALLOWED)
    return found
