"""The fields in which somebody proves who they are: the second step of a log-in, or once more later."""

from __future__ import annotations

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sammetag.access import tries
from sammetag.access.factors.checking import take_code
from sammetag.access.factors.passkeys import NotSigned, take_proof
from sammetag.access.factors.queries import Ways, ways_of
from sammetag.access.models import Try
from sammetag.people.models import Account

PREFIX = "proof"
LONGEST_PASSWORD = 200
NOBODY = Ways(passkey=False, app=False, recovery=False)


class ProofForm(forms.Form):
    """A passkey or a code; the password only of an account that has neither. One answer is enough."""

    passkey = forms.CharField(required=False, widget=forms.HiddenInput)
    code = forms.CharField(
        label=_("Kode"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, account: Account | None = None) -> None:
        answered = any(name.startswith(f"{PREFIX}-") for name in request.POST)
        super().__init__(request.POST if answered else None, prefix=PREFIX)
        self.request = request
        self.account = account or (request.user if isinstance(request.user, Account) else None)
        self.ways = ways_of(self.account.pk) if self.account else NOBODY
        # Seconds to wait before anything is looked at.
        self.must_wait = 0
        self._keep_what_is_asked(signed=bool(request.POST.get(f"{PREFIX}-passkey")))

    @property
    def asked(self) -> str:
        """The field that is typed in: a code, a password, or none where there are passkeys alone."""
        if self.ways.has_factor:
            return "code" if self.ways.code else ""
        return "password" if self.account and self.account.has_usable_password() else ""

    @property
    def can_be_answered(self) -> bool:
        """Whether the account can prove itself here; otherwise a new log-in is the proof."""
        return bool(self.asked or self.ways.passkey)

    def clean(self) -> None:
        signed, typed = self.cleaned_data.get("passkey"), self.cleaned_data.get(self.asked)
        if self.account and signed:
            self._look_at_signature(self.account, signed)
        elif self.account and typed:
            self._look_at_typed(self.account, typed)
        elif not self.errors:
            self.add_error(None, _("Vis, at det er dig, før du går videre."))

    def _keep_what_is_asked(self, *, signed: bool) -> None:
        for name in {"code", "password"} - {self.asked}:
            del self.fields[name]
        if self.asked:
            self.fields[self.asked].required = not signed
        if self.asked == "code":
            self.fields["code"].help_text = self._about_the_code()

    def _about_the_code(self) -> str:
        if not self.ways.app:
            return str(_("En af dine nødkoder."))
        if not self.ways.recovery:
            return str(_("De seks cifre, som din app viser lige nu."))
        return str(_("De seks cifre, som din app viser lige nu, eller en af dine nødkoder."))

    def _look_at_signature(self, account: Account, signed: str) -> None:
        try:
            take_proof(self.request, account.pk, signed)
        except NotSigned:
            self.add_error(None, _("Adgangsnøglen passer ikke, eller der gik for lang tid. Prøv igen."))

    def _look_at_typed(self, account: Account, typed: str) -> None:
        kind = Try.CODE if self.asked == "code" else Try.PASSWORD
        who = tries.trier(self.request, account.username)
        wait = tries.wait_before(who, kind)
        if wait:
            self.must_wait = tries.seconds(wait)
            self.add_error(None, tries.sentence_about(wait))
        elif self._is_right(account, typed):
            if self.request.user.is_authenticated:
                tries.note_right(who)
        else:
            tries.note_wrong(who, kind)

    def _is_right(self, account: Account, typed: str) -> bool:
        if self.asked == "code":
            right, sentence = take_code(account.pk, typed), _("Koden passer ikke. Hver kode virker én gang.")
        else:
            found = authenticate(self.request, username=account.username, password=typed)
            right, sentence = found is not None, _("Adgangskoden passer ikke. Prøv igen.")
        if not right:
            self.add_error(self.asked, sentence)
        return right
