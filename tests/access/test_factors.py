"""With what one logs in: how it lies in the database, who reaches it, and how it is added and taken away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from sammetag.access.factors import actions, one_time
from sammetag.access.factors.queries import factors_of
from sammetag.access.models import Factor, FactorKind
from sammetag.access.wall import behind_the_wall
from sammetag.config import accounts
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from sammetag.journal.models import Event
from tests.access.factors import code, give_app, give_recovery_codes
from tests.access.walls import Superuser
from tests.together import together
from tests.town import Town

Browse = Callable[[str], Client]
SECURITY = reverse("security")


def add_app(client: Client) -> Any:
    """Adds an app through the page, with the code that it shows."""
    asked = client.get(reverse("add-app"))
    shown = code(asked.context["form"].secret, timezone.now())
    return client.post(reverse("add-app"), {"name": "Telefon", "code": shown})


def told_of(town: Town, who: str) -> list[tuple[str, dict[str, Any]]]:
    with behind_the_wall(town.account(who)):
        found = Event.objects.scoped("test").filter(case_id=None).order_by("recorded_at")
        return [(one.kind, one.data) for one in found]


def test_codes_are_those_of_the_standard() -> None:
    # RFC 6238, appendix B: the last six of its eight digits.
    secret = b"12345678901234567890"
    moments = {59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"}

    assert {at: one_time.code_at(secret, datetime.fromtimestamp(at, UTC)) for at in moments} == moments


def test_the_picture_holds_what_an_app_needs() -> None:
    address = one_time.address_for_app(b"12345678901234567890", "astrid.holm")

    assert address.startswith("otpauth://totp/Sammetag:astrid.holm?")
    assert "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" in address and "issuer=Sammetag" in address
    drawn = one_time.picture_of(address)
    # A picture of a fixed size would be cut where it is shown smaller, and no app reads half of it.
    assert drawn.startswith("<svg") and "viewBox=" in drawn
    assert "width=" not in drawn.partition(">")[0] and "style=" not in drawn


def test_secrets_lie_in_the_database_sealed_and_codes_as_hashes(
    committed: Town, superuser: Superuser
) -> None:
    secret = give_app(committed, "astrid")
    codes = give_recovery_codes(committed, "astrid")

    rows = superuser.execute("SELECT row_to_json(f)::text FROM access_factor f").fetchall()
    held = " ".join(row for (row,) in rows)

    assert len(rows) == 11
    unsealed = [secret.hex(), *(one.replace("-", "").encode().hex() for one in codes), *codes]
    assert [one for one in unsealed if one in held] == []


def test_nobody_reads_or_takes_the_factors_of_another(committed: Town) -> None:
    give_app(committed, "birk")

    with behind_the_wall(committed.account("astrid")):
        theirs = Factor.objects.scoped("test").filter(account_id=committed.account("birk"))
        assert (list(theirs), theirs.delete()[0], theirs.update(step=1)) == ([], 0, 0)
    with behind_the_wall(None):
        assert not Factor.objects.scoped("test").exists()


def test_whoever_is_just_proving_who_they_are_adds_and_takes_nothing(committed: Town) -> None:
    give_app(committed, "astrid")
    astrid = committed.account("astrid")
    new = Factor(account_id=astrid, kind=FactorKind.APP, secret=b"x", made_at=timezone.now())

    with behind_the_wall(None, proving=astrid):
        mine = Factor.objects.scoped("test").all()
        assert (mine.count(), mine.delete()[0], mine.update(step=1)) == (1, 0, 1)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            new.save(force_insert=True)


def test_an_app_is_added_by_its_code_and_comes_with_recovery_codes(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    wrong = astrid.post(reverse("add-app"), {"name": "Telefon", "code": "000000"})

    right = add_app(astrid)

    assert wrong.status_code == 422
    assert len(right.context["codes"]) == len(set(right.context["codes"])) == 10
    assert "Telefon" in astrid.get(SECURITY).content.decode()
    assert told_of(committed, "astrid") == [
        ("account.factor-added", {"factor": "app"}),
        ("account.recovery-codes-made", {}),
    ]


def test_the_page_of_a_new_app_can_be_loaded_again(browse: Browse) -> None:
    astrid = browse("astrid")

    secrets = [astrid.get(reverse("add-app")).context["form"].secret for _number in range(2)]

    assert secrets[0] == secrets[1]
    assert secrets[0].hex() not in str(dict(astrid.session.items()))


def test_new_recovery_codes_end_the_old_ones(browse: Browse, committed: Town) -> None:
    give_app(committed, "astrid")
    old = give_recovery_codes(committed, "astrid")

    new = browse("astrid").post(reverse("recovery-codes")).context["codes"]

    assert set(old) & set(new) == set()
    with behind_the_wall(committed.account("astrid")):
        assert len(factors_of(committed.account("astrid"), FactorKind.RECOVERY)) == 10


def test_a_factor_is_taken_away_with_its_recovery_codes(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    add_app(astrid)
    with behind_the_wall(committed.account("astrid")):
        (app,) = factors_of(committed.account("astrid"), FactorKind.APP)

    astrid.post(reverse("remove-factor"), {"factor": str(app.pk)})

    with behind_the_wall(committed.account("astrid")):
        assert factors_of(committed.account("astrid")) == []
    assert told_of(committed, "astrid")[-1] == ("account.factor-removed", {"factor": "app"})


@override_settings(SECOND_FACTOR=True)
def test_the_last_factor_stays_where_one_is_demanded(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    add_app(astrid)
    with behind_the_wall(committed.account("astrid")):
        (app,) = factors_of(committed.account("astrid"), FactorKind.APP)

    answer = astrid.post(reverse("remove-factor"), {"factor": str(app.pk)})

    assert answer.status_code == 409 and "Det er din eneste." in answer.content.decode()
    assert "Fjern" not in astrid.get(SECURITY).content.decode()


def test_two_factors_that_are_taken_away_at_once_leave_the_one_that_is_demanded(committed: Town) -> None:
    for _number in range(2):
        give_app(committed, "astrid")
    with behind_the_wall(committed.account("astrid")):
        person = committed.person("astrid")
        held = [one.pk for one in factors_of(person.account_id)]

    def taking(factor_id: UUID) -> Callable[[], None]:
        return lambda: actions.remove(by=person, factor_id=factor_id, keep_one=True)

    told = together(committed, *(("astrid", taking(one)) for one in held))

    assert sorted(type(one).__name__ for one in told) == ["NoneType", "RuleBroken"]


@pytest.mark.parametrize("named", ["", "x", str(uuid4())], ids=["nothing", "no id", "nobody's"])
def test_what_is_not_one_s_own_is_not_there(named: str, browse: Browse) -> None:
    assert browse("astrid").post(reverse("remove-factor"), {"factor": named}).status_code == 404


@pytest.mark.parametrize(
    "name", ["remove-factor", "recovery-codes", "end-sessions", "add-app", "add-passkey"]
)
def test_changes_are_for_somebody_who_has_just_shown_who_they_are(name: str, browse: Browse) -> None:
    astrid = browse("astrid")
    later = timezone.now() + timedelta(minutes=11)

    with patch("django.utils.timezone.now", lambda: later):
        page = astrid.post(reverse(name), {"factor": "f"}).content.decode()

    assert "Vis, at det er dig" in page and 'name="proof-password"' in page


def test_whoever_has_an_app_is_asked_for_its_code_and_not_for_the_password(
    browse: Browse, committed: Town
) -> None:
    secret = give_app(committed, "astrid")
    astrid = browse("astrid")
    later = timezone.now() + timedelta(minutes=11)

    with patch("django.utils.timezone.now", lambda: later):
        question = astrid.get(reverse("prove")).content.decode()
        answer = astrid.post(reverse("prove"), {"proof-code": code(secret, later)})

    assert 'name="proof-code"' in question and 'name="proof-password"' not in question
    assert answer.status_code == 302


def test_the_operator_takes_lost_factors_away_and_the_journal_says_so(
    committed: Town, superuser: Superuser
) -> None:
    give_app(committed, "astrid")
    said: list[str] = []

    with as_role(OWNER):
        accounts.reset_factors("Astrid", say=said.append)

    assert "logget ud overalt" in said[0]
    assert superuser.execute("SELECT count(*) FROM access_factor").fetchone() == (0,)
    told = superuser.execute("SELECT kind, by, data FROM journal_event WHERE role = 'operator'").fetchall()
    assert told == [("account.factors-reset", None, {})]
