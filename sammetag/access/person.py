"""The person at the screen, with all keys: the Python half of the wall."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Q

from sammetag.access.roles import RIGHTS, Right, Role
from sammetag.any_of import Place

NONE: frozenset[Role] = frozenset()


class Behind(Protocol):
    """Something that lies behind the wall: a case, or whatever has its id and key."""

    @property
    def id(self) -> Any: ...
    @property
    def acl(self) -> int: ...


@dataclass(frozen=True)
class Person:
    """Somebody logged in. `keys` opens units, `grants` single cases; both hold on the day they were read."""

    account_id: UUID
    staff_id: UUID
    municipality_id: UUID
    municipality: str
    name: str
    role: Role
    keys: Mapping[int, frozenset[Role]] = field(default_factory=dict)
    grants: Mapping[UUID, frozenset[Role]] = field(default_factory=dict)

    def rights(self, case: Behind) -> frozenset[Right]:
        """What this person may do with the case; nothing at all where no key and no grant opens it."""
        roles = self.keys.get(case.acl, NONE) | self.grants.get(case.id, NONE)
        return frozenset[Right]().union(*(RIGHTS[role] for role in roles))

    def opens(self, case: Behind) -> bool:
        """Whether a key or a grant of this person opens the case."""
        return case.acl in self.keys or case.id in self.grants

    def may(self, right: Right, case: Behind) -> bool:
        """Whether this person holds the right on the case."""
        return right in self.rights(case)

    def may_anywhere(self, right: Right) -> bool:
        """Whether this person holds the right on some case, by a key or by a grant."""
        held = NONE.union(*self.keys.values(), *self.grants.values())
        return any(right in RIGHTS[role] for role in held)

    @property
    def keeps_talks(self) -> bool:
        """Whether talks are this person's daily work anywhere."""
        return self.may_anywhere(Right.KEEP_TALKS)

    def keys_with(self, right: Right) -> list[int]:
        """The keys of the units in which this person holds the right."""
        return [key for key, roles in self.keys.items() if any(right in RIGHTS[role] for role in roles)]

    def sees(self, prefix: str = "") -> Q:
        """The condition under which a row is seen, for a table that reaches the case through `prefix`."""
        return _opened(prefix, list(self.keys), list(self.grants))

    def in_places(self) -> dict[str, Any]:
        """What this person is in a question that was written for whoever asks it."""
        return {"keys": list(self.keys), "grants": list(self.grants), "staff": self.staff_id}


class Whoever:
    """Stands for a person in a question that is written once: see `sammetag.written`."""

    staff_id = Place("staff")

    def sees(self, prefix: str = "") -> Q:
        """The condition under which a row is seen by the person who asks."""
        return _opened(prefix, Place("keys"), Place("grants"))


def _opened(prefix: str, keys: list[int] | Place, grants: list[UUID] | Place) -> Q:
    return Q(**{f"{prefix}acl__any": keys}) | Q(**{f"{prefix}id__any": grants})
