"""What is said reaches the terminal whatever letters it knows."""

from __future__ import annotations

import io

import pytest

from sammetag.config import terminal


def narrow() -> io.TextIOWrapper:
    """A terminal that knows the letters of Latin-1 only."""
    return io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="")


def test_a_letter_that_the_terminal_does_not_know_becomes_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, err = narrow(), narrow()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", err)

    terminal.say("ydelsen på 2 kr. → 1 kr.\n")
    terminal.fail("»æøå« … findes ikke")
    err.flush()

    assert out.buffer.getvalue().decode("latin-1") == "ydelsen på 2 kr. ? 1 kr.\n"  # type: ignore[attr-defined]
    assert err.buffer.getvalue().decode("latin-1") == "»æøå« ? findes ikke\n"  # type: ignore[attr-defined]


def test_every_letter_is_said_where_the_terminal_knows_it(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.say("2 kr. → 1 kr.")

    assert capsys.readouterr().out == "2 kr. → 1 kr."
