"""Kinds of events that are told with a date, and the words that name them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from crisis_archive.text.reasons import reason

KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            reason("election"),
            r"re-?elect|elect|eleccion|reelegi|elegid|wahl|wiedergewahl|gewahlt|reelu|elu$|scrutin",
        ),
        (
            reason("oath"),
            r"oath|sworn|swear|swore|inaugurat|jurament|posesion|vereidig|amtseid|serment|investi",
        ),
        (
            reason("capture"),
            r"captur|seiz|abduct|arrest|detain|detent|kidnap|rendition|secuestr|detenid|detenci|festnahm|"
            r"festgenommen|verhaft|enlev|interpell",
        ),
        (
            reason("death"),
            r"dead|death|died|dies|killing|assassin|murder|muert|asesin|tod$|starb|getotet|ermord|deces",
        ),
        (
            reason("fall"),
            r"resign|renunci|dimisi|dimiti|rucktritt|zuruckget|demission|oust|overthr|depos|coup$|putsch",
        ),
        (
            reason("attack"),
            r"raid|assault|strike|airstrike|attack|bomb|explo|blast|ataqu|angriff|anschlag|attaque|attentat",
        ),
        (
            reason("disaster"),
            r"quake|earthquake|tsunami|hurricane|flood|erupt|terremoto|sismo|huracan|inundac|erdbeben|flut|seisme|"
            r"ouragan|inondation|spill|crash|collision|derail|wreck|incendi|wildfire",
        ),
        (
            reason("pact"),
            r"ceasefire|truce|treaty|accord$|agreement|tregua|acuerdo|waffenruhe|abkommen|treve",
        ),
        (reason("invasion"), r"invasion|invad|incursi|einmarsch|uprising|revolution|referendum"),
    )
)
"""Kinds of events by the beginnings of their words, folded, in the languages that dates are read in."""


def kinds_of(words: Sequence[str]) -> frozenset[str]:
    """The kinds of event that folded words name."""
    return frozenset[str]().union(*map(kinds_of_word, words))


@lru_cache(maxsize=1 << 14)
def kinds_of_word(word: str) -> frozenset[str]:
    """The kinds of event that one folded word names."""
    return frozenset(kind for kind, pattern in KINDS if pattern.match(word))
