"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room demand."""

    name = "rondstroom.rooms.demand"
    label = "demand"
