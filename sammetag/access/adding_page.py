"""Adds an app that shows codes, or a passkey: each on a page of its own."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sammetag.access.factors import actions, one_time
from sammetag.access.factors.checking import opened, sealed
from sammetag.access.factors.passkeys import Made, NotSigned, ask_for_new, made
from sammetag.access.proof import proven_lately
from sammetag.access.resuming import carried
from sammetag.access.security_page import after_adding
from sammetag.access.signed_in import open_without_factor, signed_in
from sammetag.people.models import Account

NEW_APP = "new_app"


class AppForm(forms.Form):
    name = forms.CharField(
        label=_("Navn"), max_length=60, initial=_("Min telefon"), help_text=_("Så du kan kende den igen.")
    )
    code = forms.CharField(
        label=_("Kode fra appen"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, request: HttpRequest, secret: bytes) -> None:
        # The page before posts here too, to bring along what was being written.
        super().__init__(request.POST if "code" in request.POST else None)
        self.secret = secret
        self.step = 0

    def clean_code(self) -> str:
        code = one_time.digits_of(self.cleaned_data["code"])
        step = one_time.step_of(self.secret, code, timezone.now())
        if step is None:
            raise forms.ValidationError(
                _("Koden passer ikke. Skriv den, som appen viser nu. Går telefonens ur rigtigt?")
            )
        self.step = step
        return code


class PasskeyForm(forms.Form):
    name = forms.CharField(
        label=_("Navn"), max_length=60, initial=_("Min nøgle"), help_text=_("Så du kan kende den igen.")
    )
    passkey = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST if "passkey" in request.POST else None)
        self.request = request
        self.made: Made | None = None

    def clean_passkey(self) -> str:
        answer: str = self.cleaned_data["passkey"]
        try:
            self.made = made(self.request, answer)
        except NotSigned:
            raise forms.ValidationError(
                _("Der kom ingen adgangsnøgle, eller der gik for lang tid. Prøv igen.")
            ) from None
        return ""


@open_without_factor
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@proven_lately
def add_app(request: HttpRequest) -> HttpResponse:
    """The picture that an app reads; the code that it then shows adds it."""
    person = signed_in(request)
    new = _new_app(request)
    form = AppForm(request, new.secret)
    if form.is_bound and form.is_valid():
        del request.session[NEW_APP]
        actions.add_app(
            by=person,
            factor_id=new.factor_id,
            name=form.cleaned_data["name"],
            secret=new.secret,
            step=form.step,
        )
        return after_adding(request)
    told = {
        "picture": _picture(request, new.secret),
        "spelled": one_time.spelled(new.secret),
        "form": form,
        **carried(request),
    }
    return render(request, "access/add_app.html", told, status=422 if form.is_bound else 200)


@open_without_factor
@require_http_methods(["GET", "POST"])
@proven_lately
def add_passkey(request: HttpRequest) -> HttpResponse:
    """Adds the passkey that the browser made."""
    person = signed_in(request)
    form = PasskeyForm(request)
    if form.is_bound and form.is_valid() and form.made:
        actions.add_passkey(by=person, name=form.cleaned_data["name"], made=form.made)
        return after_adding(request)
    told = {"form": form, **carried(request)}
    return render(request, "access/add_passkey.html", told, status=422 if form.is_bound else 200)


@open_without_factor
@require_POST
@proven_lately
def new_passkey_options(request: HttpRequest) -> HttpResponse:
    """What the browser needs in order to make a passkey."""
    signed_in(request)
    return JsonResponse(ask_for_new(request, _account(request)))


@dataclass(frozen=True)
class NewApp:
    """The secret that an app is just being given, and the id that it will have here."""

    factor_id: UUID
    secret: bytes


def _new_app(request: HttpRequest) -> NewApp:
    """The secret of this session; it waits there sealed, so that the page can be loaded again."""
    held = request.session.get(NEW_APP)
    if held:
        factor_id = UUID(held["id"])
        return NewApp(factor_id, opened(base64.b64decode(held["sealed"]), factor_id))
    new = NewApp(uuid4(), one_time.new_secret())
    kept = base64.b64encode(sealed(new.secret, new.factor_id)).decode()
    request.session[NEW_APP] = {"id": str(new.factor_id), "sealed": kept}
    return new


def _picture(request: HttpRequest, secret: bytes) -> SafeString:
    drawn = one_time.picture_of(one_time.address_for_app(secret, _account(request).username))
    return mark_safe(drawn)  # noqa: S308 - squares of our own


def _account(request: HttpRequest) -> Account:
    if not isinstance(request.user, Account):
        raise TypeError("nobody is logged in")
    return request.user
