"""The headline of a page among the lines above its running text."""

from crisis_archive.cleaning.furniture.forms import BYLINE, DATELINE, is_sure
from crisis_archive.cleaning.furniture.likely import likely_words
from crisis_archive.text.words import words

_FAR = 30  # lines above the body
_MOST_WORDS = 25
_FEWEST_WORDS = 4
_NEAR = 8  # lines from the first to the text, where no word tells that it is the headline


def heading_above(lines: list[str], inside: list[bool]) -> int:
    """The number of the line that is the headline, -1 where none of them is."""
    if True not in inside:
        return -1
    first = inside.index(True)
    opening = {word for line in lines[first : first + 8] for word in _content(line)}
    best, best_score = -1, 1.0
    for number in range(max(0, first - _FAR), first):
        line = lines[number]
        own = _content(line)
        count = len(line.split())
        if not 2 <= count <= _MOST_WORDS or not own or _is_no_headline(line):
            continue
        shared = len(own & opening) / len(own)
        score = 3.0 * shared + 0.1 * min(count, 12) - 0.05 * (first - number)
        if any(other != line and line in other for other in lines[:number]):
            score += 1.0  # the page's title says it too
        if line.rstrip().endswith("."):
            score -= 0.5
        if score > best_score:
            best, best_score = number, score
    return best if best >= 0 else _first_line(lines, first)


def _first_line(lines: list[str], first: int) -> int:
    """0 where the first line may be a headline, and short lines and forms alone part it from the text."""
    if first == 0 or not _FEWEST_WORDS <= len(lines[0].split()) <= _MOST_WORDS or _is_no_headline(lines[0]):
        return -1
    short = all(len(line.split()) < _FEWEST_WORDS or _is_no_headline(line) for line in lines[1:first])
    return 0 if short and first <= _NEAR else -1


def _is_no_headline(line: str) -> bool:
    return bool(is_sure(line) or DATELINE.fullmatch(line) or BYLINE.fullmatch(line) or likely_words(line))


def _content(line: str) -> set[str]:
    return {word.lower()[:6] for word in words(line) if len(word) > 3}
