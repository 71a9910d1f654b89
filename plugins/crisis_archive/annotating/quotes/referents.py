"""Which name a speaker's words stand for: the name they end in, or what a pronoun points back to.

Only what is certain by the order of the text: the subject of the sentence before. A chain that breaks
gives nothing.
"""

from collections.abc import Iterable
from typing import Final

from crisis_archive.annotating.syntax.frames import Frame, Token
from crisis_archive.annotating.syntax.lexicon import GENDERED
from crisis_archive.annotating.syntax.phrases import Phrase, clause_subject
from crisis_archive.model import Document, Name, Span

_GENDER_OF_TITLE: Final = {
    "mr": "m",
    "sir": "m",
    "king": "m",
    "prince": "m",
    "father": "m",
    "brother": "m",
    "pope": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "lady": "f",
    "dame": "f",
    "queen": "f",
    "princess": "f",
    "sister": "f",
    "wife": "f",
    "husband": "m",
    "mother": "f",
    "daughter": "f",
    "son": "m",
    "spokeswoman": "f",
    "spokesman": "m",
    "chairwoman": "f",
    "congresswoman": "f",
    "congressman": "m",
}
_CHILD: Final = frozenset("son daughter".split())
_PARENT: Final = {"father": "m", "mother": "f"}


class Referents:
    """Remembers, sentence by sentence, whom the text speaks of."""

    def __init__(self, document: Document, names: Iterable[Name]) -> None:
        self._ending = {(name.paragraph, name.end): name for name in names if name.kind != "place"}
        people = [name for name in names if name.kind == "person"]
        self._surnames = {document.text_at(name.span).split()[-1] for name in people}
        self._subject: Name | None = None
        self._parent: Name | None = None
        self._gender: dict[Name, str] = {}

    def forget(self) -> None:
        """Forget the subject: the text goes on elsewhere."""
        self._subject = None

    def name_of(self, frame: Frame, phrase: Phrase) -> Name | None:
        """The name that a phrase ends in, or that its pronoun stands for, if that is certain."""
        last = frame.tokens[phrase[1] - 1]
        name = self._named(frame.paragraph, last)
        if name is not None and name.start >= frame.tokens[phrase[0]].start:
            return name
        first = frame.tokens[phrase[0]]
        if phrase[1] - phrase[0] == 1 and first.low in ("he", "she"):
            return self._subject if self._may_be(self._subject, GENDERED[first.low]) else None
        if phrase[1] - phrase[0] == 2 and first.low in ("his", "her") and last.low in _PARENT:
            return self._parent if self._may_be(self._parent, _PARENT[last.low]) else None
        return None

    def is_person(self, frame: Frame, phrase: Phrase) -> bool:
        """Whether a phrase is the name of a person, all of it and nothing else."""
        first, last = frame.tokens[phrase[0]], frame.tokens[phrase[1] - 1]
        name = self._ending.get((frame.paragraph, last.end))
        return name is not None and name.kind == "person" and name.start == first.start

    def _named(self, paragraph: int, token: Token) -> Name | None:
        """The name that ends at a token; a surname that the text gives to somebody is one, too."""
        end = token.end - 2 if token.possessive else token.end
        name = self._ending.get((paragraph, end))
        if name is None and token.capital and token.text[: end - token.start] in self._surnames:
            return Name(paragraph, token.start, end, "person", "rule")
        return name

    def _may_be(self, name: Name | None, gender: str) -> bool:
        return name is not None and name.kind == "person" and self._gender.get(name, gender) == gender

    def leave(self, frame: Frame, speaker: Span | None) -> None:
        """Go on from a sentence: its subject, else whoever spoke in it, is what the next pronoun means."""
        self._note(frame.paragraph, frame.tokens)
        last = len(frame.tokens)
        while last and frame.tokens[last - 1].kind != "word":
            last -= 1
        subject = clause_subject(frame.tokens, last)
        name = self.name_of(frame, subject) if subject is not None else None
        if name is None and speaker is not None:
            name = self._ending.get((speaker.paragraph, speaker.end)) or Name(
                *_parts(speaker), "person", "rule"
            )
        self._subject = name if name is not None and name.kind == "person" else None

    def _note(self, paragraph: int, tokens: tuple[Token, ...]) -> None:
        """Note what titles tell of gender, and whose son or daughter is spoken of."""
        for at, token in enumerate(tokens):
            title = _GENDER_OF_TITLE.get(token.low)
            if title is not None:
                after = at + 2 if at + 1 < len(tokens) and tokens[at + 1].kind == "comma" else at + 1
                named = self._starting(paragraph, tokens, after)
                if named is not None:
                    self._gender[named] = title
            if token.low in _CHILD and at and tokens[at - 1].possessive:
                self._parent = self._named(paragraph, tokens[at - 1]) or self._parent

    def _starting(self, paragraph: int, tokens: tuple[Token, ...], first: int) -> Name | None:
        for token in tokens[first : first + 4]:
            name = self._named(paragraph, token)
            if name is not None:
                return name if name.start >= tokens[first].start else None
        return None


def _parts(span: Span) -> tuple[int, int, int]:
    return span.paragraph, span.start, span.end
