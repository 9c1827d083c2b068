from __future__ import annotations

import socket

import pytest

from sammetag.config import command, serving


@pytest.mark.parametrize(("family", "address"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_a_taken_port_is_told_before_anything_starts(
    family: socket.AddressFamily, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket(family) as taken:
        try:
            taken.bind((address, 0))
        except OSError:
            pytest.skip("this machine has no such address")
        taken.listen()
        port = taken.getsockname()[1]
        assert command.main(["demo", "--port", str(port)]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"Port {port} er optaget") and "make demo PORT=" in told.err
    assert told.out == ""


def test_a_free_port_is_free() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serving.refuse_taken_port("localhost", port)


def test_serving_the_demo_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAMMETAG_DEMO", "True")
    assert command.main(["serve"]) == 1
    assert "make demo" in capsys.readouterr().err


def test_serving_without_a_secret_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAMMETAG_DEMO", "False")
    monkeypatch.delenv("SAMMETAG_SECRET_KEY", raising=False)
    assert command.main(["serve"]) == 1
    assert "SAMMETAG_SECRET_KEY" in capsys.readouterr().err
