from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.keyring.errors import KeysMissing, NotAsSealed
from sammetag.keyring.ring import KeyRing, fingerprint, new_keys, read, ring_of, write

OLD, NEW, OTHER = b"o" * 32, b"n" * 32, b"x" * 32
RING = KeyRing(sealing=(OLD,), finding=(OLD,))
CHANGED = KeyRing(sealing=(NEW, OLD), finding=(NEW, OLD))
HERE = {"purpose": "cpr", "about": "anna"}


@given(st.binary(max_size=200))
def test_what_is_sealed_opens_again(secret: bytes) -> None:
    assert RING.open(RING.seal(secret, **HERE), **HERE) == secret


def test_the_same_secret_is_never_sealed_alike() -> None:
    assert RING.seal(b"0101901234", **HERE) != RING.seal(b"0101901234", **HERE)


@pytest.mark.parametrize(
    "elsewhere", [{"purpose": "cpr", "about": "bo"}, {"purpose": "totp", "about": "anna"}]
)
def test_what_is_moved_does_not_open(elsewhere: dict[str, str]) -> None:
    with pytest.raises(NotAsSealed):
        RING.open(RING.seal(b"secret", **HERE), **elsewhere)


@given(st.data())
def test_a_changed_bit_anywhere_is_refused(data: st.DataObject) -> None:
    sealed = bytearray(RING.seal(b"secret", **HERE))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises((NotAsSealed, KeysMissing)):
        RING.open(bytes(sealed), **HERE)


@pytest.mark.parametrize("length", range(0, 43))
def test_what_was_cut_short_is_refused(length: int) -> None:
    with pytest.raises(NotAsSealed):
        RING.open(RING.seal(b"secret", **HERE)[:length], **HERE)


def test_an_old_key_opens_what_it_sealed_and_the_newest_seals() -> None:
    before = RING.seal(b"secret", **HERE)

    assert CHANGED.open(before, **HERE) == b"secret"
    assert not CHANGED.is_newest(before)
    assert CHANGED.is_newest(CHANGED.seal(b"secret", **HERE))


def test_a_wrong_key_is_a_missing_one_and_is_named_by_its_fingerprint() -> None:
    with pytest.raises(KeysMissing) as refusal:
        KeyRing(sealing=(OTHER,), finding=(OTHER,)).open(RING.seal(b"secret", **HERE), **HERE)

    assert fingerprint(OLD).hex() in refusal.value.told


def test_a_value_is_found_by_its_mark_under_any_key() -> None:
    before = RING.mark("0101901234", **HERE)

    assert before in CHANGED.marks("0101901234", **HERE)
    assert not CHANGED.is_newest_mark(before)
    assert before not in CHANGED.marks("0101901235", **HERE)


def test_the_same_value_of_another_owner_has_another_mark() -> None:
    assert RING.mark("0101901234", purpose="cpr", about="a") != RING.mark(
        "0101901234", purpose="cpr", about="b"
    )


def test_a_ring_that_is_printed_shows_no_key() -> None:
    assert "ooo" not in repr(RING)


def test_a_file_of_keys_is_read_as_written_and_by_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    write(path, new_keys())

    assert len(read(path).sealing[0]) == 32
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "held",
    [
        None,
        [],
        {},
        {"sealing": [], "finding": []},
        {"sealing": ["AAAA"], "finding": ["AAAA"]},
        {"sealing": "x", "finding": "y"},
        {"sealing": [1], "finding": [2]},
        {**new_keys(), "more": []},
    ],
)
def test_what_is_no_ring_is_refused_with_a_sentence(held: object) -> None:
    with pytest.raises(KeysMissing) as refusal:
        ring_of(held, "the file")

    assert "the file" in refusal.value.told


def test_a_file_cut_short_or_gone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    with pytest.raises(KeysMissing):
        read(path)
    path.write_text(json.dumps(new_keys())[:40])
    with pytest.raises(KeysMissing):
        read(path)


def test_a_file_of_keys_that_everybody_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    write(path, new_keys())
    path.chmod(0o644)

    with pytest.raises(KeysMissing) as refusal:
        read(path)

    assert "chmod 600" in refusal.value.told
