"""Log in: password and second step, or a passkey alone; log out; and take up again what was being written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sammetag.access import tries
from sammetag.access.factors.passkeys import NotSigned, ask_for_proof, claimed_account, take_proof
from sammetag.access.factors.queries import ways_of
from sammetag.access.log_in import LACKS_FACTOR, account_half_way, come_half_way, come_in, half_way
from sammetag.access.models import Try
from sammetag.access.proof_form import LONGEST_PASSWORD, PREFIX, ProofForm
from sammetag.access.proving import prove_to_be
from sammetag.access.resuming import carried, is_ours, resumed
from sammetag.access.signed_in import open_to_all, open_without_factor
from sammetag.people.models import Account


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
        # Seconds to wait before any password is looked at.
        self.must_wait = 0

    def clean(self) -> None:
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return
        who = tries.trier(self.request, name)
        wait = tries.wait_before(who, Try.PASSWORD)
        if wait:
            self.must_wait = tries.seconds(wait)
            raise forms.ValidationError(tries.sentence_about(wait))
        found = authenticate(self.request, username=name, password=password)
        if not isinstance(found, Account):
            tries.note_wrong(who, Try.PASSWORD)
            raise forms.ValidationError(_("Brugernavn og adgangskode passer ikke sammen. Prøv igen."))
        self.account = found


@open_to_all
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def password_log_in(request: HttpRequest) -> HttpResponse:
    """The page where one logs in with user name and password: the first step, or the only one."""
    form = LoginForm(request)
    if form.is_valid() and form.account:
        return _first_step_done(request, form.account)
    return with_wait(_password_page(request, form), form.must_wait)


@open_to_all
@sensitive_post_parameters(f"{PREFIX}-code")
@require_http_methods(["GET", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """The page of the second step, for whoever gave the right password in this session just now."""
    account = account_half_way(request)
    form = ProofForm(request, account) if account else None
    # Taken away meanwhile, what is asked for here would be the password once more.
    if account is None or form is None or not form.ways.has_factor:
        return _too_late(request)
    if form.is_bound and form.is_valid():
        come_in(request, account, has_factor=True)
        return where_one_was_going(request)
    return _second_page(request, form)


@open_to_all
@require_POST
def passkey_log_in(request: HttpRequest) -> HttpResponse:
    """Lets in whoever signed with a passkey that asked them who they are: no password, and no second step."""
    try:
        account = _signed(request, request.POST.get(f"{PREFIX}-passkey", ""))
    except NotSigned:
        messages.error(request, gettext("Adgangsnøglen passer ikke, eller der gik for lang tid. Prøv igen."))
        return _password_page(request, LoginForm(request), status=422)
    come_in(request, account, has_factor=True)
    return where_one_was_going(request)


@open_to_all
@require_POST
def passkey_options(request: HttpRequest) -> HttpResponse:
    """What the browser shall sign: with a passkey of whoever is known, or with any of this site."""
    known: UUID | None = request.user.pk if request.user.is_authenticated else half_way(request)
    return JsonResponse(ask_for_proof(request, known))


@open_without_factor
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    logout(request)
    return redirect("log-in")


@require_POST
def go_on(request: HttpRequest) -> HttpResponse:
    """Leads on to where one was going, after something came between that could not wait."""
    return where_one_was_going(request)


def where_one_was_going(request: HttpRequest) -> HttpResponse:
    """The answer to a log-in: the page asked for, or the form that was being saved, ready to go again."""
    if request.session.get(LACKS_FACTOR):
        return render(request, "access/first_factor.html", carried(request))
    wanted = carried(request)["next"]
    return resumed(request) or redirect(wanted if is_ours(wanted, request) else reverse("front"))


def with_wait(page: HttpResponse, seconds: int) -> HttpResponse:
    """The page; one that asks somebody to wait says so to their browser too."""
    if seconds:
        page.status_code = 429
        page.headers["Retry-After"] = str(seconds)
    return page


def _first_step_done(request: HttpRequest, account: Account) -> HttpResponse:
    prove_to_be(account.pk)
    if ways_of(account.pk).has_factor:
        come_half_way(request, account)
        return _second_page(request, ProofForm(request, account))
    come_in(request, account, has_factor=False)
    return where_one_was_going(request)


def _signed(request: HttpRequest, answer: str) -> Account:
    account_id = claimed_account(answer)
    prove_to_be(account_id)
    take_proof(request, account_id, answer, alone=True)
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None:
        raise NotSigned("a closed account")
    return account


def _password_page(request: HttpRequest, form: LoginForm, *, status: int = 200) -> HttpResponse:
    return render(request, "access/password.html", {"form": form, **carried(request)}, status=status)


def _second_page(request: HttpRequest, form: ProofForm) -> HttpResponse:
    context: dict[str, Any] = {"form": form, **carried(request)}
    page = render(request, "access/second_step.html", context, status=422 if form.is_bound else 200)
    return with_wait(page, form.must_wait)


def _too_late(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return redirect("log-in")
    messages.error(
        request, gettext("Der gik mere end fem minutter. Log ind igen. Der er ikke gået noget tabt.")
    )
    return _password_page(request, LoginForm(request), status=401)
