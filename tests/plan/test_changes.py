"""What is different between two pictures of a plan: named cases, and random pictures."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from sammetag.plan.changes import Change, Difference, How, PlanPicture, What, changes

TITLES = some.sampled_from(["Kende skånebehov", "Praktik", "Ro på økonomien"])
DAYS = some.sampled_from(["2026-01-01", "2026-06-01", None])


def sub_goal(**other: Any) -> Any:
    return {
        "id": "s1",
        "title": "Fire timer om ugen",
        "begins_on": None,
        "due_on": "2026-06-01",
        "words_of": "coordinator",
        "achievement": "not-begun",
        "achieved_on": None,
        "reason": "",
    } | other


def goal(*sub_goals: Any, **other: Any) -> Any:
    plain = {"id": "g1", "title": "Praktik", "field": "employment", "words_of": "citizen"}
    return plain | {"sub_goals": list(sub_goals)} | other


def plan(*goals: Any, job_goal: str = "Pedel") -> PlanPicture:
    return {"job_goal": {"job_goal": job_goal, "words_of": "citizen"}, "goals": list(goals)}


def pictures() -> some.SearchStrategy[PlanPicture]:
    """Random plans in which no id stands twice."""
    one = some.builds(sub_goal, title=TITLES, begins_on=DAYS, achievement=some.sampled_from(["a", "b"]))

    def with_ids(goals: list[list[Any]]) -> PlanPicture:
        made = [
            goal(*[sub | {"id": f"s{i}.{j}"} for j, sub in enumerate(subs)], id=f"g{i}", title=title)
            for i, (title, subs) in goals
        ]
        return plan(*made)

    numbered = some.dictionaries(some.integers(0, 4), some.tuples(TITLES, some.lists(one, max_size=3)))
    return numbered.map(lambda goals: with_ids([[i, both] for i, both in goals.items()]))


def short(found: list[Change]) -> list[tuple[str, str, str]]:
    return [(one.how.value, one.what.value, one.title) for one in found]


def test_the_first_plan_is_all_new() -> None:
    assert short(changes(None, plan(goal(sub_goal())))) == [
        ("added", "job-goal", "Pedel"),
        ("added", "goal", "Praktik"),
        ("added", "sub-goal", "Fire timer om ugen"),
    ]


def test_a_change_names_what_stood_there_before_and_what_does_now() -> None:
    found = changes(plan(goal(sub_goal())), plan(goal(sub_goal(due_on="2026-09-01"))))

    assert found == [
        Change(
            How.CHANGED,
            What.SUB_GOAL,
            "s1",
            "Fire timer om ugen",
            (Difference("due_on", "2026-06-01", "2026-09-01"),),
        )
    ]


def test_how_far_it_has_come_is_told_apart_from_what_it_says() -> None:
    after = sub_goal(title="Seks timer om ugen", achievement="on-the-way", achieved_on="2026-03-01")

    assert short(changes(plan(goal(sub_goal())), plan(goal(after)))) == [
        ("changed", "sub-goal", "Seks timer om ugen"),
        ("achieved", "sub-goal", "Seks timer om ugen"),
    ]


def test_a_goal_that_is_gone_takes_its_sub_goals_along_without_a_word_on_each() -> None:
    assert short(changes(plan(goal(sub_goal())), plan())) == [("removed", "goal", "Praktik")]


def test_a_sub_goal_that_is_gone_is_told_where_its_goal_stayed() -> None:
    before = plan(goal(sub_goal()))

    assert short(changes(before, plan(goal()))) == [("removed", "sub-goal", "Fire timer om ugen")]


def test_whose_words_a_job_goal_is_makes_a_difference_only_where_there_is_one() -> None:
    theirs, empty = plan(), plan(job_goal="")
    ours, nobodys = deepcopy(theirs), deepcopy(empty)
    ours["job_goal"]["words_of"] = nobodys["job_goal"]["words_of"] = "coordinator"

    assert short(changes(theirs, ours)) == [("changed", "job-goal", "Pedel")]
    assert changes(empty, nobodys) == []
    assert short(changes(theirs, empty)) == [("removed", "job-goal", "Pedel")]


@given(pictures())
def test_a_plan_does_not_differ_from_itself(one: PlanPicture) -> None:
    assert changes(one, deepcopy(one)) == []


@given(pictures(), pictures())
def test_nothing_differs_only_where_the_plans_are_the_same(one: PlanPicture, other: PlanPicture) -> None:
    def known(picture: PlanPicture) -> dict[str, Any]:
        return {
            goal["id"]: goal | {"sub_goals": {sub["id"]: sub for sub in goal["sub_goals"]}}
            for goal in picture["goals"]
        }

    assert (changes(one, other) == []) is (known(one) == known(other))


@given(pictures(), pictures())
def test_what_is_added_on_the_way_out_is_removed_on_the_way_back(
    one: PlanPicture, other: PlanPicture
) -> None:
    def goals(found: list[Change], how: How) -> set[str]:
        return {change.id for change in found if change.what is What.GOAL and change.how is how}

    there, back = changes(one, other), changes(other, one)

    assert goals(there, How.ADDED) == goals(back, How.REMOVED)
    assert goals(there, How.CHANGED) == goals(back, How.CHANGED)
