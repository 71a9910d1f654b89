"""Measures reading: what every reader of a text, and what relating the texts, cost beside the model.

    python -m bench.reading [--seeds FOLDER | --documents N] [--rounds R]

Without a folder N synthetic seeds are read (`bench.seeds`). Cleaning and the statistical model run before the
clock; the model's answers are given, as from memory. Times are processor seconds of one process, the best of
R rounds, and what they make of documents of 450 words a second.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bench.seeds import seeds
from crisis_archive.annotating import ANNOTATORS, Annotator, Given
from crisis_archive.annotating.names import load_name_model
from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.model import Analysis, Document, Editorial, Name, Seed, Span
from crisis_archive.reading import list_seeds, read_seed
from crisis_archive.relating.crises import group_crises
from crisis_archive.relating.dating import date_archive
from crisis_archive.relating.entities import resolve_entities
from crisis_archive.relating.reuse import find_reuse
from crisis_archive.settings import Settings
from crisis_archive.text.sentences import sentence_ranges
from crisis_archive.text.words import words

Pairs = Sequence[tuple[Analysis, tuple[Name, ...]]]
LENGTH: Final = 450
"""Words of the documents that the figures are given for."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=Path, help="folder of seeds to read instead of synthetic ones")
    parser.add_argument("--documents", type=int, default=400, help="how many synthetic seeds")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    given = parser.parse_args()
    if given.seeds is not None:
        documents = cleaned(given.seeds)
    else:
        with tempfile.TemporaryDirectory() as folder:
            for name, data in seeds(given.documents):
                (Path(folder) / name).write_bytes(data)
            documents = cleaned(Path(folder))
    report(documents, given.rounds)


def cleaned(folder: Path) -> list[Document]:
    """The documents of a folder of seeds."""
    read = [read_seed(file, Settings().max_bytes) for file in list_seeds(folder)]
    found = [(seed, survey(seed)) for seed in read if isinstance(seed, Seed)]
    evidence = common_evidence([each for _, each in found])
    documents = [clean(seed, evidence.for_seed(each)) for seed, each in found]
    return [each for each in documents if isinstance(each, Document)]


def report(documents: Sequence[Document], rounds: int) -> None:
    """Print a line for every reader, and one for each way of relating."""
    counted = sum(len(words(paragraph)) for each in documents for paragraph in each.paragraphs)
    print(f"{len(documents):,} documents of {counted / len(documents):.0f} words, one process, no model")
    model = load_name_model(Settings().name_model)
    texts = [(each.title, *each.paragraphs) for each in documents]
    answers = model.answers(texts) if model else [()] * len(texts)
    analyses, total = reading(documents, answers, rounds, counted)
    show("reading, all of it", total, counted)
    relating(analyses, counted)


def reading(
    documents: Sequence[Document], answers: Sequence[tuple[Name, ...]], rounds: int, counted: int
) -> tuple[list[Analysis], float]:
    """The analyses, and the seconds of all readers together."""

    def begin() -> list[Analysis]:
        return [Analysis(each, _sentences(each), (), (), (), ()) for each in documents]

    seconds = best(begin, rounds)
    show("sentences", seconds, counted)
    total, analyses = seconds, begin()
    for annotator in ANNOTATORS:
        pairs = list(zip(analyses, answers, strict=True))

        def run(pairs: Pairs = pairs, annotator: Annotator = annotator) -> None:
            for analysis, names in pairs:
                annotator(analysis, Given(names, ()))

        seconds = best(run, rounds)
        show(annotator.__name__.strip("_"), seconds, counted)
        total += seconds
        analyses = [annotator(analysis, Given(names, ())) for analysis, names in pairs]
    return analyses, total


def relating(analyses: list[Analysis], counted: int) -> None:
    """Print what relating the texts costs, one step after another."""
    named = resolve_entities(analyses, ())
    reuse = find_reuse(analyses)
    groups = group_crises(analyses, named.mentions, reuse, Editorial())
    show("entities", best(lambda: resolve_entities(analyses, ()), 1), counted)
    show("copies and rewrites", best(lambda: find_reuse(analyses), 1), counted)
    show("crises", best(lambda: group_crises(analyses, named.mentions, reuse, Editorial()), 1), counted)
    show("dates", best(lambda: date_archive(analyses, groups.slug_of, Editorial()), 1), counted)


def best(run: Callable[[], object], rounds: int) -> float:
    """Processor seconds of the fastest of some rounds."""
    found = []
    for _ in range(rounds):
        started = time.process_time()
        run()
        found.append(time.process_time() - started)
    return min(found)


def show(what: str, seconds: float, counted: int) -> None:
    """One line: seconds, and documents of `LENGTH` words a second."""
    print(f"{what:20s} {seconds:8.3f} s {counted / LENGTH / max(seconds, 1e-9):10,.0f} documents a second")


def _sentences(document: Document) -> tuple[Span, ...]:
    return tuple(
        Span(number, start, end)
        for number, paragraph in enumerate(document.paragraphs)
        for start, end in sentence_ranges(paragraph)
    )


if __name__ == "__main__":
    main()
