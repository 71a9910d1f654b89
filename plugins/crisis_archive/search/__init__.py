"""The search: lunr.js 2.3.9's own index, cut so that a reader loads only what a query needs.

    Archive --records--> SearchRecord --builder--> Index --shards--> small scripts
                                                         --whole---> one plain lunr index, to check by

The page's part is in `theme/scripts/search/`: it loads the shards of a query's terms, puts a partial
`lunr.Index` together with lunr.js's scores and lets lunr.js answer. Results are those of the whole index.
"""

from collections.abc import Iterator, Sequence

from crisis_archive.model import Archive, Crisis
from crisis_archive.search.files import IndexFiles, Kept, Known, index_files, made_index
from crisis_archive.search.languages import Language, language_from, search_language
from crisis_archive.search.listing import Listing
from crisis_archive.search.pipeline import ENGLISH, terms_of
from crisis_archive.search.reading import Reading, TermsOf
from crisis_archive.search.records import search_records
from crisis_archive.search.telling import NOTHING_TOLD, Telling, listing_of_archive
from crisis_archive.settings import Settings

__all__ = [
    "NOTHING_TOLD",
    "IndexFiles",
    "Kept",
    "Known",
    "Listing",
    "Reading",
    "Telling",
    "index_files",
    "language_of",
    "listing_of_archive",
    "reader_of_terms",
    "search_files",
    "search_index",
    "search_records",
]


def search_files(
    archive: Archive, settings: Settings, whole: bool = False, language_script: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Paths below the site's root and contents of all files of the index, `search/meta.js` last.

    `whole` adds the index in one piece with the records it was made of, for those who want to check.
    `language_script` is the lunr-languages script of the language that `language_of` names; English needs
    none. The same archive gives the same bytes. Raises `SettingsError` for a language without a pipeline.
    """
    listing, _ = listing_of_archive(archive, terms_of=reader_of_terms(settings, language_script))
    yield from search_index(listing, archive.crises, settings, language_script).files(whole)


def search_index(
    listing: Listing,
    crises: Sequence[Crisis],
    settings: Settings,
    language_script: str = "",
    processes: int = 1,
    before: Known | None = None,
) -> IndexFiles:
    """The index of what can be found, its files still to be asked for; raises as `search_files`.

    `before` is what is `known` of an index made with the same language and code.
    """
    language = _language(settings, language_script)
    return made_index(listing, crises, language, processes=processes, before=before)


def reader_of_terms(settings: Settings, language_script: str = "") -> TermsOf:
    """What gives the terms of texts in the language of the search; raises as `search_files`."""
    return terms_of(_language(settings, language_script))


def language_of(settings: Settings) -> str:
    """The language of the search, as lunr-languages names it."""
    return search_language(settings.search_language or settings.language)


def _language(settings: Settings, language_script: str) -> Language:
    code = language_of(settings)
    return ENGLISH if code == ENGLISH.code else language_from(code, language_script)
