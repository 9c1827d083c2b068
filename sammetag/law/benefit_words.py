"""The sentences with which the rules on the benefit of a ressourceforløb explain themselves."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sammetag.words import MONTHS, Words

RATE_TITLE = Words("ydelsens sats", "the rate of the benefit")
PAY_TITLE = Words("fradrag for løn", "the set-off of pay")
BENEFIT_TITLE = Words("ydelsen for en måned", "the benefit of one month")

WITH_CHILD = Words(
    "for den, der har pligt til at forsørge et barn", "for those with a duty to support a child"
)
WITHOUT_CHILD = Words(
    "for den, der ikke har pligt til at forsørge et barn", "for those without a duty to support a child"
)
AT_HOME = Words(
    "for den, der er under 25 år og bor hos en forælder", "for those under 25 who live with a parent"
)
AT_HOME_CONTRIBUTING = Words(
    "for den, der er under 25 år, bor hos en forælder og har bidragspligt (antal børn: {children})",
    "for those under 25 who live with a parent and have a duty to contribute (children: {children})",
)
RATE = Words(
    "Satsen i {year} er {amount} om måneden {whom}.", "In {year} the rate is {amount} a month {whom}."
)
CHILD_IN_DENMARK = Words(
    "Satsen for forsørgere kræver, at børnene opholder sig i Danmark. EU-/EØS-reglerne og overenskomster "
    "med andre lande giver undtagelser.",
    "The rate for those who support a child asks that the children stay in Denmark. EU/EEA rules and "
    "treaties with other countries give exceptions.",
)
CAPPED = Words(
    "Ydelsen med tillæg kan højst være satsen for forsørgere.",
    "With its supplements the benefit can at most be the rate for those who support a child.",
)
NOTE_OWN_AMOUNTS = Words(
    "Siden kontanthjælpsreformen har ydelsen sine egne beløb. At det er sket 1. juli 2025, er udledt.",
    "Since the reform of cash benefit the benefit has amounts of its own. That this happened on "
    "1 July 2025 is inferred.",
)
NOTE_2026 = Words(
    "Beløbene for 2026 er beregnet og ikke læst på tryk. Forløb bevilget senest 31. januar 2026 beholder "
    "de tidligere regler om ydelsen.",
    "The amounts of 2026 are computed and have not been read in print. Programmes granted by "
    "31 January 2026 keep the former rules on the benefit.",
)
LOWER_LEVEL = Words(
    "Den, der ikke opfylder kravet om ophold eller beskæftigelse, får et lavere beløb. Det er ikke læst. "
    "Slå det op, før du handler: {source}.",
    "Those who do not meet the requirement of residence or employment get a lower amount. It has not been "
    "read. Look it up before you act: {source}.",
)
CONTRIBUTION_BEFORE = Words(
    "Hvad bidragspligt over for et barn betød for unge hos en forælder før 1. juli 2025, er ikke læst. "
    "Slå det op, før du handler: {source}.",
    "What a duty to contribute to a child meant for the young who live with a parent before 1 July 2025 "
    "has not been read. Look it up before you act: {source}.",
)

PAY_BELOW_AND_ABOVE = Words(
    "Løn med pension modregnes med {below} procent op til {limit} om måneden og {above} procent over.",
    "Pay with pension is set off by {below} per cent up to {limit} a month and {above} per cent above it.",
)
PAY_ABOVE = Words(
    "Løn med pension modregnes kun over {limit} om måneden, og med {above} procent.",
    "Pay with pension is set off only above {limit} a month, by {above} per cent.",
)
PAY_SET_OFF = Words(
    "Lønnen på {pay} giver et fradrag på {set_off}.", "Pay of {pay} makes a set-off of {set_off}."
)
NOTE_UNTIL_2021 = Words(
    "Reglen er læst i lovbekendtgørelser til og med februar 2021. At dens sidste dag er 31. december 2021, "
    "er udledt.",
    "The rule was read in consolidated acts up to February 2021. That its last day is 31 December 2021 is "
    "inferred.",
)
NOTE_SINCE_2022 = Words(
    "Reglen er læst i lovbekendtgørelser fra 2023 til 2025, og et beløb er vist for 2022. At den gælder "
    "fra 1. januar 2022, er udledt.",
    "The rule was read in consolidated acts from 2023 to 2025, and an amount is shown for 2022. That it "
    "applies from 1 January 2022 is inferred.",
)

TURNED_25 = Words(
    "Personen fyldte 25 år {birthday}, så satsen for unge, der bor hos en forælder, gælder ikke længere.",
    "The person turned 25 on {birthday}, so the rate for the young who live with a parent no longer applies.",
)
AGE_PART_OF_MONTH = Words(
    "Personen fylder 25 år {birthday}, midt i måneden. Hvordan ydelsen deles, er ikke læst. Slå det op, før "
    "du handler: {source}.",
    "The person turns 25 on {birthday}, within the month. How the benefit is divided has not been read. Look "
    "it up before you act: {source}.",
)
PREVIOUS_SICKNESS = Words(
    "Sygedagpengene før forløbet var {amount} om måneden, mere end satsen. Beløbet gælder, så længe "
    "personen ville have haft ret til sygedagpenge.",
    "Sickness benefit before the programme was {amount} a month, more than the rate. That amount applies "
    "as long as the person would have had a right to sickness benefit.",
)
PREVIOUS_ALLOWANCE = Words(
    "Ledighedsydelsen før forløbet var {amount} om måneden, mere end satsen. Beløbet gælder i forløbet.",
    "Unemployment allowance before the programme was {amount} a month, more than the rate. That amount "
    "applies in the programme.",
)
PREVIOUS_NOT_MORE = Words(
    "Ydelsen før forløbet var {amount} om måneden. Den er ikke højere end satsen, så satsen gælder.",
    "The benefit before the programme was {amount} a month. It is not more than the rate, so the rate "
    "applies.",
)
SICKNESS_ENDED = Words(
    "Retten til sygedagpenge ville være sluttet {until}, så satsen gælder.",
    "The right to sickness benefit would have ended on {until}, so the rate applies.",
)
PREVIOUS_LATER_YEAR = Words(
    "Om beløbet fra den tidligere ydelse reguleres hvert år, er ikke læst. Her er det brugt, som det er "
    "oplyst.",
    "Whether the amount of the former benefit is regulated each year has not been read. Here it is used "
    "as it was told.",
)
OFFER_SET_OFF = Words(
    "Indtægt i tilbud er {income}. {left_out} trækkes ikke fra ({rate} for hver af {hours} timer). "
    "Fradraget er {set_off}.",
    "Income in an offer is {income}. {left_out} is not set off ({rate} for each of {hours} hours). The "
    "set-off is {set_off}.",
)
OFFER_NO_HOURS = Words(
    "Indtægt i tilbud uden timer, {income}, trækkes fra krone for krone.",
    "Income in an offer without hours, {income}, is set off krone for krone.",
)
HOURS_AT_MOST = Words(
    "Af timerne i tilbud regnes der højst med {most} om måneden.",
    "Of the hours in offers at most {most} count in a month.",
)
OTHER_SET_OFF = Words(
    "Anden indtægt, {income}, trækkes fra krone for krone.",
    "Other income, {income}, is set off krone for krone.",
)
OUTSIDE_NOT_SET_OFF = Words(
    "Indtægt på {income} for tiden før eller efter forløbet trækkes ikke fra.",
    "Income of {income} for the time before or after the programme is not set off.",
)
OUTSIDE_NOT_READ = Words(
    "Hvordan indtægt for tiden før eller efter forløbet blev regnet før 2016, er ikke læst. Slå det op, "
    "før du handler: {source}.",
    "How income for the time before or after the programme counted before 2016 has not been read. Look it "
    "up before you act: {source}.",
)
HOUR_NOT_READ = Words(
    "Beløbet pr. time i tilbud for {year} er ikke læst. Slå det op, før du handler: {source}.",
    "The amount for each hour in an offer in {year} has not been read. Look it up before you act: {source}.",
)
PAID = Words(
    "For {month} udbetales {paid}: {entitled} minus {set_off}.",
    "For {month} {paid} is paid: {entitled} less {set_off}.",
)
STILL_RECIPIENT = Words(
    "Der udbetales intet denne måned, men personen regnes stadig for at modtage ydelsen.",
    "Nothing is paid this month, but the person still counts as receiving the benefit.",
)
NOTE_OUTSIDE_2016 = Words(
    "At indtægt for tiden før og efter forløbet ikke tæller, står i loven. At det er sådan fra "
    "1. januar 2016, er læst hos Ankestyrelsen.",
    "That income for the time before and after the programme does not count stands in the act. That it is "
    "so from 1 January 2016 was read with the National Social Appeals Board.",
)
PART_OF_MONTH = Words(
    "Forløbet dækker kun en del af {month}. Hvordan ydelsen deles, er ikke læst. Slå det op, før du "
    "handler: {source}.",
    "The programme covers only a part of {month}. How the benefit is divided has not been read. Look it "
    "up before you act: {source}.",
)
SICKNESS_PART_OF_MONTH = Words(
    "Retten til sygedagpenge ville være sluttet {until}, midt i måneden. Hvordan ydelsen deles, er ikke "
    "læst. Slå det op, før du handler: {source}.",
    "The right to sickness benefit would have ended on {until}, within the month. How the benefit is "
    "divided has not been read. Look it up before you act: {source}.",
)
REGULATION_NOT_READ = Words(
    "Reguleringen for {year} er ikke læst. Slå den op, før du handler: {source}.",
    "The regulation for {year} has not been read. Look it up before you act: {source}.",
)
WHY_2027 = Words(
    "Beløbene fra 2027 er ikke læst, og en ny hovedlov er ventet.",
    "The amounts from 2027 on have not been read, and a new main act is expected.",
)
WHY_NO_LIMIT = Words(
    "Grænsen for løn i dette år er ikke læst.", "The limit for pay in this year has not been read."
)
WHY_JOBAFKLARING = Words(
    "Ydelsen i jobafklaringsforløb har sin egen regel, som ikke er skrevet ind her.",
    "The benefit in a job clarification programme has a rule of its own, which has not been written in here.",
)


_DANISH = str.maketrans(",.", ".,")


class _Money(Words):
    """An amount that is put into digits when somebody reads it, as the sentence around it is."""

    __slots__ = ("_oere",)
    _oere: int

    def __init__(self, oere: int) -> None:
        object.__setattr__(self, "_oere", oere)

    @property
    def da(self) -> str:
        """Give the amount as Danes write it."""
        return self.en.translate(_DANISH)

    @property
    def en(self) -> str:
        """Give the amount as it is written in English."""
        whole, rest = divmod(self._oere, 100)
        return f"{whole:,}" + (f".{rest:02}" if rest else "") + " kroner"


@lru_cache(maxsize=4096)
def money(oere: int) -> Words:
    """Give an amount in øre as people write it: '4.032,60 kroner' and '4,032.60 kroner', or whole kroner."""
    return _Money(oere)


def kroner(amount: int) -> Words:
    """Give an amount in whole kroner as people write it: '15.355 kroner' and '15,355 kroner'."""
    return money(amount * 100)


@lru_cache(maxsize=4096)
def month_in_words(month: date) -> Words:
    """Give a month as people write it: 'marts 2024' and 'March 2024'."""
    name = MONTHS[month.month - 1]
    return Words(f"{name.da} {month.year}", f"{name.en} {month.year}")
