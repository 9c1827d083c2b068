"""What in Sammetag rests on which rule: the duties that come from it, and the pages that ask it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from sammetag.errors import Sentence


@dataclass(frozen=True)
class Use:
    """The duties that come from a rule, by name, and the pages that ask it, by the name of their address."""

    duties: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


USES: dict[str, Use] = {
    "administrative.own_limit": Use((), ("own-law",)),
    "benefit.month": Use((), ("benefit", "reimbursement")),
    "benefit.pay": Use((), ("benefit", "reimbursement")),
    "benefit.rate": Use((), ("benefit", "reimbursement")),
    "guarantee": Use(
        ("begin-in-time", "answer-guarantee", "start-something", "start-what-waits"),
        ("my-day", "case", "guarantee", "exemption"),
    ),
    "mentor.period": Use(("decide-on-mentor",), ("my-day", "case", "intervention")),
    "plan.ahead": Use(("fix-plan-anew",), ("my-day", "case", "plan", "plan-step")),
    "programme.length": Use(("decide-what-follows",), ("my-day", "case", "take-in")),
    "reimbursement.benefit": Use((), ("reimbursement",)),
    "reimbursement.programme": Use((), ("reimbursement",)),
    "talks.due": Use(("hold-talks", "hold-what-is-booked", "agree-talk"), ("my-day", "case")),
    "talks.form": Use((), ("book-talk", "talk", "case")),
    "target.group": Use((), ("assess",)),
}
DUTIES: dict[str, Sentence] = {
    "agree-talk": _("Aftal den næste samtale"),
    "answer-guarantee": _("Få sagen i teamet igen, når indsatsgarantien er brudt"),
    "begin-in-time": _("Få noget i gang, før indsatsgarantien udløber"),
    "decide-on-mentor": _("Tag stilling til mentoren, før perioden slutter"),
    "decide-what-follows": _("Beslut, hvad der kommer efter forløbet"),
    "fix-plan-anew": _("Fastlæg planen for den næste tid"),
    "hold-talks": _("Hold de samtaler, der mangler"),
    "hold-what-is-booked": _("Hold de samtaler, der er booket"),
    "start-something": _("Sæt en indsats i gang"),
    "start-what-waits": _("Start den indsats, der venter"),
}
PAGES: dict[str, Sentence] = {
    "assess": _("Vurdér målgruppen"),
    "benefit": _("Beregn ydelsen"),
    "book-talk": _("Book samtale"),
    "case": _("Sagen"),
    "exemption": _("Fritaget for at stå til rådighed"),
    "guarantee": _("Indsatsgarantien"),
    "intervention": _("Indsatsen"),
    "my-day": _("Min dag"),
    "own-law": _("Det, vi selv bestemmer"),
    "plan": _("Planen"),
    "plan-step": _("Planens næste trin"),
    "reimbursement": _("Beregn refusion og udgift"),
    "take-in": _("Indlæs forløb"),
    "talk": _("Samtalen"),
}


def use_of(topic: str) -> tuple[list[Sentence], list[Sentence]]:
    """Give what the duties and the pages are called that rest on a rule."""
    use = USES.get(topic, Use())
    return [DUTIES[name] for name in use.duties], [PAGES[name] for name in use.pages]


def rules_on(page: str) -> list[str]:
    """Give the names of the rules that a page asks, by the name of its address."""
    return [topic for topic, use in USES.items() if page in use.pages]
