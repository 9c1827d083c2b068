"""`sammetag account`: an account's password, and whether it is open, from a terminal.

A password is typed where nobody sees it, or comes through standard input. It is never a word of the command,
which other users of the machine can read, and it is written down nowhere but as a hash.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import override

from sammetag.access import actions
from sammetag.access.proof_form import LONGEST_PASSWORD
from sammetag.config.refusal import Refused
from sammetag.people.models import Account

Say = Callable[[str], None]


def set_password(username: str, *, say: Say) -> None:
    """Ask for a password and give it to an account; raises Refused where it will not do."""
    with override("da"):
        account = account_of(username)
        password = _typed(account) if sys.stdin.isatty() else _piped()
        _refuse_weak(password, account)
        actions.set_password(account_id=account.id, password=password)
        say(f"{account.username} har fået en ny adgangskode.\n")
        if not account.is_active:
            say(f"Kontoen er lukket. Den åbnes med: sammetag account open {account.username}\n")


def close(username: str, *, say: Say) -> None:
    """Close an account: from now on nobody is logged in with it."""
    account = account_of(username)
    if account.is_active:
        actions.set_open(account_id=account.id, is_open=False)
    say(f"Kontoen {account.username} er lukket. Ingen kan logge ind med den.\n")


def reopen(username: str, *, say: Say) -> None:
    """Open an account that was closed, with the password that it had."""
    account = account_of(username)
    if not account.is_active:
        actions.set_open(account_id=account.id, is_open=True)
    say(f"Kontoen {account.username} er åben.\n")


def reset_factors(username: str, *, say: Say) -> None:
    """Take away an account's passkeys, apps and recovery codes, and end its sessions."""
    account = account_of(username)
    actions.reset_factors(account_id=account.id)
    say(f"{account.username} har ingen adgangsnøgler, apper eller nødkoder mere og er logget ud overalt.\n")


def account_of(username: str) -> Account:
    """The account of somebody who works here; raises Refused where there is none of that name."""
    found = Account.objects.filter(username__iexact=username, staff__isnull=False).first()
    if found is None:
        raise Refused(f"Der er ingen konto med brugernavnet {username}.")
    return found


def _typed(account: Account) -> str:
    """The password as it is typed twice, unseen."""
    try:
        once = getpass(f"Ny adgangskode til {account.username}: ")
        again = getpass("Skriv den igen: ")
    except EOFError as ended:
        raise Refused("Der blev ikke skrevet nogen adgangskode. Intet er ændret.") from ended
    if once != again:
        raise Refused("De to adgangskoder er ikke ens. Intet er ændret. Prøv igen.")
    return once


def _piped() -> str:
    """The password as it stands in the first line of standard input."""
    try:
        return sys.stdin.readline().rstrip("\r\n")
    except UnicodeDecodeError as fault:
        raise Refused("Adgangskoden kan ikke læses: den skal være i UTF-8. Intet er ændret.") from fault


def _refuse_weak(password: str, account: Account) -> None:
    if not password.isprintable():
        raise Refused("Adgangskoden har tegn, som man ikke kan taste. Intet er ændret.")
    if len(password) > LONGEST_PASSWORD:
        raise Refused(f"Adgangskoden er for lang. Skriv højst {LONGEST_PASSWORD} tegn. Intet er ændret.")
    try:
        validate_password(password, account)
    except ValidationError as refusal:
        raise Refused(" ".join([*refusal.messages, "Intet er ændret."])) from refusal
