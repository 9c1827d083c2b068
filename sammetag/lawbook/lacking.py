"""What a case may not tell, in words: for whoever is to find it out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

FACTS = {
    "born_on": _("borgerens fødselsdag"),
    "talks": _("de afholdte samtaler"),
    "guarantee": _("hvad der er begyndt, og hvornår"),
    "target": _("om borgeren er i målgruppen"),
    "plan": _("hvor langt planen rækker"),
    "mentor": _("mentorens periode"),
    "flexi_grant": _("hvad der skal til for et fleksjob"),
    "flexi_clock": _("hvad der er gjort i fleksjobbet"),
    "retention": _("fleksjobbet på den hidtidige arbejdsplads"),
    "costs": _("hvad forløbet har kostet"),
    "reform.company_recommended": _("om teamet har anbefalet noget i en virksomhed"),
    "reform.has_job_broker": _("om borgeren har en jobformidler"),
    "reform.in_offer": _("om borgeren er i et tilbud eller skal begynde"),
    "reform.doubts_health_fit": _("om borgeren er i tvivl om, at tilbuddet passer til helbredet"),
    "reform.has_health_coordinator": _("om en sundhedskoordinator er inddraget"),
    "reform.social_recommended": _("om teamet har anbefalet en social indsats"),
    "reform.social_granted": _("om den anbefalede sociale indsats er bevilget"),
    "reform.health_recommended": _("om teamet har anbefalet en sundhedsindsats"),
    "reform.health_granted": _("om den anbefalede sundhedsindsats er bevilget"),
    "reform.decision_deviates": _("om kommunen vil afgøre andet, end teamet anbefaler"),
    "reform.in_internship": _("om borgeren er i praktik eller løntilskud"),
    "reform.aim_agreed": _("om der er en klar aftale om målet med praktikken"),
    "reform.cash_benefit_since": _("hvornår borgeren fik kontanthjælp uden ophold"),
    "reform.capacity_assessed": _("om arbejdsevnen nogensinde er vurderet"),
    "reform.capacity_assessed_on": _("hvornår arbejdsevnen sidst er vurderet"),
    "reform.capacity_reduced": _("om arbejdsevnen er truet eller nedsat"),
    "reform.on_public_support": _("om borgeren får offentlig forsørgelse"),
    "reform.offers_considered": _("om kommunen har vurderet eller prøvet tilbud"),
    "reform.has_vocational_education": _("om borgeren har en erhvervsuddannelse"),
    "reform.wants_education": _("om borgeren ønsker en uddannelse"),
    "reform.reduced_in_own_trade": _("om arbejdsevnen er nedsat i borgerens eget fag"),
    "reform.able_in_other_trade": _("om borgeren kan arbejde i et andet fag"),
    "reform.rehabilitation_cost": _("hvad uddannelsen koster kommunen"),
    "reform.capacity_documented": _("om det er dokumenteret, at arbejdsevnen er varigt nedsat"),
    "reform.preliminary_assessment": _("om der er en foreløbig vurdering"),
    "reform.employer_tried": _("om arbejdsgiveren har gjort et reelt forsøg"),
    "reform.flexi_hours": _("hvor mange timer fleksjobbet er på"),
    "reform.flexi_since": _("hvornår fleksjobbet begyndte"),
    "reform.flexi_progressed": _("om timerne er vokset"),
    "reform.flexi_small_by_wish": _("om borgeren selv ønsker få timer"),
    "reform.coordinator_cases": _("hvor mange sager koordinatoren har"),
    "reform.caseload_kind": _("om sagerne er om unge, voksne eller jobparate"),
}


def lacking_words(path: str) -> str:
    """What a path of a facts file is called; a path that nobody has given words stands as it is."""
    return str(FACTS.get(path, path))
