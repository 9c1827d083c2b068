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
        known = Words(
            ", ".join(name.da for name in SCHEMES.values()),
            ", ".join(name.en for name in SCHEMES.values()),
        )
        raise UnknownScheme(_UNKNOWN.filled(scheme=scheme, known=known), f"unknown scheme {scheme!r}")
    return KNOWN_SCHEMES[scheme]
