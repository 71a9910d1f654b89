"""Elements of HTML with everything escaped, and text whose hidden characters are made visible."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from crisis_archive.text.hidden import visible

_VOID = frozenset({"br", "wbr", "hr"})


def element(tag: str, *children: str, **attributes: str | None) -> Markup:
    """`<tag attributes>children</tag>`; text is made visible and escaped, `Markup` is neither.

    An attribute that is None is left out. A trailing underscore is dropped (`class_`), others become hyphens.
    """
    opened = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Markup(f"<{tag}{opened}>")  # values are escaped above
    inner = "".join(child if isinstance(child, Markup) else shown(child) for child in children)
    return Markup(f"<{tag}{opened}>{inner}</{tag}>")  # as above


def join(parts: Iterable[str]) -> Markup:
    """All parts one after the other, text escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part) for part in parts))


def shown(text: str) -> str:
    """As `escape(visible(text))`, but a plain text, which is sooner made."""
    if not text.isprintable():  # nothing can hide in what is, and most texts are
        text = visible(text)
    # Looking for each sign costs less than making `Markup` of every text.
    if "&" in text or "<" in text or ">" in text or "'" in text or '"' in text:
        return str(escape(text))
    return text


def visible_spaces(text: str) -> str:
    """As `visible`; white space at the ends or doubled is shown too (a change may be nothing else)."""
    signs = visible(text).replace("\n", "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}")
    signs = signs.replace("\t", "\N{RIGHTWARDS ARROW TO BAR}").replace(
        "\N{NO-BREAK SPACE}", "\N{SHOULDERED OPEN BOX}"
    )
    return re.sub(r"^ +| +$| {2,}", lambda match: "\N{OPEN BOX}" * len(match[0]), signs)
