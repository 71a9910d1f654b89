"""Files of the site that stands, taken over where the new site would have the same.

A page is known by a key before it is made: a hash of all values that its template gets, of the template with
all that it includes, of what the whole site shares, and of the code that makes a page of them. Any other file
is known by the hash of its bytes. All are hard links until the old site is removed: nothing is kept twice.
"""

import hashlib
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec
from jinja2 import Environment
from markupsafe import Markup

import page_frame
import page_writing
from crisis_archive.memory import Memory, fingerprint, key_of

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


class _File(msgspec.Struct, frozen=True, array_like=True):
    """A file of the site that stands: what is in it, and how it was left."""

    sha256: bytes
    size: int
    modified: int
    """Nanoseconds, as `changed`, which tells of a change under the old time."""
    changed: int
    inode: int
    key: bytes | None = None
    """Of a page that has one."""


_FILES: Final = msgspec.msgpack.Decoder(dict[str, _File])


class SiteMemory:
    """What is known of the files of one output folder; `cache` null: none is taken over or remembered."""

    def __init__(self, cache: Path | None, site: Path) -> None:
        self._folder = cache / "pages" if cache else None
        self._site = site
        self._slot = key_of("pages", os.fsencode(site))

    def take(self, path: str, target: str, sha256: str | None = None, key: bytes | None = None) -> str | None:
        """Put the old file in its place, if it has this hash, or this key, and is as it was left.

        Gives its SHA-256 as hexadecimal digits.
        """
        old = self._old.get(path)
        if old is None or (old.key != key if sha256 is None else old.sha256.hex() != sha256):
            return None
        source = f"{self._site}/{path}"
        try:
            if _left(old.sha256, os.stat(source), old.key) != old:  # noqa: PTH116 - a `Path` takes longer
                return None
            os.link(source, target)
        except OSError:  # no such file any more, or no links on this disk: it is written anew
            return None
        return old.sha256.hex()

    def read(self, path: str, sha256: str) -> bytes | None:
        """What the old file holds, if it has this hash."""
        try:
            with open(f"{self._site}/{path}", "rb", buffering=0) as stream:  # noqa: PTH123 - a `Path` takes longer
                content = stream.read()
        except OSError:  # gone, or not to be read: whoever asks makes it anew
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    @property
    def stands(self) -> bool:
        """Whether there are any."""
        return bool(self._old) and self._site.is_dir()

    def keep(
        self, digests: Mapping[str, str], keys: Mapping[str, bytes], found: Mapping[str, os.stat_result]
    ) -> None:
        """Remember the files of the site that now stands: by path their hashes, and the keys of pages.

        `found` is how each was `sights.below` the site.
        """
        if self._folder is None:
            return
        left = {
            path: _left(bytes.fromhex(digest), status, keys.get(path))
            for path, digest in sorted(digests.items())
            if (status := found.get(f"{self._site}/{path}")) is not None  # else it is written anew
        }
        # The site stands; where this cannot be kept the next build writes all files.
        with suppress(OSError), Memory.open(self._folder) as memory:
            memory.put({self._slot: _ENCODER.encode(left)})

    @cached_property
    def _old(self) -> dict[str, _File]:
        if self._folder is None:
            return {}
        with Memory.open(self._folder) as memory:
            kept = memory.get([self._slot]).get(self._slot)
        with suppress(msgspec.MsgspecError):  # kept by another version: every file is written anew
            return _FILES.decode(kept) if kept else {}
        return {}


class PageKeys:
    """The keys of the pages of one build."""

    def __init__(self, env: Environment, frame: Mapping[str, Any]) -> None:
        self._env, self._frame = env, frame
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

    @cached_property
    def _basis(self) -> bytes:
        """What all pages share: the site's own words and pages, the code, the libraries, their options."""
        options = (self._env.autoescape, self._env.trim_blocks, self._env.lstrip_blocks)
        shared = _ENCODER.encode(
            (self._frame["site"], self._frame["own_pages"], [str(each) for each in options])
        )
        compiled_in: bytes = getattr(self._env, "compiled_in", b"")
        made_by = (Path(file).read_bytes() for file in (page_frame.__file__, page_writing.__file__))
        return key_of(fingerprint(_ROOMS, _LIBRARIES), *made_by, compiled_in, shared)

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


def _left(sha256: bytes, status: os.stat_result, key: bytes | None) -> _File:
    return _File(sha256, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, key)
