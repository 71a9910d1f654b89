"""What a kind of page is: a name and the function that plans its pages."""

from collections.abc import Callable, Iterator

from crisis_archive.model import Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.plan import PagePlan, Site


class PageKind(Struct, frozen=True):
    """One entry of `PAGE_KINDS`."""

    name: str
    plan: Callable[[Catalogue, Site], Iterator[PagePlan]]
