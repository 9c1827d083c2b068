"""The benefit and its cost month by month: what is not known says so in its row."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Programme
from sammetag.law import RESSOURCEFORLOEB
from tests.town import Town

Browse = Callable[[str], Client]
BENEFIT, COST = "benefit", "reimbursement"


def typed(first: str, last: str, **more: str) -> dict[str, str]:
    """The form of a programme that began in January 2019, for the months given."""
    return {
        "first_month": first,
        "last_month": last,
        "scheme": RESSOURCEFORLOEB,
        "granted_on": "2018-12-10",
        "starts_on": "2019-01-01",
        "meets_residence": "on",
    } | {name.replace("__", "-"): text for name, text in more.items()}


def ask(browse: Browse, page: str, first: str, last: str, **more: str) -> Any:
    return browse("astrid").post(reverse(page), typed(first, last, **more))


def words(page: Any) -> str:
    """What the page says, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def heading(page: Any) -> str:
    (found,) = re.findall(r'id="answer-heading">([^<]*)<', page.text)
    return unescape(found)


def rows(page: Any) -> list[str]:
    """What stands in each month, in words."""
    bodies = re.findall(r"<tbody>(.*?)</tbody>", page.text, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split()) for body in bodies]


def test_a_month_is_told_with_rate_set_off_and_what_is_paid(browse: Browse, committed: Town) -> None:
    page = ask(browse, BENEFIT, "03.2024", "03.2024")

    assert page.status_code == 200
    assert rows(page)[0].startswith("Marts 2024 12.326 kr. 0 kr. 12.326 kr. læst i lovteksten")
    assert "LAS § 68, stk. 4-5, og § 68 a, stk. 1" in rows(page)[0]


def test_every_month_has_its_row_and_the_sum_is_theirs(browse: Browse, committed: Town) -> None:
    page = ask(browse, BENEFIT, "11.2024", "02.2025")

    assert [row.split(" 1")[0] for row in rows(page)] == [
        "November 2024",
        "December 2024",
        "Januar 2025",
        "Februar 2025",
    ]
    assert heading(page) == "50.192 kr. i 4 måneder"


def test_pay_is_set_off_in_its_months_only(browse: Browse, committed: Town) -> None:
    income = {"income-0-first": "04.2024", "income-0-last": "05.2024", "income-0-pay": "20.000"}

    page = ask(browse, BENEFIT, "03.2024", "06.2024", **income)

    set_off = [re.findall(r"[\d.,]+ kr\.", row)[1] for row in rows(page)]
    assert set_off[0] == set_off[3] == "0 kr."
    assert set_off[1] == set_off[2] != "0 kr."
    assert "Lønnen på 20.000 kroner giver et fradrag" in rows(page)[1]


def test_lines_about_the_same_month_are_added_up(browse: Browse, committed: Town) -> None:
    once = {"income-0-first": "04.2024", "income-0-other": "3000"}
    twice = {
        "income-0-first": "04.2024",
        "income-0-other": "1000",
        "income-1-first": "april 2024",
        "income-1-other": "2.000",
    }

    answers = [ask(browse, BENEFIT, "04.2024", "04.2024", **lines) for lines in (once, twice)]

    assert heading(answers[0]) == heading(answers[1]) == "9.326 kr. i 1 måned"


def test_a_rate_that_was_computed_says_so(browse: Browse, committed: Town) -> None:
    page = ask(browse, BENEFIT, "12.2025", "01.2026")

    assert [">beregnet<" in body for body in page.text.split("<tbody>")[1:]] == [False, True]
    assert "Det er ikke læst på tryk" in rows(page)[1]


def test_what_is_not_known_stands_in_its_row_and_is_lacking_in_the_sum(
    browse: Browse, committed: Town
) -> None:
    page = ask(browse, BENEFIT, "12.2026", "01.2027")

    assert rows(page)[1].startswith("Januar 2027 ? Vides ikke Beløbene fra 2027 er ikke læst")
    assert "Slå reglen op, før du handler: LAS" in rows(page)[1]
    assert heading(page).endswith("i 1 måned")
    assert "Summen mangler januar 2027." in words(page)


