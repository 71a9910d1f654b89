"""The first page: the crises, newest first, and what the archive holds."""

from collections import Counter
from collections.abc import Iterator

from crisis_archive.addresses import FOLDER_OF_KIND
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.crises import crisis_row, loose_texts
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.structured import home_json_ld
from crisis_archive.pages.views import Link

CRISES_SHOWN = 20
LOOSE_TEXTS_SHOWN = 10


def plan_home(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`index.html`."""
    words = site.words
    head = Head(
        path="index.html",
        title=site.name,
        description=words("home.description"),
        json_ld=home_json_ld(site),
    )
    loose = loose_texts(catalogue, site)
    values = {
        "head": head,
        "crises": tuple(
            crisis_row(each, catalogue, site) for each in catalogue.crises_newest_first[:CRISES_SHOWN]
        ),
        "crises_left": max(0, len(catalogue.archive.crises) - CRISES_SHOWN),
        "holds": tuple(_holds(catalogue, site)),
        "loose": loose[:LOOSE_TEXTS_SHOWN],
        "loose_left": max(0, len(loose) - LOOSE_TEXTS_SHOWN),
    }
    yield PagePlan("index.html", "home.html", values)


def _holds(catalogue: Catalogue, site: Site) -> Iterator[Link]:
    """Counts of everything, each leading to its list."""
    words, archive = site.words, catalogue.archive
    kinds = Counter(each.kind for each in archive.entities)
    yield Link("crises/index.html", words.count("nouns.crisis", len(archive.crises)))
    yield Link("texts/index.html", words.count("nouns.text", len(archive.records)))
    for kind, folder in FOLDER_OF_KIND.items():
        yield Link(f"{folder}/index.html", words.count(f"nouns.{kind}", kinds[kind]))
    yield Link(
        "figures/index.html",
        words.count("nouns.figure", sum(each.figures for each in catalogue.outlines.values())),
    )
    retold = sum(each.kind != "same-event" for each in archive.relations)
    yield Link("comparisons/index.html", words.count("nouns.retelling", retold))
