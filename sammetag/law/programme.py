"""What the rules share about one citizen's programme: its days, and the weeks that COVID took out of them."""

from __future__ import annotations

from datetime import date

from sammetag.law.answer import Reason, ReasonKind, Source
from sammetag.law.errors import OutsideProgramme
from sammetag.law.period import Period
from sammetag.words import Words

COVID_PAUSE = Period(date(2020, 3, 20), date(2020, 5, 26))
COVID_SOURCE = Source("BEK", "hele bekendtgørelsen", "BEK 245/2020, ophævet ved BEK 686/2020")

_NOT_BEGUN = Words(
    "Forløbet begynder først {first}, så der er intet at svare om {day}. Kontrollér datoen.",
    "The programme does not begin until {first}, so there is nothing to say about {day}. Check the date.",
)
_ENDED = Words(
    "Forløbet sluttede {last}, så der er intet at svare om {day}. Kontrollér datoen.",
    "The programme ended on {last}, so there is nothing to say about {day}. Check the date.",
)
_COVID = Words(
    "Fra og med {first} til og med {last} var kontaktforløbet sat i bero på grund af covid-19. "
    "Kravet er vist uændret; tag højde for pausen, når du vurderer det.",
    "From {first} to {last}, both included, the contact with citizens was suspended because of COVID-19. "
    "The requirement is shown unchanged; allow for the pause when you judge it.",
)


def require_inside(programme: Period, day: date) -> None:
    """Raise OutsideProgramme where the day lies before the programme's first or after its last day."""
    if day < programme.first:
        sentence = _NOT_BEGUN.filled(first=programme.first, day=day)
        raise OutsideProgramme(sentence, f"{day} is before the programme's first day {programme.first}")
    if not programme.contains(day):
        sentence = _ENDED.filled(last=programme.last, day=day)
        raise OutsideProgramme(sentence, f"{day} is after the programme's last day {programme.last}")


def covid_warning() -> Reason:
    """Give the sentence that tells of the weeks in 2020 when talks were suspended."""
    text = _COVID.filled(first=COVID_PAUSE.first, last=COVID_PAUSE.last)
    return Reason(text, ReasonKind.WARNING, COVID_SOURCE)