def test_months_that_are_lacking_in_a_row_are_named_by_their_ends(browse: Browse, committed: Town) -> None:
    page = ask(browse, BENEFIT, "12.2026", "03.2027")

    assert "Summen mangler januar 2027 til marts 2027." in words(page)


def test_months_outside_the_programme_are_told_apart_from_what_is_not_known(
    browse: Browse, committed: Town
) -> None:
    page = ask(browse, BENEFIT, "12.2018", "01.2019")

    assert "Uden for forløbet" in rows(page)[0]
    assert "Summen mangler" not in words(page)


def test_a_former_benefit_that_is_more_is_paid_instead(browse: Browse, committed: Town) -> None:
    page = ask(
        browse, BENEFIT, "03.2024", "03.2024", previous="sickness_benefit", previous_monthly="18.500 kr."
    )

    assert rows(page)[0].startswith("Marts 2024 18.500 kr. ydelsen før forløbet")


def test_one_more_line_is_given_each_time_and_waits_for_what_is_typed(
    browse: Browse, committed: Town
) -> None:
    empty = {f"income-{n}-{field}": "" for n in range(2) for field in ("first", "last", "pay")}

    page = ask(browse, BENEFIT, "03.2024", "03.2024", more="income", **empty)

    assert 'name="income-2-first"' in page.text and 'name="income-3-first"' not in page.text
    (waiting,) = re.findall(r"<input[^>]* autofocus[^>]*>", page.text)
    assert 'name="income-2-first"' in waiting


def test_other_lines_stay_as_many_as_they_were(browse: Browse, committed: Town) -> None:
    sent = {"spell-0-first": "", "spell-1-first": "", "cost-0-first": ""}

    page = ask(browse, COST, "03.2024", "03.2024", more="cost", **sent)

    assert 'name="spell-1-first"' in page.text and 'name="spell-2-first"' not in page.text
    assert 'name="cost-1-first"' in page.text


@pytest.mark.parametrize("more", ["other", "active"])
def test_a_line_that_was_wished_for_is_not_folded_away(browse: Browse, committed: Town, more: str) -> None:
    page = ask(browse, COST, "03.2024", "03.2024", more=more)

    assert '<details class="st-more" open>' in page.text
    assert f'name="{more}-1-first"' in page.text


def test_no_more_lines_are_offered_than_can_be_taken(browse: Browse, committed: Town) -> None:
    page = ask(browse, BENEFIT, "03.2024", "03.2024", more="income", income__58__first="")

    assert 'name="income-59-first"' in page.text
    assert 'value="income"' not in page.text


def test_lines_about_the_cost_go_along_to_the_benefit_and_back(browse: Browse, committed: Town) -> None:
    lines = {
        "spell-0-first": "2017-01-01",
        "spell-0-last": "2018-12-31",
        "spell-0-benefit": "cash-benefit",
        "other-0-first": "2016-01-01",
        "active-2-activity": "nonsense",
        "cost-0-amount": "4.000",
    }

    page = ask(browse, BENEFIT, "02.2019", "02.2019", **lines)

    assert page.status_code == 200
    carried = dict(re.findall(r'<input type="hidden" name="([a-z]+-[^"]*)" value="([^"]*)"', page.text))
    assert carried == lines
    assert (
        "110–114"
        in rows(
            ask(
                browse,
                COST,
                "02.2019",
                "02.2019",
                **{name: text for name, text in carried.items() if name.startswith("spell")},
            )
        )[0]
    )


def test_what_must_be_put_right_in_a_line_is_told_with_its_number(browse: Browse, committed: Town) -> None:
    page = ask(browse, BENEFIT, "04.2024", "04.2024", income__1__first="04.2024", income__1__pay="x")

    assert ">Indtægt 2: Løn med pension, kr. – »x« er ikke et beløb i hele kroner.</a>" in page.text


def test_more_lines_are_given_without_judging_what_is_there(browse: Browse, committed: Town) -> None:
    page = ask(browse, BENEFIT, "i går", "", more="income", income__0__first="04.2024")

    assert page.status_code == 200
    assert 'value="i går"' in page.text and 'value="04.2024"' in page.text
    assert 'name="income-1-first"' in page.text and 'name="income-2-first"' not in page.text
    assert "st-error-summary" not in page.text


