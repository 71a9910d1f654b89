"""Compiled templates, kept for the next build: compiling them takes longer than rendering a small site."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from jinja2.bccache import Bucket, BytecodeCache

import page_writing
from crisis_archive.memory import Memory, fingerprint, key_of

_ROOMS: Final = ("markup", "model", "text")
_LIBRARIES: Final = ("jinja2", "markupsafe")


class TemplateMemory(BytecodeCache):
    """Jinja's byte code under a hash of all it was compiled from: source, options, finaliser and versions."""

    def __init__(self, opened: Callable[[], Memory], options: Mapping[str, Any]) -> None:
        """`opened` gives the memory; asked at the first template, when the build's folders are checked."""
        plain = sorted(f"{name}={value}" for name, value in options.items() if isinstance(value, bool | str))
        finaliser = Path(page_writing.__file__).read_bytes()
        self._basis = key_of(fingerprint(_ROOMS, _LIBRARIES), finaliser, *plain)
        self._opened = opened
        self._made: dict[bytes, bytes] = {}

    @cached_property
    def _memory(self) -> Memory:
        return self._opened()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A hash of a template's name and place; Jinja's own needs a place that is text."""
        return key_of(name, filename or "").hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was compiled before; left empty where nothing was."""
        key = self._key(bucket)
        found = self._made.get(key) or self._memory.get([key]).get(key)
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled; written by `keep`."""
        self._made[self._key(bucket)] = bucket.bytecode_to_string()

    def keep(self) -> None:
        """Write what was compiled in this build, all at once."""
        if self._made:
            self._memory.put(self._made)

    def _key(self, bucket: Bucket) -> bytes:
        # What an environment compiles into its templates besides their source (`template_compiling`).
        more: bytes = getattr(bucket.environment, "compiled_in", b"")
        return key_of(self._basis, more, bucket.key, bucket.checksum)


@contextmanager
def templates_kept(settings: dict[str, Any]) -> Iterator[None]:
    """While the block runs Pelican's environments take compiled templates from the cache, if there is one."""
    options = settings["JINJA_ENVIRONMENT"]
    with ExitStack() as stack:

        def opened() -> Memory:
            cache = settings.get("CRISIS_CACHE")
            return stack.enter_context(Memory.open(Path(cache, "templates") if cache else None))

        kept = TemplateMemory(opened, options)
        settings["JINJA_ENVIRONMENT"] = {**options, "bytecode_cache": kept}
        yield
        kept.keep()
