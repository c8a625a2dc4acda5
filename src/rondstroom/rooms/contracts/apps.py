"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room contracts."""

    name = "rondstroom.rooms.contracts"
    label = "contracts"
