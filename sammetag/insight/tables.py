"""What an answer to a citizen holds: which tables, under which titles, and what their fields are called.

A table about people is told or left out with a reason; a new one fails the tests until it is either.
"""

from __future__ import annotations

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sammetag.access.models import Factor, Grant, Identity, LogInTry, RoleHeld, SessionsEnded
from sammetag.cases.models import Case, Draft, HandOver, Programme, Responsibility
from sammetag.errors import Sentence
from sammetag.interventions.models import Exemption, GrantedPeriod, GuaranteeAnswer, Intervention, Stretch
from sammetag.people.models import Account, Citizen, Cpr, Staff
from sammetag.plan.models import Goal, Plan, PlanVersion, Rating, SubGoal, Wording
from sammetag.studies.models import Entry
from sammetag.talks.models import NoteVersion, Participant, Talk

LOG_IN: tuple[type[Model], ...] = (Factor, Identity, LogInTry, SessionsEnded)
# In the order in which a citizen reads them.
TITLES: dict[type[Model], Sentence] = {
    Citizen: _("Hvem du er"),
    Case: _("Din sag"),
    Programme: _("Dit forløb"),
    Responsibility: _("Hvem der har haft ansvar"),
    Plan: _("Dit jobmål"),
    Goal: _("Dine mål"),
    SubGoal: _("Dine delmål"),
    Wording: _("Sådan stod det før i planen"),
    PlanVersion: _("Udgaver af planen"),
    Rating: _("Hvordan planen er vurderet"),
    Intervention: _("Dine indsatser"),
    Stretch: _("Fra hvornår til hvornår indsatserne løb"),
    GrantedPeriod: _("Bevilget mentor"),
    Exemption: _("Dage, hvor du var fritaget"),
    GuaranteeAnswer: _("Svar på indsatsgarantien"),
    Talk: _("Samtaler"),
    Participant: _("Hvem der var med til samtalerne"),
    NoteVersion: _("Sådan stod der før i noterne"),
    HandOver: _("Når sagen skiftede koordinator"),
    Entry: _("Forsøg, du er med i"),
}
LEFT_OUT: dict[str, str] = {
    Draft._meta.label: "what somebody is typing and has not saved: it is not written in the case yet",
    Grant._meta.label: "who was let in stands under responsibilities; who looked, under looks",
    RoleHeld._meta.label: "the staff's own",
    Staff._meta.label: "the staff's own; their names stand where they met the citizen",
    Account._meta.label: "the staff's own",
    **dict.fromkeys([one._meta.label for one in LOG_IN], "how the staff log in"),
    Cpr._meta.label: "the number itself stands with the citizen's name",
    **dict.fromkeys(
        ["practice.DecidedReading", "practice.DecidedLimit"],
        "what the municipality decides for everybody; it names no citizen",
    ),
    **dict.fromkeys(
        [
            f"studies.{name}"
            for name in (
                *("Study", "Member", "Amendment", "Draw", "Element", "Round", "Interview", "Quotation"),
                *("ContextChange", "MethodNote"),
            )
        ],
        "what is agreed, written and asked in a trial; it names no citizen",
    ),
    **dict.fromkeys(
        ["studies.Deviation", "studies.TakenIn", "studies.FrozenExtract"],
        "how a trial went for people who bear pseudonyms in it; who was drawn for what is told",
    ),
    "intake.Export": "the staff's own for a day; each time one was fetched stands under looks",
    "journal.Event": "told as the journal, in words",
    "journal.Look": "told by role and purpose, without names",
}
# What ties rows together or keeps two writers apart, and tells nothing of its own.
TECHNICAL = frozenset(
    ["id", "version", "acl", "case", "plan", "position", "sort_name", "search_name", "subject_id", "draw"]
)

