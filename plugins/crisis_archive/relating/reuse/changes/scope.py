"""Scope widened: some told as all, a part as the whole."""

from collections.abc import Iterator

from crisis_archive.model import Change
from crisis_archive.relating.reuse.changes.marking import Marker, Retelling, first, markers, one_of
from crisis_archive.relating.reuse.lexis import FUNCTION_WORDS
from crisis_archive.text.folding import fold

_ALL = one_of(
    r"""(?<!it_)all(?!_the_more|_along) every everyone everybody everywhere each entire entirely whole
    throughout nationwide countrywide worldwide across_the_(?:country|nation|region|city|world|board)
    completely totally universally without_exception both"""
)
_NONE = one_of("no_one nobody none never")
_PART = one_of(
    r"""some several certain a_few few many most part parts partly partially mainly mostly majority minority
    half third quarter number_of areas? sections? central in_places at_least two three four five six
    seven eight nine ten eleven twelve \d+ other others selected individual occasional occasionally
    sometimes often nearly almost only one_of"""
)
_SOME = one_of("some several certain a_few parts_of part_of")


def scope_widened(retelling: Retelling) -> Iterator[Change]:
    """The retelling speaks of the whole where the source speaks of a part.

    A word for the whole that the source lacks counts where it is said of something in the source and
    the source names a part; `some shops` told as `the shops` counts too.
    """
    for pattern in (_ALL, _NONE):
        whole = [each for each in markers(pattern, [retelling.retold]) if _of_the_source(each, retelling)]
        part = first(_PART, retelling.source)
        if whole and part is not None and first(pattern, retelling.source) is None:
            yield Change("scope widened", part.span, whole[0].span)
            return
    for marker in markers(_SOME, retelling.source):
        yield from _made_definite(marker, retelling)


def _of_the_source(whole: Marker, retelling: Retelling) -> bool:
    """Whether one of the three words after a word for the whole has its like in the source."""
    source = " ".join(fold(sentence.text) for sentence in retelling.source)
    after = [fold(word).strip(".,;:") for word in whole.sentence.text[whole.end :].split()[:3]]
    return any(
        len(word) > 3 and word not in FUNCTION_WORDS and f" {word[:5]}" in f" {source}" for word in after
    )


def _made_definite(marker: Marker, retelling: Retelling) -> Iterator[Change]:
    rest = marker.sentence.text[marker.end :].split()
    told = [fold(word).strip(".,;:") for word in retelling.retold.text.split()]
    for word in rest[:2]:
        noun = fold(word).strip(".,;:")
        if noun in FUNCTION_WORDS or noun not in told:
            continue
        before = told[max(0, told.index(noun) - 1)]
        if before == "the":
            yield Change("scope widened", marker.span, None)
        return
