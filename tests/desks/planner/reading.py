"""Reading answers in tests: as a person would, without the marks."""

from __future__ import annotations

import html
import re
from typing import Any

from django.contrib.messages import get_messages


def text_of(answer: Any) -> str:
    """Give the words of a page, without tags, in one line."""
    page = re.sub(r"<(script|style)[^>]*>.*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def said(answer: Any) -> str:
    """Give the last thing that was told after a write."""
    return str(list(get_messages(answer.wsgi_request))[-1])
