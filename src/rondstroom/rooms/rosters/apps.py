"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room rosters."""

    name = "rondstroom.rooms.rosters"
    label = "rosters"
