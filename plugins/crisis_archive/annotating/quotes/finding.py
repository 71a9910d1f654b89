"""All quotations of one text."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from crisis_archive.annotating.quotes.marks import Marked, marked_stretches
from crisis_archive.annotating.quotes.speakers import Attribution, attribute, is_cue, subject_of
from crisis_archive.annotating.syntax.frames import Frame, Token, frames_of
from crisis_archive.annotating.syntax.phrases import Phrase
from crisis_archive.model import Document, Name, Quote, Span
from crisis_archive.text.words import words

_SPEECH_LENGTH: Final = 3
"""Words: a shorter stretch is speech only beside a cue."""
_BARE_LENGTH: Final = 5
"""Words: a shorter stretch without a speaker is a title or a scare quote."""


class _Speaker(NamedTuple):
    """A speaker found: the words, where they stand, the cue, who relays."""

    at: Span
    text: str
    cue: str | None
    chain: tuple[str, ...]


def find_quotes(
    document: Document, sentences: tuple[Span, ...], names: tuple[Name, ...]
) -> tuple[Quote, ...]:
    """The quotations of a text in order; a speaker is named only where the text itself names one."""
    stretches = marked_stretches(document.paragraphs)
    if not stretches:
        return ()
    main = [each for each in stretches if each.level == 0]
    by_paragraph: dict[int, list[Marked]] = {}
    for each in main:
        by_paragraph.setdefault(each.paragraph, []).append(each)
    reader = _Reader(document, names)
    for number, paragraph in enumerate(document.paragraphs):
        reader.read(number, paragraph, by_paragraph.get(number, []))
    return tuple(reader.quotes)


class _Reader:
    """Goes through the paragraphs in order and remembers who spoke last."""

    def __init__(self, document: Document, names: tuple[Name, ...]) -> None:
        self.document = document
        self.people = {(name.paragraph, name.end): name for name in names if name.kind == "person"}
        self.quotes: list[Quote] = []
        self.last: _Speaker | None = None
        self.last_paragraph = -2
        self.unclosed = False
        self.introduced: _Speaker | None = None

    def read(self, number: int, text: str, stretches: Sequence[Marked]) -> None:
        """Read one paragraph."""
        ranges = [(each.start, each.end) for each in stretches]
        frames = frames_of(number, text, ranges)
        spoken: _Speaker | None = None
        for place, frame in enumerate(frames):
            spoken = self._read_frame(
                frame, frames[place + 1] if place + 1 < len(frames) else None, text, stretches, spoken
            )
        self.introduced = self._introduction(frames, text) if text.rstrip().endswith(":") else None
        self.unclosed = bool(stretches) and not stretches[-1].closed

    def _read_frame(
        self,
        frame: Frame,
        after: Frame | None,
        text: str,
        stretches: Sequence[Marked],
        spoken: _Speaker | None,
    ) -> _Speaker | None:
        for at, token in enumerate(frame.tokens):
            if token.kind != "quote":
                continue
            found = attribute(frame.tokens, at, text)
            speaker = self._speaker(frame, found, text) if found else None
            if speaker is None and _bare(frame):
                speaker = self._carried(frame, after, text, spoken)
            self._add(frame, token, text, stretches[token.quote], speaker)
            spoken = speaker or spoken
        return spoken

    def _carried(
        self, frame: Frame, after: Frame | None, text: str, spoken: _Speaker | None
    ) -> _Speaker | None:
        """The speaker of a sentence that is nothing but a quotation."""
        if spoken is not None:
            return spoken
        if self.introduced is not None:
            return self.introduced
        if self.unclosed or frame.paragraph - self.last_paragraph == 1:
            return self.last
        return None

    def _speaker(self, frame: Frame, found: Attribution, text: str) -> _Speaker | None:
        at, words_ = self._named(frame, found.speaker, text)
        chain = tuple(self._named(frame, each, text)[1] for each in found.relayed_by)
        cue = (
            "according to"
            if found.cue < 0
            else text[frame.tokens[found.cue].start : frame.tokens[found.cue].end]
        )
        return _Speaker(at, words_, cue, chain)

    def _named(self, frame: Frame, phrase: Phrase, text: str) -> tuple[Span, str]:
        """Where the words of a phrase stand; where it ends in a person's name, the name alone."""
        start, end = frame.tokens[phrase[0]].start, frame.tokens[phrase[1] - 1].end
        if frame.tokens[phrase[1] - 1].possessive:
            end -= 2
        person = self.people.get((frame.paragraph, end))
        if person is not None and person.start >= start:
            start = person.start
        return Span(frame.paragraph, start, end), text[start:end]

    def _introduction(self, frames: Sequence[Frame], text: str) -> _Speaker | None:
        frame = frames[-1]
        for cue in range(len(frame.tokens) - 1, -1, -1):
            if is_cue(frame.tokens, cue):
                subject = subject_of(frame.tokens, cue)
                if subject is not None:
                    return self._speaker(frame, Attribution(subject, cue), text)
        return None

    def _add(self, frame: Frame, token: Token, text: str, stretch: Marked, speaker: _Speaker | None) -> None:
        length = len(words(text[token.start : token.end]))
        if speaker is None and (length < _BARE_LENGTH or stretch.single):
            return
        if stretch.single and length < _SPEECH_LENGTH:
            return
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
            )
        )


def _bare(frame: Frame) -> bool:
    """Whether a frame holds quotations and nothing else but marks."""
    return all(token.kind != "word" for token in frame.tokens)
