"""Running heads: the line that stands beside each page's number in a text copied page by page."""

import re
from collections import Counter
from collections.abc import Sequence

_PAGE = re.compile(
    r"\W*(?:page|p\.|seite|página|pagina|pág\.|стр\.) ?\d+(?: ?(?:of|/|von|de|di|из) ?\d+)?\W*", re.IGNORECASE
)
_LONGEST = 100  # characters


def running_heads(lines: Sequence[str]) -> set[int]:
    """The numbers of lines that stand more than once, each time beside a page's number."""
    pages = {number for number, line in enumerate(lines) if len(line) < _LONGEST and _PAGE.fullmatch(line)}
    beside = {
        near
        for number in pages
        for near in (number - 1, number + 1)
        if 0 <= near < len(lines) and near not in pages and len(lines[near]) < _LONGEST
    }
    here, anywhere = Counter(lines[number] for number in beside), Counter(lines)
    return {number for number in beside if here[lines[number]] == anywhere[lines[number]] > 1}
