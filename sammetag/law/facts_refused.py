"""Why a facts file does not fit: one sentence with the path of the field and what to do about it."""

from __future__ import annotations

import re
from datetime import date

from sammetag.law.errors import LawError
from sammetag.words import Words, together

_AT = Words("{path}: {sentence}", "{path}: {sentence}")

BROKEN = Words(
    "Filen er ikke gyldig JSON (linje {line}, tegn {column}). Ret den dér, og prøv igen.",
    "The file is no valid JSON (line {line}, character {column}). Mend it there and try again.",
)
UNREADABLE = Words(
    "Filen er ikke gyldig JSON. Skriv én sag som { … } i UTF-8.",
    "The file is no valid JSON. Write one case as { … } in UTF-8.",
)
NO_CASE = Words(
    "Her er ingen sag. Skriv én sag som { … }.", "There is no case here. Write one case as { … }."
)
A_LIST = Words(
    "Her står en liste. Skriv én sag som { … }, og flere sager i en fil, der ender på .jsonl eller "
    ".ndjson, med én sag på hver linje.",
    "Here is a list. Write one case as { … }, and several cases in a file that ends in .jsonl or "
    ".ndjson, with one case on each line.",
)
TWICE = Words("Feltet står to gange. Slet det ene.", "The field stands twice. Delete one of them.")
DAY_TWICE = Words(
    "Dagen {day} står to gange. Slet den ene.", "The day {day} stands twice. Delete one of them."
)
COST_TWICE = Words(
    "Udgiften til {cost} i {month} står to gange. Læg de to sammen.",
    "The cost of {cost} in {month} stands twice. Add the two together.",
)
SAME_ID = Words(
    "Sagen »{id}« står to gange. Giv hver sag sit eget id.",
    "The case '{id}' stands twice. Give each case an id of its own.",
)
NOT_A_DAY = Words(
    "»{value}« er ikke en dag i kalenderen. Skriv den som 2026-01-31.",
    "'{value}' is no day of the calendar. Write it as 2026-01-31.",
)
FAR_DAY = Words(
    "{value} ligger for langt væk. Skriv en dag fra og med {first} til og med {last}.",
    "{value} is too far away. Write a day from {first} to {last}, both included.",
)
WRONG_TYPE = Words("Her skal stå {expected}, ikke {value}.", "Here must stand {expected}, not {value}.")
NOT_A_CHOICE = Words(
    "»{value}« findes ikke. Vælg blandt disse: {known}.",
    "'{value}' does not exist. Choose among these: {known}.",
)
TOO_SMALL = Words(
    "{value} er for lidt. Skriv 0 eller mere, i hele tal.",
    "{value} is too little. Write 0 or more, in whole numbers.",
)
TOO_LARGE = Words(
    "{value} er for meget. Skriv højst {most}, i hele tal.",
    "{value} is too much. Write {most} at most, in whole numbers.",
)
UNKNOWN_FIELD = Words(
    "Feltet findes ikke. Vælg blandt disse: {known}.",
    "There is no such field. Choose among these: {known}.",
)
MISSPELT_FIELD = Words(
    "Feltet findes ikke. Mente du »{near}«?", "There is no such field. Did you mean '{near}'?"
)
STANDS_ONCE = Words(
    "Feltet står kun én gang, øverst i sagen. Flyt det derop.",
    "The field stands only once, at the top of the case. Move it there.",
)
MISSING = Words("Feltet mangler. Skriv {expected}.", "The field is missing. Write {expected}.")
MISSING_AT_TOP = Words(
    "{part} kan ikke læses uden dette felt. Skriv det øverst i sagen som {expected}.",
    "{part} cannot be read without this field. Write it at the top of the case as {expected}.",
)
NO_ID = Words(
    "Skriv et id på 1 til {most} tegn, som ikke er et navn.",
    "Write an id of 1 to {most} characters that is not a name.",
)
BORN_IN_FUTURE = Words(
    "Fødselsdagen {born} ligger i fremtiden, set fra {day}. Ret den.",
    "The day of birth, {born}, lies in the future, seen from {day}. Correct it.",
)
BORN_LATER = Words(
    "Fødselsdagen {born} ligger efter sagens begyndelse {day}. Ret den ene af de to dage.",
    "The day of birth, {born}, lies after the case began on {day}. Correct one of the two days.",
)
GRANT_AFTER_END = Words(
    "Bevillingen {granted} ligger efter forløbets sidste dag {ends}. Ret den ene af de to dage.",
    "The grant on {granted} lies after the programme's last day, {ends}. Correct one of the two days.",
)
START_AFTER_END = Words(
    "Forløbet begynder {starts}, efter dets sidste dag {ends}. Ret den ene af de to dage.",
    "The programme begins on {starts}, after its last day, {ends}. Correct one of the two days.",
)
DO_NOT_FIT = Words(
    "Oplysningerne her passer ikke sammen. Kontrollér dem.",
    "The facts here do not fit together. Check them.",
)

