"""What editors state of a text: its title, source, date, quotations and figures."""

from msgspec.structs import replace

from crisis_archive.draft import Draft, Replacement
from crisis_archive.model import TITLE, Analysis, Evidence, PublicationDate, SeedCorrection, Source
from crisis_archive.relating.corrections import with_corrected_readings
from crisis_archive.text.reasons import reason


def corrected(analysis: Analysis, correction: SeedCorrection | None) -> Analysis:
    """The analysis with what the editor states of its title, source, date, quotations and figures."""
    if correction is None:
        return analysis
    if correction.title is not None:
        analysis = _retitled(analysis, correction.title)
    document = analysis.document
    if correction.publisher or correction.author or correction.url:
        document = replace(
            document,
            source=Source(
                publisher=correction.publisher or document.source.publisher,
                author=correction.author or document.source.author,
                url=correction.url or document.source.url,
                origin="editor",
            ),
        )
    if correction.date is not None:
        proof = Evidence("", TITLE, 0, 0, "editor", reason("an editor gave this date"))
        document = replace(document, date=PublicationDate(*correction.date, "editor", (proof,)))
    return with_corrected_readings(replace(analysis, document=document), correction)


def _retitled(analysis: Analysis, title: str) -> Analysis:
    """The analysis under an editor's title; what was read in the old title goes with it.

    A title line of the seed itself is taken out of the text by an edit: an editor's title is no part of the
    replay, so the paragraphs alone must come out of it.
    """
    old = analysis.document
    edits = old.edits
    if old.title_origin == "seed":
        draft = Draft.resumed(old.seed.text, old.edits)
        end = min(len(old.title) + len("\n\n"), len(draft.text))
        draft.apply("editor", [Replacement(0, end, "", reason("The editor gives this text another title."))])
        edits = draft.edits()
    doubts = tuple(each for each in old.doubts if each.paragraph != TITLE)
    return replace(
        analysis,
        document=replace(old, title=title, title_origin="editor", edits=edits, doubts=doubts),
        names=tuple(each for each in analysis.names if each.paragraph != TITLE),
        quotes=tuple(each for each in analysis.quotes if each.paragraph != TITLE),
        figures=tuple(each for each in analysis.figures if each.paragraph != TITLE),
        times=tuple(each for each in analysis.times if each.paragraph != TITLE),
        doubts=tuple(each for each in analysis.doubts if each.paragraph != TITLE),
    )
