"""What processes do to clean and annotate batches of seeds."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from crisis_archive.annotating import annotate
from crisis_archive.annotating.names import NameModel, load_name_model
from crisis_archive.archive.kept_analyses import NO_SEED
from crisis_archive.cleaning import SeedEvidence, clean
from crisis_archive.memory import Entry, Row, Writer, key_of
from crisis_archive.model import Analysis, AuthorityEntity, Document, Name, Refusal, Seed, Struct

_MODEL_READS: Final = ("en", "und")
"""Languages of texts that the model is asked about; in others it takes any capitalised word for a name."""
_ENCODER: Final = msgspec.msgpack.Encoder()
_DOCUMENT: Final = msgspec.msgpack.Decoder(Document)
_ANSWERS: Final = msgspec.msgpack.Decoder(tuple[Name, ...])
NO_ANSWERS: Final = _ENCODER.encode(())


class Note(Struct, frozen=True, array_like=True):
    """What is known of an analysis without reading it; nothing is noted where both are null."""

    refusal: Refusal | None
    """Why there is no analysis."""
    answers: bytes | None
    """Key of what the model said; null where there is none, or nothing to ask about."""


class Made(NamedTuple):
    """What became of one seed."""

    note: bytes
    analysis: bytes
    """Without its seed, which is kept apart; empty where it was refused."""


class ToAnnotate(NamedTuple):
    """A document to annotate; `answers` null where the model has still to be asked."""

    document: bytes
    answers: bytes | None
    authority: tuple[AuthorityEntity, ...]
    model: str
    """The setting that names the model."""
    key: bytes
    """Of what the model says."""


class Cleaned(NamedTuple):
    """A text as it was cleaned: a document or, where nothing is left of it, a result."""

    document: bytes
    refused: Made | None
    key: bytes
    """Of what the model says of the text."""
    is_asked: bool
    """Whether the model reads its language."""


def read_alone(
    authority: tuple[AuthorityEntity, ...], batch: Sequence[tuple[Seed, SeedEvidence]]
) -> list[Made]:
    """Clean and annotate without a model."""
    results = []
    for seed, evidence in batch:
        document = clean(seed, evidence)
        if isinstance(document, Refusal):
            results.append(_refused(document))
        else:
            results.append(Made(b"", _without_seed(annotate(document, (), authority))))
    return results


def read_and_keep(
    writer: Writer,
    keys: Mapping[str, bytes],
    authority: tuple[AuthorityEntity, ...],
    batch: Sequence[tuple[Seed, SeedEvidence]],
) -> list[Row]:
    """The same, each kept under the key of its file; where it stands from then on."""
    made = zip(batch, read_alone(authority, batch), strict=True)
    return writer.write([Entry(keys[seed.file], *each) for (seed, _), each in made])


def clean_batch(model: str, batch: Sequence[tuple[Seed, SeedEvidence]]) -> list[Cleaned]:
    results = []
    for seed, evidence in batch:
        document = clean(seed, evidence)
        if isinstance(document, Refusal):
            results.append(Cleaned(b"", _refused(document), b"", False))
            continue
        key = key_of("names", model, document.title, *document.paragraphs)
        is_asked = document.language.split("-")[0] in _MODEL_READS
        results.append(Cleaned(_ENCODER.encode(document), None, key, is_asked))
    return results


def annotate_batch(batch: Sequence[ToAnnotate]) -> list[tuple[Made, bytes]]:
    """Of each text its result and the model's answers."""
    documents = [_DOCUMENT.decode(task.document) for task in batch]
    asked = [document for task, document in zip(batch, documents, strict=True) if task.answers is None]
    model = _loaded(batch[0].model) if asked else None
    answers = iter(model.answers([(each.title, *each.paragraphs) for each in asked]) if model else ())
    results = []
    for task, document in zip(batch, documents, strict=True):
        names = next(answers) if task.answers is None else _ANSWERS.decode(task.answers)
        analysis = _without_seed(annotate(document, names, task.authority))
        made = Made(_ENCODER.encode(Note(None, task.key)), analysis)
        results.append((made, _ENCODER.encode(names)))
    return results


def _refused(refusal: Refusal) -> Made:
    return Made(_ENCODER.encode(Note(refusal, None)), b"")


def _without_seed(analysis: Analysis) -> bytes:
    return _ENCODER.encode(replace(analysis, document=replace(analysis.document, seed=NO_SEED)))


@lru_cache(maxsize=1)
def _loaded(setting: str) -> NameModel | None:
    """The model, loaded once a process: it is the same for every text."""
    return load_name_model(setting)
