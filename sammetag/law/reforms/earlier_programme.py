"""DS 8: a wording of the target group that lets a programme begin before everything else has been tried.

To change the proposal: change its functions and sentences here, and its examples in
`tests/law/reforms/earlier_programme_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sammetag.law.answer import Asked, Finding
from sammetag.law.reform import Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import proposal
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.law.target_group import TARGET_GROUP, Assessment, Condition, TargetFacts, with_condition
from sammetag.law.target_group_conditions import Ground, found, long_effort, one_of
from sammetag.law.target_group_facts import ConditionName, ProposedTargetFacts, any_known
from sammetag.law.target_group_told import GROUND, UNSOLVED, Told
from sammetag.words import Words

LAST_DAY_OF_THE_TARGET_GROUP = date(2026, 1, 31)

REFORM = Reform(
    name="ds-8-earlier-programme",
    title=Words("Ressourceforløb tidligere", "Ressourceforløb earlier"),
    what=Words(
        "Ordlyden om målgruppen ændres, så ingen kan læse den som et krav om, at alt andet er prøvet. Det "
        "er nok at få offentlig forsørgelse, eller at kommunen har vurderet tilbud eller revalidering uden "
        "at bruge dem.",
        "The wording on the target group changes, so that nobody can read it as a demand that all else has "
        "been tried. It is enough to receive public support, or that the municipality has judged offers or "
        "vocational rehabilitation without using them.",
    ),
    source=proposal("forslag 8"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "DS skriver nr. 1 og 2 ud, men ikke den nye første sætning. At behovet for en indsats på tværs er "
        "nok til den, uanset hvad der er prøvet, er vores læsning: den, der har det behov, kan ikke hjælpes "
        "efter de to love alene.",
        "DS writes out nos. 1 and 2, but not the new first sentence. That the need of an effort across "
        "fields is enough for it, whatever has been tried, is our reading: a person with that need cannot "
        "be helped under the two acts alone.",
    ),
)

NOTE = Words(
    "Ordlyden af første sætning er vores, for DS giver ingen. Den, der har fået forsørgelse i lang tid, "
    "regnes for at få den.",
    "The wording of the first sentence is ours, since DS gives none. A person who has had support for a "
    "long time is taken to receive it.",
)

NOT_EXHAUSTED = Told(
    Words(
        "Indsatser efter LAB eller lov om aktiv socialpolitik må ikke alene kunne løse problemerne. De "
        "behøver ikke at være prøvet.",
        "Efforts under LAB or the act on active social policy must not by themselves be able to solve the "
        "problems. They need not have been tried.",
    ),
    Words("{why}", "{why}"),
    UNSOLVED.fails,
    Words(
        "Det er ikke vurderet, om andre indsatser alene kan løse problemerne.",
        "Whether other efforts by themselves can solve the problems has not been judged.",
    ),
    Words(
        "Vurdér, om borgeren har brug for en indsats på tværs. Andre indsatser behøver ikke at være prøvet "
        "først.",
        "Judge whether the citizen needs an effort across fields. Other efforts need not have been tried "
        "first.",
    ),
)
ACROSS = Words(
    "Borgeren har brug for en indsats på tværs, og så er indsatser efter de to love ikke nok alene.",
    "The citizen needs an effort across fields, and then efforts under the two acts are not enough alone.",
)

GROUNDS = Told(
    Words(
        "Mindst én af tre grunde skal være der: borgeren får offentlig forsørgelse, kommunen har vurderet "
        "tilbud eller revalidering eller har prøvet dem uden at bringe borgeren tættere på arbejde, eller "
        "der er brug for en længere indsats før et konkret jobmål.",
        "At least one of three grounds must be there: the citizen receives public support, the municipality "
        "has judged offers or vocational rehabilitation or has tried them without bringing the citizen "
        "closer to work, or a longer effort is needed before a concrete job goal.",
    ),
    GROUND.holds,
    GROUND.fails,
    GROUND.unknown,
    GROUND.settle,
)
ON_SUPPORT = Words("Borgeren får offentlig forsørgelse.", "The citizen receives public support.")
JUDGE_SUPPORT = Words(
    "Oplys, om borgeren får offentlig forsørgelse.", "Tell whether the citizen receives public support."
)
CONSIDERED = Words(
    "Kommunen har vurderet tilbud eller revalidering, eller har prøvet dem uden at bringe borgeren tættere "
    "på arbejde.",
    "The municipality has judged offers or vocational rehabilitation, or has tried them without bringing the "
    "citizen closer to work.",
)
JUDGE_CONSIDERED = Words(
    "Vurdér, om tilbud eller revalidering er relevante.",
    "Judge whether offers or vocational rehabilitation are relevant.",
)


@REFORM.amends(
    TARGET_GROUP,
    part="unsolved",
    schemes=(RESSOURCEFORLOEB,),
    first=SINCE,
    last=LAST_DAY_OF_THE_TARGET_GROUP,
    note=NOTE,
)
def without_having_tried_all(base: Base[Assessment], facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Ask what other efforts can do by themselves, not whether they have been tried."""
    return with_condition(base(), _not_exhausted(facts, asked), facts, asked)


@REFORM.amends(
    TARGET_GROUP,
    part="ground",
    schemes=(RESSOURCEFORLOEB,),
    first=SINCE,
    last=LAST_DAY_OF_THE_TARGET_GROUP,
    note=NOTE,
)
def on_public_support_or_judged(
    base: Base[Assessment], facts: TargetFacts, asked: Asked
) -> Finding[Assessment]:
    """Ask for public support of any length, for offers judged or tried, or for a longer effort as before."""
    condition = one_of((_on_support(facts), _considered(facts), long_effort(facts)), asked, GROUNDS)
    return with_condition(base(), replace(condition, source=asked.version.source), facts, asked)


def _not_exhausted(facts: TargetFacts, asked: Asked) -> Condition:
    holds = any_known(facts.unsolved, facts.combined_effort)
    told = NOT_EXHAUSTED.filled(why=UNSOLVED.holds if facts.unsolved else ACROSS)
    return replace(found(ConditionName.UNSOLVED, asked, holds, told), source=asked.version.source)


def _on_support(facts: TargetFacts) -> Ground:
    told = facts.on_public_support if isinstance(facts, ProposedTargetFacts) else None
    there = any_known(told, facts.long_support)
    return Ground(there, ON_SUPPORT, JUDGE_SUPPORT)


def _considered(facts: TargetFacts) -> Ground:
    told = facts.offers_considered if isinstance(facts, ProposedTargetFacts) else None
    return Ground(any_known(told, facts.tried_in_vain), CONSIDERED, JUDGE_CONSIDERED)
