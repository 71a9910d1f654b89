"""What an operator can set. Every field carries its own help text, which the docs and errors use."""

from collections.abc import Callable, Mapping
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
    search_language: Annotated[
        str, Meta(description="BCP 47 language of the texts, for the search; '' for that of the archive.")
    ] = ""
    max_characters: Annotated[
        int, Meta(description="Longest text that is accepted, in characters.", gt=0, le=1_000_000)
    ] = 600_000


def from_mapping(values: Mapping[str, Any], place_of: Callable[[str], str]) -> Settings:
    """Settings from `CRISIS_...` keys; `place_of` says where a key was written, for errors.

    Raises `SettingsError` naming the place, the key and the mend: an unknown setting is never ignored.
    """
    fields = {f"CRISIS_{field.name.upper()}": field for field in msgspec.structs.fields(Settings)}
    given = {}
    for key, value in values.items():
        if key not in fields:
            near = get_close_matches(key, fields, n=1)
            mend = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(fields))}"
            raise SettingsError(f"{place_of(key)}: unknown setting {key}; {mend}")
        field = fields[key]
        try:
            given[field.name] = msgspec.convert(value, field.type)
            if isinstance(value, str):
                value.encode("utf-8")
        except UnicodeEncodeError as error:
            problem = "half of a pair of surrogates stands in it; write the character itself"
            raise SettingsError(f"{place_of(key)}: {key}: {problem}") from error
        except msgspec.ValidationError as error:
            raise SettingsError(f"{place_of(key)}: {key}: {error}; see docs/settings.md") from error
    return Settings(**given)