@pytest.mark.parametrize(
    "wrong",
    [
        ("first_month", {"first_month": ""}, "Skriv den første måned."),
        ("first_month", {"first_month": "marts"}, "»marts« er ikke en måned. Skriv den som 03.2024."),
        ("first_month", {"first_month": "13.2024"}, "»13.2024« er ikke en måned."),
        ("first_month", {"first_month": "03.1924"}, "Er årstallet rigtigt?"),
        ("last_month", {"last_month": "02.2024"}, "Den sidste måned ligger før den første."),
        ("last_month", {"last_month": "03.2029"}, "Vælg højst 60 måneder ad gangen."),
        ("granted_on", {"granted_on": "31.06.2018"}, "»31.06.2018« er ikke en dag i kalenderen."),
        (
            "granted_on",
            {"granted_on": "2025-01-02", "ends_on": "2025-01-01"},
            "Bevillingen ligger efter forløbets slutning.",
        ),
        ("ends_on", {"ends_on": "2018-12-31"}, "Forløbet slutter, før det begynder."),
        ("previous_monthly", {"previous": "sickness_benefit"}, "Skriv, hvor meget ydelsen var om måneden."),
        ("previous", {"previous_monthly": "18500"}, "Vælg, hvilken ydelse det var"),
        (
            "previous_until",
            {
                "previous": "flexi_unemployment_allowance",
                "previous_monthly": "18500",
                "previous_until": "2024-01-01",
            },
            "Kun sygedagpenge har en sidste dag.",
        ),
        ("income-0-first", {"income-0-pay": "1000"}, "Skriv måneden."),
        (
            "income-0-last",
            {"income-0-first": "04.2024", "income-0-last": "03.2024"},
            "Det slutter, før det begynder.",
        ),
        ("income-0-first", {"income-0-first": "04.2023", "income-0-pay": "1"}, "ligger uden for dem"),
        ("income-0-pay", {"income-0-pay": "12.500,50"}, "»12.500,50« er ikke et beløb i hele kroner."),
        ("income-0-pay", {"income-0-pay": "-5"}, "Beløbet kan ikke være under 0."),
        ("income-0-pay", {"income-0-pay": "99999999"}, "Er beløbet rigtigt?"),
        ("income-0-offer_hours", {"income-0-offer_hours": "2,5"}, "Skriv hele timer."),
    ],
)
def test_what_cannot_be_is_told_by_the_field_and_everything_stays(
    browse: Browse, committed: Town, wrong: tuple[str, dict[str, str], str]
) -> None:
    field, more, sentence = wrong

    page = browse("astrid").post(reverse(BENEFIT), typed("03.2024", "04.2024", has_child_duty="on") | more)

    assert page.status_code == 422
    assert f'href="#id_{field}' in page.text
    assert sentence in words(page)
    assert re.search(r'name="has_child_duty"[^>]* checked', page.text)
    assert "st-months" not in page.text


def test_sixty_months_are_reckoned(browse: Browse, committed: Town) -> None:
    assert len(rows(ask(browse, BENEFIT, "01.2020", "12.2024"))) == 60


@pytest.mark.parametrize("month", ["2024-03", "3/2024", "marts 2024", "mar 2024", "March 2024"])
def test_a_month_is_understood_as_people_write_it(browse: Browse, committed: Town, month: str) -> None:
    assert rows(ask(browse, BENEFIT, month, "03.2024"))[0].startswith("Marts 2024")


def test_the_state_pays_less_the_more_weeks_there_were(browse: Browse, committed: Town) -> None:
    page = ask(browse, COST, "01.2019", "03.2019")

    found = rows(page)
    assert found[0].startswith("Januar 2019 11.423 kr. 1–5 80 % og 40 %")
    assert found[1].startswith("Februar 2019 11.423 kr. 5–9 40 % 4.569,2")
    assert "som om borgeren ikke har fået andre ydelser siden 1. juli 2014" in words(page)


