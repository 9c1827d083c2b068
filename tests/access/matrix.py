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
eva      | foreign     foreign     foreign     foreign     foreign
nora     | no-role     no-role     no-role     no-role     no-role
nobody   | signed-out  signed-out  signed-out  signed-out  signed-out
"""

CASE_DOORS = """
method address             | mine  colleague led   closed led-closed helper foreign no-role signed-out
GET    case                | page  ask       ask   ask    ask        page   404     403     log-in
POST   case                | 405   405       405   405    405        405    405     405     401
GET    purpose             | 405   405       405   405    405        405    405     405     log-in
POST   purpose             | again again     again again  again      again  404     403     401
GET    draft               | 405   405       405   405    405        405    405     405     log-in
POST   draft               | page  ask       ask   409    409        404    404     403     401
GET    drop-draft          | 405   405       405   405    405        405    405     405     log-in
POST   drop-draft          | go    ask       ask   409    409        404    404     403     401
GET    book-talk           | page  ask       404   409    404        404    404     403     log-in
POST   book-talk           | 422   ask       404   409    404        404    404     403     401
GET    talk-held           | page  ask       404   409    404        404    404     403     log-in
POST   talk-held           | 422   ask       404   409    404        404    404     403     401
GET    talk                | page  ask       ask   ask    ask        page   404     403     log-in
POST   talk                | 422   ask       404   409    404        404    404     403     401
GET    move-talk           | page  ask       404   409    404        404    404     403     log-in
POST   move-talk           | 422   ask       404   409    404        404    404     403     401
GET    miss-talk           | page  ask       404   409    404        404    404     403     log-in
POST   miss-talk           | 422   ask       404   409    404        404    404     403     401
GET    correct-talk        | page  ask       404   409    404        404    404     403     log-in
POST   correct-talk        | 422   ask       404   409    404        404    404     403     401
GET    calendar            | page  ask       ask   ask    ask        page   404     403     log-in
POST   calendar            | 405   405       405   405    405        405    405     405     401
GET    give-insight        | page  ask       404   ask    404        404    404     403     log-in
POST   give-insight        | 422   ask       404   ask    404        404    404     403     401
GET    assess-case         | page  ask       404   ask    404        404    404     403     log-in
POST   assess-case         | 422   ask       404   ask    404        404    404     403     401
GET    benefit-case        | page  ask       404   ask    404        404    404     403     log-in
POST   benefit-case        | 422   ask       404   ask    404        404    404     403     401
GET    reimbursement-case  | page  ask       404   ask    404        404    404     403     log-in
POST   reimbursement-case  | 422   ask       404   ask    404        404    404     403     401
GET    hand-over           | page  ask       ask   409    409        404    404     403     log-in
POST   hand-over           | 422   ask       ask   409    409        404    404     403     401
GET    new-intervention    | page  ask       404   409    404        404    404     403     log-in
POST   new-intervention    | 422   ask       404   409    404        404    404     403     401
GET    intervention        | page  ask       ask   ask    ask        page   404     403     log-in
POST   intervention        | 422   ask       404   409    404        404    404     403     401
GET    change-intervention | page  ask       404   409    404        404    404     403     log-in
POST   change-intervention | 422   ask       404   409    404        404    404     403     401
GET    guarantee           | page  ask       ask   ask    ask        404    404     403     log-in
POST   guarantee           | 422   ask       404   409    404        404    404     403     401
GET    exemption           | page  ask       404   409    404        404    404     403     log-in
POST   exemption           | 422   ask       404   409    404        404    404     403     401
GET    plan                | page  ask       ask   ask    ask        page   404     403     log-in
POST   plan                | 405   405       405   405    405        405    405     405     401
GET    job-goal            | page  ask       ask   ask    ask        404    404     403     log-in
POST   job-goal            | 422   ask       404   409    404        404    404     403     401
GET    new-goal            | page  ask       404   409    404        404    404     403     log-in
POST   new-goal            | 422   ask       404   409    404        404    404     403     401
GET    goal                | page  ask       ask   ask    ask        404    404     403     log-in
POST   goal                | 422   ask       404   409    404        404    404     403     401
GET    place-goal          | 405   405       405   405    405        405    405     405     log-in
POST   place-goal          | go    ask       404   409    404        404    404     403     401
GET    new-sub-goal        | page  ask       404   409    404        404    404     403     log-in
POST   new-sub-goal        | 422   ask       404   409    404        404    404     403     401
GET    sub-goal            | page  ask       ask   ask    ask        404    404     403     log-in
POST   sub-goal            | 422   ask       404   409    404        404    404     403     401
GET    place-sub-goal      | 405   405       405   405    405        405    405     405     log-in
POST   place-sub-goal      | go    ask       404   409    404        404    404     403     401
GET    plan-step           | page  ask       404   409    404        404    404     403     log-in
POST   plan-step           | 422   ask       404   409    404        404    404     403     401
GET    plan-versions       | page  ask       ask   ask    ask        page   404     403     log-in
POST   plan-versions       | 405   405       405   405    405        405    405     405     401
GET    rate-plan           | page  ask       404   409    404        page   404     403     log-in
POST   rate-plan           | 422   ask       404   409    404        422    404     403     401
GET    case-cpr            | page  ask       ask   409    409        404    404     403     log-in
POST   case-cpr            | 422   ask       ask   409    409        404    404     403     401
GET    show-cpr            | 405   405       405   405    405        405    405     405     log-in
POST   show-cpr            | go    ask       ask   ask    ask        404    404     403     401
"""

# Addresses that name no case: what they show is cut to the person, which test_either_wall.py looks into.
OTHER_DOORS = """
method address         | with-role  leader  no-role  signed-out
GET    front           | go         go      go       log-in
POST   front           | 405        405     405      401
GET    my-day          | page       page    403      log-in
POST   my-day          | 405        405     405      401
GET    own-day         | page       page    403      log-in
POST   own-day         | 405        405     405      401
GET    search          | go         go      403      log-in
POST   search          | page       page    403      401
GET    log-in          | page       page    page     page
POST   log-in          | page       page    page     page
GET    password-log-in | page       page    page     page
POST   password-log-in | page       page    page     page
GET    provider-log-in | 404        404     404      404
POST   provider-log-in | 404        404     404      404
GET    provider-answer | 404        404     404      404
POST   provider-answer | 404        404     404      404
GET    log-out         | 405        405     405      log-in
POST   log-out         | log-in     log-in  log-in   401
GET    second-step     | log-in     log-in  log-in   log-in
POST   second-step     | 401        401     401      401
GET    passkey-log-in  | 405        405     405      405
POST   passkey-log-in  | 422        422     422      422
GET    passkey-options | 405        405     405      405
POST   passkey-options | page       page    page     page
GET    first-factor    | page       page    403      log-in
POST   first-factor    | 405        405     405      401
GET    go-on           | 405        405     405      log-in
POST   go-on           | go         go      go       401
GET    security        | page       page    403      log-in
POST   security        | 405        405     405      401
GET    add-app         | page       page    403      log-in
POST   add-app         | page       page    403      401
GET    add-passkey     | page       page    403      log-in
POST   add-passkey     | page       page    403      401
GET    new-passkey-options | 405    405     405      log-in
POST   new-passkey-options | page   page    403      401
GET    remove-factor   | 405        405     405      log-in
POST   remove-factor   | 404        404     403      401
GET    recovery-codes  | 405        405     405      log-in
POST   recovery-codes  | 409        409     403      401
GET    end-sessions    | 405        405     405      log-in
POST   end-sessions    | go         go      403      401
GET    prove           | page       page    page     log-in
POST   prove           | page       page    page     401
GET    language        | go         go      go       go
POST   language        | go         go      go       go
GET    colleagues      | page       page    403      log-in
POST   colleagues      | 405        405     405      401
GET    take-in         | 404        page    403      log-in
POST   take-in         | 404        422     403      401
GET    intake-template | 404        page    403      log-in
POST   intake-template | 405        405     405      401
GET    export-programmes | 404      page    403      log-in
POST   export-programmes | 404      422     403      401
GET    export-file     | 405        405     405      log-in
POST   export-file     | 404        404     403      401
GET    drop-export     | 405        405     405      log-in
POST   drop-export     | 404        404     403      401
GET    law             | page       page    403      log-in
POST   law             | 405        405     405      401
GET    law-of          | page       page    403      log-in
POST   law-of          | 405        405     405      401
GET    law-on          | page       page    403      log-in
POST   law-on          | 405        405     405      401
GET    law-changes     | page       page    403      log-in
POST   law-changes     | 405        405     405      401
GET    law-for-citizens | page      page    403      log-in
POST   law-for-citizens | 405       405     405      401
GET    assess          | page       page    403      log-in
POST   assess          | 422        422     403      401
GET    benefit         | page       page    403      log-in
POST   benefit         | 422        422     403      401
GET    reimbursement   | page       page    403      log-in
POST   reimbursement   | 422        422     403      401
GET    law-reforms     | page       page    403      log-in
POST   law-reforms     | 405        405     405      401
GET    studies         | page       page    403      log-in
POST   studies         | 405        405     405      401
GET    study-power     | page       page    403      log-in
POST   study-power     | 405        405     405      401
GET    new-study       | 404        page    403      log-in
POST   new-study       | 404        422     403      401
GET    published-figures | page     page    403      log-in
POST   published-figures | 405      405     405      401
GET    own-law         | page       page    403      log-in
POST   own-law         | 405        405     405      401
GET    own-reading     | 404        page    403      log-in
POST   own-reading     | 404        422     403      401
GET    withdraw-reading | 404       go      403      log-in
POST   withdraw-reading | 404       422     403      401
GET    own-limit       | 404        page    403      log-in
POST   own-limit       | 404        422     403      401
GET    withdraw-limit  | 404        go      403      log-in
POST   withdraw-limit  | 404        422     403      401
GET    method-notes      | page       page    403      log-in
POST   method-notes      | 405        405     405      401
GET    new-method-note   | page       page    403      log-in
POST   new-method-note   | 422        422     403      401
GET    method-note       | 404        404     403      log-in
POST   method-note       | 405        405     405      401
GET    change-method-note | 404       404     403      log-in
POST   change-method-note | 404       404     403      401
GET    drop-method-note  | 405        405     405      log-in
POST   drop-method-note  | 404        404     403      401
"""

# Addresses of a colleague: what somebody meets at those of Astrid.
TO_ASTRID = {
    "astrid": "themself",
    "lis": "leader",
    "birk": "colleague",
    "dorte": "foreign",
    "esther": "foreign",
    "mads": "helper",
    "eva": "foreign",
    "nora": "no-role",
    "nobody": "signed-out",
}
COLLEAGUE_DOORS = """
method address      | themself   leader  colleague  foreign  helper  no-role  signed-out
GET    colleague-day | go        page    page       404      404     403      log-in
POST   colleague-day | go        422     422        404      404     403      401
GET    distribute   | page       page    404        404      404     403      log-in
POST   distribute   | page       page    404        404      404     403      401
"""

# Addresses of a study: Lis is responsible for it, Astrid draws in it, Eva evaluates it. Its plan is frozen.
TO_STUDY = {
    "lis": "responsible",
    "astrid": "draws",
    "eva": "evaluates",
    "birk": "foreign",
    "dorte": "foreign",
    "esther": "foreign",
    "mads": "foreign",
    "nora": "no-role",
    "nobody": "signed-out",
}
STUDY_DOORS = """
method address          | responsible draws evaluates foreign no-role signed-out
GET    study            | page        page  page      404     403     log-in
POST   study            | 405         405   405       405     405     401
GET    study-protocol   | go          404   404       404     403     log-in
POST   study-protocol   | 422         404   404       404     403     401
GET    freeze-study     | go          404   404       404     403     log-in
POST   freeze-study     | 409         404   404       404     403     401
GET    amend-study      | page        404   404       404     403     log-in
POST   amend-study      | 422         404   404       404     403     401
GET    close-study      | page        404   404       404     403     log-in
POST   close-study      | go          404   404       404     403     401
GET    study-members    | page        404   404       404     403     log-in
POST   study-members    | 422         404   404       404     403     401
GET    end-member       | 405         405   405       405     405     log-in
POST   end-member       | 404         404   404       404     403     401
GET    study-draw         | 404         page  404       404     403     log-in
POST   study-draw         | 404         page  404       404     403     401
GET    study-drawn        | 404         404   404       404     403     log-in
POST   study-drawn        | 405         405   405       405     405     401
GET    study-log          | page        page  page      404     403     log-in
POST   study-log          | 405         405   405       405     405     401
GET    study-deviation    | page        page  404       404     403     log-in
POST   study-deviation    | 422         422   404       404     403     401
GET    study-flow         | page        page  page      404     403     log-in
POST   study-flow         | 405         405   405       405     405     401
GET    study-extracts     | page        404   page      404     403     log-in
POST   study-extracts     | 422         404   422       404     403     401
GET    study-extract-file | 404         404   404       404     403     log-in
POST   study-extract-file | 405         405   405       405     405     401
GET    study-theory      | page        page  page      404     403     log-in
POST   study-theory      | 405         405   405       405     405     401
GET    new-element       | page        404   page      404     403     log-in
POST   new-element       | 422         404   422       404     403     401
GET    element           | 404         404   404       404     403     log-in
POST   element           | 404         404   404       404     403     401
GET    place-element     | 405         405   405       405     405     log-in
POST   place-element     | 404         404   404       404     403     401
GET    tell-round        | 404         404   404       404     403     log-in
POST   tell-round        | 404         404   404       404     403     401
GET    study-interviews  | page        page  page      404     403     log-in
POST   study-interviews  | 405         405   405       405     405     401
GET    new-interview     | page        404   page      404     403     log-in
POST   new-interview     | 422         404   422       404     403     401
GET    interview         | 404         404   404       404     403     log-in
POST   interview         | 404         404   404       404     403     401
GET    new-quotation     | 404         404   404       404     403     log-in
POST   new-quotation     | 404         404   404       404     403     401
GET    drop-quotation    | 405         405   405       405     405     log-in
POST   drop-quotation    | 404         404   404       404     403     401
GET    study-context     | page        page  page      404     403     log-in
POST   study-context     | 405         405   405       405     405     401
GET    new-context       | page        404   page      404     403     log-in
POST   new-context       | 422         404   422       404     403     401
GET    context-change    | 404         404   404       404     403     log-in
POST   context-change    | 404         404   404       404     403     401
GET    drop-context      | 405         405   405       405     405     log-in
POST   drop-context      | 404         404   404       404     403     401
GET    study-report     | 404         404   404       404     403     log-in
POST   study-report     | 405         405   405       405     405     401
GET    study-report-file | 404        404   404       404     403     log-in
POST   study-report-file | 405        405   405       405     405     401
"""

STATUS = {"page": 200, "ask": 200, "again": 422, "go": 302, "log-in": 302}

WITH_ROLE = ("astrid", "birk", "dorte", "esther", "eva", "lis", "mads")
# Whom some case is open to: an evaluator has a role and opens none.
WITH_CASES = tuple(one for one in WITH_ROLE if one != "eva")
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
