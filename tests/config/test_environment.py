from __future__ import annotations

import pytest

from sammetag.config import environment
from sammetag.config.environment import MissingSetting


@pytest.mark.parametrize("word", ["yes", "1", "Treu", "", "on"])
def test_a_typo_opens_no_door(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("SAMMETAG_DEMO", word)
    with pytest.raises(MissingSetting, match="SAMMETAG_DEMO"):
        environment.switch("SAMMETAG_DEMO", default=False)


@pytest.mark.parametrize(("word", "answer"), [("True", True), ("false", False)])
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, word: str, answer: bool) -> None:
    monkeypatch.setenv("SAMMETAG_DEMO", word)
    assert environment.switch("SAMMETAG_DEMO", default=not answer) is answer


@pytest.mark.parametrize("word", ["", "5432x", "-1", "٣"])
def test_a_number_is_digits(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv("DATABASE_PORT", word)
    with pytest.raises(MissingSetting, match="DATABASE_PORT"):
        environment.number("DATABASE_PORT", 5432)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMMETAG_SECRET_KEY", raising=False)
    with pytest.raises(MissingSetting, match="docs/settings.md"):
        environment.text("SAMMETAG_SECRET_KEY")
