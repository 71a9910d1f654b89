"""Where everything lies in the site: paths relative to its root, `/` between parts, and their fragments."""

from typing import Final

from crisis_archive.model import Cite, Crisis, Entity, Record, Relation
from crisis_archive.model.readings import EntityKind

FOLDER_OF_KIND: Final[dict[EntityKind, str]] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "group": "groups",
    "event": "events",
}


def is_inside(path: str) -> bool:
    """Whether a path leads to a file below the site's root, and to the same one on every disk."""
    parts = path.split("/")
    return not any(part in ("", ".", "..") for part in parts) and path.isprintable() and "\\" not in path


def of_text(record: Record) -> str:
    """The article page of a text."""
    return f"texts/{record.slug}.html"


def of_text_as_found(record: Record) -> str:
    """The changes and the text as found, where a text is too long to show it three times on one page."""
    return f"texts/{record.slug}/as-found.html"


def of_seed(record: Record) -> str:
    """The seed of a text, where seeds are published: always a plain text to a browser."""
    return f"seeds/{record.id}.txt" if record.media == "text/plain" else f"seeds/{record.id}.html.txt"


def of_crisis(crisis: Crisis) -> str:
    """The briefing page of a crisis."""
    return f"crises/{crisis.slug}.html"


def of_crisis_texts(crisis: Crisis) -> str:
    """All texts of a crisis of many; further pages of the list end in `-2`, `-3` ..."""
    return f"crises/{crisis.slug}/texts.html"


def of_crisis_timeline(crisis: Crisis) -> str:
    """The whole timeline of a crisis of many days."""
    return f"crises/{crisis.slug}/timeline.html"


def of_entity(entity: Entity) -> str:
    """The page of an entity: its id is `<kind>-<slug>`."""
    return of_entity_id(entity.kind, entity.id)


def of_entity_id(kind: EntityKind, identity: str) -> str:
    """The same, of an entity that is not made yet."""
    return f"{FOLDER_OF_KIND[kind]}/{identity.removeprefix(kind + '-')}.html"


def of_comparison(relation: Relation) -> str:
    """The comparison page of a copy or rewrite with its source."""
    return f"comparisons/{relation.left}--{relation.right}.html"


def paragraph_fragment(paragraph: int) -> str:
    """The id of a paragraph on its article page; paragraph numbers that readers see begin at 1."""
    return f"p{paragraph + 1}" if paragraph >= 0 else "title"


BOTTOM_LINE_FRAGMENT: Final = "bottom-line"
UNKNOWNS_FRAGMENT: Final = "unknowns"


def point_fragment(number: int) -> str:
    """The id of a point on its briefing page; the first is number 1."""
    return f"point-{number}"


def cite_fragment(record: Record, cite: Cite) -> str:
    """The id of the sentence that a citation begins in, e.g. `p3s2`; the paragraph's where there is none."""
    number = 0
    for sentence in record.sentences:
        if sentence.paragraph != cite.paragraph:
            continue
        number += 1
        if sentence.start <= cite.start < sentence.end:
            return f"p{cite.paragraph + 1}s{number}"
    return paragraph_fragment(cite.paragraph)


def relative(target: str, page: str) -> str:
    """The link to `target` (a path, perhaps with a fragment) as it must stand on `page`."""
    return "../" * page.count("/") + target
