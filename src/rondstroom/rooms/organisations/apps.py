"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room organisations."""

    name = "rondstroom.rooms.organisations"
    label = "organisations"
