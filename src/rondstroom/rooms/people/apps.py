"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room people."""

    name = "rondstroom.rooms.people"
    label = "people"
