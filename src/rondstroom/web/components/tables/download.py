"""Giving tables away as a file: CSV or Excel."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.utils import timezone

from rondstroom.integrations.spreadsheets.exports import Page, as_csv, as_workbook

KINDS = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_workbook),
}


def download(kind: str, name: str, pages: Sequence[Page]) -> HttpResponse:
    """Give pages as a file with the day in its name; 404 when the kind is not known."""
    if kind not in KINDS:
        raise Http404
    content_type, written = KINDS[kind]
    answer = HttpResponse(written(pages), content_type=content_type)
    file = f"{name}-{timezone.localdate().isoformat()}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{file}"'
    return answer
