"""Small line drawings beside words; they never stand alone for a meaning."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Drawn by hand on a field of 24 by 24, one stroke; kept as path data so that no file is fetched.
PATHS: dict[str, str] = {
    "arrow-left": "M15 5l-7 7 7 7",
    "arrow-right": "M9 5l7 7-7 7",
    "bell": "M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5zM10 20h4M12 3.5v2",
    "bike": (
        "M5.5 18a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM18.5 18a3.5 3.5 0 1 0 0-7 3.5 3.5 0 "
        "0 0 0 7zM5.5 14.5L9 8h6l3.5 6.5M9 8l3.5 6.5L15 8M7.5 8H10M15 8l-.8-2.5h2.3"
    ),
    "book": "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6",
    "building": "M5 21V5l8-2v18M13 9h6v12M3 21h18M8 8h2M8 12h2M8 16h2M16 13h0M16 17h0",
    "calendar": "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
    "car": "M4 16v-4l2-5h12l2 5v4zM4 12h16M6 16v2.5M18 16v2.5M7 14h1M16 14h1",
    "check": "M5 12.5l4.5 4.5L19 7",
    "clock": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
    "coin": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15.5 8.8a4.2 4.2 0 1 0 0 6.4M7.5 11h5M7.5 13h4",
    "copy": "M8 8h12v12H8zM4 16V4h12",
    "cross": "M6 6l12 12M18 6L6 18",
    "double-check": "M2 12.5l4.5 4.5L14 9M11 16l1 1L22 7",
    "filter": "M4 6h16M7 12h10M10 18h4",
    "globe": (
        "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 "
        "5.5-5 12.5 0 18"
    ),
    "grid": "M4 4h16v16H4zM4 9.5h16M4 15h16M9.5 4v16M15 4v16",
    "heart": "M12 20S4 15 4 9.5A4.2 4.2 0 0 1 12 7.5 4.2 4.2 0 0 1 20 9.5C20 15 12 20 12 20z",
    "home": "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
    "hourglass": "M6 3h12M6 21h12M7 3c0 5 5 6 5 9s-5 4-5 9M17 3c0 5-5 6-5 9s5 4 5 9",
    "inbox": "M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5",
    "info": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.5v.01",
    "key": "M9 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 11l8-7M17 6.5l3 3",
    "link": "M10 14l4-4M9 8l2-2a4 4 0 0 1 6 6l-2 2M15 16l-2 2a4 4 0 0 1-6-6l2-2",
    "list": "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
    "moon": "M19 14.5A7.5 7.5 0 1 1 9.5 5a6 6 0 0 0 9.5 9.5z",
    "pause": "M9 6v12M15 6v12",
    "pencil": "M5 19l1-4L16 5l3 3L9 18z",
    "people": (
        "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 "
        "4.5a3.5 3.5 0 0 1 0 6.3M18 14.5c2.3.7 3.5 2.6 3.5 5.5"
    ),
    "phone": (
        "M6 3h3l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v3a2 2 0 0 1-2 2C11 20 4 13 4 5a2 "
        "2 0 0 1 2-2z"
    ),
    "pin": (
        "M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 "
        "2.5 2.5 0 0 0 0 5z"
    ),
    "play": "M7 5l12 7-12 7z",
    "plus": "M12 5v14M5 12h14",
    "print": "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    "question": (
        "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 "
        "1.7M12 17v.01"
    ),
    "ring": "M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14z",
    "sparkle": "M12 4l1.8 6.2L20 12l-6.2 1.8L12 20l-1.8-6.2L4 12l6.2-1.8z",
    "stop": "M6 6h12v12H6z",
    "sun": (
        "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 "
        "5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7"
    ),
    "sunset": "M7 17a5 5 0 0 1 10 0M12 5v4M3 17h18M5 10l1.7 1.7M19 10l-1.7 1.7M8 21h8",
    "trash": "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
    "upload": "M12 15V4M7 9l5-5 5 5M4 16v4h16v-4",
    "user": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.5-4.5 3.5-6.5 7.5-6.5s7 2 7.5 6.5",
    "warning": "M12 4l9 16H3zM12 10v4.5M12 17.3v.01",
}


def icon(name: str) -> SafeString:
    """Draw one; silent for screen readers, for the word stands beside it."""
    return format_html(
        '<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" '
        'focusable="false"><path d="{}"/></svg>',
        mark_safe(PATHS[name]),  # noqa: S308  (our own path data, from the table above)
    )


def mark() -> SafeString:
    """Draw the mark of Rondstroom: a current that goes round."""
    return mark_safe(
        '<svg viewBox="0 0 32 32" width="30" height="30" fill="none" stroke="currentColor" '
        'stroke-width="3.2" stroke-linecap="round" aria-hidden="true" focusable="false">'
        '<path d="M4.5 18.5A12 12 0 0 1 26 9.5"/><path d="M27.5 13.5A12 12 0 0 1 6 22.5"/>'
        '<path d="M9.5 16.5c2.2-3.2 4.4-3.2 6.5-.5s4.3 2.7 6.5-.5"/></svg>'
    )
