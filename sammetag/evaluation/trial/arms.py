"""Who is compared with whom in a trial: its arms by their names in the extract."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.protocol import Arm
from sammetag.words import Words

_UNKNOWN_ARM = Words(
    "Udtrækket har personer i gruppen »{arm}«, som protokollen ikke kender. Hent udtrækket igen.",
    "The extract has persons in the arm '{arm}', which the protocol does not know. Fetch the extract again.",
)
_TWO_ARMS = Words(
    "Der skal være mindst to grupper med personer i for at sammenligne. Træk lod, og hent udtrækket igen.",
    "There must be at least two arms with persons in them to compare. Draw lots, and fetch the extract "
    "again.",
)


@dataclass(frozen=True, slots=True)
class Arms:
    """The arms of a trial: `treated` and `control` are compared; `every` holds them and any others.

    In a blind extract nobody knows which is which, so `treated` is simply the first by name.
    """

    treated: Arm
    control: Arm
    every: tuple[Arm, ...]
    blind: bool

    def title(self, name: str | None) -> str:
        """Give what an arm is called; an unknown name as it is."""
        return next((arm.title for arm in self.every if arm.name == name), name or "")


def arms_of(extract: Extract) -> Arms:
    """Say which arms an extract compares.

    Raises InputRefused for a person in an arm that the protocol does not know, and for fewer than two arms.
    """
    every = _blind_arms(extract) if extract.blind else extract.protocol.arms
    if len(every) < 2:
        raise InputRefused(_TWO_ARMS, "fewer than two arms")
    known = {arm.name for arm in every}
    for person in extract.persons:
        for name in (person.drawn, person.received):
            if name is not None and name not in known:
                raise InputRefused(_UNKNOWN_ARM.filled(arm=name), "an unknown arm")
    return Arms(every[0], every[-1], every, extract.blind)


def _blind_arms(extract: Extract) -> tuple[Arm, ...]:
    """The letters as the protocol has them, else as the persons bear them: no title may tell an arm."""
    borne = {name for one in extract.persons for name in (one.drawn, one.received) if name is not None}
    known = {arm.name: arm.share for arm in extract.protocol.arms}
    names = known.keys() if borne <= known.keys() else borne
    return tuple(Arm(name, name, share=known.get(name, 1)) for name in sorted(names))
