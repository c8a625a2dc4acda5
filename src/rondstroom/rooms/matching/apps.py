"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room matching."""

    name = "rondstroom.rooms.matching"
    label = "matching"
