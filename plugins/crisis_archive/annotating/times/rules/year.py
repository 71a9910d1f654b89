"""A year alone: `in 2018`, `the 2014 protests`; decades and year ranges, which are no single year."""

import re
from collections.abc import Iterator

from crisis_archive.annotating.times.languages import by_language
from crisis_archive.annotating.times.lexicon import Words
from crisis_archive.model import TimeExpression

_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_FREE = r"[\w$€£¥#.,:/@’'-]"
_DECADE = re.compile(rf"(?<!{_FREE})(?:(?:early|late|mid)[ -])?(?:the )?{_YEAR[:-1]})['’]?s\b|[’']\d0s\b")
_DECADE_ENDS = re.compile(r"\d['’]?s\b")
"""Every decade ends so: told sooner than that it is one."""
# The digits first and what stands before them second: `re` then passes over all other characters at once.
_RANGE = re.compile(
    rf"((?:1(?<!{_FREE}1)[5-9]|20(?<!{_FREE}20))\d\d)\s?(?:-|–|—|/)\s?({_YEAR}|\d\d)(?![\w-])"
)
_BEFORE = r"[\w$€£¥#.,:/@’']"
_ALONE = re.compile(
    rf"((?:1(?<!{_BEFORE}1)(?<!\d-1)[5-9]|20(?<!{_BEFORE}20)(?<!\d-20))\d\d)"
    r"(?![\w%°/]|,\d|\.\d|-\d|:\d|\s?(?:%|€|\$|£))"
)
_NEXT = re.compile(r"\s([a-z]\w+)")
# A number before one of these counts it; a year never does.
_COUNTED = re.compile(
    r"people|persons|men|women|children|dollars|euros|pounds|miles|meters|metres|kilomet\w+|km|feet|tons|tonnes|"
    r"troops|soldiers|workers|employees|barrels|hours|years|days|points|percent|personas|metros|millones|"
    r"kilómetros|dólares|soldados|años|horas|días|Menschen|personnes|soldats|mètres|heures|ans|hommes|"
    r"million|billion|words|shares|votes|homes|houses|families|refugees|members|square|degrees|gmt|hrs|edt|est|"
    r"signatures|copies|jobs|cases|deaths|feddans|acres|hectares|vehicles|passengers|students|victims|survivors",
    re.IGNORECASE,
)


@by_language
def _led(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:{words.year_before})|\()[\s-]?$", re.IGNORECASE)


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Years from 1500 to 2099 that no count, price or code could be."""
    for match in _DECADE.finditer(sentence) if _DECADE_ENDS.search(sentence) else ():
        yield from _decade(match)
    for match in _RANGE.finditer(sentence):
        first, last = int(match[1]), match[2]
        until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if first < until <= first + 60:
            yield TimeExpression(0, match.start(), match.end(), rule="years", year=first, until_year=until)
    for match in _ALONE.finditer(sentence):
        if _is_year(sentence, match, words):
            yield TimeExpression(0, match.start(), match.end(), rule="year", year=int(match[1]))


def _decade(match: re.Match[str]) -> Iterator[TimeExpression]:
    digits = re.search(r"\d{4}", match[0])
    if digits is None:
        # '90s: which century is left open.
        yield TimeExpression(0, match.start(), match.end(), rule="decade")
    elif int(digits[0]) % 10 == 0:
        year = int(digits[0])
        yield TimeExpression(0, match.start(), match.end(), rule="decade", year=year, until_year=year + 9)


def _is_year(sentence: str, match: re.Match[str], words: Words) -> bool:
    following = _NEXT.match(sentence, match.end())
    if following and _COUNTED.fullmatch(following[1]):
        return False
    if _led(words).search(sentence, max(0, match.start() - 24), match.start()):
        return int(match[1]) >= 1800 or int(match[1]) % 100 != 0
    # Unled: only a plain, unround year.
    return int(match[1]) >= 1900 and int(match[1]) % 100 != 0
