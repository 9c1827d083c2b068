"""Freezes what an analysis is worked out from: one text, and its fingerprint."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.evaluation.trial.extract import as_text, sha256
from sammetag.studies.extracting import extract_of
from sammetag.studies.models import Duty, FrozenExtract
from sammetag.studies.writing import Refused, in_study, sent_before, signed, tell


def freeze_extract(*, by: Person, study_id: UUID, token: UUID, cut_on: date) -> FrozenExtract:
    """Take out everything up to and with a day, as this person may see it, and keep it as it is.

    The same form sent twice takes out once. Raises Refused for a day ahead, or on which nobody was in it.
    """
    with in_study(by, study_id, Duty.RESPONSIBLE, Duty.EVALUATES, also_closed=True) as opened:
        made = sent_before(opened, FrozenExtract, token)
        if made is not None:
            return made
        if cut_on > timezone.localdate():
            raise Refused("cut_on", _("Den dag er ikke kommet endnu. Vælg i dag eller før."), "day ahead")
        extract = extract_of(opened, cut_on)
        if not extract.persons:
            raise Refused(
                "cut_on", _("Ingen var trukket den dag, så der er intet at tage ud."), "nobody drawn"
            )
        text = as_text(extract)
        made = FrozenExtract(
            id=token, cut_on=cut_on, blind=extract.blind, sha256=sha256(text), text=text, **signed(opened)
        )
        made.save(force_insert=True)
        told = {"cut_on": cut_on.isoformat(), "blind": extract.blind, "sha256": made.sha256}
        tell(opened, "study.extracted", made.id, told)
    return made
