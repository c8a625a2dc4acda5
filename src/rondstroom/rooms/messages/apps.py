"""Django's name for this room."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The room messages; its label differs because Django's own flash messages have that name."""

    name = "rondstroom.rooms.messages"
    label = "messaging"
