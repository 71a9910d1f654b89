"""What stands around every page: the site's words, the parts that its head and foot lead to."""

import tomllib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import markdown
from markdown.extensions import Extension
from markupsafe import Markup

from column_classes import TABLES, ColumnClasses
from crisis_archive.pages import Site, Words, absolute
from crisis_archive.settings import Settings
from setting_places import place_of

MASTHEAD: Final = {name: f"{name}/index.html" for name in ("crises", "texts", "people", "places", "figures")}
"""Parts of the site that the head of every page leads to."""
COLOPHON: Final = {
    **{
        name: f"{name}/index.html"
        for name in (
            "organisations",
            "groups",
            "events",
            "quotations",
            "timeline",
            "sources",
            "comparisons",
        )
    },
    **{name: f"{name}.html" for name in ("search", "about", "method")},
}
"""Those that its foot leads to."""


class PageError(Exception):
    """A page that cannot be made; the message says which, why and what to do."""


def site_of(pelican_settings: dict[str, Any], settings: Settings) -> Site:
    """What all pages of this build share. Raises `PageError` where the theme has no words of its language."""
    folder = Path(pelican_settings["THEME"], "words")
    file = folder / f"{settings.language}.toml"
    if not file.is_file():
        known = ", ".join(sorted(each.stem for each in folder.glob("*.toml") if "." not in each.stem))
        place = place_of("CRISIS_LANGUAGE", settings.language)
        raise PageError(
            f"{place}: CRISIS_LANGUAGE = {settings.language!r}: {file} is missing; there are: {known}"
        )
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PageError(f"{file}: {error}; mend the file") from error
    return Site(
        name=settings.site_name,
        words=Words(table),
        address=str(pelican_settings["SITEURL"] or "").rstrip("/"),
        language=settings.language,
        robots=settings.robots,
        seeds=settings.publish_seeds,
    )


def frame_values(site: Site) -> dict[str, Any]:
    """What every template may use besides its own values."""
    return {
        "site": site,
        "say": site.words,
        "count": site.words.count,
        "reason": site.words.reason,
        "absolute": partial(absolute, site),
        "markdown": markdown_of,
        "own_pages": (),
        "masthead": _sections(site, MASTHEAD),
        "colophon": _sections(site, COLOPHON),
    }


def _sections(site: Site, paths: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Name, path and title of parts of the site."""
    return tuple((name, path, site.words(f"frame.nav.{name}")) for name, path in paths.items())


def markdown_of(text: str) -> Markup:
    """Markdown that an editor wrote; `editors_markup` says what may be in it."""
    extensions: list[str | Extension] = ["extra", ColumnClasses()]
    configs = {"extra": TABLES}
    return Markup(
        markdown.markdown(text, extensions=extensions, extension_configs=configs, output_format="html")
    )
