"""Why somebody who came from the identity provider is not let in. None of these lets anybody in half."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sammetag.errors import SammetagError


class NotLetIn(SammetagError):
    """A log-in through the provider that came to nothing; the page for it is the log-in page."""

    status = 403


class ProviderAway(NotLetIn):
    """The provider does not answer, or not as one."""

    status = 503

    def __init__(self, technical: str) -> None:
        super().__init__(
            _("Vi kan ikke nå kommunens log-in lige nu. Vent et øjeblik, og prøv igen."),
            f"provider away: {technical}",
        )


class ProviderMistaken(NotLetIn):
    """The provider tells of itself what cannot be true: whoever runs the server has to look at it."""

    status = 503

    def __init__(self, technical: str) -> None:
        super().__init__(
            _("Kommunens log-in er sat forkert op, så ingen kommer ind med det. Sig det til jeres drift."),
            f"provider mistaken: {technical}",
        )


class NotBegun(NotLetIn):
    """An answer to a question that this browser has not asked, or asked too long ago, or had answered."""

    status = 400

    def __init__(self, technical: str) -> None:
        super().__init__(
            _(
                "Dette log-in er brugt, for gammelt eller begyndt i en anden browser. "
                "Ingen er logget ind. Prøv igen."
            ),
            f"no such journey: {technical}",
        )


class GivenUp(NotLetIn):
    """The provider says that nobody logged in there."""

    def __init__(self, technical: str) -> None:
        super().__init__(
            _("Du blev ikke logget ind hos kommunens log-in. Prøv igen."), f"given up: {technical}"
        )


class NotBelieved(NotLetIn):
    """A token that is not the provider's own answer to our question."""

    def __init__(self, technical: str) -> None:
        super().__init__(
            _(
                "Svaret fra kommunens log-in er ikke til at stole på, så vi lukker ingen ind. "
                "Prøv igen. Sker det igen, så sig det til jeres drift."
            ),
            f"not believed: {technical}",
        )


class TooLittleAssured(NotLetIn):
    """A log-in that was real, and not sure enough."""

    def __init__(self, levels: str) -> None:
        super().__init__(
            _(
                "Du loggede ind på en måde, der ikke er sikker nok til oplysningerne her. "
                "Log ind igen på sikringsniveau %(levels)s."
            )
            % {"levels": levels},
            "assurance too low or not told",
        )


class Unknown(NotLetIn):
    """Somebody real, whom nobody has connected with an account here."""

    def __init__(self, technical: str) -> None:
        super().__init__(
            _(
                "Kommunens log-in kender dig, men du er ikke knyttet til en åben bruger i Sammetag. "
                "Bed din leder om at få det gjort."
            ),
            f"unknown subject: {technical}",
        )


class SomebodyElse(NotLetIn):
    """Whoever was asked to show again who they are logged in as another, or not anew."""

    def __init__(self, technical: str) -> None:
        super().__init__(
            _("Du skal logge ind igen som dig selv hos kommunens log-in. Prøv igen."),
            f"not proven: {technical}",
        )
