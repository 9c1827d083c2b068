"""`sammetag account`: whether and how somebody can log in."""

from __future__ import annotations

import argparse

from sammetag.config.commands.grammar import Commands, word, words_under
from sammetag.config.reaching import owning_the_tables
from sammetag.config.terminal import say

STEPS = {
    "password": "Sets the password of an account: asked for twice, or the first line of standard input.",
    "close": "Closes an account: its sessions end, and nobody can log in with it.",
    "open": "Opens an account that was closed, with the password that it had.",
    "reset-factors": "For a lost phone: takes passkeys, apps and recovery codes away, ends all sessions.",
}
IDENTITIES = {
    "connect": "Lets somebody in with an account through the municipality's own log-in.",
    "disconnect": "Lets nobody in with an account that way any more.",
}


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `account password`, `close`, `open`, `reset-factors`, `connect` and `disconnect`."""
    kinds = words_under(commands, "account", "password, close, open, reset-factors, connect, disconnect")
    for what, sentence in STEPS.items():
        parser = word(kinds, what, account, sentence)
        parser.set_defaults(step=what)
        parser.add_argument("username", metavar="USERNAME")
    for what, sentence in IDENTITIES.items():
        parser = word(kinds, what, identity, sentence)
        parser.set_defaults(step=what)
        parser.add_argument("username", metavar="USERNAME")
        parser.add_argument(
            "--issuer", default="", help="The address of the provider, where it is not that of the settings."
        )
        if what == "connect":
            parser.add_argument("--subject", required=True, help="What the provider calls them: its 'sub'.")


def account(chosen: argparse.Namespace) -> int:
    """Sets the password of an account, closes or opens it, or takes its other factors away."""
    with owning_the_tables():
        from sammetag.config import accounts  # noqa: PLC0415 - models need the settings

        steps = {
            "password": accounts.set_password,
            "close": accounts.close,
            "open": accounts.reopen,
            "reset-factors": accounts.reset_factors,
        }
        steps[chosen.step](chosen.username, say=say)
    return 0


def identity(chosen: argparse.Namespace) -> int:
    """Connects an account with whom the municipality's own log-in knows, or lets go of them."""
    with owning_the_tables():
        from sammetag.config import identities  # noqa: PLC0415 - models need the settings

        if chosen.step == "connect":
            identities.connect(chosen.username, subject=chosen.subject, issuer=chosen.issuer, say=say)
        else:
            identities.disconnect(chosen.username, issuer=chosen.issuer, say=say)
    return 0
