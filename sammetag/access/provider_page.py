"""Log in through the municipality's own identity provider: to it, back from it, and once more as a proof."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sammetag.access.log_in import come_in, note_proof
from sammetag.access.login_page import LoginForm
from sammetag.access.oidc import asking, journey
from sammetag.access.oidc.errors import NotLetIn, SomebodyElse, Unknown
from sammetag.access.oidc.journey import Journey
from sammetag.access.oidc.provider import Provider, named, trusted
from sammetag.access.oidc.tokens import LEEWAY, Somebody
from sammetag.access.proof import asking as proof_asked
from sammetag.access.proof_form import ProofForm
from sammetag.access.queries import account_called
from sammetag.access.resuming import carried, fields_of, is_ours, resumed, that_may_wait
from sammetag.access.signed_in import open_to_all
from sammetag.keyring import installed
from sammetag.people.models import Account

log = logging.getLogger(__name__)

CAME_BY = "came_by_provider"
NOTHING = {"next": "", "resume_path": "", "resume_fields": ""}


def came_that_way(request: HttpRequest) -> bool:
    """Whether whoever is logged in came through the provider that is trusted today."""
    provider = named()
    return bool(provider and request.session.get(CAME_BY) == provider.issuer)


@open_to_all
def set_out(request: HttpRequest) -> HttpResponse:
    """Sends somebody to the provider, to log in there or to show again who they are."""
    provider = trusted()
    return _set_out(request, provider)


@open_to_all
def answer(request: HttpRequest) -> HttpResponse:
    """Takes the provider's answer: lets in whom it tells of, or says why not."""
    provider = trusted()
    return _answer(request, provider)


@require_POST
def _set_out(request: HttpRequest, provider: Provider) -> HttpResponse:
    along = carried(request)
    proving = str(request.user.pk) if "prove" in request.POST and came_that_way(request) else ""
    try:
        begun = journey.set_out(
            request,
            back_to=request.build_absolute_uri(reverse("provider-answer")),
            along=that_may_wait(along, within_session=bool(proving)),
            proving=proving,
        )
        address = asking.address_of(provider, begun)
    except NotLetIn as refusal:
        return _refused(request, refusal, along, is_proof=bool(proving))
    # A redirect would be part of sending the form, and the content policy sends forms nowhere but here.
    return render(request, "access/provider_onward.html", {"address": address})


@require_GET
def _answer(request: HttpRequest, provider: Provider) -> HttpResponse:
    along: Mapping[str, str] = NOTHING
    is_proof = False
    try:
        begun = journey.come_back(request, request.GET.get("state", ""))
        along, is_proof = {**NOTHING, **begun.brought()}, bool(begun.proving)
        who = asking.read_answer(provider, begun, request.GET.dict())
        account = _account(who)
        if is_proof:
            _refuse_another(request, begun, who, account)
    except NotLetIn as refusal:
        return _refused(request, refusal, along, is_proof=is_proof)
    return _proven(request, along) if is_proof else _let_in(request, account, provider, along)


def _account(who: Somebody) -> Account:
    account = account_called(issuer=who.issuer, subject=who.subject)
    if account is None:
        # The log tells two strangers apart, and nobody learns from it what the provider calls them.
        mark = installed.ring().mark(who.subject, purpose="subject at a provider", about=who.issuer)
        raise Unknown(mark[8:14].hex())
    return account


def _refuse_another(request: HttpRequest, begun: Journey, who: Somebody, account: Account) -> None:
    if not str(request.user.pk) == begun.proving == str(account.pk):
        raise SomebodyElse("another account")
    if who.at is None or who.at < begun.begun - LEEWAY:
        raise SomebodyElse("an old log-in")


def _let_in(
    request: HttpRequest, account: Account, provider: Provider, along: Mapping[str, str]
) -> HttpResponse:
    # Sure enough for the provider is a second factor here.
    come_in(request, account, has_factor=True)
    request.session[CAME_BY] = provider.issuer
    return resumed(request, along) or redirect(_wanted(request, along))


def _proven(request: HttpRequest, along: Mapping[str, str]) -> HttpResponse:
    note_proof(request)
    if is_ours(along["resume_path"], request):
        context = {"path": along["resume_path"], "fields": fields_of(along, request)}
        return render(request, "access/provider_proven.html", context)
    if not along["next"]:
        messages.info(request, _("Vi ved nu, at det er dig. Gør det, du var i gang med, igen."))
    return redirect(_wanted(request, along))


def _wanted(request: HttpRequest, along: Mapping[str, str]) -> str:
    return along["next"] if is_ours(along["next"], request) else reverse("front")


def _refused(
    request: HttpRequest, refusal: NotLetIn, along: Mapping[str, str], *, is_proof: bool
) -> HttpResponse:
    """The page that somebody came from, with the reason, and with what they had typed."""
    log.info("%s: %s", type(refusal).__name__, refusal)
    messages.error(request, str(refusal.sentence))
    if is_proof and request.user.is_authenticated:
        page = _asked_again(request, along)
    else:
        page = render(request, "access/password.html", {"form": LoginForm(request), **along})
    page.status_code = refusal.status
    return page


def _asked_again(request: HttpRequest, along: Mapping[str, str]) -> HttpResponse:
    action, fields = reverse("prove"), [("next", along["next"])]
    if is_ours(along["resume_path"], request):
        action, fields = along["resume_path"], fields_of(along, request)
    return proof_asked(request, ProofForm(request), action=action, fields=fields)
