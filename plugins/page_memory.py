"""Pages of the site that stands, taken over where a page would show the same by the same template.

A page is known by a key: a hash of all values that its template gets, of the template with all that it
includes, of what the whole site shares, and of the code that makes a page of them. The bytes are those of the
old site, as hard links until the old site is removed: nothing is kept twice.
"""

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec
from jinja2 import Environment
from markupsafe import Markup

import page_writing
from crisis_archive.memory import Memory, fingerprint, key_of
from page_writing import Written

_ROOMS: Final = ("addresses", "markup", "model", "pages", "text")
_REFERENCE: Final = re.compile(r"""\{%[-+]?\s*(?:extends|from|import|include)\s+(?:("[^"]*"|'[^']*')|(\S))""")
"""Where a template names another. That a comment may do so too costs nothing but a page made anew."""
_LIBRARIES: Final = ("jinja2", "markdown", "markupsafe", "msgspec")


def _told_apart(value: object) -> tuple[str, str]:
    """Markup, which a template prints as it is, is not the same as the same text."""
    if isinstance(value, Markup):
        return "markup", str(value)
    raise TypeError(f"a {type(value).__name__} has no form that could be compared")


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_told_apart, order="deterministic")


class _Page(msgspec.Struct, frozen=True, array_like=True):
    """A page of the site that stands: its key, and how its file was left."""

    key: bytes
    size: int
    modified: int
    """Nanoseconds, as `changed`, which tells of a change under the old time."""
    changed: int
    inode: int
    sha256: str
    """As hexadecimal digits."""


_PAGES: Final = msgspec.msgpack.Decoder(dict[str, _Page])


class PageMemory:
    """The pages of one output folder; `cache` null: none is taken over and none remembered."""

    def __init__(self, cache: Path | None, site: Path, env: Environment, frame: Mapping[str, Any]) -> None:
        self._folder = cache / "pages" if cache else None
        self._site, self._env, self._frame = site, env, frame
        self._slot = key_of("pages", os.fsencode(site))
        self._made: dict[str, Written] = {}
        self._template_key = lru_cache(maxsize=None)(self._of_template)

    def key(self, template: str, values: object) -> bytes | None:
        """The key of a page of these values, or of what they rest on.

        Null where a value has no form that could be compared.
        """
        try:
            shown = _ENCODER.encode(values)
        except TypeError:
            return None
        return key_of(self._basis, self._template_key(template), shown)

    def take(self, path: str, key: bytes | None, target: str) -> str | None:
        """Put the old page in its place, if it is the same and as it was left; gives its SHA-256."""
        old = self._old.get(path)
        if key is None or old is None or old.key != key:
            return None
        source = f"{self._site}/{path}"
        try:
            if _left(old.key, old.sha256, source) != old:
                return None
            os.link(source, target)
        except OSError:  # no such file any more, or no links on this disk: the page is written anew
            return None
        return old.sha256

    def note(self, made: Sequence[Written]) -> None:
        """Pages that the new site has."""
        self._made |= {page.path: page for page in made if page.key is not None}

    def keep(self) -> None:
        """Remember the pages of the site that now stands."""
        if self._folder is None:
            return
        with suppress(OSError):  # the site stands; where this cannot be kept the next build writes all pages
            left = {
                path: _left(page.key, page.sha256, f"{self._site}/{path}")
                for path, page in sorted(self._made.items())
                if page.key is not None
            }
            with Memory.open(self._folder) as memory:
                memory.put({self._slot: _ENCODER.encode(left)})

    @cached_property
    def _old(self) -> dict[str, _Page]:
        if self._folder is None:
            return {}
        with Memory.open(self._folder) as memory:
            kept = memory.get([self._slot]).get(self._slot)
        with suppress(msgspec.MsgspecError):  # kept by another version: every page is written anew
            return _PAGES.decode(kept) if kept else {}
        return {}

    @cached_property
    def _basis(self) -> bytes:
        """What all pages share: the site's own words and pages, the code, the libraries, their options."""
        options = (self._env.autoescape, self._env.trim_blocks, self._env.lstrip_blocks)
        shared = _ENCODER.encode(
            (self._frame["site"], self._frame["own_pages"], [str(each) for each in options])
        )
        compiled_in: bytes = getattr(self._env, "compiled_in", b"")
        made_by = Path(page_writing.__file__).read_bytes()
        return key_of(fingerprint(_ROOMS, _LIBRARIES), made_by, compiled_in, shared)

    def _of_template(self, name: str) -> bytes:
        """A hash of a template and all that it extends, includes or imports."""
        sources: dict[str, str] = {}
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in sources and each in self._templates:
                assert self._env.loader is not None
                sources[each] = self._env.loader.get_source(self._env, each)[0]
                for quoted, worked_out in _REFERENCE.findall(sources[each]):
                    # A name that is worked out while rendering may be that of any template.
                    waiting += self._templates if worked_out else [quoted[1:-1]]
        return key_of(name, *(part for each in sorted(sources) for part in (each, sources[each])))

    @cached_property
    def _templates(self) -> list[str]:
        return self._env.list_templates()


def _left(key: bytes, sha256: str, file: str) -> _Page:
    status = os.stat(file)  # noqa: PTH116 - ten thousand `Path`s take longer to make than to look at
    return _Page(key, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, sha256)
