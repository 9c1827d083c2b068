"""What is said of a Cox regression: how it was done, and what to read first."""

from __future__ import annotations

from sammetag.evaluation.cox_model import CoxModel, Ties
from sammetag.evaluation.figures import number
from sammetag.evaluation.groups import WITHIN_STRATA
from sammetag.evaluation.result import Method, Undefined
from sammetag.words import Words, together

FEW_EVENTS = 10
FEW_CLUSTERS = 30

_COX = Words(
    "Cox-regression: hver gang én har hændelsen, sammenlignes den med alle, der da var under observation "
    "og endnu ikke havde haft den.",
    "Cox regression: whenever somebody has the event, that person is compared with all who were then under "
    "observation and had not yet had it.",
)
_CAUSE = Words(
    "Hændelsen er årsag {cause}; de, der sluttede på anden måde, tæller med, til de sluttede.",
    "The event is cause {cause}; those who ended in another way count until they did.",
)
_TIES = {
    Ties.EFRON: Words(
        "Hændelser på samme tid er behandlet efter Efron.", "Events at the same time are met as Efron does."
    ),
    Ties.BRESLOW: Words(
        "Hændelser på samme tid er behandlet efter Breslow, som SAS gør, når andet ikke vælges.",
        "Events at the same time are met as Breslow does, and SAS where nothing else is chosen.",
    ),
}
_ROBUST = Words(
    "Usikkerheden er robust: den regner med, at rækker i samme klynge hænger sammen.",
    "The uncertainty is robust: it reckons with rows of one cluster hanging together.",
)
_COX_1972 = "Cox (1972), JRSS B 34"
_SOURCES = {
    Ties.EFRON: "Efron (1977), JASA 72",
    Ties.BRESLOW: "Breslow (1974), Biometrics 30",
}
_LIN_WEI = "Lin & Wei (1989), JASA 84"

_ONE_SIDED = Words(
    "Alle med hændelsen har {name} = {value}; blandt de andre skete den ikke. Så går hazard ratio mod 0 "
    "eller uendelig, og et tal ville narre. Brug log-rank-testen og andelene over tid, eller følg dem "
    "længere.",
    "Everybody with the event has {name} = {value}; it did not happen among the others. Then the hazard "
    "ratio runs towards 0 or infinity, and a number would deceive. Use the log-rank test and the shares "
    "over time, or follow them longer.",
)
_FEW_EVENTS = Words(
    "Der er {events} hændelser til {covariates} kovariater. Under {few} til hver gør tallene usikre og "
    "kan skævvride dem: tag færre kovariater med (Peduzzi m.fl. 1995).",
    "There are {events} events for {covariates} covariates. Fewer than {few} for each make the numbers "
    "uncertain and may bias them: include fewer covariates (Peduzzi et al. 1995).",
)
_FEW_CLUSTERS = Words(
    "Den robuste usikkerhed hviler på {clusters} klynger. Under {few} bliver den let for lille (Cameron & "
    "Miller 2015).",
    "The robust uncertainty rests on {clusters} clusters. Below {few} it easily becomes too small "
    "(Cameron & Miller 2015).",
)
_NOT_CONVERGED = Words(
    "Beregningen nåede ikke helt til toppen af sin likelihood, så tallene er foreløbige. Tag kovariater "
    "ud, der næsten siger det samme.",
    "The calculation did not quite reach the top of its likelihood, so the numbers are provisional. Leave "
    "covariates out that say nearly the same.",
)


def method_of(model: CoxModel) -> Method:
    """Say how a question was answered."""
    robust = model.cluster is not None
    said = [_COX]
    if model.strata is not None:
        said.append(WITHIN_STRATA)
    if model.cause is not None:
        said.append(_CAUSE.filled(cause=model.cause))
    said += [_TIES[model.ties], *([_ROBUST] if robust else [])]
    sources = (_COX_1972, _SOURCES[model.ties], *((_LIN_WEI,) if robust else ()))
    return Method(together(*said), "; ".join(sources))


def one_sided(name: str, value: float) -> Undefined:
    """Say why a covariate has no hazard ratio when all events have one value of it."""
    return Undefined(_ONE_SIDED.filled(name=f"‘{name}’", value=number(value)))


def warnings_of(model: CoxModel, *, converged: bool) -> tuple[Words, ...]:
    """Give what must be read before the numbers."""
    events, covariates = int(model.event.sum()), len(model.covariates)
    found = [] if converged else [_NOT_CONVERGED]
    if events < FEW_EVENTS * covariates:
        found.append(_FEW_EVENTS.filled(events=events, covariates=covariates, few=FEW_EVENTS))
    if model.cluster is not None and (clusters := int(model.cluster.max()) + 1) < FEW_CLUSTERS:
        found.append(_FEW_CLUSTERS.filled(clusters=clusters, few=FEW_CLUSTERS))
    return tuple(found)
