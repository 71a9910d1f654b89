"""All quotations of one text."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from crisis_archive.annotating.quotes.cues import is_cue
from crisis_archive.annotating.quotes.marks import Marked, is_taken_up, marked_stretches
from crisis_archive.annotating.quotes.referents import Referents
from crisis_archive.annotating.quotes.speakers import (
    Attribution,
    attribute,
    introduced_by_cue,
    subject_of,
)
from crisis_archive.annotating.syntax.appositions import name_after
from crisis_archive.annotating.syntax.frames import Frame, Token, frames_of
from crisis_archive.annotating.syntax.lexicon import GENDERED
from crisis_archive.annotating.syntax.phrases import Phrase
from crisis_archive.model import Document, Name, Quote, Span
from crisis_archive.text.words import words

_SPEECH_LENGTH: Final = 3
"""Words: a shorter stretch is speech only beside a cue."""
_BARE_LENGTH: Final = 5
"""Words: a shorter stretch without a speaker is a title or a scare quote."""
_EXCERPT_LENGTH: Final = 12
"""Words: a shorter part of a sentence without a speaker is no speech."""
_TITLE_LENGTH: Final = 8
_LOOK_BACK: Final = 3
"""Paragraphs before a quotation that are read for whom its pronouns mean."""
_LONGEST_JOINED: Final = 400
"""Tokens: sentences are joined no further than this."""


class _Speaker(NamedTuple):
    """A speaker found: the words, where they stand, the cue, who relays."""

    at: Span
    text: str
    cue: str | None
    chain: tuple[str, ...]
    name_at: Span | None
    """The name that the words are or stand for."""


def find_quotes(
    document: Document, sentences: tuple[Span, ...], names: tuple[Name, ...]
) -> tuple[Quote, ...]:
    """The quotations of a text in order; a speaker is named only where the text itself names one."""
    stretches = marked_stretches(document.paragraphs)
    if not stretches:
        return ()
    # Where a mark in mid-sentence is never closed, nobody knows which words are quoted.
    main = [
        each
        for each in stretches
        if each.level == 0
        and (each.closed or is_taken_up(document.paragraphs, each) or not _within(document, each))
    ]
    by_paragraph: dict[int, list[Marked]] = {}
    for each in main:
        by_paragraph.setdefault(each.paragraph, []).append(each)
    reader = _Reader(document, names)
    for number in _near(by_paragraph, len(document.paragraphs)):
        reader.read(number, document.paragraphs[number], by_paragraph.get(number, []))
    return tuple(reader.quotes)


def _near(by_paragraph: Mapping[int, Sequence[Marked]], count: int) -> list[int]:
    """The paragraphs with quotations and the few before each, which tell who is meant by `he`."""
    wanted = {each for number in by_paragraph for each in range(number - _LOOK_BACK, number + 1)}
    return sorted(each for each in wanted if 0 <= each < count)


def _within(document: Document, stretch: Marked) -> bool:
    """Whether words stand before a stretch in its paragraph."""
    return any(character.isalnum() for character in document.paragraphs[stretch.paragraph][: stretch.start])


class _Reader:
    """Goes through the paragraphs in order and remembers who spoke last."""

    def __init__(self, document: Document, names: tuple[Name, ...]) -> None:
        self.document = document
        self.referents = Referents(document, names)
        self.quotes: list[Quote] = []
        self.last: _Speaker | None = None
        self.last_paragraph = -2
        self.unclosed = False
        self.read_last = -1
        self.introduced: _Speaker | None = None

    def read(self, number: int, text: str, stretches: Sequence[Marked]) -> None:
        """Read one paragraph."""
        if number != self.read_last + 1:
            self.referents.forget()
            self.introduced, self.unclosed = None, False
        self.read_last = number
        ranges = [(each.start, each.end) for each in stretches]
        frames = _with_attributions(frames_of(number, text, ranges), text)
        spoken: _Speaker | None = None
        before: Frame | None = None
        for frame in frames:
            spoken = self._read_frame(frame, before, text, stretches, spoken)
            before = frame
        self.introduced = self._introduction(frames, text) if text.rstrip().endswith(":") else None
        self.unclosed = bool(stretches) and not stretches[-1].closed

    def _read_frame(
        self,
        frame: Frame,
        before: Frame | None,
        text: str,
        stretches: Sequence[Marked],
        spoken: _Speaker | None,
    ) -> _Speaker | None:
        heard: _Speaker | None = None
        for at, token in enumerate(frame.tokens):
            if token.kind != "quote":
                continue
            found = attribute(frame.tokens, at, text)
            speaker = self._speaker(frame, found, text) if found else None
            stretch = stretches[token.quote]
            if speaker is None and _bare(frame) and not stretch.single:
                speaker = self._carried(frame, before, text, spoken)
            if not _is_speech(frame, at, text, stretch, speaker is not None):
                continue
            self._add(frame, token, speaker)
            spoken = speaker or spoken
            heard = speaker or heard
        self.referents.leave(frame, heard.name_at if heard else None)
        return spoken

    def _carried(
        self, frame: Frame, before: Frame | None, text: str, spoken: _Speaker | None
    ) -> _Speaker | None:
        """The speaker of a sentence that is nothing but a quotation."""
        if before is not None and all(token.kind != "quote" for token in before.tokens):
            teller = self._introduction([before], text)
            if teller is not None or spoken is None:
                return teller
        if spoken is not None:
            return spoken
        if self.introduced is not None:
            return self.introduced
        if self.unclosed or frame.paragraph - self.last_paragraph == 1:
            return self.last
        return None

    def _speaker(self, frame: Frame, found: Attribution, text: str) -> _Speaker:
        at, said, name = self._named(frame, found.speaker, text)
        after = name_after(frame.tokens, found.speaker) if found.cue < found.speaker[0] else None
        if name is None and after is not None and self.referents.is_person(frame, after):
            at, said, name = self._named(frame, after, text)
        chain = tuple(self._relay(frame, each, text) for each in found.relayed_by)
        cue = frame.tokens[found.cue].text if found.cue >= 0 else None
        return _Speaker(at, said, cue, chain, name)

    def _relay(self, frame: Frame, phrase: Phrase, text: str) -> str:
        """The words for one who relays; for a pronoun the name that it stands for, if that is certain."""
        _, said, name = self._named(frame, phrase, text)
        if name is not None and frame.tokens[phrase[0]].low in GENDERED:
            return self.document.text_at(name)
        return said

    def _named(self, frame: Frame, phrase: Phrase, text: str) -> tuple[Span, str, Span | None]:
        """Where the words of a phrase stand; where it ends in a person's name, the name alone."""
        start, end = frame.tokens[phrase[0]].start, frame.tokens[phrase[1] - 1].end
        if frame.tokens[phrase[1] - 1].possessive:
            end -= 2
        name = self.referents.name_of(frame, phrase)
        if (
            name is not None
            and name.kind == "person"
            and (name.paragraph, name.end) == (frame.paragraph, end)
        ):
            start = name.start
        return Span(frame.paragraph, start, end), text[start:end], name.span if name is not None else None

    def _introduction(self, frames: Sequence[Frame], text: str) -> _Speaker | None:
        frame = frames[-1]
        for cue in range(len(frame.tokens) - 1, -1, -1):
            if is_cue(frame.tokens, cue):
                subject = subject_of(frame.tokens, cue)
                if subject is not None:
                    return self._speaker(frame, Attribution(subject, cue), text)
        return None

    def _add(self, frame: Frame, token: Token, speaker: _Speaker | None) -> None:
        if speaker is not None:
            self.last, self.last_paragraph = speaker, frame.paragraph
        self.quotes.append(
            Quote(
                frame.paragraph,
                token.start,
                token.end,
                None,
                speaker.text if speaker else None,
                speaker.cue if speaker else None,
                speaker.chain if speaker else (),
                speaker.at if speaker else None,
                speaker.name_at if speaker else None,
            )
        )


