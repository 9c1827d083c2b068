"""The log of all draws: how many of each arm, what was promised, and whether it was kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sammetag.cases.models import Case
from sammetag.design.wording import told
from sammetag.evaluation.allocation import Drawn, Trial, Verification, verify
from sammetag.evaluation.trial.eligibility import condition_title
from sammetag.evaluation.trial.receiving import SWAP, Told, fate
from sammetag.studies.followed import Deviated, Entered, arms_shown, deviated_in, entered_in
from sammetag.studies.looking import named
from sammetag.studies.models import Draw, Entry
from sammetag.studies.opening import OpenStudy, open_study
from sammetag.studies.queries import draws_of


@dataclass(frozen=True)
class Person:
    """Somebody who was drawn, as the reader may know them: no case and no entry where they may not."""

    pseudonym: str
    drawn: str
    received: str
    happened: tuple[str, ...]
    entry: Entry | None = None
    case: Case | None = None


@dataclass(frozen=True)
class Line:
    """One draw: how many of each arm, why some were refused, what went otherwise, and who was in it."""

    draw: Draw
    counts: tuple[int, ...]
    refused: tuple[str, ...]
    happened: tuple[str, ...]
    persons: tuple[Person, ...]

    @property
    def drawn(self) -> int:
        """How many were drawn."""
        return len(self.persons)

    @property
    def block(self) -> str:
        """The block, where it says more than the day does."""
        return "" if self.draw.block == self.draw.on.isoformat() else self.draw.block


@require_GET
def log_page(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """All draws for every member; the persons by name for those who know who they are."""
    opened = open_study(request, study_id)
    entered, deviated = entered_in(study_id), deviated_in(study_id)
    entries = list(Entry.objects.scoped("study").filter(study=opened.study)) if opened.knows else []
    cases = named(request, opened.person, entries, "study-log")
    log = _Log(opened, deviated, {one.pseudonym: one for one in entries}, cases)
    context = {
        "opened": opened,
        "study": opened.study,
        "titles": list(log.titles.values()),
        "lines": log.lines(entered),
        "drawn": len(entered),
        "of_study": [
            (one.on, log.sentence(one)) for one in deviated if one.draw is None and one.pseudonym is None
        ],
        "verified": _verified(opened, entered),
    }
    return render(request, "studies/log.html", context)


class _Log:
    """What is known of all draws, put together draw by draw."""

    def __init__(
        self,
        opened: OpenStudy,
        deviated: Sequence[Deviated],
        entries: dict[str, Entry],
        cases: dict[UUID, Case],
    ) -> None:
        self.opened, self.deviated, self.entries, self.cases = opened, deviated, entries, cases
        self.titles = {arm.name: arm.title for arm in opened.protocol.arms}
        if opened.blind:
            self.titles = {letter: letter for letter in sorted(arms_shown(opened.study.id).values())}

    def lines(self, entered: Sequence[Entered]) -> list[Line]:
        """Every draw, in order."""
        return [
            self._line(draw, [one for one in entered if one.draw == draw.number])
            for draw in draws_of(self.opened.study)
        ]

    def sentence(self, one: Deviated) -> str:
        """What went otherwise; its words could tell whoever is blind which arm is which."""
        return one.title if self.opened.blind else f"{one.title}: {one.words}"

    def _line(self, draw: Draw, entered: list[Entered]) -> Line:
        about = [one for one in self.deviated if one.draw == draw.number]
        swapped = any(one.kind == SWAP for one in about)
        counts = Counter(one.arm for one in entered)
        return Line(
            draw=draw,
            counts=tuple(counts[arm] for arm in self.titles),
            refused=tuple(
                f"{told(condition_title(key))}: {count}" for key, count in sorted(draw.refused.items())
            ),
            happened=tuple(self.sentence(one) for one in about),
            persons=tuple(self._person(one, swapped=swapped) for one in entered),
        )

    def _person(self, person: Entered, *, swapped: bool) -> Person:
        own = [one for one in self.deviated if one.pseudonym == person.pseudonym]
        became = fate(
            person.arm,
            list(self.titles),
            swapped=swapped,
            told=[Told(one.kind, one.on, one.received or "", one.words) for one in own],
        )
        entry = self.entries.get(person.pseudonym)
        return Person(
            pseudonym=person.pseudonym,
            drawn=self.titles[person.arm],
            received=self.titles[became.received] if became.received else _("intet"),
            happened=tuple(self.sentence(one) for one in own),
            entry=entry,
            case=self.cases.get(entry.case_id) if entry and entry.case_id else None,
        )


def _verified(opened: OpenStudy, entered: Sequence[Entered]) -> Verification | None:
    """Whether the revealed seed gives the log, to the last person; none before it is closed."""
    study, arms = opened.study, opened.protocol.arms
    if not study.revealed:
        return None
    blocks: dict[str, list[Entered]] = {}
    for one in entered:
        blocks.setdefault(one.block, []).append(one)
    log = [
        Drawn(block, tuple(one.pseudonym for one in some), tuple(one.arm for one in some))
        for block, some in blocks.items()
    ]
    trial = Trial(str(study.id), tuple(arm.name for arm in arms), tuple(arm.share for arm in arms))
    return verify(bytes.fromhex(study.revealed), study.commitment, trial, log)
