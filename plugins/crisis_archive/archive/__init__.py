"""The whole story on one screen: a folder of seeds in, an `Archive` out."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from crisis_archive.archive.analysing_stage import Analyst
from crisis_archive.archive.errors import NothingToBuildError
from crisis_archive.archive.reading_stage import read_all
from crisis_archive.archive.records import join_records
from crisis_archive.archive.relating_stage import (
    Records,
    keep_related,
    keeping,
    related_before,
    related_key,
)
from crisis_archive.archive.withholding import without_withheld
from crisis_archive.briefing import brief_all
from crisis_archive.memory import Memory, PackError, Packs
from crisis_archive.model import Analysis, Archive, Editorial, KeptAnalyses, Refusal
from crisis_archive.reading import list_seeds
from crisis_archive.reading.editorial import read_editorial
from crisis_archive.relating.corrections import unknown_speakers, unmatched
from crisis_archive.relating.crises import compare_texts, explained, group_crises, reasons, same_event
from crisis_archive.relating.crises import crises as crises_of
from crisis_archive.relating.dating import date_archive
from crisis_archive.relating.disputes import compare_figures
from crisis_archive.relating.entities import resolve_entities, with_crises
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.reuse import find_reuse
from crisis_archive.relating.texts import Texts
from crisis_archive.scheduling import Progress, available_cores, no_progress
from crisis_archive.scheduling.cycles import no_looking_for_cycles
from crisis_archive.settings import Settings
from crisis_archive.text.reasons import reason

__all__ = ["NothingToBuildError", "build_archive"]

_NO_MODEL = reason(
    "no statistical model for names is installed: names come from the authority file, the gazetteer and "
    "their form alone; `pip install -e .` installs one"
)
_KINDS = ("seeds", "analyses", "records")
"""Of what is kept one by one for each text."""
_TEXTS_WORTH_A_PROCESS = 100
"""Fewer texts are related as fast in one process."""


def build_archive(
    seeds: Path,
    content: Path | None = None,
    cache: Path | None = None,
    jobs: int = 0,
    settings: Settings | None = None,
    progress: Progress = no_progress,
    scheduler: str = "",
) -> Archive:
    """The archive of all files below `seeds`, with what editors wrote in `content`.

    `cache` keeps what was read for the next build; `jobs` is the most processes to use (0: all cores);
    with the address of a Dask `scheduler` its workers clean and annotate the texts. Raises `EditorialError`
    for an editorial file that cannot be used, `ClusterError` for a cluster, and `NothingToBuildError` when
    no file became a page.
    """
    settings = settings or Settings()
    files = list_seeds(seeds)
    editorial = read_editorial(content, {file.file for file in files})
    files, withheld = without_withheld(files, editorial)
    try:
        # Millions of values are made here and none can be part of a cycle.
        with no_looking_for_cycles(), Memory.open(cache) as memory:
            packs = {kind: Packs(cache / "packs" if cache else None, kind) for kind in _KINDS}
            limits = settings.max_bytes, settings.max_characters
            read, unread = read_all(files, packs["seeds"], limits, jobs, progress)
            analyst = Analyst(
                memory, packs["analyses"], editorial.authority, settings.name_model, jobs, progress, scheduler
            )
            tasks = analyst.tasks(read)
            notices = () if analyst.has_model else (_NO_MODEL,)
            key = related_key([task.key for task in tasks], editorial, [*withheld, *unread], notices)
            archive = related_before(memory, packs["records"], key)
            if archive is None:
                analyses, empty = analyst.analyse(read, tasks, editorial.corrections)
                refusals = tuple(sorted([*withheld, *unread, *empty], key=lambda refusal: refusal.file))
                if not analyses:
                    raise NothingToBuildError(str(seeds), refusals)
                keys = {task.seed.id: task.key for task in tasks}
                used = jobs or available_cores() if len(analyses) >= _TEXTS_WORTH_A_PROCESS else 1
                kept = keeping(memory, keys, editorial, analyses, used)
                records = Records(packs["records"], kept)
                archive = relate(analyses, editorial, refusals, notices, progress, kept, records)
                keep_related(memory, key, archive, records, kept)
            packs["seeds"].end(each.key for each in read.read)
            packs["analyses"].end(task.key for task in tasks)
        return archive
    except PackError:  # a disk that fails while we build: once more, with nothing kept
        return build_archive(seeds, content, None, jobs, settings, progress, scheduler)


def relate(
    analyses: Sequence[Analysis],
    editorial: Editorial,
    refusals: tuple[Refusal, ...],
    notices: tuple[str, ...],
    progress: Progress,
    kept: Keeping | None = None,
    records: Records | None = None,
) -> Archive:
    """What holds across the texts: who is who, who copied whom, what happened when, who disagrees.

    Analyses that are read one by one can no longer be read when this ends.
    """
    kept, texts = kept or nothing_kept(), Texts(analyses)
    progress("relating", 0, 6)
    with kept.beside(partial(compare_texts, analyses), len(texts)) as compared:
        named = resolve_entities(analyses, editorial.authority, editorial.corrections, kept)
        progress("relating", 1, 6)
        reuse = find_reuse(analyses, kept)
        progress("relating", 2, 6)
        groups = group_crises(analyses, named.mentions, reuse, editorial, kept, compared())
    progress("relating", 3, 6)
    relations = tuple(
        sorted([*reuse, *same_event(groups, reuse)], key=lambda each: (each.kind, each.left, each.right))
    )
    with kept.beside(partial(reasons, groups), len(texts)) as why:
        dating = date_archive(analyses, groups.slug_of, editorial, reuse, kept)
        crises = crises_of(groups, dating.dates, reuse, editorial)
        slugs, unknown = groups.slug_of, groups.unmatched
        del groups  # it has hundreds of likenesses for each text
        entities = with_crises(named, crises, analyses, kept).entities
        notices = (*notices, *_of_crises(editorial, unknown), *unmatched(analyses, editorial))
        notices = (*notices, *unknown_speakers(editorial, entities))
        records = records or Records(Packs(None, "records"), kept)
        made = join_records(texts, editorial, named, dating, slugs, records)
        del named, dating
        if isinstance(analyses, KeptAnalyses):
            analyses.release()
        progress("relating", 4, 6)
        by_id = made.by_id(texts.ids)
        comparisons = compare_figures(by_id, crises, reuse, kept)
        progress("relating", 5, 6)
        briefings = brief_all(crises, by_id, entities, reuse, comparisons, editorial, kept)
        crises = explained(crises, why())
    progress("relating", 6, 6)
    return Archive(made, entities, relations, crises, briefings, comparisons, refusals, notices)


def _of_crises(editorial: Editorial, unmatched: Sequence[str]) -> Iterator[str]:
    """What an editor should know of the crises in `content/`."""
    for crisis in editorial.crises:
        for place in crisis.absent:
            yield f"content/crises/{crisis.slug}.md:{place}"
        if crisis.slug in unmatched:
            yield reason(
                "content/crises/{slug}.md: no text tells of this crisis, so it has no page; "
                "name its texts under Seeds",
                slug=crisis.slug,
            )
