"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room learning."""

    name = "rondstroom.rooms.learning"
    label = "learning"
