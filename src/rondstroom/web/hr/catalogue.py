"""The catalogue of functions and competences: see what it holds, take it out, bring it in."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.integrations.spreadsheets import UnableToRead
from rondstroom.integrations.spreadsheets.catalogue import export_catalogue, import_catalogue
from rondstroom.rooms.skills import permissions
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.guard import account_of
from rondstroom.web.hr import access

LARGEST_BYTES = 1_000_000
SHOWN = 100
_SALT = "rondstroom.hr.catalogue"


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_hr
def catalogue(request: HttpRequest) -> HttpResponse:
    """Show the catalogue; try a file that was chosen, or bring in the one that was tried."""
    context: dict[str, Any] = {}
    if request.method == "POST":
        try:
            context = _answered(request)
        except UnableToRead as reason:
            context = {"error": str(reason)}
    context |= {
        "functions": skills.functions(),
        "competences": skills.catalogue_skills(),
        "tasks": skills.tasks(),
        "packages": skills.all_packages(),
        "is_of_region": permissions.may_keep_catalogue(account_of(request), None),
        "shown": SHOWN,
    }
    status = 422 if "error" in context else 200
    return render(request, "hr/catalogue.html", context, status=status)


@require_safe
@access.for_hr
def take_out(request: HttpRequest) -> HttpResponse:
    """Give the whole catalogue as a file; nothing in it is about a person."""
    file = HttpResponse(export_catalogue(), content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = 'attachment; filename="catalogus.csv"'
    return file


def _answered(request: HttpRequest) -> dict[str, Any]:
    """Try the file, or keep it when somebody saw what it would do."""
    name, content = _received(request)
    is_trial = "keep" not in request.POST
    answer = import_catalogue(
        content, name, by=account_of(request), at=timezone.now(), dry_run=is_trial
    )
    body = [name, b64encode(content).decode("ascii")]
    return {"answer": answer, "packet": signing.dumps(body, salt=_SALT, compress=True)}


def _received(request: HttpRequest) -> tuple[str, bytes]:
    """Give the file just chosen, or the one that travels signed with the form."""
    chosen = request.FILES.get("file")
    if chosen is not None:
        if chosen.size and chosen.size > LARGEST_BYTES:
            raise UnableToRead(_("Het bestand is groter dan 1 MB. Een catalogus is kleiner."))
        return str(chosen.name), chosen.read()
    try:
        name, body = signing.loads(request.POST.get("packet", ""), salt=_SALT)
    except signing.BadSignature:
        raise UnableToRead(_("Kies eerst een bestand.")) from None
    return name, b64decode(body)
