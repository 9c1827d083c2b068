"""The minister's four proposals, as proposed and as enacted: the examples of both, and what they explain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.answer import Book
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.guarantee import GUARANTEE
from sammetag.law.health_coordinator_question import HEALTH_COORDINATOR_QUESTION
from sammetag.law.impact import Impact, Verdict, impact
from sammetag.law.job_broker_question import JOB_BROKER_QUESTION
from sammetag.law.reform import Contradiction, Reform, ReformedBook, ReformStatus
from sammetag.law.reforms import book_under, reform_named
from sammetag.law.reforms.guarantee import COUNTS
from sammetag.law.reforms.guarantee_words import EFFORTS
from sammetag.law.target_group import target_group
from sammetag.law.target_group_facts import ConditionState, TargetFacts, TargetResult
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
Ask = Callable[[Example, date, Book], law.Answer[Any]]
HERE = Path(__file__).parent
PROPOSALS = ("guarantee", "job-broker", "health-coordinator", "years-to-pension")
NAMES = [f"{proposal}-as-{how}" for proposal in PROPOSALS for how in ("proposed", "enacted")]
START, DAY = date(2017, 3, 1), date(2017, 10, 2)


def examples_of(proposal: str) -> list[Example]:
    file = HERE / f"{proposal.replace('-', '_')}_examples.yaml"
    found: list[Example] = yaml.safe_load(file.read_text("utf-8"))["examples"]
    return found


CASES = [pytest.param(name, one, id=one["sentence"]) for name in PROPOSALS for one in examples_of(name)]


def programme(facts: Example) -> Example:
    granted_on = facts.get("starts_on")
    return {"scheme": law.RESSOURCEFORLOEB, "granted_on": granted_on, "ends_on": None, **facts}


def ask_guarantee(facts: Example, on: date, book: Book) -> law.Answer[Any]:
    told = programme(facts)
    told["efforts"] = tuple(
        law.Effort(law.EffortKind(kind), day, in_plan=not more)
        for kind, day, *more in facts.get("efforts", ())
    )
    told["exempt"] = tuple(law.Period(first, last) for first, last in facts.get("exempt", ()))
    told["reliefs"] = tuple(law.Relief(law.ReliefKind(kind), day) for kind, day in facts.get("reliefs", ()))
    return law.guarantee(law.GuaranteeFacts(**told), on, book=book)


def ask_broker(facts: Example, on: date, book: Book) -> law.Answer[Any]:
    return law.job_broker(law.JobBrokerFacts(**programme(facts)), on, book=book)


def ask_coordinator(facts: Example, on: date, book: Book) -> law.Answer[Any]:
    return law.health_coordinator(law.HealthCoordinatorFacts(**programme(facts)), on, book=book)


def ask_target(facts: Example, on: date, book: Book) -> law.Answer[Any]:
    told = {**facts, "earlier": tuple(facts["earlier"])}
    return target_group(TargetFacts(scheme=law.RESSOURCEFORLOEB, **told), on, book=book)


ASKS: dict[str, Ask] = dict(
    zip(PROPOSALS, (ask_guarantee, ask_broker, ask_coordinator, ask_target), strict=True)
)


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "warnings":
        return len(answer.warnings)
    if key == "reformed":
        return answer.version not in law.BOOK.versions()
    if key == "may_finish":
        return any("folkepensionsalderen. Sker det under forløbet" in one.text.da for one in answer.reasons)
    if key in ("fails", "unknown"):
        return [name.value for name in answer.value.named(ConditionState(key))]
    value = getattr(answer.value, key)
    return value.kind.value if isinstance(value, law.Relief) else value


def said(name: str, facts: Example, on: date = DAY) -> list[str]:
    ask = ASKS[name.split("-as-")[0]]
    return [reason.text.da for reason in ask(facts, on, book_under([name])).reasons]


@pytest.mark.parametrize(("proposal", "example"), CASES)
def test_an_example_comes_out_as_it_says(proposal: str, example: Example) -> None:
    book, expected = book_under([example["reform"]]), example["expected"]

    found = outcome(lambda: ASKS[proposal](example["facts"], example["asked_on"], book), expected, seen)

    assert found == expected


@pytest.mark.parametrize(("proposal", "example"), CASES)
def test_an_example_has_a_sentence_a_source_and_the_reform_of_its_file(
    proposal: str, example: Example
) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("Forslag ", "LBK", "LOV", "BEK"))
    assert example["reform"].split("-as-")[0] == proposal


@pytest.mark.parametrize("name", NAMES)
def test_a_reform_has_examples_inside_on_and_outside_its_limits(name: str) -> None:
    days = {one["asked_on"] for one in examples_of(name.split("-as-")[0]) if one["reform"] == name}

    for amendment in reform_named(name).amendments:
        assert uncovered(amendment.version, days) == []


@pytest.mark.parametrize("proposal", PROPOSALS)
def test_the_two_versions_of_a_proposal_refuse_each_other_by_name(proposal: str) -> None:
    with pytest.raises(Contradiction) as refused:
        book_under([f"{proposal}-as-enacted", f"{proposal}-as-proposed"])

    for how in ("proposed", "enacted"):
        title = reform_named(f"{proposal}-as-{how}").title
        assert title.da in refused.value.sentence.da
        assert title.en in refused.value.sentence.en


@pytest.mark.parametrize("hows", list(product(("proposed", "enacted"), repeat=4)), ids="-".join)
def test_the_four_combine_each_in_either_version(hows: tuple[str, ...]) -> None:
    names = [f"{proposal}-as-{how}" for proposal, how in zip(PROPOSALS, hows, strict=True)]
    together = book_under(names)

    for name, proposal in zip(names, PROPOSALS, strict=True):
        inside = next(
            one for one in examples_of(proposal) if one["reform"] == name and "error" not in one["expected"]
        )
        day, ask = inside["asked_on"], ASKS[proposal]
        assert ask(inside["facts"], day, together) == ask(inside["facts"], day, book_under([name]))


@pytest.mark.parametrize("name", NAMES)
def test_a_reform_says_where_it_can_be_read_and_what_it_is(name: str) -> None:
    found = reform_named(name)

    proposed = name.endswith("proposed")
    assert found.status is (ReformStatus.PROPOSED if proposed else ReformStatus.ENACTED)
    assert found.source.act == ("Beskæftigelsesministerens forslag" if proposed else "LAB")
    assert (found.beyond is not None) == proposed


def test_the_guarantee_as_proposed_names_only_the_effort_that_decides() -> None:
    facts = {
        "starts_on": START,
        "efforts": [["mentor", START], ["social", date(2017, 5, 2)], ["lab-11", date(2017, 6, 1)]],
        "reliefs": [["stu", START]],
        "exempt": [[START, DAY]],
    }

    assert said("guarantee-as-proposed", facts) == [
        "Efter 6 måneder i forløbet, her 31. august 2017, skal en beskæftigelsesindsats, en social indsats "
        "eller en kommunal sundhedsindsats være iværksat. Ellers drøftes sagen i et tværfagligt team.",
        "Indsatsen efter serviceloven begyndte 2. maj 2017. Det er i tide, så sagen skal ikke drøftes.",
    ]


def test_where_nothing_counts_the_guarantee_as_proposed_says_why_of_each_effort() -> None:
    efforts = [["lab-12", date(2017, 2, 1)], ["mentor", date(2017, 4, 3)], ["treatment", date(2017, 5, 2)]]

    told = said("guarantee-as-proposed", {"starts_on": START, "efforts": efforts})

    assert told[1:] == [
        "Ansættelse med løntilskud (LAB kapitel 12) begyndte 1. februar 2017, før forløbet selv. Forslaget "
        "siger ikke, om det er nok, så det er ikke regnet med her.",
        "Mentorstøtte (LAB kapitel 26) begyndte 3. april 2017. Forslaget siger ikke, om det er en indsats, "
        "der tæller, så det er ikke regnet med her.",
        "Behandling i regionen eller på hospital begyndte 2. maj 2017. Den tæller ikke, for forslaget nævner "
        "kun kommunens egne sundhedsindsatser.",
        "Tiden er gået, uden at en indsats, der tæller, er begyndt. Sagen skal drøftes i et tværfagligt "
        "team.",
    ]


def test_every_kind_of_effort_has_words_in_the_proposal() -> None:
    assert set(EFFORTS) == {kind.value for kind in law.EffortKind}
    assert set(law.EffortKind) > COUNTS


def test_the_job_broker_as_proposed_names_the_recommendation_and_nothing_else_where_there_is_none() -> None:
    told = said("job-broker-as-proposed", {"starts_on": START, "company_recommended": False})

    assert told == said(
        "job-broker-as-proposed", {"starts_on": START, "company_recommended": False, "has_job_broker": True}
    )
    assert told[-1] == "Teamet har ikke indstillet til en virksomhedsrettet indsats."


def test_the_enacted_right_over_earlier_days_is_told_from_the_act_with_a_note() -> None:
    book = book_under(["job-broker-as-enacted"])

    answer = ask_broker({"starts_on": START}, DAY, book)

    assert answer.version.source.section == "§ 113 a"
    assert answer.version.note is not None
    assert "1. januar 2022" in answer.version.note.da


BIRTHS = st.dates(date(1945, 1, 1), date(1985, 12, 31))
TARGET_DAYS = st.dates(date(2013, 1, 1), date(2026, 1, 31))
MET = TargetFacts(
    scheme=law.RESSOURCEFORLOEB,
    complex_problems=True,
    unsolved=True,
    combined_effort=True,
    long_support=True,
    pointless=False,
    can_develop=True,
    ruled_out=False,
    earlier=(),
    disability_pension=False,
)


@given(BIRTHS, TARGET_DAYS, st.sampled_from([True, False, None]))
def test_proposed_and_enacted_let_in_the_same_and_change_one_condition_only(
    born_on: date, on: date, own_wish: bool | None
) -> None:
    told = {name: getattr(MET, name) for name in MET.__dataclass_fields__}
    facts = TargetFacts(**{**told, "born_on": born_on, "own_wish": own_wish})

    law_says = target_group(facts, on).value
    proposed, enacted = (
        target_group(facts, on, book=book_under([f"years-to-pension-as-{how}"])).value
        for how in ("proposed", "enacted")
    )

    def others(found: law.Assessment) -> set[law.Condition]:
        return {one for one in found.conditions if one.name is not law.ConditionName.YEARS_TO_PENSION}

    assert proposed.result is enacted.result
    assert others(proposed) == others(enacted) == others(law_says)
    if own_wish:
        assert proposed.result is law_says.result
    if law_says.result is TargetResult.NOT_IN:
        assert proposed.result is TargetResult.NOT_IN


def case(**known: Any) -> CaseFacts:
    return CaseFacts(
        id="1",
        scheme=law.RESSOURCEFORLOEB,
        granted_on=START,
        starts_on=START,
        reform=ReformFacts(**known),
    )


def effect(name: str, one: CaseFacts, on: date) -> Impact:
    under = ReformedBook(law.BOOK, (reform_named(name),))
    found = impact(one, on, under=under, questions=QUESTIONS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "known", "verdict"),
    [
        ("job-broker-as-proposed", {"company_recommended": True}, Verdict.AFFECTED),
        ("job-broker-as-proposed", {"company_recommended": False}, Verdict.UNAFFECTED),
        ("job-broker-as-proposed", {}, Verdict.NOT_JUDGED),
        ("job-broker-as-enacted", {}, Verdict.AFFECTED),
        ("health-coordinator-as-proposed", {"in_offer": True, "doubts_health_fit": True}, Verdict.AFFECTED),
        ("health-coordinator-as-enacted", {"in_offer": True, "doubts_health_fit": True}, Verdict.AFFECTED),
        ("health-coordinator-as-enacted", {"in_offer": False}, Verdict.UNAFFECTED),
        ("health-coordinator-as-enacted", {"in_offer": True}, Verdict.NOT_JUDGED),
    ],
)
def test_a_case_of_2017_tells_whether_it_would_have_been_affected(
    name: str, known: Example, verdict: Verdict
) -> None:
    assert effect(name, case(**known), DAY).verdict is verdict


@pytest.mark.parametrize(
    ("question", "known", "fields"),
    [
        (JOB_BROKER_QUESTION, {}, ("reform.company_recommended",)),
        (HEALTH_COORDINATOR_QUESTION, {}, ("reform.in_offer", "reform.doubts_health_fit")),
        (HEALTH_COORDINATOR_QUESTION, {"in_offer": True}, ("reform.doubts_health_fit",)),
    ],
)
def test_a_case_that_does_not_tell_enough_is_told_what_it_lacks(
    question: CaseQuestion, known: Example, fields: tuple[str, ...]
) -> None:
    book = book_under(["job-broker-as-proposed", "health-coordinator-as-proposed"])

    with pytest.raises(Lacking) as lacking:
        question.ask(case(**known), DAY, book)

    assert lacking.value.fields == fields


@pytest.mark.parametrize("question", [JOB_BROKER_QUESTION, HEALTH_COORDINATOR_QUESTION])
def test_a_case_without_its_days_lacks_them_and_another_scheme_is_not_asked(question: CaseQuestion) -> None:
    with pytest.raises(Lacking) as lacking:
        question.ask(CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB), DAY, law.BOOK)

    assert lacking.value.fields == ("granted_on", "starts_on")
    assert question.ask(CaseFacts(id="1", scheme=law.FLEKSJOB), DAY, law.BOOK) is None


def test_a_right_is_told_in_one_sentence_whether_met_or_not() -> None:
    def told(question: CaseQuestion, reform: Reform, **known: Any) -> str:
        answer = question.ask(case(**known), DAY, book_under([reform.name]))
        assert answer is not None
        return question.told(answer.value).da

    broker, health = (
        reform_named(f"{proposal}-as-proposed") for proposal in ("job-broker", "health-coordinator")
    )
    doubts = {"in_offer": True, "doubts_health_fit": True}
    assert told(JOB_BROKER_QUESTION, broker, company_recommended=True, has_job_broker=True).endswith(
        "har en."
    )
    assert "skal have en" in told(JOB_BROKER_QUESTION, broker, company_recommended=True, has_job_broker=False)
    assert "ikke ret" in told(JOB_BROKER_QUESTION, broker, company_recommended=False)
    assert "skal inddrages" in told(
        HEALTH_COORDINATOR_QUESTION, health, has_health_coordinator=False, **doubts
    )
    assert "intet tilbud" in told(HEALTH_COORDINATOR_QUESTION, health, in_offer=False)


@pytest.mark.parametrize(
    ("how", "team"), [("proposed", "et tværfagligt team"), ("enacted", "rehabiliteringsteamet")]
)
def test_where_nothing_began_the_case_goes_to_the_team_that_the_reform_names(how: str, team: str) -> None:
    reform = reform_named(f"guarantee-as-{how}")
    told = law.GuaranteeFacts(law.RESSOURCEFORLOEB, START, START, None, ())
    one = CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, granted_on=START, starts_on=START, guarantee=told)

    found = impact(one, date(2018, 3, 1), under=ReformedBook(law.BOOK, (reform,)), questions=QUESTIONS)

    assert found is not None
    (guarantee,) = (one for one in found.effects if one.topic is GUARANTEE)
    assert guarantee.after is not None
    assert team in guarantee.after.da
