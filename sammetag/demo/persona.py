"""Who somebody is: name, age, work they hope for, what stands in the way, and how one speaks of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sammetag.demo.hurdles import HURDLES, OF_NEWCOMERS, OF_PARENTS, Hurdle
from sammetag.demo.names import Naming, draw_name
from sammetag.demo.trades import TRADES, Trade

SHE = {"Hun": "Hun", "hun": "hun", "hende": "hende", "hendes": "hendes"}
HE = {"Hun": "Han", "hun": "han", "hende": "ham", "hendes": "hans"}
# How a title is put in the middle of a sentence, where its first words are not enough.
SPOKEN = {
    "Praktik": "praktikken",
    "Løntilskud": "løntilskuddet",
    "Mentor": "mentoren",
    "Støtte i hjemmet (§ 85)": "støtten i hjemmet",
    "Intern træning": "den interne træning",
    "Jobsøgning i ro": "jobsøgningen",
    "Afklaring i små skridt": "afklaringen",
    "Fra fritid til job": "forløbet Fra fritid til job",
    "Samtaler hos psykolog": "samtalerne hos psykologen",
    "Behandlingsforløb": "behandlingen",
    "Hjerneskadevejledning": "hjerneskadevejledningen",
    "Ro og åndedræt": "holdet Ro og åndedræt",
    "Råd om økonomi": "økonomirådgivningen",
    "Søvn og pauser": "holdet Søvn og pauser",
    "Kost og bevægelse": "holdet Kost og bevægelse",
    "Træning på hold": "holdtræningen",
    "IT for begyndere": "IT-kurset",
    "Værested": "dagen på værestedet",
    "Aflastning": "aflastningen",
    "Efterbehandling": "efterbehandlingen",
    "Alkoholbehandling": "alkoholbehandlingen",
    "Sprogcafé og job": "sprogcaféen",
    "Stille motion": "motionsholdet",
    "Samtalegruppe": "samtalegruppen",
    "Smertehåndtering": "smerteholdet",
    "Rygskole": "rygskolen",
    "Varmtvandshold": "varmtvandsholdet",
    "Hjerteskole": "hjerteskolen",
    "Familievejledning": "familievejledningen",
    "Personlig vejledning": "den personlige vejledning",
    "Gældsrådgivning": "gældsrådgivningen",
    "Fællesspisning": "fællesspisningen",
    "Hverdagshjælp": "hverdagshjælpen",
    "Hverdagsrytme": "holdet Hverdagsrytme",
    "Synstræning": "synstræningen",
    "Energiforvaltning": "holdet Energiforvaltning",
    "Ordblindeundervisning": "ordblindeundervisningen",
}
YOUNGEST, OLDEST, USUAL_AGE, SPREAD = 21, 62, 44, 10
PARENTS = (26, 50)


@dataclass(frozen=True)
class Persona:
    """One invented citizen. The first hurdle is what fills most."""

    key: str
    name: Naming
    born: date
    trade: Trade
    hurdles: tuple[Hurdle, ...]

    def say(self, text: str, **more: str) -> str:
        """A sentence about this person, with the right words for her or him; it begins with a capital."""
        words = {**(SHE if self.name.woman else HE), "Navn": self.first, "navn": self.first, **more}
        said = text.format(**words)
        return said[:1].upper() + said[1:]

    @property
    def first(self) -> str:
        return self.name.given.split(" ")[0]


def draw_persona(key: str, granted: date, chance: Random) -> Persona:
    """Somebody who was granted a programme on that day."""
    age = min(max(round(chance.gauss(USUAL_AGE, SPREAD)), YOUNGEST), OLDEST)
    born = granted - timedelta(days=round(age * 365.25) + chance.randrange(365))
    name = draw_name(born.year, chance)
    return Persona(key, name, born, chance.choice(TRADES), _hurdles(age, name, chance))


def _hurdles(age: int, name: Naming, chance: Random) -> tuple[Hurdle, ...]:
    fitting = [
        one
        for one in HURDLES
        if (one.key != OF_PARENTS or PARENTS[0] <= age <= PARENTS[1])
        and (one.key != OF_NEWCOMERS or name.newcomer)
    ]
    drawn = chance.sample(fitting, chance.choice((2, 2, 3)))
    must = [one for one in fitting if one.key == OF_NEWCOMERS and chance.random() < 0.5 and one not in drawn]
    return (*drawn, *must)[:3] if not must else (*drawn[:2], *must)


def spoken(title: str) -> str:
    """A title as it is said in the middle of a sentence."""
    begin = title.split(",")[0]
    if title in SPOKEN or begin in SPOKEN:
        return SPOKEN.get(title) or SPOKEN[begin]
    return begin if begin[1:2].isupper() else begin[:1].lower() + begin[1:]