# What the facts themselves refuse, by the text for the log, whose groups fill in {one} and {other}.
_CORRECT_ONE = Words("Ret den ene af de to dage.", "Correct one of the two days.")
_EXPLAINED: tuple[tuple[str, Words], ...] = (
    (
        r"period ends (.+) before it begins (.+)",
        Words(
            "Her er en periode, der slutter {one}, før den begynder {other}.",
            "Here is a period that ends on {one}, before it begins on {other}.",
        ),
    ),
    (
        r"treated (.+) before the programme began (.+)",
        Words(
            "Teamet kan ikke have behandlet sagen {one}, før forløbet begyndte {other}.",
            "The team cannot have treated the case on {one}, before the programme began on {other}.",
        ),
    ),
    (
        r"(.+) lies before the benefit ended (.+)",
        Words(
            "{one} ligger før sygedagpengene ophørte {other}.",
            "{one} lies before the sickness benefit ended on {other}.",
        ),
    ),
    (
        r"the job starts (.+) before its grant (.+)",
        Words(
            "Fleksjobbet begynder {one}, før det er bevilget {other}.",
            "The flexi-job begins on {one}, before its grant on {other}.",
        ),
    ),
    (
        r"granted (.+) before the birth (.+)",
        Words(
            "Bevillingen {one} ligger før fødslen {other}.",
            "The grant on {one} lies before the birth on {other}.",
        ),
    ),
    (
        r"done (.+), before the job started (.+)",
        Words(
            "Noget er gjort {one}, før fleksjobbet begyndte {other}.",
            "Something was done on {one}, before the flexi-job began on {other}.",
        ),
    ),
    (
        r"hired (.+) before special terms (.+)",
        Words(
            "Ansættelsen {one} ligger før tiden på særlige vilkår, der begyndte {other}.",
            "The hiring on {one} lies before the time on special terms, which began on {other}.",
        ),
    ),
    (
        r"never assessed, and assessed on (.+)",
        Words(
            "Arbejdsevnen kan ikke både være vurderet {one} og aldrig være vurderet.",
            "The working capacity cannot both have been assessed on {one} and never have been.",
        ),
    ),
    (
        r"never assessed, and found reduced",
        Words(
            "Arbejdsevnen kan ikke både være fundet truet eller nedsat og aldrig være vurderet. Ret den ene "
            "af de to oplysninger.",
            "The working capacity cannot both have been found threatened or reduced and never have been "
            "assessed. Correct one of the two facts.",
        ),
    ),
    (
        r"only sickness benefit ends on a day, not .+",
        Words(
            "Kun sygedagpenge har en sidste dag. Slet »until« her.",
            "Only sickness benefit has a last day. Delete 'until' here.",
        ),
    ),
    (
        r"a month is told by its first day, not by (.+)",
        Words(
            "En måned skrives som sin første dag, ikke som {one}. Skriv den som 2026-01-01.",
            "A month is written as its first day, not as {one}. Write it as 2026-01-01.",
        ),
    ),
    (
        r"the income of (.+) is told twice",
        Words(
            "Indkomsten i måneden fra {one} står to gange. Læg de to sammen.",
            "The income of the month from {one} stands twice. Add the two together.",
        ),
    ),
    (
        r"an earlier programme needs an end, if only a planned one",
        Words(
            "Et tidligere forløb mangler en sidste dag. Skriv den, om den så kun er planlagt.",
            "An earlier programme has no last day. Write it, if only as planned.",
        ),
    ),
    (
        r"two earlier programmes overlap",
        Words(
            "To tidligere forløb ligger oven i hinanden. Ret deres dage.",
            "Two earlier programmes overlap. Correct their days.",
        ),
    ),
    (
        r"an earlier programme began before the citizen was born",
        Words(
            "Et tidligere forløb begyndte før borgerens fødsel. Ret den ene af de to dage.",
            "An earlier programme began before the citizen was born. Correct one of the two days.",
        ),
    ),
    (
        r"there cannot be .+|nobody can be paid .+",
        Words("Et tal her er mindre end 0. Ret det.", "A number here is less than 0. Correct it."),
    ),
)
_TWO_DAYS = 2


class FactsRefused(LawError):
    """The facts do not fit; `path` is the field as it stands in the file, '' for the file as a whole."""

    def __init__(self, path: str, sentence: Words) -> None:
        """Hold the path, and the sentence with the path before it."""
        told = _AT.filled(path=path, sentence=sentence) if path else sentence
        super().__init__(told, f"facts do not fit at {path or 'the top'}")
        self.path = path


def explained(technical: str) -> Words | None:
    """Give the sentence for what the facts themselves refuse; None for a text that is not known here."""
    for pattern, words in _EXPLAINED:
        if found := re.fullmatch(pattern, technical):
            days = [_day_or_text(text) for text in found.groups()]
            told = words.filled(**dict(zip(("one", "other"), days, strict=False)))
            return together(told, _CORRECT_ONE) if len(days) == _TWO_DAYS else told
    return None


def _day_or_text(text: str) -> object:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
