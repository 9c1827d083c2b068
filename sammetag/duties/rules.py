"""From the facts of a case to what must be done in it: what the law demands, and what we promised."""

from __future__ import annotations

from datetime import date

from sammetag.duties.agreed_talks import talks_promised
from sammetag.duties.demanded_talks import talks_by_law
from sammetag.duties.duty import Band, Duty, in_order
from sammetag.duties.facts import CaseFacts
from sammetag.duties.first_effort import begin_in_time, guaranteed
from sammetag.duties.mentor_periods import mentors_to_decide
from sammetag.duties.nothing_running import start_something
from sammetag.duties.plan_kept import keep_the_plan
from sammetag.duties.programme_end import what_follows


def duties_of(facts: CaseFacts, today: date) -> list[Duty]:
    """Everything that must be done in one case, the loudest first; no two duties ask for the same thing."""
    return in_order(
        [
            *_talks(facts, today),
            *_interventions(facts, today),
            *mentors_to_decide(facts, today),
            *keep_the_plan(facts, today),
            *what_follows(facts, today),
        ]
    )


def _talks(facts: CaseFacts, today: date) -> list[Duty]:
    by_law, promised = list(talks_by_law(facts, today)), list(talks_promised(facts, today))
    if any(duty.name == "hold-talks" and duty.band is Band.LAW_MISSED for duty in by_law):
        # The louder duty asks for the same booking, and says that we cancelled.
        promised = [duty for duty in promised if duty.name != "rebook-talk"]
    if any(duty.name == "rebook-talk" for duty in promised):
        by_law = [duty for duty in by_law if duty.name != "agree-talk"]
    return [*by_law, *promised]


def _interventions(facts: CaseFacts, today: date) -> list[Duty]:
    clock = guaranteed(facts, today)
    idle = list(start_something(facts, clock, today))
    guarantee = list(begin_in_time(facts, clock, today))
    if idle:
        # Whoever starts something stops the clock too, and the louder duty tells of its last day.
        guarantee = [duty for duty in guarantee if duty.is_owed]
    return [*idle, *guarantee]
