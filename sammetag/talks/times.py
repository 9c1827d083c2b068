"""When a talk can be: within the case, ahead or behind, and never in two places at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.cases.models import Case, Programme
from sammetag.design.wording import date_words
from sammetag.errors import RuleBroken, SammetagError
from sammetag.talks.models import Outcome, Talk

FARTHEST = timedelta(days=2 * 365)
CLASHES = {
    "leader_in_one_talk_at_a_time": gettext_lazy(
        "Den, der holder samtalen, er optaget på det tidspunkt. Vælg en anden tid. Din tekst er ikke tabt."
    ),
    "talks_talk_pkey": gettext_lazy("Siden er sendt en gang før. Åbn den igen. Din tekst er ikke tabt."),
    "journal_event_pkey": gettext_lazy("Siden er sendt en gang før. Åbn den igen. Din tekst er ikke tabt."),
    "citizen_in_one_talk_at_a_time": gettext_lazy(
        "Borgeren har allerede en samtale på det tidspunkt. Vælg en anden tid. Din tekst er ikke tabt."
    ),
}


def check_still_ahead(starts_at: datetime) -> None:
    """Refuse to agree a talk in the past, or so far ahead that the year must be a slip."""
    now = timezone.now()
    if starts_at < now:
        sentence = _("Tidspunktet er passeret. Er samtalen holdt, så skriv den ind som holdt.")
        raise RuleBroken(sentence, "booked in the past")
    if starts_at > now + FARTHEST:
        raise RuleBroken(
            _("Tidspunktet ligger over to år ude i fremtiden. Er årstallet rigtigt?"), "too far ahead"
        )


def check_not_held_ahead(starts_at: datetime) -> None:
    """Refuse to write that something happened at a time that has not come."""
    if starts_at > timezone.now():
        sentence = _("Samtalen ligger ude i fremtiden. Den kan skrives ind som holdt, når den er begyndt.")
        raise RuleBroken(sentence, "held in the future")


def check_within_case(case: Case, starts_at: datetime) -> None:
    """Refuse a talk before the first programme of the case was granted."""
    first = Programme.objects.of(case).aggregate(first=Min("granted_on"))["first"]
    if first and timezone.localtime(starts_at).date() < first:
        sentence = _("Samtalen kan ikke ligge før bevillingen. Forløbet blev bevilget %(day)s.")
        raise RuleBroken(sentence % {"day": date_words(first)}, "talk before the grant")


def check_citizen_free(case: Case, talk: Talk) -> None:
    """Refuse a talk while the citizen is in another one, in this case or in another that the writer sees.

    Within one case the database holds it too, for two who write at the very same moment.
    """
    others = Talk.objects.scoped("citizen").filter(
        case__citizen_id=case.citizen_id,
        outcome__in=[Outcome.BOOKED, Outcome.HELD],
        starts_at__lt=talk.ends_at,
        ends_at__gt=talk.starts_at,
    )
    if others.exclude(pk=talk.pk).exists():
        raise RuleBroken(CLASHES["citizen_in_one_talk_at_a_time"], "citizen in two talks")


def check_free(clash: IntegrityError) -> SammetagError:
    """The plain sentence for a clash that the database refused; its own error where it is another."""
    for name, sentence in CLASHES.items():
        if name in str(clash):
            return RuleBroken(sentence, name)
    raise clash
