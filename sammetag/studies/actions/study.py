"""Sets a trial up, freezes its protocol, names who does what in it, and closes it."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.design.wording import told
from sammetag.errors import NotAllowed
from sammetag.evaluation.allocation import SEED_BYTES, commit
from sammetag.evaluation.trial.problems import problems
from sammetag.evaluation.trial.protocol import Protocol, as_data, fingerprint
from sammetag.keyring.installed import ring
from sammetag.people.models import Staff
from sammetag.studies.models import Amendment, Duty, Member, Study
from sammetag.studies.opening import KNOWING, OpenStudy
from sammetag.studies.writing import Refused, check_version, in_study, sent_before, signed, study_named, tell

PURPOSE = "trial-seed"
ONE_DAY = timedelta(days=1)


def set_up(*, by: Person, token: UUID, title: str, protocol: Protocol) -> Study:
    """Begin a study; whoever does is responsible for it. The same form sent twice begins one.

    Raises NotAllowed for whoever leads no unit.
    """
    if not by.keys_with(Right.SET_UP_STUDY):
        raise NotAllowed("study without a unit")
    with transaction.atomic():
        made = Study.objects.scoped("token").filter(pk=token, made_by_id=by.staff_id).first()
        if made is not None:
            return made
        now = timezone.now()
        study = Study(
            id=token,
            municipality_id=by.municipality_id,
            title=title,
            protocol=as_data(protocol),
            made_by_id=by.staff_id,
            made_at=now,
        )
        study.save(force_insert=True)
        opened = OpenStudy(by, study, frozenset({Duty.RESPONSIBLE}))
        _join(opened, by.staff_id, Duty.RESPONSIBLE)
        tell(opened, "study.set-up", study.id, study_named(study), at=now)
    return study


def change_protocol(*, by: Person, study_id: UUID, version: int, title: str, protocol: Protocol) -> Study:
    """Write another protocol while it is not frozen.

    Raises Refused once it is frozen, StalePage where somebody else has saved since.
    """
    with in_study(by, study_id, Duty.RESPONSIBLE) as opened:
        study = opened.study
        _check_not_frozen(study)
        check_version(study.version, version)
        study.title, study.protocol, study.version = title, as_data(protocol), version + 1
        study.save(update_fields=["title", "protocol", "version"])
        tell(opened, "study.changed", study.id, study_named(study))
    return study


def freeze(*, by: Person, study_id: UUID, version: int) -> Study:
    """Freeze the protocol, and promise the seed of all draws: from now on nothing of it changes.

    Raises Refused where it is frozen already or lacks something, StalePage where somebody has saved since.
    """
    with in_study(by, study_id, Duty.RESPONSIBLE) as opened:
        study = opened.study
        _check_not_frozen(study)
        check_version(study.version, version)
        missing = problems(opened.protocol, timezone.localdate())
        if missing:
            raise Refused(None, " ".join(told(one) for one in missing), f"{len(missing)} things missing")
        seed = secrets.token_bytes(SEED_BYTES)
        study.seed = ring().seal(seed, purpose=PURPOSE, about=str(study.id))
        study.veil = secrets.token_bytes(SEED_BYTES)
        study.commitment = commit(seed, str(study.id))
        study.fingerprint, study.frozen_at = fingerprint(opened.protocol), timezone.now()
        study.version += 1
        study.save(update_fields=["seed", "veil", "commitment", "fingerprint", "frozen_at", "version"])
        promised = {"fingerprint": study.fingerprint, "commitment": study.commitment}
        tell(opened, "study.frozen", study.id, study_named(study) | promised, at=study.frozen_at)
    return study


def amend(*, by: Person, study_id: UUID, token: UUID, what: str, why: str) -> Amendment:
    """Tell of a change to the frozen protocol. The protocol stays as it was; the report shows both."""
    with in_study(by, study_id, Duty.RESPONSIBLE) as opened:
        if opened.study.frozen_at is None:
            raise Refused(None, _("Planen er ikke låst endnu, så den kan rettes direkte."), "not frozen")
        made = sent_before(opened, Amendment, token)
        if made is not None:
            return made
        amendment = Amendment(id=token, what=what.strip(), why=why.strip(), **signed(opened))
        amendment.save(force_insert=True)
        tell(opened, "study.amended", study_id, {"amendment": str(token)})
    return amendment


def close(*, by: Person, study_id: UUID, version: int) -> Study:
    """Close the study: the seed is revealed, so that anybody can draw again, and nobody is blind any more."""
    with in_study(by, study_id, Duty.RESPONSIBLE) as opened:
        study = opened.study
        if study.frozen_at is None or study.seed is None:
            raise Refused(None, _("Et forsøg, der ikke er begyndt, kan ikke lukkes."), "not frozen")
        check_version(study.version, version)
        seed = ring().open(bytes(study.seed), purpose=PURPOSE, about=str(study.id))
        study.revealed, study.closed_at = seed.hex(), timezone.now()
        study.version += 1
        study.save(update_fields=["revealed", "closed_at", "version"])
        tell(opened, "study.closed", study.id, study_named(study) | {"seed": study.revealed})
    return study


def name_member(*, by: Person, study_id: UUID, staff_id: UUID, duty: Duty) -> Member:
    """Give somebody a duty in the study from today on; who holds it already goes on holding it.

    Raises Refused for whoever evaluates or ever did and would come to know who got what, and for whoever
    knows, ever did, or opens cases and would evaluate: then nobody would be blind.
    """
    with in_study(by, study_id, Duty.RESPONSIBLE) as opened:
        staff = Staff.objects.scoped("colleagues").filter(pk=staff_id, municipality_id=by.municipality_id)
        if not staff.exists():
            raise NotAllowed("staff of another municipality")
        ever = list(Member.objects.scoped("study").filter(study_id=study_id, staff_id=staff_id))
        held = next((one for one in ever if one.duty == duty and one.until is None), None)
        if held is not None:
            return held
        _check_stays_blind({Duty(one.duty) for one in ever}, duty)
        if duty is Duty.EVALUATES:
            _check_opens_no_case(staff_id)
        return _join(opened, staff_id, duty)


def end_member(*, by: Person, study_id: UUID, member_id: UUID) -> None:
    """End somebody's duty at once. The last one responsible stays."""
    with in_study(by, study_id, Duty.RESPONSIBLE) as opened:
        current = Member.objects.scoped("study").filter(study_id=study_id, until__isnull=True)
        member = current.filter(pk=member_id).first()
        if member is None:
            raise NotAllowed("no such member")
        others = current.filter(duty=Duty.RESPONSIBLE).exclude(pk=member_id)
        if member.duty == Duty.RESPONSIBLE and not others.exists():
            raise Refused(None, _("Et forsøg skal have en ansvarlig. Udpeg en anden først."), "last one")
        # Days are whole, so a duty that ends now had its last day yesterday, even one given today.
        member.until = timezone.localdate() - ONE_DAY
        member.save(update_fields=["until"])
        tell(opened, "study.member-ended", study_id, {"staff": str(member.staff_id), "duty": member.duty})


