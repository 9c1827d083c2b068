"""The sentences about the conditions of the target group that a caseworker judges."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """How one condition is told: what it demands, met, not met, not known, and what would settle it."""

    demand: Words
    holds: Words
    fails: Words
    unknown: Words
    settle: Words

    def filled(self, **params: object) -> Told:
        """Give the same sentences with their {names} filled in, as `Words.filled` does."""
        return Told(
            self.demand.filled(**params),
            self.holds.filled(**params),
            self.fails.filled(**params),
            self.unknown.filled(**params),
            self.settle.filled(**params),
        )


COMPLEX_PROBLEMS = Told(
    Words(
        "Borgeren skal have komplekse problemer ud over ledighed.",
        "The citizen must have complex problems beyond being out of work.",
    ),
    Words(
        "Borgeren har komplekse problemer ud over ledighed.",
        "The citizen has complex problems beyond being out of work.",
    ),
    Words(
        "Borgeren har ikke komplekse problemer ud over ledighed.",
        "The citizen has no complex problems beyond being out of work.",
    ),
    Words(
        "Det er ikke vurderet, om borgerens problemer er komplekse og rækker ud over ledighed.",
        "Whether the citizen's problems are complex and go beyond being out of work has not been judged.",
    ),
    Words(
        "Beskriv problemerne sammen med borgeren, og vurdér dem.",
        "Describe the problems together with the citizen, and judge them.",
    ),
)
UNSOLVED = Told(
    Words(
        "Indsatser efter LAB eller lov om aktiv socialpolitik må ikke have kunnet løse problemerne.",
        "Efforts under LAB or the act on active social policy must not have been able to solve the problems.",
    ),
    Words(
        "Indsatser efter LAB eller lov om aktiv socialpolitik har ikke kunnet løse problemerne.",
        "Efforts under LAB or the act on active social policy have not been able to solve the problems.",
    ),
    Words(
        "Indsatser efter LAB eller lov om aktiv socialpolitik kan løse problemerne.",
        "Efforts under LAB or the act on active social policy can solve the problems.",
    ),
    Words(
        "Det er ikke vurderet, om andre indsatser kan løse problemerne.",
        "Whether other efforts can solve the problems has not been judged.",
    ),
    Words(
        "Se på de indsatser, borgeren har fået eller kunne få, og vurdér, om de er nok.",
        "Look at the efforts that the citizen has had or could have, and judge whether they are enough.",
    ),
)
COMBINED_EFFORT = Told(
    Words(
        "Borgeren skal have brug for en indsats efter LAB sammen med en social eller sundhedsmæssig indsats.",
        "The citizen must need an effort under LAB together with a social or health effort.",
    ),
    Words(
        "Borgeren har brug for en indsats efter LAB sammen med en social eller sundhedsmæssig indsats.",
        "The citizen needs an effort under LAB together with a social or health effort.",
    ),
    Words(
        "Borgeren har ikke brug for at få en indsats efter LAB sammen med en social eller sundhedsmæssig "
        "indsats.",
        "The citizen does not need an effort under LAB together with a social or health effort.",
    ),
    Words(
        "Det er ikke vurderet, om indsatsen skal gå på tværs.",
        "Whether the effort must go across fields has not been judged.",
    ),
    Words(
        "Spørg de sociale og sundhedsfaglige, og vurdér behovet samlet.",
        "Ask those who work with social matters and health, and judge the need as a whole.",
    ),
)
GROUND = Told(
    Words(
        "Mindst én af tre grunde skal være der: lang tid på offentlig forsørgelse, tilbud eller "
        "revalidering uden at komme tættere på arbejde, eller et behov for en længere indsats før et "
        "konkret jobmål.",
        "At least one of three grounds must be there: a long time on public support, "
        "offers or vocational rehabilitation without coming closer to work, or a need of a longer effort "
        "before a concrete job goal.",
    ),
    Words("{grounds}", "{grounds}"),
    Words("Ingen af de tre grunde er til stede.", "Not one of the three grounds is there."),
    Words("Ingen af de tre grunde er vist endnu.", "Not one of the three grounds has been shown yet."),
    Words("Én grund er nok. {missing}", "One ground is enough. {missing}"),
)
LONG_SUPPORT = Words(
    "Borgeren har fået offentlig forsørgelse i lang tid.",
    "The citizen has had public support for a long time.",
)
TRIED_IN_VAIN = Words(
    "Borgeren har deltaget i tilbud eller revalidering uden at komme tættere på arbejdsmarkedet.",
    "The citizen has taken part in offers or vocational rehabilitation without coming closer to the labour "
    "market.",
)
LONG_EFFORT = Words(
    "Kommunen vurderer, at der er brug for en længere indsats, før der kan sættes et konkret jobmål.",
    "The municipality judges that a longer effort is needed before a concrete job goal can be set.",
)
JUDGE_SUPPORT = Words(
    "Vurdér, om forsørgelsen har varet længe.", "Judge whether the support has lasted long."
)
JUDGE_TRIED = Words(
    "Se efter, om tilbud eller revalidering har været prøvet uden at bringe borgeren tættere på arbejde.",
    "See whether offers or vocational rehabilitation were tried without bringing the citizen closer to work.",
)
JUDGE_EFFORT = Words(
    "Vurdér, om en længere indsats må komme før et konkret jobmål.",
    "Judge whether a longer effort must come before a concrete job goal.",
)
NOT_POINTLESS = Told(
    Words(
        "Alvorlig sygdom eller stort funktionstab må ikke gøre et forløb åbenbart formålsløst.",
        "Serious illness or a considerable impairment must not make a programme obviously pointless.",
    ),
    Words("Et forløb er ikke åbenbart formålsløst.", "A programme is not obviously pointless."),
    Words(
        "Et forløb er åbenbart formålsløst på grund af alvorlig sygdom eller stort funktionstab.",
        "A programme is obviously pointless because of serious illness or a considerable impairment.",
    ),
    Words(
        "Det er ikke vurderet, om et forløb er åbenbart formålsløst.",
        "Whether a programme is obviously pointless has not been judged.",
    ),
    Words("Vurdér det ud fra helbredsoplysningerne.", "Judge it from what is known of the health."),
)
CAN_DEVELOP = Told(
    Words(
        "Der skal være et udviklingsperspektiv for arbejdsevnen.",
        "There must be a perspective of development for the working capacity.",
    ),
    Words(
        "Arbejdsevnen har et udviklingsperspektiv.", "The working capacity has a perspective of development."
    ),
    Words(
        "Arbejdsevnen har ikke noget udviklingsperspektiv.",
        "The working capacity has no perspective of development.",
    ),
    Words(
        "Det er ikke vurderet, om arbejdsevnen har et udviklingsperspektiv.",
        "Whether the working capacity has a perspective of development has not been judged.",
    ),
    Words("Vurdér, om arbejdsevnen kan udvikles.", "Judge whether the working capacity can be developed."),
)
NOT_RULED_OUT = Told(
    Words(
        "Det må ikke være dokumenteret eller på grund af særlige forhold helt åbenbart, at et forløb ikke "
        "kan forbedre arbejdsevnen.",
        "It must not be documented, or quite obvious because of special "
        "circumstances, that a programme cannot improve the working capacity.",
    ),
    Words(
        "Det er hverken dokumenteret eller helt åbenbart, at et forløb ikke kan forbedre arbejdsevnen.",
        "It is neither documented nor quite obvious that a programme cannot improve the working capacity.",
    ),
    Words(
        "Det er dokumenteret eller helt åbenbart, at et forløb ikke kan forbedre arbejdsevnen.",
        "It is documented or quite obvious that a programme cannot improve the working capacity.",
    ),
    Words(
        "Det er ikke vurderet, om en forbedring af arbejdsevnen er udelukket.",
        "Whether an improvement of the working capacity is ruled out has not been judged.",
    ),
    Words("Gå dokumentationen igennem, og vurdér det.", "Go through the documentation and judge it."),
)
