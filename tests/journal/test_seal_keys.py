"""The key of the seal: made once, read by nobody else, and known by its public half."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from sammetag.journal.sealing import keys
from sammetag.journal.sealing.refusals import SealRefused


def test_a_new_key_can_be_read_again_and_by_nobody_else(tmp_path: Path) -> None:
    made = keys.new_key(tmp_path / "key")

    assert keys.signer(tmp_path / "key").public == made.public
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o400
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_a_signature_is_known_by_the_public_half(tmp_path: Path) -> None:
    made, other = keys.new_key(tmp_path / "key"), keys.new_key(tmp_path / "other")
    known = keys.listed([made.public, other.public])

    signature = made.sign(b"head")

    assert keys.is_signed(b"head", signature, known[made.fingerprint])
    assert not keys.is_signed(b"head", signature, known[other.fingerprint])
    assert not keys.is_signed(b"hEad", signature, known[made.fingerprint])


def test_a_key_is_not_written_over(tmp_path: Path) -> None:
    keys.new_key(tmp_path / "key")
    before = (tmp_path / "key").read_bytes()

    with pytest.raises(SealRefused, match="not written over"):
        keys.new_key(tmp_path / "key")

    assert (tmp_path / "key").read_bytes() == before


def test_a_key_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    with pytest.raises(SealRefused, match="could not be written"):
        keys.new_key(tmp_path / "nowhere" / "key")


def test_a_missing_key_says_so_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SealRefused, match="make a new one"):
        keys.signer(tmp_path / "key")


@pytest.mark.parametrize("text", [b"", b"not a key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_half_a_key_is_no_key(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(text)
    (tmp_path / "key").chmod(0o600)

    with pytest.raises(SealRefused, match="holds no sealing key"):
        keys.signer(tmp_path / "key")


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = generate_private_key(SECP256R1())
    text = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key").write_bytes(text)
    (tmp_path / "key").chmod(0o600)

    with pytest.raises(SealRefused, match="holds no sealing key"):
        keys.signer(tmp_path / "key")


def test_a_key_that_everybody_can_read_is_refused(tmp_path: Path) -> None:
    keys.new_key(tmp_path / "key")
    (tmp_path / "key").chmod(0o644)

    with pytest.raises(SealRefused, match="chmod 400"):
        keys.signer(tmp_path / "key")


def test_public_keys_stand_one_on_a_line_with_remarks_between(tmp_path: Path) -> None:
    made, other = keys.new_key(tmp_path / "key"), keys.new_key(tmp_path / "other")
    (tmp_path / "public").write_text(f"# until May\n{made.public}\n\n# since\n{other.public}\n")

    assert set(keys.public_keys(tmp_path / "public")) == {made.fingerprint, other.fingerprint}


@pytest.mark.parametrize("text", [None, "", "# none", "AAAA", "æøå"])
def test_a_list_without_a_key_is_refused(text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "public").write_text(text)

    with pytest.raises(SealRefused, match="public keys cannot be read"):
        keys.public_keys(tmp_path / "public")


def test_a_key_does_not_show_itself(tmp_path: Path) -> None:
    assert "private" not in repr(keys.new_key(tmp_path / "key")).lower()
