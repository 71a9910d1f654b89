"""Why no archive could be built."""

from collections.abc import Sequence

from crisis_archive.model import Refusal


class NothingToBuildError(ValueError):
    """Not one file became a page; `refusals` says why for each."""

    def __init__(self, folder: str, refusals: Sequence[Refusal]) -> None:
        count = len(refusals)
        why = f"all {count} files in it were refused" if count else "it holds no files"
        super().__init__(f"{folder}: nothing to build: {why}; put news texts (.txt, .html) there")
        self.refusals = tuple(refusals)
