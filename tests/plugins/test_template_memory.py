"""Compiled templates: taken from memory while nothing they rest on has changed."""

from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment

from crisis_archive.memory import Memory
from template_memory import TemplateMemory, templates_kept


class Counted(Environment):
    """Counts what it compiles."""

    compiled: int = 0

    def compile(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on as they come
        """Count and compile."""
        self.compiled += 1
        return super().compile(*arguments, **named)


def rendered(cache: Path | None, source: str, **options: Any) -> tuple[str, int]:  # noqa: ANN401 - Jinja's own
    """What the template gives for a text with markup, and how often it was compiled."""
    settings: dict[str, Any] = {"CRISIS_CACHE": str(cache) if cache else None, "JINJA_ENVIRONMENT": options}
    with templates_kept(settings):
        env = Counted(loader=DictLoader({"page": source}), **settings["JINJA_ENVIRONMENT"])
        return env.get_template("page").render(text="<i>"), env.compiled


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert rendered(tmp_path, "a {{ text }}", autoescape=True) == ("a &lt;i&gt;", 1)
    assert rendered(tmp_path, "a {{ text }}", autoescape=True) == ("a &lt;i&gt;", 0)


def test_another_source_is_compiled(tmp_path: Path) -> None:
    rendered(tmp_path, "a {{ text }}", autoescape=True)
    assert rendered(tmp_path, "b {{ text }}", autoescape=True) == ("b &lt;i&gt;", 1)


def test_other_options_are_compiled(tmp_path: Path) -> None:
    rendered(tmp_path, "a {{ text }}", autoescape=True)
    assert rendered(tmp_path, "a {{ text }}", autoescape=False) == ("a <i>", 1)


def test_without_a_cache_nothing_is_kept() -> None:
    for _ in range(2):
        assert rendered(None, "a {{ text }}", autoescape=True)[1] == 1


def test_a_damaged_memory_is_compiled_anew(tmp_path: Path) -> None:
    rendered(tmp_path, "a {{ text }}", autoescape=True)
    for path in (tmp_path / "templates").iterdir():
        path.write_bytes(b"no memory")
    assert rendered(tmp_path, "a {{ text }}", autoescape=True) == ("a &lt;i&gt;", 1)


def test_a_place_that_is_no_text() -> None:
    """In a locale of bytes a folder's name may have letters that cannot be told."""
    memory = TemplateMemory(lambda: Memory(None), {})
    keys = [memory.get_cache_key("a.html", place) for place in ("/\udcc3\udca9/a.html", "/e/a.html", None)]
    assert len(set(keys)) == len(keys)
