"""What an operator can set. Every field carries its own help text, which the docs and errors use."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from crisis_archive.model import Struct


class SettingsError(ValueError):
    """A setting that is unknown or has the wrong type; the message says which and how to mend it."""


class Settings(Struct, frozen=True, kw_only=True):
    """Settings of the library. Pelican settings of the same meaning are `CRISIS_` + the upper-cased name."""

    site_name: Annotated[str, Meta(description="Name of the archive, in the header of every page.")] = (
        "Crisis Archive"
    )
    language: Annotated[str, Meta(description="BCP 47 language of the archive's own words and search.")] = (
        "en"
    )
    max_bytes: Annotated[int, Meta(description="Largest seed that is accepted, in bytes.", gt=0)] = 10_000_000
    name_model: Annotated[
        str, Meta(description="spaCy pipeline for names; tried first, then the packaged one; '' for none.")
    ] = "en_core_web_sm"
    publish_seeds: Annotated[bool, Meta(description="Publish the seeds themselves with the site.")] = False
    robots: Annotated[bool, Meta(description="Whether search engines may index the site.")] = True


def from_mapping(values: Mapping[str, Any], where: str) -> Settings:
    """Settings from `CRISIS_...` keys.

    Raises `SettingsError` naming `where`, the key and the mend: an unknown setting is never ignored.
    """
    known = {f"CRISIS_{field.upper()}": field for field in Settings.__struct_fields__}
    given = {}
    for key, value in values.items():
        if key not in known:
            near = get_close_matches(key, known, n=1)
            mend = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(known))}"
            raise SettingsError(f"{where}: unknown setting {key}; {mend}")
        given[known[key]] = value
    try:
        return msgspec.convert(given, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where}: {error}; see docs/settings.md") from error
