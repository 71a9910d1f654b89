"""All terms in one script, for wildcards inside a word, fuzziness and "did you mean"."""

from collections.abc import Iterable

from crisis_archive.search.encoding import encode_text


def dictionary(terms: Iterable[str]) -> list[str]:
    """Two strings: how much each term shares with the one before it, and the rests, divided by spaces.

    The terms come in JavaScript's order. None holds a space: lunr's tokenizer cuts there. Lengths are UTF-16
    units, JavaScript's measure.
    """
    shared: list[int] = []
    rests: list[str] = []
    before = ""
    for term in terms:
        common = _common(before, term)
        shared.append(len(term[:common].encode("utf-16-le", "surrogatepass")) // 2)
        rests.append(term[common:])
        before = term
    return [encode_text(shared), " ".join(rests)]


def _common(left: str, right: str) -> int:
    for place, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return place
    return min(len(left), len(right))
