"""The schemes that the rulebook knows. A scheme is a string everywhere else; here it gets its name."""

from __future__ import annotations

from sammetag.law.errors import UnknownScheme
from sammetag.words import Words

RESSOURCEFORLOEB = "ressourceforloeb"
JOBAFKLARINGSFORLOEB = "jobafklaringsforloeb"
FLEKSJOB = "fleksjob"
KONTANTHJAELP = "kontanthjaelp"
REVALIDERING = "revalidering"

SCHEMES: dict[str, Words] = {
    RESSOURCEFORLOEB: Words(
        "ressourceforløb", "interdisciplinary rehabilitation programme (ressourceforløb)"
    ),
    JOBAFKLARINGSFORLOEB: Words("jobafklaringsforløb", "job clarification programme (jobafklaringsforløb)"),
    FLEKSJOB: Words("fleksjob", "flexi-job (fleksjob)"),
}

# With those whom only a reform is about. Their law is not in the rulebook: a question about one of them is
# refused there, and nobody is offered to choose one.
KNOWN_SCHEMES: dict[str, Words] = {
    **SCHEMES,
    KONTANTHJAELP: Words("kontanthjælp", "cash benefit (kontanthjælp)"),
    REVALIDERING: Words("revalidering", "vocational rehabilitation (revalidering)"),
}

_UNKNOWN = Words(
    "Ordningen »{scheme}« findes ikke her. Vælg en af disse: {known}.",
    "The scheme '{scheme}' does not exist here. Choose one of these: {known}.",
)


def scheme_name(scheme: str) -> Words:
    """Give the name of a scheme as people read it, also of one that only reforms are about.

    Raises UnknownScheme where there is none of that name.
    """
    if scheme not in KNOWN_SCHEMES:
        raise _unknown(scheme)
    return KNOWN_SCHEMES[scheme]


def scheme_called(name: str) -> str:
    """Give the scheme that somebody wrote as it is written here or as it is spoken: 'ressourceforløb'.

    Raises UnknownScheme where there is none of that name.
    """
    for scheme, spoken in KNOWN_SCHEMES.items():
        if name.casefold() in (scheme, spoken.da.casefold(), spoken.en.casefold()):
            return scheme
    raise _unknown(name)


def _unknown(name: str) -> UnknownScheme:
    sentence = _UNKNOWN.filled(scheme=name, known=", ".join(SCHEMES))
    return UnknownScheme(sentence, f"unknown scheme {name!r}")
