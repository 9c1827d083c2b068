"""The small tree of what can go wrong in a way that a person can do something about."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise


class SammetagError(Exception):
    """Something foreseen happened: a sentence for the person, and a technical one for the log.

    The technical one holds ids and kinds; never a name, a CPR number or free text.
    """

    status = 400

    def __init__(self, sentence: Sentence, technical: str) -> None:
        super().__init__(technical)
        self.sentence = sentence


class NotAllowed(SammetagError):
    """The thing is not there for this person; whether it exists at all is not told."""

    status = 404

    def __init__(self, technical: str) -> None:
        super().__init__(
            _("Siden findes ikke. Måske er adressen forkert, eller også har du ikke adgang til sagen."),
            technical,
        )


class RuleBroken(SammetagError):
    """What was asked for is against a rule of the law or of the house; nothing was saved."""

    status = 409


class StalePage(SammetagError):
    """Somebody changed the thing after the page was opened; nothing was saved, and nothing is lost."""

    status = 409


class Unscoped(SammetagError):
    """A query over people was about to run without saying for whose eyes: a fault in the program."""

    status = 500

    def __init__(self, technical: str) -> None:
        super().__init__(_("Noget gik galt hos os. Der er ikke gemt noget forkert. Prøv igen."), technical)
