"""What ties two texts of a small archive, where the rarity of words says little."""

from collections.abc import Iterable

import numpy as np

from crisis_archive.gazetteer import COUNTRY_OF_NATIONALITY
from crisis_archive.model import Analysis
from crisis_archive.relating.crises.features import capitals, content_words, opening
from crisis_archive.relating.vectors import Pairs
from crisis_archive.text.folding import fold

_SMALL = 30
"""In an archive of more texts a word that everybody uses is seen to be common."""
_FEATURES = 2
_USUAL = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december police official officials minister president prime foreign "
    "government governor mayor spokesman spokeswoman spokesperson authorities reporters statement news "
    "agency people person man men woman women killed dead death deaths died injured wounded hurt missing "
    "least more year years day days week month morning night evening new first last city town state".split()
)


def tied(pairs: Pairs, texts: Iterable[Analysis], count: int) -> Pairs:
    """Of a small archive the pairs that share two features or more, a name among them.

    Features are words but those of any report. Texts in which no capitals tell names are left alone.
    """
    if count > _SMALL:
        return pairs
    analyses = list(texts)
    nations = {fold(word) for word in COUNTRY_OF_NATIONALITY}
    names = [{word for word in capitals(each) if " " not in word} for each in analyses]
    held = [
        {word for part in (each.document.title, *opening(each.document)) for word in content_words(part)}
        - _USUAL
        - nations
        for each in analyses
    ]

    def holds(one: int, other: int) -> bool:
        if not names[one] or not names[other]:
            return True
        shared = {word for word in held[one] & held[other] if not word.isdigit()}
        return len(shared) >= _FEATURES and bool(shared & (names[one] | names[other]))

    kept = [holds(one, other) for one, other in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)]
    chosen = np.array(kept, dtype=bool)
    return Pairs(pairs.left[chosen], pairs.right[chosen], pairs.value[chosen])
