"""The texts of an archive in the order of their ids, each read when it is asked for."""

from collections.abc import Iterator, Sequence

from crisis_archive.model import Analysis, KeptAnalyses


class Texts:
    """Analyses by place and by id; what comes as bytes is read when it is asked for, not before."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._analyses = analyses
        if isinstance(analyses, KeptAnalyses):
            self.ids, self.files = analyses.ids, analyses.files
        else:
            ordered = sorted(analyses, key=lambda each: each.id)
            self._analyses = ordered
            self.ids = tuple(each.id for each in ordered)
            self.files = tuple(each.document.seed.file for each in ordered)
        self._place = {document: place for place, document in enumerate(self.ids)}

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place: int) -> Analysis:
        return self._analyses[place]

    def __iter__(self) -> Iterator[Analysis]:
        return iter(self._analyses)

    def of(self, document: str) -> Analysis:
        """The text of an id."""
        return self._analyses[self._place[document]]

    def place(self, document: str) -> int:
        """Where the text of an id stands."""
        return self._place[document]
