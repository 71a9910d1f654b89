"""The title: a line of the text, the page's own, or made from the first sentence."""

from typing import NamedTuple

from crisis_archive.cleaning.furniture.forms import BYLINE, DATELINE
from crisis_archive.cleaning.page import Page
from crisis_archive.model.documents import Origin
from crisis_archive.text.marks import last_mark
from crisis_archive.text.sentences import sentence_ranges

_MOST_WORDS = 26
_MOST_WORDS_OF_A_SENTENCE = 14
_MOST_CHARACTERS = 100
_FEWEST_SPACES = 2  # of a sentence that a title is made from


class Title(NamedTuple):
    """A title and where it comes from."""

    text: str
    origin: Origin


def title_of(blocks: list[str], page: Page) -> Title:
    """The title of a cleaned text; its first line where that is a headline."""
    if page.metadata.title:
        return Title(page.metadata.title, "metadata")
    if len(blocks) > 1 and is_headline(blocks[0], blocks[1]):
        return Title(blocks[0], "seed")
    return Title(derived(blocks[0]), "derived")


def is_headline(line: str, following: str) -> bool:
    """Whether a line has the form of a headline above the text that follows."""
    count = len(line.split())
    if DATELINE.fullmatch(line[:140]) or BYLINE.fullmatch(line[:140]):
        return False
    if line.endswith((":", ",", ";")) or count > _MOST_WORDS:
        return False
    if last_mark(line) != ".":
        return True
    return count <= _MOST_WORDS_OF_A_SENTENCE and len(following.split()) > 2 * count


def derived(text: str) -> str:
    """The first sentence (with a cry or a number before it), cut at a word's end where it is long."""
    ranges = sentence_ranges(text)
    end = next((end for start, end in ranges if text.count(" ", start, end) >= _FEWEST_SPACES), ranges[0][1])
    sentence = text[ranges[0][0] : end]
    if len(sentence) <= _MOST_CHARACTERS:
        return sentence.rstrip(".")
    return sentence[:_MOST_CHARACTERS].rsplit(" ", 1)[0].rstrip(" ,;:.-") + "\N{HORIZONTAL ELLIPSIS}"