def _bare(frame: Frame) -> bool:
    """Whether a frame holds quotations and nothing else but marks."""
    return all(token.kind != "word" for token in frame.tokens)


def _is_speech(frame: Frame, at: int, text: str, stretch: Marked, spoken: bool) -> bool:
    """Whether a stretch is speech: no title of a work, no word held at arm's length."""
    inner = text[stretch.start : stretch.end].strip()
    found = words(inner)
    if not introduced_by_cue(frame.tokens, at) and _is_title(found):
        return False
    if at and frame.tokens[at - 1].low == "so-called" and len(found) < _EXCERPT_LENGTH:
        return False
    if spoken:
        return len(found) >= _SPEECH_LENGTH or not stretch.single
    if stretch.single or len(found) < _BARE_LENGTH:
        return False
    return _bare(frame) or inner[-1] in ".?!," or len(found) >= _EXCERPT_LENGTH


def _is_title(found: Sequence[str]) -> bool:
    """Whether words are written as titles of books, shows and songs are."""
    long = [word for word in found if word[0].isupper() or len(word) > 4]
    return 2 <= len(found) <= _TITLE_LENGTH and all(
        word[0].isupper() for word in (found[0], found[-1], *long)
    )


def _with_attributions(frames: Sequence[Frame], text: str) -> list[Frame]:
    """Join “...?” and the sentence after it that says who asked: the mark inside ended nothing."""
    joined: list[Frame] = []
    for frame in frames:
        previous = joined[-1] if joined else None
        if previous is not None and _asked(previous, text) and _attributes(frame):
            joined[-1] = previous.with_next(frame)
        else:
            joined.append(frame)
    return joined


def _asked(frame: Frame, text: str) -> bool:
    token = frame.tokens[-1] if frame.tokens else None
    return (
        token is not None
        and token.kind == "quote"
        and text[token.end - 1 : token.end] in ("?", "!", "\N{HORIZONTAL ELLIPSIS}")
    )


def _attributes(frame: Frame) -> bool:
    """Whether a sentence begins with a subject and a cue and little more."""
    for at, token in enumerate(frame.tokens[:16]):
        if token.kind in ("quote", "colon"):
            return False
        if at and is_cue(frame.tokens, at):
            subject = subject_of(frame.tokens, at)
            return subject is not None and subject[0] == 0
    return False
