"""The rulebook refuses what contradicts itself or cannot be looked up, and explains each refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from sammetag import law
from sammetag.law import registry
from sammetag.law.answer import Asked, Finding
from sammetag.law.registry import Rulebook
from sammetag.law.rule import closed, not_known, rule

TOPIC = law.Topic("test.rule", law.Words("prøven", "the test"), law.ChosenBy.DAY)
SOURCE = law.Source("LAB", "§ 1", "LBK 1/2020")
SCHEME = law.RESSOURCEFORLOEB


def say(facts: str, asked: Asked) -> Finding[str]:
    return Finding(f"{facts} on {asked.chosen_on}", ())


def put(book: Rulebook, first: date, last: date | None = None, **changes: Any) -> None:
    settings: dict[str, Any] = {
        "schemes": (SCHEME,),
        "source": SOURCE,
        "confidence": law.Confidence.HIGH,
        "book": book,
    }
    rule(TOPIC, first=first, last=last, **{**settings, **changes})(say)


def ask(book: Rulebook, on: date, topic: law.Topic = TOPIC) -> Any:
    return book.ask(topic, "said", scheme=SCHEME, granted_on=date(2020, 6, 1), on=on).value


def test_two_versions_on_one_day_are_refused() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), date(2020, 12, 31))

    with pytest.raises(law.RulebookError, match="overlaps"):
        put(book, date(2020, 12, 31))


def test_two_schemes_may_have_versions_on_the_same_day() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1))

    put(book, date(2020, 1, 1), schemes=(law.JOBAFKLARINGSFORLOEB,))

    assert len(book.versions()) == 2


def test_a_gap_that_nobody_declared_is_refused() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), date(2020, 12, 30))
    put(book, date(2021, 1, 1))

    with pytest.raises(law.RulebookError, match="nothing said between"):
        book.refuse_gaps()


def test_a_gap_that_is_declared_is_accepted_and_raises_not_known_when_asked() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), date(2020, 12, 30))
    put(book, date(2021, 1, 1))
    reason = law.Words("Teksten er ikke læst.", "The text has not been read.")
    day = date(2020, 12, 31)
    not_known(TOPIC, schemes=(SCHEME,), first=day, last=day, reason=reason, source=SOURCE, book=book)

    book.refuse_gaps()
    with pytest.raises(law.NotKnown) as refused:
        ask(book, day)

    assert refused.value.sentence.da.startswith("Teksten er ikke læst. Slå reglen op")


def test_a_stretch_that_is_not_known_may_not_overlap_a_version() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1))
    reason = law.Words("Ukendt.", "Unknown.")
    day = date(2020, 5, 1)

    with pytest.raises(law.RulebookError, match="overlaps"):
        not_known(TOPIC, schemes=(SCHEME,), first=day, last=day, reason=reason, source=SOURCE, book=book)


def test_a_rule_without_a_source_is_refused() -> None:
    with pytest.raises(law.RulebookError, match="no source"):
        put(Rulebook(), date(2020, 1, 1), source=cast(law.Source, None))


@pytest.mark.parametrize("parts", [("", "§ 1", "LBK 1"), ("LAB", "", "LBK 1"), ("LAB", "§ 1", " ")])
def test_a_source_that_nobody_could_look_up_is_refused(parts: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="source needs"):
        law.Source(*parts)


def test_a_rule_read_with_low_confidence_is_refused() -> None:
    with pytest.raises(law.RulebookError, match="declare it not known"):
        put(Rulebook(), date(2020, 1, 1), confidence=law.Confidence.LOW)


def test_a_rule_for_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(law.RulebookError, match="unknown scheme"):
        put(Rulebook(), date(2020, 1, 1), schemes=("flexjob",))


def test_the_version_in_force_on_the_day_answers() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), date(2020, 12, 31))

    assert ask(book, date(2020, 12, 31)) == "said on 2020-12-31"


def test_a_rule_chosen_by_the_grant_ignores_the_day_asked_about() -> None:
    book = Rulebook()
    by_grant = law.Topic("test.grant", law.Words("prøven", "the test"), law.ChosenBy.GRANT)
    version = law.Version(by_grant, (SCHEME,), law.Period(date(2020, 1, 1)), SOURCE, law.Confidence.HIGH)
    book.add(version, say)

    assert ask(book, date(1999, 1, 1), by_grant) == "said on 2020-06-01"


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2021, 1, 1)])
def test_outside_its_dates_a_rule_says_when_it_applies(day: date) -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), date(2020, 12, 31))

    with pytest.raises(law.NotInForce) as refused:
        ask(book, day)

    assert "fra og med 1. januar 2020 til og med 31. december 2020" in refused.value.sentence.da
    assert "from 1 January 2020 to 31 December 2020" in refused.value.sentence.en


def test_a_scheme_without_the_rule_is_told_so() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), schemes=(law.JOBAFKLARINGSFORLOEB,))

    with pytest.raises(law.NotInForce, match=r"test\.rule is not in force") as refused:
        ask(book, date(2020, 5, 1))

    assert "ingen regel" in refused.value.sentence.da


def test_after_a_closing_the_person_reads_its_own_sentence() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), date(2020, 12, 31))
    words = law.Words("Lukket {since} ({source}).", "Closed {since} ({source}).")
    since = date(2021, 1, 1)
    closed(TOPIC, schemes=(SCHEME,), since=since, sentence=words, source=SOURCE, book=book)

    with pytest.raises(law.NotInForce) as refused:
        ask(book, date(2022, 1, 1))

    assert refused.value.sentence.da == "Lukket 1. januar 2021 (LAB § 1 (LBK 1/2020))."


def test_the_rulebook_lists_the_dates_on_which_it_changes() -> None:
    book = Rulebook()
    put(book, date(2020, 1, 1), date(2020, 12, 31))
    put(book, date(2021, 1, 1), date(2021, 6, 30))

    assert book.change_dates() == (date(2020, 1, 1), date(2021, 1, 1), date(2021, 7, 1))


FEW = replace(TOPIC, few_answers=True)
WHY = law.Words("Ikke læst.", "Not read.")


class Counted:
    """A rule that counts how often it is at work."""

    times = 0

    def __call__(self, facts: str, asked: Asked) -> Finding[str]:
        self.times += 1
        return Finding(f"{facts} on {asked.chosen_on}", ())


def counted(topic: law.Topic, first: date, last: date | None = None) -> tuple[Rulebook, Counted]:
    book, work = Rulebook(), Counted()
    settings = {"schemes": (SCHEME,), "source": SOURCE, "confidence": law.Confidence.HIGH, "book": book}
    rule(topic, first=first, last=last, **settings)(work)  # type: ignore[arg-type]
    return book, work


def test_a_question_with_few_answers_is_worked_out_once_for_each_day_and_each_facts() -> None:
    book, work = counted(FEW, date(2020, 1, 1))

    first, again = (ask(book, date(2020, 5, 1), FEW) for _ in range(2))
    other = book.ask(FEW, "else", scheme=SCHEME, granted_on=date(2020, 6, 1), on=date(2020, 5, 1)).value

    assert first == again == "said on 2020-05-01" and other == "else on 2020-05-01"
    assert ask(book, date(2020, 5, 2), FEW) == "said on 2020-05-02"
    assert work.times == 3


def test_every_other_question_is_worked_out_each_time() -> None:
    book, work = counted(TOPIC, date(2020, 1, 1))

    assert ask(book, date(2020, 5, 1)) == ask(book, date(2020, 5, 1))
    assert work.times == 2


def test_a_new_version_makes_the_rulebook_forget_what_it_answered() -> None:
    book, work = counted(FEW, date(2020, 1, 1), date(2020, 12, 31))
    ask(book, date(2020, 5, 1), FEW)

    not_known(
        FEW,
        schemes=(SCHEME,),
        first=date(2021, 1, 1),
        last=None,
        reason=TOPIC.title,
        source=SOURCE,
        book=book,
    )
    ask(book, date(2020, 5, 1), FEW)

    assert work.times == 2
    with pytest.raises(law.NotKnown):
        ask(book, date(2021, 5, 1), FEW)


def test_a_rulebook_that_has_remembered_enough_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MOST_REMEMBERED", 2)
    book, work = counted(FEW, date(2020, 1, 1))

    for day in (1, 2, 3, 3, 1):
        assert ask(book, date(2020, 5, day), FEW) == f"said on 2020-05-0{day}"

    assert work.times == 4