def test_weeks_of_earlier_benefits_count(browse: Browse, committed: Town) -> None:
    spell = {
        "spell-0-first": "2017-01-01",
        "spell-0-last": "2018-12-31",
        "spell-0-benefit": "cash-benefit",
    }

    page = ask(browse, COST, "02.2019", "02.2019", **spell)

    assert rows(page)[0].startswith("Februar 2019 11.423 kr. 110–114 20 % 2.284,60 kr.")
    assert "som om borgeren ikke har fået andre ydelser" not in words(page)


def test_costs_of_the_programme_are_shared_by_their_kind(browse: Browse, committed: Town) -> None:
    costs = {
        "cost-0-first": "02.2019",
        "cost-0-last": "03.2019",
        "cost-0-kind": "mentor",
        "cost-0-amount": "4.000",
        "cost-1-first": "02.2019",
        "cost-1-kind": "casework",
        "cost-1-amount": "1.000",
    }

    found = rows(ask(browse, COST, "02.2019", "03.2019", **costs))

    assert "Mentor: 4.000 kr., staten betaler 50 %" in found[0]
    assert "Sagsbehandling: 1.000 kr., staten betaler 0 %" in found[0]
    assert "Sagsbehandling" not in found[1]


def test_a_share_that_is_not_known_stands_in_its_row_and_is_lacking_in_the_sum(
    browse: Browse, committed: Town
) -> None:
    page = ask(browse, COST, "01.2026", "02.2026")

    found = rows(page)
    assert "Vides ikke" not in found[0]
    assert "Vides ikke" in found[1]
    assert "Efter den 31. januar 2026 fortsætter ressourceforløb kun efter overgangsregler." in found[1]
    assert "BEK 14/2026" in found[1]
    assert "Summen mangler noget i februar 2026." in words(page)
    assert heading(page) == f"Kommunen betaler selv {re.findall(r'[0-9.,]+ kr[.]', found[0])[4]}"


def test_what_was_written_for_the_benefit_is_enough_for_its_cost(browse: Browse, committed: Town) -> None:
    form = browse("astrid").get(reverse(BENEFIT))

    assert f'formaction="{reverse(COST)}"' in form.text
    assert ask(browse, COST, "03.2024", "03.2024").status_code == 200


def test_how_a_month_is_divided_between_weeks_is_told(browse: Browse, committed: Town) -> None:
    assert "Her er den delt ligeligt på månedens dage." in words(ask(browse, COST, "03.2024", "03.2024"))


@pytest.mark.parametrize("page", [BENEFIT, COST])
def test_a_case_fills_in_its_scheme_and_days_and_leads_on_and_back(
    browse: Browse, committed: Town, page: str
) -> None:
    case, granted = committed.cases["own"], date(2024, 5, 2)
    with behind_the_wall(committed.account("astrid")):
        programmes = Programme.objects.of(Case.objects.scoped("test").get(pk=case))
        programmes.update(
            scheme=RESSOURCEFORLOEB, granted_on=granted, starts_on=granted, granted_until=date(2027, 5, 1)
        )

    shown = browse("astrid").get(reverse(f"{page}-case", args=[case])).text

    days = dict(re.findall(r'name="(granted_on|starts_on|ends_on)" value="([^"]*)"', shown))
    assert days == {"granted_on": "2024-05-02", "starts_on": "2024-05-02", "ends_on": "2027-05-01"}
    assert f'formaction="{reverse(f"{COST if page == BENEFIT else BENEFIT}-case", args=[case])}"' in shown
    assert f'<p class="st-back"><a href="{reverse("case", args=[case])}">' in shown


def test_the_case_page_leads_to_the_benefit_for_whoever_may_assess(browse: Browse, committed: Town) -> None:
    case, door = (reverse(name, args=[committed.cases["own"]]) for name in ("case", "benefit-case"))

    assert door in browse("astrid").get(case).text
    assert door not in browse("mads").get(case).text


@pytest.mark.parametrize(("page", "word"), [(BENEFIT, "Paid"), (COST, "Reimbursed of the benefit")])
def test_in_english_the_whole_answer_is_english(
    browse: Browse, committed: Town, page: str, word: str
) -> None:
    astrid = browse("astrid")
    astrid.cookies["django_language"] = "en"

    shown = words(astrid.post(reverse(page), typed("03.2024", "03.2024")))

    assert word in shown and "March 2024" in shown and "12,326" in shown
