"""The third step: who lives together."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.web.components.fields import Amount
from rondstroom.web.public.pay.steps.step import YES_NO, Step

MOST_CHILDREN, OLDEST_CHILD = 8, 17


class People(Step):
    """Who lives together."""

    title = gettext_lazy("Je huishouden")
    age = forms.IntegerField(
        label=gettext_lazy("Hoe oud ben je?"), initial=40, min_value=16, max_value=75
    )
    partner = forms.ChoiceField(
        label=gettext_lazy("Heb je een toeslagpartner?"),
        help_text=gettext_lazy("Meestal is dat degene met wie je getrouwd bent of een huis deelt."),
        choices=YES_NO,
        initial="no",
        widget=forms.RadioSelect,
    )
    partner_income = Amount(
        label=gettext_lazy("Inkomen van je partner per jaar (bruto, in euro)"),
        help_text=gettext_lazy("Staat op de jaaropgave als loon voor de loonheffing."),
        required=False,
        most=500_000,
    )
    partner_age = forms.IntegerField(
        label=gettext_lazy("Hoe oud is je partner?"), required=False, min_value=16, max_value=99
    )
    children = forms.CharField(
        label=gettext_lazy("Hoe oud zijn je kinderen die thuis wonen?"),
        help_text=gettext_lazy("Bijvoorbeeld 4, 9. Geen kinderen onder de 18? Laat het leeg."),
        required=False,
        max_length=60,
    )

    def clean_children(self) -> list[int]:
        """Read ages with commas or spaces between them."""
        typed = self.cleaned_data["children"].replace(",", " ").replace(";", " ").split()
        if any(not (one.isascii() and one.isdigit() and len(one) <= 2) for one in typed):
            raise forms.ValidationError(
                _("Vul alleen leeftijden in hele jaren in, met een komma ertussen: 4, 9.")
            )
        ages = [int(one) for one in typed]
        if len(ages) > MOST_CHILDREN or any(age > OLDEST_CHILD for age in ages):
            raise forms.ValidationError(
                _("Vul hooguit %(most)s kinderen in, van 0 tot en met %(oldest)s jaar.")
                % {"most": MOST_CHILDREN, "oldest": OLDEST_CHILD}
            )
        return ages

    def clean(self) -> dict[str, Any]:
        """Ask the partner's income when there is a partner: nothing is not the same as unknown."""
        filled = super().clean() or {}
        if filled.get("partner") == "yes" and not self.errors:
            for name in ("partner_income", "partner_age"):
                if filled[name] is None:
                    self.add_error(
                        name, _("Vul dit in, of kies hierboven dat je geen partner hebt.")
                    )
        return filled
