"""Speaker changed: the words of one are told as the words of another."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from crisis_archive.model import Change
from crisis_archive.relating.reuse.changes.marking import Marker, Retelling
from crisis_archive.relating.reuse.lexis import SentenceTerms
from crisis_archive.text.folding import fold

_SPEECH = "|".join(
    """says? said tells? told claims? claimed alleges? alleged insists? insisted argues? argued declares?
    declared announces? announced stated warns? warned denies denied admits? admitted explains? explained
    adds? added replies replied answers? answered blames? blamed quoted believes? believed thinks? fears?
    feared estimates? estimated reports? reported complains? complained vows? vowed urges? urged calls?
    called""".split()
)
_WORD = r"[^\W_](?:[\w’'.-]*\w)?"
# A speaker is the noun phrase right before the verb, without a clause of its own ...
_VERB = re.compile(
    rf",? (?:(?:also|later|then|now|has|have|had|itself|themselves) )?(?:{_SPEECH})\b", re.IGNORECASE
)
# ... or after it, where the words themselves come first.
_AFTER = re.compile(
    r"(?:\baccording to|[”\"’],? (?:said|says|declared|declares|added|adds|replied|replies)) "
    rf"(?P<who>{_WORD}(?: {_WORD}){{0,7}})"
)
_LONGEST = 8
_TOKEN = re.compile(_WORD)
_STOPS = frozenset(
    """that which who whom when while where as but and or because after before since if although though
    for with from in on at by to into about against amid despite however meanwhile separately now yet so
    then still also is are was were be been being has have had will would could can cannot may might must
    do does did not never only just itself themselves himself herself such""".split()
)
_EMPTY = frozenset(
    """the a an of this that these those his her its their our my some many several most other former
    acting deposed president minister mr mrs ms dr sir one there""".split()
)
_PRONOUNS = frozenset("he she it they we i who one".split())


def speaker_changed(retelling: Retelling) -> Iterator[Change]:
    """Words of one speaker told as those of another, whom the source knows.

    Speakers are compared by the last word of the phrase that names them and its plain words: `Vega's
    son` is a son, `the lawmaker Ana Vega Ruiz` is Ruiz and a lawmaker. Somebody the source never names
    may be the same under another word; so it counts only where the new speaker stands in these
    sentences without speaking, or speaks elsewhere in the source.
    """
    mine = [each for each in speakers(retelling.retold) if _words(each)]
    theirs = [each for sentence in retelling.source for each in speakers(sentence)]
    if theirs and not any(map(_words, theirs)) and retelling.before_source is not None:
        theirs = list(speakers(retelling.before_source))
    theirs = [each for each in theirs if _words(each)]
    strange = [one for one in mine if not any(_words(one) & _words(other) for other in theirs)]
    if not strange or not theirs:
        return
    here = {_plain(word) for sentence in retelling.source for word in sentence.text.split()}
    told = fold(retelling.retold.text)
    gone = not any(re.search(rf"\b{re.escape(_head(each))}\b", told) for each in theirs)
    for one in strange:
        alone = len(strange) == len(mine) and gone
        if (alone and _words(one) & here) or (
            (alone or len(mine) > len(theirs)) and _words(one) & retelling.other_voices
        ):
            yield Change("speaker changed", theirs[0].span, one.span)
            return


def voices(sentence: SentenceTerms) -> frozenset[str]:
    """The words that name the speakers of a sentence."""
    return frozenset(word for each in speakers(sentence) for word in _words(each))


def speakers(sentence: SentenceTerms) -> Iterator[Marker]:
    """The phrases of a sentence that name a speaker."""
    text = sentence.text
    for verb in _VERB.finditer(text):
        found = list(_TOKEN.finditer(text, max(0, verb.start() - 100), verb.start()))[-_LONGEST:]
        kept = list(takewhile(lambda word: fold(word[0]) not in _STOPS, reversed(found)))
        if kept and text[kept[-1].start() : verb.start()].count(",") == 0:
            yield Marker(sentence, kept[-1].start(), kept[0].end())
    for match in _AFTER.finditer(text):
        found = list(_TOKEN.finditer(text, *match.span("who")))
        kept = list(takewhile(lambda word: fold(word[0]) not in _STOPS, found))
        if kept:
            yield Marker(sentence, kept[0].start(), kept[-1].end())


def _plain(word: str) -> str:
    return re.sub(r"'s?$", "", fold(word.strip('.,;:"“”()')))


def _head(marker: Marker) -> str:
    """The last word of a phrase, folded, without possessive."""
    return _plain(marker.text.split()[-1])


def _words(marker: Marker) -> set[str]:
    """The last word and the plain words of a phrase: no given names, no possessors, nothing said of all."""
    words = marker.text.split()
    named = {
        _plain(word)
        for word, following in pairwise(words)
        if not (word[0].isupper() and following[0].isupper()) and not fold(word).endswith(("'s", "'"))
    }
    return (named | {_head(marker)}) - _EMPTY - _PRONOUNS
