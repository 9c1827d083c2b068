"""What would tell who somebody is: numbers and addresses are refused, names are asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.access.person import Person
from sammetag.people.danish import search_key
from sammetag.people.models import Citizen, Staff
from sammetag.studies.opening import OpenStudy
from sammetag.studies.writing import Refused

WORD = re.compile(r"[^\W\d_]+")
NUMBERS = (
    re.compile(r"(?<!\d)\d{6}[ \-–‐‑]?\d{4}(?!\d)"),
    re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"),
    re.compile(r"(?:\+45|\b0045) ?(?:\d ?){8}(?!\d)"),
    re.compile(r"(?<!\d)\d{2}([ .\-])\d{2}\1\d{2}\1\d{2}(?!\d)"),
    # Eight digits together, but for two years in a row.
    re.compile(r"(?<!\d)(?!(?:19|20)\d\d ?(?:19|20)\d\d(?!\d))\d{4} ?\d{4}(?!\d)"),
)
FEWEST_LETTERS = 2


class Named(Refused):
    """The words hold names; `words` are those that the writer can say are somebody else's."""

    def __init__(self, about: str, words: list[str]) -> None:
        self.words = words
        sentence = ngettext(
            "»%(words)s« er et navn på en i kommunen eller i forsøget. Skriv det om, eller sæt et hak,"
            " hvis det ikke er den person.",
            "»%(words)s« er navne på nogen i kommunen eller i forsøget. Skriv det om, eller sæt et hak"
            " ved dem, der ikke er de personer.",
            len(words),
        )
        super().__init__(about, sentence % {"words": "«, »".join(words)}, f"{len(words)} names")


def check_numbers(about: str, *texts: str) -> None:
    """Refuse a text that holds a CPR number, an address of mail or a telephone number, or what looks so."""
    found = number_in(" \n".join(texts))
    if found:
        sentence = _("»%(found)s« ligner et CPR-nummer, et telefonnummer eller en mailadresse. Tag det ud.")
        raise Refused(about, sentence % {"found": found}, "number in a text")


def number_in(text: str) -> str:
    """The first number or address by which somebody could be found; empty where there is none."""
    found = [match for pattern in NUMBERS if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start()).group().strip() if found else ""


def check_names(
    opened: OpenStudy, about: str, text: str, not_them: Collection[str], *, of_whom: str = ""
) -> None:
    """Refuse names of those who work here or are in the study, but for those that are somebody else's.

    Which of the two it is is not told: a trial's citizens must not be found by guessing. Whoever only draws
    lots asks of those who work here, and of the one person whom the text is about (`of_whom`).
    """
    said = _keys(text)
    known = _staff(opened.person) | set(_parts(search_key(of_whom)))
    if opened.works:
        known |= _citizens_of_study(opened, said)
    allowed = {word.casefold() for word in not_them}
    found = [word for word, keys in said.items() if keys & known and word.casefold() not in allowed]
    if found:
        raise Named(about, found)


def check_citizens(person: Person, about: str, text: str, not_them: Collection[str]) -> None:
    """Refuse words that hold the whole name of a citizen whom the writer can see."""
    said = {key for keys in _keys(text).values() for key in keys}
    words = " ".join(search_key(word) for word in WORD.findall(text))
    allowed = {word.casefold() for word in not_them}
    seen = Citizen.objects.scoped("names").filter(municipality_id=person.municipality_id)
    found = [
        f"{given} {family}"
        for given, family, key in seen.values_list("given_name", "family_name", "search_name").iterator()
        if said.issuperset(_parts(key)) and " ".join(_parts(key)) in words
    ]
    named = [name for name in dict.fromkeys(found) if name.casefold() not in allowed]
    if named:
        raise Named(about, named)


def _keys(text: str) -> dict[str, set[str]]:
    """Each word once, with how it is searched: also without the s that says whose something is."""
    words = dict.fromkeys(word for word in WORD.findall(text) if len(word) >= FEWEST_LETTERS)
    return {word: {search_key(word), search_key(word.rstrip("sS"))} for word in words}


def _parts(key: str) -> list[str]:
    return [part for part in re.split(r"[ \-.']+", key) if len(part) >= FEWEST_LETTERS]


def _staff(person: Person) -> set[str]:
    names = Staff.objects.scoped("names").filter(municipality_id=person.municipality_id)
    return {part for name in names.values_list("name", flat=True) for part in _parts(search_key(name))}


def _citizens_of_study(opened: OpenStudy, said: dict[str, set[str]]) -> set[str]:
    asked: Iterable[str] = {key for keys in said.values() for key in keys if key}
    with connection.cursor() as cursor:
        cursor.execute("SELECT studies_named(%s, %s::text[])", [opened.study.id, sorted(asked)])
        (found,) = cursor.fetchone()
    return set(found)
