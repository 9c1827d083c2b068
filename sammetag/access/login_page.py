"""Log in with a password, log out, and take up again what was being written when the session ended."""

from __future__ import annotations

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sammetag.access.resuming import carried, is_ours, resumed
from sammetag.access.signed_in import open_to_all
from sammetag.people.models import Account

LONGEST_PASSWORD = 200


class LoginForm(forms.Form):
    username = forms.CharField(
        label=_("Brugernavn"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest) -> None:
        # The page of a session that ended posts here to be carried along: nobody has filled in anything yet.
        filled_in = request.method == "POST" and "username" in request.POST
        super().__init__(request.POST if filled_in else None)
        self.request = request
        self.account: Account | None = None

    def clean(self) -> None:
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if name and password:
            found = authenticate(self.request, username=name, password=password)
            if not isinstance(found, Account):
                raise forms.ValidationError(_("Brugernavn og adgangskode passer ikke sammen. Prøv igen."))
            self.account = found


@open_to_all
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def password_log_in(request: HttpRequest) -> HttpResponse:
    """The page where one logs in with user name and password."""
    form = LoginForm(request)
    if form.is_valid() and form.account:
        login(request, form.account)
        return where_one_was_going(request)
    return render(request, "access/password.html", {"form": form, **carried(request)})


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    logout(request)
    return redirect("log-in")


def where_one_was_going(request: HttpRequest) -> HttpResponse:
    """The answer to a log-in: the page asked for, or the form that was being saved, ready to go again."""
    wanted = carried(request)["next"]
    return resumed(request) or redirect(wanted if is_ours(wanted, request) else reverse("my-day"))
