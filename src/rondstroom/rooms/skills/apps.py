"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room skills."""

    name = "rondstroom.rooms.skills"
    label = "skills"
