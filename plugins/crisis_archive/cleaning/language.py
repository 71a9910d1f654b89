"""The language of a text, by its commonest small words; `und` where they do not say."""

from collections import Counter
from typing import Final

_SMALL_WORDS: Final = {
    "en": "the of and to in that is was for on with as at by from it he his are were has have had not which",
    "es": "de la que el en y los del se las por un para con no una su al lo como más pero sus le ya",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao",
    "it": "di e il la che in un per è una sono non con del si da le dei nel alla più anche come",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om als ook door",
}
_SETS: Final = {code: frozenset(text.split()) for code, text in _SMALL_WORDS.items()}


def language_of(paragraphs: tuple[str, ...], declared: str | None) -> str:
    """BCP 47 code of the language; what the page declares stands where the words do not speak clearly."""
    sample = [word for paragraph in paragraphs[:20] for word in paragraph[:2000].lower().split()][:500]
    times = Counter(sample)
    counts = {code: sum(times[word] for word in small if word in times) for code, small in _SETS.items()}
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    best, second = counts[ranked[0]], counts[ranked[1]]
    if len(sample) >= 10 and best >= 0.12 * len(sample) and best >= 1.3 * second:
        return ranked[0]
    return declared or "und"


def is_known(text: str) -> bool:
    """Whether a text is in a language whose typography the rules know; elsewhere readings remain."""
    return language_of(tuple(text.split("\n")[:200]), None) != "und"
