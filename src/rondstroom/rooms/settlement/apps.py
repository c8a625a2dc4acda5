"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room settlement."""

    name = "rondstroom.rooms.settlement"
    label = "settlement"
