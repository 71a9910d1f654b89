"""What a text is about, as counted features: words, word pairs, names and explicit dates."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from crisis_archive.model import Analysis, Mention
from crisis_archive.relating.reuse.lexis import FUNCTION_WORDS
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

NAME = "name "
DATE = "date "


def features(analysis: Analysis, mentions: Sequence[Mention]) -> Counter[str]:
    """How often each feature occurs; a pair is two words with a space, a name `name <entity>`."""
    document = analysis.document
    counted: Counter[str] = Counter()
    for text in (document.title, *document.paragraphs):
        plain = [word for word in map(fold, words(text)) if len(word) > 1 and word not in FUNCTION_WORDS]
        counted.update(plain)
        counted.update(f"{one} {other}" for one, other in pairwise(plain))
    counted.update(NAME + mention.entity for mention in mentions)
    counted.update(
        f"{DATE}{time.year}-{time.month:02}-{time.day:02}"
        for time in analysis.times
        if time.year and time.month and time.day
    )
    return counted
