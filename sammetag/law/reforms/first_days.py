"""The days from which reforms are laid over the law: those on which its schemes began."""

from __future__ import annotations

from datetime import date

SINCE = date(2013, 1, 1)
JOB_CLARIFICATION_SINCE = date(2014, 7, 1)
