"""DS 3, second part: a flexi-job at the same workplace after a real attempt instead of twelve months.

To change the proposal: change its function and sentences here, and its examples in
`tests/law/reforms/flexi_retention_examples.yaml`.
"""

from __future__ import annotations

from sammetag.law.answer import Asked, Finding, Reason, ReasonKind
from sammetag.law.case_question import Lacking
from sammetag.law.flexi_job import RETENTION
from sammetag.law.flexi_job_facts import ProposedRetentionFacts, Retention, RetentionFacts
from sammetag.law.reform import Base, Reform, ReformStatus
from sammetag.law.reforms.by_ds import proposal
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.schemes import FLEKSJOB
from sammetag.words import Words

SPECIAL_TERMS = "time on special terms"

REFORM = Reform(
    name="ds-3b-flexi-retention",
    title=Words("Lettere fastholdelsesfleksjob", "Easier retention flexi-jobs"),
    what=Words(
        "De 12 måneder efter de sociale kapitler før et fleksjob på samme arbejdsplads falder bort. I stedet "
        "dokumenterer arbejdsgiveren et reelt forsøg på et varigt job uden støtte.",
        "The 12 months under the social chapters before a flexi-job at the same workplace are dropped. "
        "Instead the employer documents a real attempt at a lasting job without support.",
    ),
    source=proposal("forslag 3, fastholdelsesfleksjob"),
    status=ReformStatus.PROPOSED,
    beyond=Words(
        "DS siger ikke, hvad et reelt forsøg er, eller hvordan det dokumenteres. Det afgør jobcentret i den "
        "enkelte sag.",
        "DS does not say what a real attempt is, or how it is documented. The jobcentre decides that in each "
        "case.",
    ),
)

DEMAND = Words(
    "Arbejdsgiveren skal dokumentere et reelt forsøg på et varigt job uden støtte, efter de sociale kapitler "
    "eller på særlige vilkår. De 12 måneder kræves ikke.",
    "The employer must document a real attempt at a lasting job without support, under the social chapters "
    "or on special terms. The 12 months are not asked for.",
)
TRIED = Words(
    "Arbejdsgiveren har dokumenteret forsøget, så kravet er opfyldt.",
    "The employer has documented the attempt, so the demand is met.",
)
NOT_TRIED = Words(
    "Arbejdsgiveren har ikke dokumenteret et forsøg, og personen har heller ikke været længe nok på særlige "
    "vilkår efter loven i dag.",
    "The employer has not documented an attempt, and the person has not been long enough on special terms as "
    "the act asks today either.",
)
NOTE = Words(
    "DS vil lempe kravet. Derfor bliver det ved lovens svar for den, der allerede opfylder den, og for den, "
    "der er undtaget ved akut sygdom eller tæt på folkepensionsalderen.",
    "DS wants to ease the demand. So the answer of the act stands for whoever meets it already, and for "
    "those it exempts because of acute illness or of being near the pension age.",
)


@REFORM.amends(RETENTION, part=SPECIAL_TERMS, schemes=(FLEKSJOB,), first=SINCE, last=None, note=NOTE)
def an_attempt_instead_of_months(
    base: Base[Retention], facts: RetentionFacts, asked: Asked
) -> Finding[Retention]:
    """Let a documented attempt be enough for whoever the act does not allow the flexi-job.

    Raises Lacking where the attempt decides and is not known.
    """
    unchanged = base()
    if unchanged.value.allowed:
        return unchanged
    tried = facts.employer_tried if isinstance(facts, ProposedRetentionFacts) else None
    if tried is None:
        raise Lacking("reform.employer_tried")
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    if not tried:
        return Finding(unchanged.value, (demand, Reason(NOT_TRIED)))
    return Finding(Retention(True, None, None), (demand, Reason(TRIED)))
