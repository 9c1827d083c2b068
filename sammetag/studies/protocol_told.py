"""A protocol as people read it: part by part, each a heading with its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.design.wording import date_words, heading, number_words, told
from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.outcomes import indicator
from sammetag.evaluation.trial.protocol import Adjustment, BlockBy, Covariate, Outcome, Protocol, Size
from sammetag.law.schemes import scheme_name
from sammetag.people.danish import sort_key
from sammetag.studies.per_cent import per_cent_of

ADJUSTED = {
    Covariate.AGE: lambda: _("alder"),
    Covariate.SEX: lambda: _("køn"),
    Covariate.DRAW_DATE: lambda: _("lodtrækningens dag"),
}
SEVERAL = {
    Adjustment.HOLM: lambda: _("p justeres med Holms metode, fordi flere mål prøves."),
    Adjustment.FALSE_DISCOVERY: lambda: _(
        "p justeres med Benjamini og Hochbergs metode, fordi flere mål prøves."
    ),
    Adjustment.NONE: lambda: _("p justeres ikke, selv om flere mål prøves."),
}


@dataclass(frozen=True)
class Part:
    """One part of a protocol; `definitions` are the outcomes with how each is measured."""

    heading: str
    sentences: tuple[str, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()


def parts_of(protocol: Protocol, units: Mapping[str, str], *, blind: bool = False) -> tuple[Part, ...]:
    """The protocol part by part; `units` gives their names. A part with nothing in it is left out.

    Whoever is blind sees how many each letter has, so they are told neither the shares nor the arms' order.
    """
    parts = (
        Part(_("Spørgsmålet"), tuple(one for one in (protocol.question, protocol.population) if one)),
        Part(_("Grupperne"), tuple(_arms(protocol, blind=blind))),
        Part(_("Hvem der kan trækkes"), tuple(_eligible(protocol.eligibility, units))),
        Part(_("Målene"), definitions=tuple(_outcome(one) for one in protocol.outcomes)),
        Part(_("Størrelsen"), tuple(_size(protocol.size))),
        Part(_("Sådan regnes der"), tuple(_analysis(protocol))),
    )
    return tuple(part for part in parts if part.sentences or part.definitions)


def _arms(protocol: Protocol, *, blind: bool) -> Iterator[str]:
    arms = sorted(protocol.arms, key=lambda arm: sort_key(arm.title)) if blind else protocol.arms
    for arm in arms:
        yield f"{arm.title}: {arm.description}" if arm.description else f"{arm.title}."
    if not blind:
        shares = ":".join(str(arm.share) for arm in arms)
        yield _("Pladserne fordeles %(shares)s.") % {"shares": shares}
    if protocol.block_by is BlockBy.UNIT:
        yield _("Der trækkes lod mellem dem, der står på listen samme dag og hører til samme enhed.")
    else:
        yield _("Der trækkes lod mellem dem, der står på listen samme dag.")


def _eligible(wanted: Eligibility, units: Mapping[str, str]) -> Iterator[str]:
    if wanted.least_age is not None:
        yield _("Mindst %(age)s år på lodtrækningens dag.") % {"age": wanted.least_age}
    if wanted.most_age is not None:
        yield _("Højst %(age)s år på lodtrækningens dag.") % {"age": wanted.most_age}
    if wanted.schemes:
        names = ", ".join(told(scheme_name(one)) for one in wanted.schemes)
        yield _("I et forløb, der løber: %(names)s.") % {"names": names}
    if wanted.granted_from:
        yield _("Forløbet er bevilget %(day)s eller senere.") % {"day": date_words(wanted.granted_from)}
    if wanted.granted_until:
        yield _("Forløbet er bevilget senest %(day)s.") % {"day": date_words(wanted.granted_until)}
    if wanted.units:
        names = ", ".join(units.get(one, one) for one in wanted.units)
        yield _("Hører til: %(names)s.") % {"names": names}
    for one in wanted.vouched:
        yield _("Bekræftet for hver borger: %(condition)s") % {"condition": one}


def _outcome(outcome: Outcome) -> tuple[str, str]:
    known = indicator(outcome.indicator)
    if known is None:
        return outcome.indicator, ""
    title = heading(known.title)
    shown = _("%(title)s (hovedmål)") % {"title": title} if outcome.primary else title
    return shown, told(known.definition)


def _size(size: Size | None) -> Iterator[str]:
    if size is None:
        return
    yield ngettext("%(n)s borger skal med.", "%(n)s borgere skal med.", size.persons) % {
        "n": number_words(size.persons)
    }
    yield _(
        "Af 100 i den sædvanlige indsats ventes %(control)s at nå hovedmålet; %(treatment)s i den nye."
    ) % {"control": _of_hundred(size.control), "treatment": _of_hundred(size.treatment)}


def _analysis(protocol: Protocol) -> Iterator[str]:
    analysis = protocol.analysis
    yield _("Alle regnes med i den gruppe, de blev trukket til, uanset hvad de fik.")
    if analysis.covariates:
        names = ", ".join(ADJUSTED[one]() for one in analysis.covariates)
        yield _("Der tages højde for %(names)s.") % {"names": names}
    if analysis.within_blocks:
        yield _("Kun mennesker, der blev trukket sammen, sammenlignes med hinanden.")
    if len(protocol.outcomes) > 1:
        yield SEVERAL[analysis.several]()
    if protocol.until:
        yield _("Ingen følges længere end til %(day)s.") % {"day": date_words(protocol.until)}


def _of_hundred(share: float) -> str:
    return number_words(per_cent_of(share))