LABELS: dict[str, Sentence] = {
    "about": _("Hvad der er vurderet"),
    "age": _("Alder"),
    "age_group": _("Aldersgruppe"),
    "arm": _("Gruppe"),
    "achieved_on": _("Så langt siden"),
    "achievement": _("Hvor langt"),
    "agenda": _("Dagsorden"),
    "agreed_at": _("Aftalt"),
    "agreed_by": _("Aftalt af"),
    "agreed_content": _("Som den blev aftalt"),
    "agreed_on": _("Aftalt"),
    "answer_by": _("Svar senest"),
    "answered_on": _("Besvaret"),
    "attended": _("Kom"),
    "begins_on": _("Begynder"),
    "born_on": _("Født"),
    "by_whom": _("Aflyst af"),
    "chapter": _("Kapitel i loven"),
    "citizen": _("Borger"),
    "citizen_told": _("Fik du det at vide"),
    "closed_at": _("Afsluttet"),
    "closed_by": _("Afsluttet af"),
    "closed_on": _("Lukket"),
    "company_based": _("Hos en virksomhed"),
    "coordinator": _("Koordinator"),
    "correction": _("Hvorfor det blev rettet"),
    "disagreement": _("Det, I er uenige om"),
    "due_on": _("Senest"),
    "end_reason": _("Hvorfor den sluttede"),
    "end_words": _("Med ord"),
    "ended_on": _("Sluttede"),
    "ending": _("Hvordan den sluttede"),
    "entered_on": _("Med fra"),
    "ends_at": _("Slut"),
    "family_name": _("Efternavn"),
    "field": _("Område"),
    "fields": _("Ordene"),
    "fixed_until": _("Ligger fast til"),
    "form": _("Hvordan"),
    "given_name": _("Fornavn"),
    "giver": _("Fra"),
    "goal": _("Mål"),
    "granted_on": _("Bevilget"),
    "granted_until": _("Bevilget til"),
    "hours_per_week": _("Timer om ugen"),
    "intervention": _("Indsats"),
    "job_goal": _("Jobmål"),
    "kind": _("Art"),
    "leader": _("Holdt af"),
    "made_by": _("Lavet af"),
    "manner": _("Hvordan"),
    "mentor": _("Er en mentor"),
    "municipality": _("Kommune"),
    "notes": _("Noter"),
    "notes_by": _("Noter af"),
    "number": _("Nummer"),
    "opened_on": _("Oprettet"),
    "other": _("Andre"),
    "outcome": _("Hvordan det gik"),
    "part": _("Opgave"),
    "place": _("Sted"),
    "planned_on": _("Aftalt til"),
    "programme": _("Forløb"),
    "pseudonym": _("Dæknavn"),
    "proposed_content": _("Som den blev foreslået"),
    "proposed_on": _("Foreslået"),
    "provider": _("Leverandør"),
    "rated_on": _("Vurderet"),
    "reason": _("Grund"),
    "recommended_on": _("Anbefalet"),
    "removed_on": _("Taget ud"),
    "restricted": _("Beskyttet"),
    "resubmitted": _("I teamet igen"),
    "scheme": _("Ordning"),
    "sex": _("Køn"),
    "since": pgettext_lazy("dag", "Fra"),
    "staff": _("Hvem"),
    "starts_at": _("Begynder"),
    "starts_on": _("Begynder"),
    "state": _("Tilstand"),
    "study": _("Forsøg"),
    "step": _("Trin"),
    "sub_goal": _("Delmål"),
    "subject": _("Om"),
    "taken_up_at": _("Læst af den nye koordinator"),
    "taker": _("Til"),
    "talk": _("Samtale"),
    "talks_known_from": _("Samtaler kendt fra"),
    "team_met_on": _("Teamet mødtes"),
    "title": _("Navn"),
    "unit": _("Enhed"),
    "until": pgettext_lazy("dag", "Til"),
    "value": _("Vurdering"),
    "voice": _("Hvem der vurderede"),
    "words_of": _("Hvis ord"),
    "written_at": _("Skrevet"),
    "written_by": _("Skrevet af"),
}
