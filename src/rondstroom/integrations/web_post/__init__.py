"""Posting to an address of another system, and to nothing inside our own walls."""

from rondstroom.integrations.web_post.posting import WebPost

__all__ = ["WebPost"]
