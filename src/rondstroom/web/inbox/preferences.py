"""How, how fast and when one wants to be told."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages as toasts
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rondstroom.integrations.web_push import from_settings
from rondstroom.rooms.messages import actions, queries
from rondstroom.rooms.messages.queries import Wanted
from rondstroom.rooms.messages.states import Channel, MessageKind, Pace
from rondstroom.web.components.guard import account_of, requires, signed_in


def _clock() -> forms.TimeInput:
    return forms.TimeInput({"type": "time"}, "%H:%M")


class PreferencesForm(forms.Form):
    """A pace per kind and channel, the quiet hours, and the moment of the day's mail."""

    marks_optional = False
    quiet_from = forms.TimeField(label=gettext_lazy("Niet storen vanaf"), widget=_clock())
    quiet_until = forms.TimeField(label=gettext_lazy("tot"), widget=_clock())
    digest_at = forms.TimeField(label=gettext_lazy("De dagelijkse e-mail komt om"), widget=_clock())

    def __init__(self, *arguments: Any, wanted: Wanted, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in ("quiet_from", "quiet_until", "digest_at"):
            self.fields[name].initial = getattr(wanted, name)
        for kind in MessageKind:
            for channel in Channel:
                self.fields[f"{kind}-{channel}"] = forms.ChoiceField(
                    label=channel.label,
                    choices=Pace.choices if channel == Channel.MAIL else _without_digest(),
                    initial=wanted.said_pace(kind, channel),
                )

    @property
    def kinds(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The kinds with a field for each channel."""
        return [
            (str(kind.label), [self[f"{kind}-{channel}"] for channel in Channel])
            for kind in MessageKind
        ]

    @property
    def paces(self) -> dict[tuple[MessageKind, Channel], Pace]:
        """What was chosen."""
        return {
            (kind, channel): Pace(self.cleaned_data[f"{kind}-{channel}"])
            for kind in MessageKind
            for channel in Channel
        }


def _without_digest() -> list[tuple[str, Any]]:
    """A knock says nothing, so gathering knocks makes no sense."""
    return [pair for pair in Pace.choices if pair[0] != Pace.DIGEST]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(signed_in)
def preferences(request: HttpRequest) -> HttpResponse:
    """Show and keep the preferences."""
    account = account_of(request)
    wanted = queries.wanted_by([account.pk])[account.pk]
    form = PreferencesForm(request.POST or None, wanted=wanted)
    if request.method == "POST" and form.is_valid():
        clocks: dict[str, time] = {
            name: form.cleaned_data[name] for name in ("quiet_from", "quiet_until", "digest_at")
        }
        actions.set_preferences(
            account=account, paces=form.paces, **clocks, by=account, at=timezone.now()
        )
        toasts.success(request, _("Je voorkeuren voor berichten zijn bewaard."))
        return redirect("inbox:preferences")
    service = from_settings() if settings.PUSH_KEY else None
    context = {
        "form": form,
        "has_push": wanted.has_push,
        "push_key": service.keys.public if service else "",
    }
    status = 422 if form.errors else 200
    return render(request, "inbox/preferences.html", context, status=status)
