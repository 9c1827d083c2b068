"""What can be concluded from a result, and what cannot? Said in one or two sentences, by rule.

The rules look at the interval, at p, and at what was planned before the trial; at nothing else. A trial that
shows no difference has not shown that there is none: whether it can rule out what it was planned to find is
read from the interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import log

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import number, range_of
from sammetag.evaluation.result import Estimate, Interval, Method, Undefined
from sammetag.words import Words

# With fewer events in both arms together, a few persons more or less can turn the answer. The number is ours:
# ten for each rate that is estimated, after Peduzzi et al. (1995), J Clin Epidemiol 48:1503.
FEW_EVENTS = 20


class Verdict(Enum):
    """What the rules come to, with the sentences that say so."""

    UNDEFINED = Words(
        "Tallene kan ikke besvare spørgsmålet. {why}", "The figures cannot answer the question. {why}"
    )
    NEITHER = Words(
        "Forsøget kan hverken vise eller afvise en effekt: tallene passer både med ingen forskel og med den "
        "planlagte ({planned}).",
        "The trial can neither show nor rule out an effect: the figures fit no difference as well as the "
        "planned one ({planned}).",
    )
    OPEN = Words(
        "Forsøget viser ingen sikker forskel, men heller ikke, at der ingen er. Tallene passer med alt fra "
        "{range}.",
        "The trial shows no certain difference, but neither that there is none. The figures fit anything "
        "from {range}.",
    )
    PLANNED_RULED_OUT = Words(
        "Forsøget viser ingen sikker forskel, og en så stor som planlagt ({planned}) kan afvises. En mindre "
        "kan ikke.",
        "The trial shows no certain difference, and one as large as planned ({planned}) can be ruled out. A "
        "smaller one cannot.",
    )
    NONE_THAT_MATTERS = Words(
        "Forsøget viser, at grupperne i praksis er ens: en forskel, der betyder noget ({margin}), kan "
        "afvises i begge retninger.",
        "The trial shows that the arms are alike in practice: a difference that matters ({margin}) can be "
        "ruled out in either direction.",
    )
    SHOWN = Words(
        "Forsøget viser en forskel til fordel for indsatsen ({range}).",
        "The trial shows a difference in favour of the treatment ({range}).",
    )
    SHOWN_LESS_THAN_PLANNED = Words(
        "Forsøget viser en forskel til fordel for indsatsen ({range}). Den er mindre end planlagt "
        "({planned}).",
        "The trial shows a difference in favour of the treatment ({range}). It is smaller than planned "
        "({planned}).",
    )
    SHOWN_TO_MATTER = Words(
        "Forsøget viser en forskel til fordel for indsatsen ({range}). Den er stor nok til at betyde noget "
        "({margin}).",
        "The trial shows a difference in favour of the treatment ({range}). It is large enough to matter "
        "({margin}).",
    )
    SHOWN_PERHAPS_TOO_SMALL = Words(
        "Forsøget viser en forskel til fordel for indsatsen ({range}). Det kan ikke sige, om den er stor nok "
        "til at betyde noget ({margin}).",
        "The trial shows a difference in favour of the treatment ({range}). It cannot say whether that is "
        "large enough to matter ({margin}).",
    )
    SHOWN_TOO_SMALL = Words(
        "Forsøget viser en forskel til fordel for indsatsen ({range}). Den er for lille til at betyde noget "
        "({margin}).",
        "The trial shows a difference in favour of the treatment ({range}). It is too small to matter "
        "({margin}).",
    )
    WRONG_WAY = Words(
        "Forsøget viser en forskel til ulempe for indsatsen ({range}). Det er det modsatte af det, man "
        "håbede på.",
        "The trial shows a difference against the treatment ({range}). It is the opposite of what was hoped "
        "for.",
    )
    HINT = Words(
        "Der er en forskel {way} ({range}), men det var ikke forsøgets hovedmål, og p er ikke justeret for "
        "de andre mål. Det er et fingerpeg, ikke et bevis.",
        "There is a difference {way} ({range}), but this was not the primary outcome, and p is not adjusted "
        "for the others. It is a hint, and no proof.",
    )
    LOST_WHEN_ADJUSTED = Words(
        "Stod målet alene, ville det vise en forskel {way} ({range}), men ikke når p er justeret for de "
        "andre mål. Det er et fingerpeg, ikke et bevis.",
        "If the outcome stood alone, it would show a difference {way} ({range}), but not with p adjusted for "
        "the others. It is a hint, and no proof.",
    )
    ON_THE_EDGE = Words(
        "Testen og intervallet ({range}) er ikke enige, så svaret ligger på grænsen. Forsøget kan hverken "
        "vise eller afvise en forskel.",
        "The test and the interval ({range}) do not agree, so the answer lies on the edge. The trial can "
        "neither show nor rule out a difference.",
    )


class Scale(Enum):
    """How a difference is measured, and how its numbers are said."""

    SHARES = Words("{number} procentpoint", "{number} percentage points")
    DAYS = Words("{number} dage", "{number} days")
    WEEKS = Words("{number} uger", "{number} weeks")
    POINTS = Words("{number} point", "{number} points")
    RATIO = Words("et forhold på {number}", "a ratio of {number}")


_WRONG_SIDE = Words(
    "Den planlagte forskel og den, der betyder noget, skal ligge på den side, man håber på. Det gør "
    "{number} ikke.",
    "The planned difference and the one that matters must lie on the side that is hoped for. {number} does "
    "not.",
)
_NO_RATIO = Words(
    "Et forhold skal være over 0; {number} er det ikke.", "A ratio must be above 0; {number} is not."
)
_NO_P = Words(
    "p skal ligge mellem 0 og 1; {number} gør ikke.", "p must lie between 0 and 1; {number} does not."
)
_FEW = Words(
    "Der er kun {events} hændelser i alt, så få personer mere eller mindre kan vende svaret.",
    "There are only {events} events in all, so few persons more or less can turn the answer.",
)
_AS_RECEIVED = Words(
    "Grupperne er dannet efter den indsats, folk fik, og ikke efter lodtrækningen. Forskellen kan også "
    "skyldes, hvem der fik hvad.",
    "The arms were formed by the treatment that people received, and not by the draw. The difference may "
    "come from who received what.",
)
_FOR = Words("til fordel for indsatsen", "in favour of the treatment")
_AGAINST = Words("til ulempe for indsatsen", "against the treatment")
_METHOD = Method(
    Words(
        "Sætningen er valgt efter faste regler ud fra intervallet, p og planen.",
        "The sentence was chosen by fixed rules from the interval, p and the plan.",
    ),
    "Altman & Bland (1995), BMJ 311:485; Piaggio et al. (2012), JAMA 308:2594; ICH E9 (1998), 2.2",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What was said of an outcome before the trial.

    `planned`: the difference that the trial was planned to find. `margin`: the smallest that matters. Both
    are treated less (or by) control, on the scale of the estimate. `higher_is_better`: which way is hoped
    for. `adjusted`: p is adjusted for all outcomes. Raises InputRefused for a difference on the other side.
    """

    scale: Scale
    primary: bool
    planned: float | None = None
    margin: float | None = None
    higher_is_better: bool = True
    adjusted: bool = False

    def __post_init__(self) -> None:
        """Refuse what would be planned in the wrong direction."""
        for value in (self.planned, self.margin):
            if value is not None and not self.gain(value) > 0:
                sentence = _WRONG_SIDE.filled(number=number(value))
                raise InputRefused(sentence, f"{value} is on the wrong side")

    def gain(self, value: float) -> float:
        """Give a difference as what is gained by the treatment: 0 for none, above 0 on the side hoped for.

        Raises InputRefused for a ratio of 0 or less.
        """
        if self.scale is Scale.RATIO and not value > 0:
            raise InputRefused(_NO_RATIO.filled(number=number(value)), f"a ratio of {value}")
        from_none = log(value) if self.scale is Scale.RATIO else value
        return from_none if self.higher_is_better else -from_none


