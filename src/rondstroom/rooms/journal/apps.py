"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room journal."""

    name = "rondstroom.rooms.journal"
    label = "journal"
