"""Who meets what at which address: the one table of access, in words.

RELATIONS says what each case is to each person. DOORS says, for each address and method, what a person in
that relation meets. A new address is a new row here; tests/access/test_matrix.py fails until it has one.

page: the page, 200. ask: the question why, 200, without the citizen's name. 404: not there for you.
403: no role today. 405: not that method. 409: refused with a sentence. 422: the form again, with what is
missing. again: the question why once more, 422. go: led on to the next page, 302. log-in: led to the log-in
page, 302. 401: log in first, text kept.
"""

from __future__ import annotations

RELATIONS = """
person   | own         closed      restricted  other-unit  other-municipality
astrid   | mine        closed      foreign     foreign     foreign
birk     | colleague   closed      foreign     foreign     foreign
dorte    | foreign     foreign     mine        mine        foreign
esther   | foreign     foreign     foreign     foreign     mine
lis      | led         led-closed  foreign     foreign     foreign
mads     | helper      foreign     foreign     foreign     foreign
nora     | no-role     no-role     no-role     no-role     no-role
nobody   | signed-out  signed-out  signed-out  signed-out  signed-out
"""

CASE_DOORS = """
method address      | mine   colleague  led    closed   led-closed   helper   foreign   no-role   signed-out
GET    case         | page   ask        ask    ask      ask          page     404       403       log-in
POST   case         | 405    405        405    405      405          405      405       405       401
GET    purpose      | 405    405        405    405      405          405      405       405       log-in
POST   purpose      | again  again      again  again    again        again    404       403       401
GET    draft        | 405    405        405    405      405          405      405       405       log-in
POST   draft        | page   ask        ask    409      409          404      404       403       401
GET    drop-draft   | 405    405        405    405      405          405      405       405       log-in
POST   drop-draft   | go     ask        ask    409      409          404      404       403       401
GET    book-talk    | page   ask        404    409      404          404      404       403       log-in
POST   book-talk    | 422    ask        404    409      404          404      404       403       401
GET    talk-held    | page   ask        404    409      404          404      404       403       log-in
POST   talk-held    | 422    ask        404    409      404          404      404       403       401
GET    talk         | page   ask        ask    ask      ask          page     404       403       log-in
POST   talk         | 422    ask        404    409      404          404      404       403       401
GET    move-talk    | page   ask        404    409      404          404      404       403       log-in
POST   move-talk    | 422    ask        404    409      404          404      404       403       401
GET    miss-talk    | page   ask        404    409      404          404      404       403       log-in
POST   miss-talk    | 422    ask        404    409      404          404      404       403       401
GET    correct-talk | page   ask        404    409      404          404      404       403       log-in
POST   correct-talk | 422    ask        404    409      404          404      404       403       401
GET    calendar     | page   ask        ask    ask      ask          page     404       403       log-in
POST   calendar     | 405    405        405    405      405          405      405       405       401
"""

# Addresses that name no case: what they show is cut to the person, which test_either_wall.py looks into.
OTHER_DOORS = """
method address         | with-role  no-role  signed-out
GET    front           | go         go       log-in
POST   front           | 405        405      401
GET    my-day          | page       403      log-in
POST   my-day          | 405        405      401
GET    search          | go         403      log-in
POST   search          | page       403      401
GET    log-in          | page       page     page
POST   log-in          | page       page     page
GET    password-log-in | page       page     page
POST   password-log-in | page       page     page
GET    log-out         | 405        405      log-in
POST   log-out         | log-in     log-in   401
GET    language        | go         go       go
POST   language        | go         go       go
"""

STATUS = {"page": 200, "ask": 200, "again": 422, "go": 302, "log-in": 302}

WITH_ROLE = ("astrid", "birk", "dorte", "esther", "lis", "mads")
EVERYBODY = (*WITH_ROLE, "nora", "nobody")


def read(table: str) -> dict[tuple[str, ...], dict[str, str]]:
    """A table as {row heading: {column: cell}}."""
    head, *rows = (line.split("|") for line in table.strip().splitlines())
    columns = head[1].split()
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for heading, cells in rows:
        key = tuple(heading.split())
        if key in found or len(cells.split()) != len(columns):
            raise ValueError(f"row {' '.join(key)} stands twice or has a cell too many or too few")
        found[key] = dict(zip(columns, cells.split(), strict=True))
    return found


def relation_of(person: str, case: str) -> str:
    """What a case of the town is to somebody of the town."""
    return read(RELATIONS)[(person,)][case]


def status(word: str) -> int:
    """The HTTP status behind a word of the table."""
    return STATUS.get(word) or int(word)


CASES = tuple(next(iter(read(RELATIONS).values())))