@dataclass(frozen=True, slots=True)
class Finding:
    """What came out: the estimate, p where there is a test, the events, and whether arms are as drawn."""

    estimate: Estimate | Undefined
    p: float | None = None
    events: int | None = None
    as_drawn: bool = True


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What can be concluded: the verdict, its one or two sentences, and what to read first."""

    verdict: Verdict
    words: Words
    method: Method
    warnings: tuple[Words, ...]


def conclude(finding: Finding, plan: Plan) -> Conclusion:
    """Say in one or two sentences what the result shows, and what it cannot show.

    Raises InputRefused for what is no p, and for a ratio of 0 or less.
    """
    if finding.p is not None and not 0 <= finding.p <= 1:
        raise InputRefused(_NO_P.filled(number=number(finding.p)), f"a p of {finding.p}")
    interval = _interval(finding.estimate)
    if isinstance(interval, Undefined):
        words = Verdict.UNDEFINED.value.filled(why=interval.why)
        return Conclusion(Verdict.UNDEFINED, words, _METHOD, _warnings(finding))
    verdict = _verdict(finding, plan, interval)
    words = verdict.value.filled(
        way=_FOR if plan.gain(interval.high) + plan.gain(interval.low) > 0 else _AGAINST,
        range=said_range(interval, plan.scale),
        planned=_said(plan.planned, plan.scale),
        margin=_said(plan.margin, plan.scale),
    )
    return Conclusion(verdict, words, _METHOD, _warnings(finding))


def _interval(estimate: Estimate | Undefined) -> Interval | Undefined:
    return estimate if isinstance(estimate, Undefined) else estimate.interval


def _verdict(finding: Finding, plan: Plan, interval: Interval) -> Verdict:
    low, high = sorted((plan.gain(interval.low), plan.gain(interval.high)))
    apart = not low <= 0 <= high
    if finding.p is not None and apart != (finding.p <= 1 - interval.level):
        return Verdict.LOST_WHEN_ADJUSTED if apart and plan.adjusted else Verdict.ON_THE_EDGE
    planned, margin = (None if one is None else plan.gain(one) for one in (plan.planned, plan.margin))
    if not apart:
        return _not_shown(low, high, planned, margin)
    if not plan.primary and not plan.adjusted:
        return Verdict.HINT
    return _shown(low, high, planned, margin)


def _not_shown(low: float, high: float, planned: float | None, margin: float | None) -> Verdict:
    """The interval holds no difference."""
    if margin is not None and -margin < low and high < margin:
        return Verdict.NONE_THAT_MATTERS
    if planned is None:
        return Verdict.OPEN
    return Verdict.NEITHER if planned <= high else Verdict.PLANNED_RULED_OUT


def _shown(low: float, high: float, planned: float | None, margin: float | None) -> Verdict:
    """The interval lies wholly on one side of no difference."""
    if high < 0:
        return Verdict.WRONG_WAY
    if margin is not None:
        if low >= margin:
            return Verdict.SHOWN_TO_MATTER
        return Verdict.SHOWN_TOO_SMALL if high < margin else Verdict.SHOWN_PERHAPS_TOO_SMALL
    less = planned is not None and high < planned
    return Verdict.SHOWN_LESS_THAN_PLANNED if less else Verdict.SHOWN


def _warnings(finding: Finding) -> tuple[Words, ...]:
    few = finding.events is not None and finding.events < FEW_EVENTS
    first = (_FEW.filled(events=finding.events),) if few else ()
    return first if finding.as_drawn else (*first, _AS_RECEIVED)


def _said(value: float | None, scale: Scale) -> Words | None:
    if value is None:
        return None
    words: Words = scale.value
    return words.filled(number=number(100 * value if scale is Scale.SHARES else value))


def said_range(interval: Interval, scale: Scale) -> Words:
    """Give the ends of an interval as they are said on a scale: '2,0 til 13,1 procentpoint'."""
    words: Words = scale.value
    if scale is Scale.RATIO:
        return range_of(interval)
    if scale is Scale.SHARES:
        interval = Interval(100 * interval.low, 100 * interval.high, interval.level)
    return words.filled(number=range_of(interval, 1))
