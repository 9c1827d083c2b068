"""What invented people are called: given and family names that go together, by where a family comes from."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Origin:
    """Names of families from one part of the world; `weight` is how often it is drawn among a hundred."""

    weight: int
    women: str
    men: str
    families: str


@dataclass(frozen=True)
class Naming:
    """A drawn name, whether it is a woman's, and whether its family came to Denmark from elsewhere."""

    given: str
    family: str
    woman: bool
    newcomer: bool = False

    @property
    def whole(self) -> str:
        return f"{self.given} {self.family}"


# Six of ten in the programmes are women.
WOMEN = 0.61
YOUNG_FROM = 1980
OLDER = Origin(
    0,
    "Anette Annemarie Bente Birgit Bodil Charlotte Connie Dorthe Elin Ellen Elsebeth Gerda Gitte Hanne "
    "Helle Inger Jette Joan Jonna Kirsten Kirstine Lisbeth Lissi Lykke Marianne Merete Mona Nina Pia Randi "
    "Ragnhild Rita Solveig Susanne Tina Ulla Vibe Winnie Ædel Åse-Lise",
    "Aage Allan Arne Benny Bo Børge Carsten Claus Egon Erling Finn Flemming Frank Gert Hans Helge Henrik "
    "Ib Ivan Jan Jens Jørgen Keld Kim Knud Leif Mogens Niels Ole Palle Per Poul Preben Søren Steen Tage "
    "Thorkild Ulrik Verner Åge",
    "",
)
YOUNGER = Origin(
    0,
    "Alberte Anja Anne Asta Camilla Cecilie Christina Ditte Emilie Freja Frida Gry Heidi Ida "
    "Johanne Josefine "
    "Julie Kamilla Katrine Kristine Line Louise Maiken Maria Marie Mathilde Mie Nanna Nikoline Pernille "
    "Rikke Sanne Sarah Sidsel Sille Sofie Stine Tanja Thea Trine Ylva Ørnhild",
    "Adam Anders Asger Bjarke Casper Christoffer Daniel Emil Esben Frederik Gustav Jakob Jannik Jeppe Jesper "
    "Joachim Jonas Kasper Kenneth Kristian Lasse Mads Malte Martin Mathias Morten Nicolai Nikolaj Oliver "
    "Oskar Rasmus Rune Sebastian Simon Steffen Svend Søren Thomas Tobias Troels Viktor",
    "",
)
DANISH = (
    "Aabrink Aggerholm Agersnap Albæk Andkjær Baunsgaard Birkelund Bisgaard Bjergskov Blåbjerg Bredahl "
    "Bundsgaard Busk Byrgesen Bækmark Bøgeskov Dalsager Damsbo Drejø Duelund Egeskov Elkjær Engvang Enghave "
    "Fabrin Fennefoss Fjordside Fladså Flinterup Frydendal Fuglsbjerg Føns Gammelmark Gejlager Glarborg "
    "Grønkilde Gråsten Guldborg Gydesen Haldrup Halkær Hedemark Hegnsvig Hindkjær Hjortlund Hjuler Holmegård "
    "Hornshøj Houmøller Hyldekær Hørlyk Højmose Iversbjerg Jelshøj Kallehave Kirkeskov Klintegaard Klovborg "
    "Knarborg Kongslev Korshavn Kragelund Krogsbæk Kålund Kærvang Langskov Lindemose Lundbro Lyngholt "
    "Lønborg Mejlby Mosegård Munkebo Mågevang Nebel Nørrevang Odderskær Overmark Pilegård "
    "Porsborg Ravnsbjerg "
    "Refsager Risbæk Rosenlund Rugholm Ruskær Rørdam Sandbjerg Sejlund Silkekær Sivager Skallerup "
    "Skibdal Skovsende Skyttehus Slotsbo Snoghøj Stavnsbo Stenbæk Stokholm Storebjerg Strandkær Svinkløv "
    "Sælvig Søndersø Sørensdal Tangkær Tingager Toftegård Tornkær Tranemose Trelleborg Tværsted Uldjyde "
    "Ulvemose Vadskær Vejlø Vestermark Vibholm Viderup Vinkelbæk Vrangbæk Vædderkær Ydesen Ørskovby Østerbæk "
    "Ålekær Årslund Åvang"
)
WEST = Origin(
    9,
    "Ane-Kirstine Else-Marie Inger-Lise Karen-Margrethe Maren Mette-Marie Sine Thyra Kjerstine Anne-Dorte",
    "Bertel Jens-Kristian Kresten Laust Lars-Peder Mads-Ole Niels-Jørgen Per-Anker Stinus Thorvald",
    "Klitgårdsen Havrvig Sandmand Fjandbo Husby-Holm Lemvigen Nissumkær Thorsmind Vestkyst Kjærgårdsen "
    "Vandkær Lyngvig Østerklit Stauning-Dal",
)
NORTH_ATLANTIC = Origin(
    3,
    "Aviaja Durita Ivalu Marjun Naja Paninnguaq Rannvá Sunnvá Guðrið Malu",
    "Aqqaluk Bárður Hanus Jógvan Malik Nuka Ólavur Pauli Inuk Rói",
    "Davidsen-Kleist Heinesdal Joensdal Kielsvig Lynge-Holm Magnussdal Motzfjord Olsvig Sigvardsvig Dalsgarð",
)
ELSEWHERE = (
    Origin(
        4,
        "Aylin Derya Elif Esra Fatma Gülsüm Hatice Leyla Melek Nurcan Sevgi Tülay",
        "Ahmet Burak Cem Emre Hakan Ismail Kadir Murat Orhan Selim Ufuk Yasin",
        "Akdeniz Bozdağ Çelebi Doğru Erdemli Gündüz Karaca Özkurt Şimşek Tekinoğlu Uslu Yıldırım",
    ),
    Origin(
        4,
        "Amira Dalal Hanan Iman Khadija Layla Maha Nour Rania Salma Suha Zahra",
        "Adel Bassam Fadi Ghassan Hassan Jamal Khaled Mahmoud Nabil Omar Samir Walid",
        "Abbas-Nour Al-Basri Al-Hamdan Barakat Daher El-Sayegh Haddadin Jabbour Kanaan Mansouri "
        "Rashidi Saleh",
    ),
    Origin(
        3,
        "Alma Amra Azra Belma Dženana Edina Jasmina Mirela Sanela Vesna",
        "Adnan Almir Damir Edin Goran Haris Jasmin Nermin Senad Zoran",
        "Alihodžić Bajrić Delić Fazlić Hodžić Imamović Kovačević Muratović Omerović Selimović",
    ),
    Origin(
        3,
        "Asha Deqa Faduma Halimo Hodan Idil Ifrah Nasra Sahra Ubah",
        "Abdullahi Bashir Cali Farah Guled Liban Mahad Nuur Saciid Warsan",
        "Aden-Guled Barre-Omar Cige Dirie Elmi Farah-Nur Hirsi Jibril Shire Warfa",
    ),
    Origin(
        3,
        "Farzaneh Golnar Laleh Maryam Nasrin Parwana Roya Shirin Soraya Zarghuna",
        "Arash Behrouz Dariush Farid Javad Kambiz Mirwais Najib Reza Shahram",
        "Ahmadzai Barzegar Daneshvar Ebrahimi-Fard Ghorbani Karimian Mohseni Noorzai Sadeghpour Yousofi",
    ),
    Origin(
        2,
        "Agnieszka Beata Dorota Ewa Halina Joanna Magdalena Renata",
        "Andrzej Grzegorz Jacek Krzysztof Marek Paweł Tomasz Zbigniew",
        "Borowicz Czarnota Górka Jabłonowska-Lis Kwiatek Malec Sikorka Wrona",
    ),
    Origin(
        2,
        "Kavitha Lakshmi Meena Nirmala Priya Shanthi Sutharsini Vasantha",
        "Arul Ganesh Jeyan Kumaran Mohan Nathan Siva Thayalan",
        "Arulnathan Ganeshan Jeyarajah Kanapathi Nadarasan Selvanathan Sivakumaran Thevarajan",
    ),
    Origin(
        2,
        "Bich Hoa Hong Kim-Anh Lien Mai Ngoc Thuy",
        "Binh Dung Hai Hung Minh Quang Tuan Vinh",
        "Bui-Le Dang-Vo Doan Ho-Phan Lam Ngo-Dinh Ta Vuong",
    ),
    Origin(
        2,
        "Ieva Katarzyna-Maria Larisa Liudmila Natalia Oksana Svetlana Tetiana",
        "Andrejs Dmytro Mihail Oleksandr Roman Sergiu Vasyl Vladislavs",
        "Berzinis Cojocari Kalninsh Moroziuk Petrauska Rusnak Shevchyk Zaharenko",
    ),
)
MIDDLE = (
    "Bang Berg Brink Dahl Fogh Friis Gade Holst Juul Kjær Krag Lind Lund Munk Nyholm Ravn Riis Skov Toft Vang"
)


def draw_name(born: int, chance: Random) -> Naming:
    """A name for somebody born in that year."""
    woman = chance.random() < WOMEN
    luck = chance.randrange(100)
    for origin in (WEST, NORTH_ATLANTIC, *ELSEWHERE):
        if luck < origin.weight:
            given = _one(origin.women if woman else origin.men, chance)
            return Naming(given, _one(origin.families, chance), woman, newcomer=origin in ELSEWHERE)
        luck -= origin.weight
    fashion = YOUNGER if born >= YOUNG_FROM else OLDER
    given = _one(fashion.women if woman else fashion.men, chance)
    if chance.random() < 0.22:
        given = f"{given} {_one(MIDDLE, chance)}"
    return Naming(given, _one(DANISH, chance), woman)


def is_woman(given: str) -> bool:
    """Whether a given name of the demo is a woman's."""
    return given.split(" ")[0] in _WOMENS


def _one(words: str, chance: Random) -> str:
    return chance.choice(words.split())


_WOMENS = frozenset(
    name for one in (OLDER, YOUNGER, WEST, NORTH_ATLANTIC, *ELSEWHERE) for name in one.women.split()
)
