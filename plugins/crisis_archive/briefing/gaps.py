"""What is not known, which other crises are near, what an editor overruled: all follows from the data."""

from crisis_archive.briefing.material import Material, cite
from crisis_archive.model import Cite, Correction, Entity, Quote, Record, RelatedCrisis, Unknown
from crisis_archive.text.days import day_in_words, days_in_words
from crisis_archive.text.quoted import spoken

_MOST_RELATED = 6
_NAMED_IN_A_REASON = 4
_QUOTED = 80
_PRONOUNS = frozenset("he she they it we i".split())


def unknowns(material: Material) -> tuple[Unknown, ...]:
    """Texts without a date, words without a speaker."""
    found = []
    for record in material.records.values():
        if record.date.earliest is None:
            found.append(
                Unknown(
                    f"When “{record.title}” was published: the text gives no date that can be placed.", ()
                )
            )
        elif record.date.latest and record.date.earliest != record.date.latest:
            days = f"{day_in_words(record.date.earliest)} and {day_in_words(record.date.latest)}"
            found.append(
                Unknown(f"On which day between {days} “{record.title}” was published.", _proof(record))
            )
        for quote in record.quotes:
            if quote.speaker is None and (why := _why_unnamed(quote)):
                words = _shortened(spoken(record.text_at(quote.span)))
                found.append(Unknown(f"Who spoke the words “{words}”: {why}.", (cite(record, quote),)))
    return tuple(found)


def _why_unnamed(quote: Quote) -> str | None:
    if quote.speaker_text is None:
        return "the text names nobody"
    if quote.speaker_text.casefold() in _PRONOUNS:
        return f"the text says only “{quote.speaker_text}”"
    return None


def _proof(record: Record) -> tuple[Cite, ...]:
    return tuple(
        Cite(step.document, step.paragraph, step.start, step.end)
        for step in record.date.evidence
        if step.document and step.end > step.start  # a line that cleaning removed has no place in the text
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"


def related(material: Material) -> tuple[RelatedCrisis, ...]:
    """Other crises that share people, places, organisations or groups with this one, most shared first."""
    shared: dict[str, list[Entity]] = {}
    here = material.crisis.slug
    for entity in material.entities.values():
        if here in entity.crises:
            for other in entity.crises:
                if other != here:
                    shared.setdefault(other, []).append(entity)
    order = sorted(shared, key=lambda slug: (-len(shared[slug]), slug))
    return tuple(RelatedCrisis(slug, _why(shared[slug])) for slug in order[:_MOST_RELATED])


def _why(entities: list[Entity]) -> str:
    weighty = sorted(entities, key=lambda each: (each.kind != "person", -len(each.documents), each.id))
    names = ", ".join(each.name for each in weighty[:_NAMED_IN_A_REASON])
    more = len(entities) - _NAMED_IN_A_REASON
    return f"both name {names}" + (f" and {more} more" if more > 0 else "")


def corrections(material: Material) -> tuple[Correction, ...]:
    """What an editor states about texts of this crisis, overruling what was read."""
    found = []
    for document, correction in sorted(material.corrections.items()):
        for field in ("title", "date", "publisher", "author", "url", "crisis", "note"):
            if (value := getattr(correction, field)) is not None:
                shown = days_in_words(*value) if field == "date" else value
                found.append(Correction(f"{field.capitalize()} given by the editor: {shown}", document))
    return tuple(found)
