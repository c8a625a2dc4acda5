"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room identity."""

    name = "rondstroom.rooms.identity"
    label = "identity"