def _check_stays_blind(ever: set[Duty], duty: Duty) -> None:
    if duty is Duty.EVALUATES and ever & KNOWING:
        raise Refused(
            "duty",
            _("Hun eller han ved, hvem der fik hvad, og kan ikke evaluere. Udpeg en anden."),
            "knows and evaluates",
        )
    if duty in KNOWING and Duty.EVALUATES in ever:
        raise Refused(
            "duty",
            _(
                "Hun eller han har haft til opgave at evaluere og må ikke få at vide, hvem der fik hvad."
                " Udpeg en anden."
            ),
            "evaluated and would know",
        )


def _check_opens_no_case(staff_id: UUID) -> None:
    """Who was drawn for what stands in the journal of each case."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT studies_opens_cases(%s)", [staff_id])
        (opens,) = cursor.fetchone()
    if opens:
        raise Refused(
            "duty",
            _("Den, der kan åbne sager, kan se i dem, hvem der fik hvad. Vælg en, der kun evaluerer."),
            "opens cases and evaluates",
        )


def _join(opened: OpenStudy, staff_id: UUID, duty: Duty) -> Member:
    member = Member(staff_id=staff_id, duty=duty, since=timezone.localdate(), **signed(opened))
    member.save(force_insert=True)
    tell(opened, "study.member-named", opened.study.id, {"staff": str(staff_id), "duty": str(duty)})
    return member


def _check_not_frozen(study: Study) -> None:
    if study.frozen_at is not None:
        raise Refused(
            None,
            _("Planen er låst og ændres ikke mere. Skriv, hvad der er blevet anderledes, og hvorfor."),
            "frozen",
        )
