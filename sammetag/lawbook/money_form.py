"""What is asked to reckon a citizen's benefit, and what it costs the municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sammetag.design.wording import heading
from sammetag.law import (
    BOOK,
    RESSOURCEFORLOEB,
    SCHEMES,
    Activity,
    BenefitFacts,
    BenefitSpell,
    CostKind,
    CoveredBenefit,
    Income,
    Period,
    PreviousBenefit,
    PreviousKind,
    RateFacts,
    SupportHistory,
    add_months,
)
from sammetag.law.benefit import BENEFIT
from sammetag.law.case_facts import ActiveTime, CaseFacts, ProgrammeCost
from sammetag.law.reimbursement_words import ACTIVITIES, BENEFITS, COSTS
from sammetag.lawbook.money_fields import MORE, AllTogether, DaysRow, KronerField, MonthField, MonthsRow, Rows
from sammetag.lawbook.questions import Day

MOST_MONTHS = 60
MOST_HOURS = 744
NO_NAME = "asked"
# The benefit of the programme itself follows from its days.
ITSELF = {CoveredBenefit.PROGRAMME_BENEFIT}


def paid_schemes() -> list[tuple[str, str]]:
    """The schemes with a benefit of their own, as far as the rulebook knows of it."""
    return [(key, heading(name)) for key, name in SCHEMES.items() if BOOK.periods(BENEFIT, key)]


class BenefitForm(forms.Form):
    first_month = MonthField(
        label=gettext_lazy("Fra måned"),
        help_text=gettext_lazy("For eksempel 03.2024"),
        error_messages={"required": gettext_lazy("Skriv den første måned.")},
    )
    last_month = MonthField(
        label=gettext_lazy("Til og med måned"),
        help_text=gettext_lazy("Højst 60 måneder i alt"),
        error_messages={"required": gettext_lazy("Skriv den sidste måned.")},
    )
    scheme = forms.ChoiceField(label=gettext_lazy("Ordning"), choices=paid_schemes, initial=RESSOURCEFORLOEB)
    granted_on = Day(
        label=gettext_lazy("Dag for bevillingen"),
        error_messages={"required": gettext_lazy("Vælg den dag, forløbet blev bevilget.")},
    )
    starts_on = Day(
        label=gettext_lazy("Forløbet begynder"),
        error_messages={"required": gettext_lazy("Vælg den dag, forløbet begynder.")},
    )
    ends_on = Day(label=gettext_lazy("Forløbet slutter"), required=False)
    has_child_duty = forms.BooleanField(
        label=gettext_lazy("Borgeren skal forsørge et barn under 18 år, som opholder sig i Danmark"),
        required=False,
    )
    under_25_at_home = forms.BooleanField(
        label=gettext_lazy("Borgeren er under 25 år og bor hos en forælder"), required=False
    )
    meets_residence = forms.BooleanField(
        label=gettext_lazy("Borgeren opfylder kravene om ophold og beskæftigelse"),
        required=False,
        initial=True,
    )
    children_contributed_to = forms.IntegerField(
        label=gettext_lazy("Børn, borgeren betaler bidrag til"),
        help_text=gettext_lazy("Kun dem, der er dokumenteret bidragspligt over for"),
        required=False,
        min_value=0,
        max_value=20,
        error_messages={
            "invalid": gettext_lazy("Skriv et helt antal børn."),
            "min_value": gettext_lazy("Antallet kan ikke være under 0."),
            "max_value": gettext_lazy("Er antallet rigtigt?"),
        },
    )
    previous = forms.ChoiceField(
        label=gettext_lazy("Ydelse lige før forløbet"),
        choices=[
            ("", gettext_lazy("Ingen af disse to")),
            (PreviousKind.SICKNESS_BENEFIT.value, gettext_lazy("Sygedagpenge")),
            (PreviousKind.FLEXI_UNEMPLOYMENT_ALLOWANCE.value, gettext_lazy("Ledighedsydelse")),
        ],
        required=False,
        help_text=gettext_lazy("Kun de to kan give mere end satsen."),
    )
    previous_monthly = KronerField(label=gettext_lazy("Den ydelse, kr. om måneden"), required=False)
    previous_until = Day(
        label=gettext_lazy("Sidste dag med ret til sygedagpenge"),
        required=False,
        help_text=gettext_lazy("Tom, hvis den ikke er kendt endnu"),
    )

    def clean_last_month(self) -> date:
        last: date = self.cleaned_data["last_month"]
        first = self.cleaned_data.get("first_month")
        if first and last < first:
            raise forms.ValidationError(_("Den sidste måned ligger før den første. Byt dem om."))
        if first and last >= add_months(first, MOST_MONTHS):
            raise forms.ValidationError(_("Vælg højst 60 måneder ad gangen."))
        return last

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        granted, starts, ends = (typed.get(name) for name in ("granted_on", "starts_on", "ends_on"))
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("Forløbet slutter, før det begynder. Ret en af datoerne."))
        if granted and ends and granted > ends:
            self.add_error(
                "granted_on", _("Bevillingen ligger efter forløbets slutning. Ret en af datoerne.")
            )
        self._check_previous(typed)
        return typed

    def months(self) -> tuple[date, date]:
        """The first and the last month asked about; only after is_valid."""
        return self.cleaned_data["first_month"], self.cleaned_data["last_month"]

    def benefit_facts(self, incomes: tuple[Income, ...]) -> BenefitFacts:
        """What is known, as the law asks for it; only after is_valid."""
        typed = self.cleaned_data
        rate = RateFacts(
            scheme=typed["scheme"],
            has_child_duty=typed["has_child_duty"],
            under_25_at_home=typed["under_25_at_home"],
            meets_residence=typed["meets_residence"],
            children_contributed_to=typed["children_contributed_to"] or 0,
        )
        previous = None
        if typed["previous"]:
            kind = PreviousKind(typed["previous"])
            previous = PreviousBenefit(kind, typed["previous_monthly"], typed["previous_until"])
        days = (typed["granted_on"], typed["starts_on"], typed["ends_on"])
        return BenefitFacts(*days, rate=rate, previous=previous, incomes=incomes)

    def _check_previous(self, typed: dict[str, Any]) -> None:
        kind, amount, until = (typed.get(name) for name in ("previous", "previous_monthly", "previous_until"))
        if kind and amount is None and not self.has_error("previous_monthly"):
            self.add_error("previous_monthly", _("Skriv, hvor meget ydelsen var om måneden."))
        if not kind and (amount is not None or until):
            self.add_error("previous", _("Vælg, hvilken ydelse det var, eller tøm felterne."))
        if until and kind == PreviousKind.FLEXI_UNEMPLOYMENT_ALLOWANCE:
            self.add_error("previous_until", _("Kun sygedagpenge har en sidste dag. Tøm feltet."))


class IncomeRow(MonthsRow):
    pay = KronerField(label=gettext_lazy("Løn med pension, kr."), required=False)
    offer = KronerField(label=gettext_lazy("Indtægt i tilbud, kr."), required=False)
    offer_hours = forms.IntegerField(
        label=gettext_lazy("Timer i tilbud"),
        required=False,
        min_value=0,
        max_value=MOST_HOURS,
        error_messages={
            "invalid": gettext_lazy("Skriv hele timer."),
            "min_value": gettext_lazy("Timerne kan ikke være under 0."),
            "max_value": gettext_lazy("Så mange timer har en måned ikke."),
        },
    )
    other = KronerField(label=gettext_lazy("Anden indtægt, kr."), required=False)
    outside = KronerField(label=gettext_lazy("For tiden før eller efter forløbet, kr."), required=False)


class SpellRow(DaysRow):
    benefit = forms.ChoiceField(
        label=gettext_lazy("Ydelse"),
        choices=lambda: [
            ("", _("Vælg")),
            *((one.value, heading(BENEFITS[one])) for one in CoveredBenefit if one not in ITSELF),
        ],
        error_messages={"required": gettext_lazy("Vælg, hvilken ydelse det var.")},
    )


class ActiveRow(DaysRow):
    activity = forms.ChoiceField(
        label=gettext_lazy("Aktivitet"),
        choices=lambda: [("", _("Vælg")), *((one.value, heading(ACTIVITIES[one])) for one in Activity)],
        error_messages={"required": gettext_lazy("Vælg, hvad borgeren var i gang med.")},
    )


class CostRow(MonthsRow):
    kind = forms.ChoiceField(
        label=gettext_lazy("Udgift"),
        choices=lambda: [("", _("Vælg")), *((one.value, heading(COSTS[one])) for one in CostKind)],
        error_messages={"required": gettext_lazy("Vælg, hvad udgiften gik til.")},
    )
    amount = KronerField(
        label=gettext_lazy("Kr. om måneden"), error_messages={"required": gettext_lazy("Skriv beløbet.")}
    )


class MoneyForms:
    """Everything that is asked on one page: who and when, and the lines of income, benefits and costs.

    `known` is filled in at first. `data` is what was sent; where one more line is wished for it is shown
    again and not judged. `is_asked` says whether an answer is wanted. `carried` is what was written of
    `costs` where they are not asked for.
    """

    def __init__(self, data: Mapping[str, Any] | None, *, costs: bool, known: Mapping[str, Any]) -> None:
        self.is_sent = data is not None
        self.is_asked = data is not None and MORE not in data
        self.main = BenefitForm(data) if self.is_asked else BenefitForm(initial=_initial(data, known))
        self.incomes = Rows(IncomeRow, "income", _("Indtægt"), data)
        self.spells = Rows(SpellRow, "spell", _("Ydelse"), data)
        self.others = Rows(DaysRow, "other", _("Støtte"), data)
        self.active = Rows(ActiveRow, "active", _("Aktivitet"), data)
        self.costs = Rows(CostRow, "cost", _("Udgift"), data)
        of_costs: list[Rows[Any]] = [self.spells, self.others, self.active, self.costs]
        self._asked: list[Rows[Any]] = [self.incomes, *(of_costs if costs else ())]
        self.carried = [] if costs else [pair for rows in of_costs for pair in _written(rows.name, data)]

    @property
    def all(self) -> AllTogether:
        return AllTogether(self.main, *(form for rows in self._asked for form in rows))

    def is_valid(self) -> bool:
        valid = all([self.main.is_valid(), *(rows.is_valid() for rows in self._asked)])
        return self._all_within() if valid else False

    def benefit_facts(self) -> BenefitFacts:
        """What the benefit is reckoned by; only after is_valid."""
        return self.main.benefit_facts(tuple(self._incomes()))

    def case_facts(self) -> CaseFacts:
        """What the cost is reckoned by; only after is_valid."""
        typed, benefit = self.main.cleaned_data, self.benefit_facts()
        own = BenefitSpell(Period(benefit.starts_on, benefit.ends_on), CoveredBenefit.PROGRAMME_BENEFIT)
        spells = (BenefitSpell(_period(row), CoveredBenefit(row["benefit"])) for row in _typed(self.spells))
        return CaseFacts(
            id=NO_NAME,
            scheme=typed["scheme"],
            granted_on=benefit.granted_on,
            starts_on=benefit.starts_on,
            ends_on=benefit.ends_on,
            benefit=benefit,
            support=SupportHistory((*spells, own), tuple(_period(row) for row in _typed(self.others))),
            costs=tuple(self._costs()),
            active=tuple(ActiveTime(_period(row), Activity(row["activity"])) for row in _typed(self.active)),
        )

    def _all_within(self) -> bool:
        """Refuse a line that says nothing of the months asked about: it would be passed over in silence."""
        asked, outside = Period(*self.main.months()), False
        rows: list[MonthsRow] = [*self.incomes.told, *(self.costs.told if self.costs in self._asked else ())]
        for row in rows:
            if not Period(*row.months()).overlaps(asked):
                row.add_error(
                    "first", _("Måneden ligger uden for dem, du regner på. Ret den eller tøm linjen.")
                )
                outside = True
        return not outside

    def _incomes(self) -> Iterator[Income]:
        """The income of each month; lines about the same month are added up."""
        names = ("pay", "offer", "offer_hours", "other", "outside")
        found: defaultdict[date, dict[str, int]] = defaultdict(lambda: dict.fromkeys(names, 0))
        for row in self.incomes.told:
            for month in self._months_of(row):
                for name in names:
                    found[month][name] += row.cleaned_data[name] or 0
        for month, told in sorted(found.items()):
            yield Income(month, **told)

    def _costs(self) -> Iterator[ProgrammeCost]:
        for row in self.costs.told:
            for month in self._months_of(row):
                yield ProgrammeCost(month, CostKind(row.cleaned_data["kind"]), row.cleaned_data["amount"])

    def _months_of(self, row: MonthsRow) -> Iterator[date]:
        """The months of a line that are asked about."""
        (first, last), (from_, until) = row.months(), self.main.months()
        month, last = max(first, from_), min(last, until)
        while month <= last:
            yield month
            month = add_months(month, 1)


def _initial(data: Mapping[str, Any] | None, known: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent, to be shown again, or what is known; a box that was not ticked is not sent."""
    if not data:
        return dict(known)
    return {"meets_residence": False} | {name: value for name, value in data.items() if "-" not in name}


def _written(name: str, data: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    return [(key, value) for key, value in (data or {}).items() if key.startswith(f"{name}-") and value]


def _typed(rows: Rows[Any]) -> list[dict[str, Any]]:
    return [row.cleaned_data for row in rows.told]


def _period(row: dict[str, Any]) -> Period:
    return Period(row["first"], row["last"])
