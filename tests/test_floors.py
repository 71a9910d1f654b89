"""The floors: a module imports only from floors below its own; a new module must be in the table."""

import ast
from pathlib import Path

PLUGINS = Path(__file__).resolve().parent.parent / "plugins"

FLOORS = {
    "crisis_archive": 0,
    "crisis_archive.model": 0,
    "crisis_archive.settings": 1,
    "crisis_archive.text": 1,
    "crisis_archive.addresses": 1,
    "crisis_archive.draft": 2,
    "crisis_archive.reading": 2,
    "crisis_archive.gazetteer": 2,
    "crisis_archive.cleaning": 3,
    "crisis_archive.annotating": 3,
    "crisis_archive.relating": 4,
    "crisis_archive.briefing": 5,
    "crisis_archive.memory": 1,
    "crisis_archive.scheduling": 1,
    "crisis_archive.archive": 6,
    "crisis_archive.console": 6,
    "crisis_archive.export": 7,
    "crisis_archive.review": 7,
    "crisis_archive.markup": 7,
    "crisis_archive.search": 7,
    "crisis_archive.pages": 8,
    "crisis_archive.__main__": 8,
    "bagging": 9,
    "copied_files": 10,
    "finishing": 11,
    "folders": 8,
    "publishing": 9,
    "setting_places": 8,
    "standing": 9,
    "serving": 9,
    "sights": 8,
    "site_files": 8,
    "page_frame": 9,
    "page_writing": 10,
    "template_compiling": 9,
    "template_memory": 11,
    "page_memory": 11,
    "search_memory": 9,
    "data_memory": 9,
    "build_checks": 10,
    "column_classes": 8,
    "editors_markup": 9,
    "editors_links": 10,
    "pelican_run": 11,
    "terminal": 9,
    "seed_articles": 12,
    "reviewing": 13,
    "crisis_briefings": 11,
    "cross_references": 11,
    "lunr_search": 11,
}
PELICAN = {
    "copied_files",
    "page_writing",
    "template_memory",
    "serving",
    "pelican_run",
    "seed_articles",
    "crisis_briefings",
    "cross_references",
    "lunr_search",
}
OPENS_FILES = {
    "crisis_archive.reading",
    "crisis_archive.gazetteer",
    "crisis_archive.memory",
    "crisis_archive.export",
}
NOT_IN_THE_LIBRARY = {"time", "random", "secrets", "socket", "urllib.request", "http", "jinja2", "pelican"}


def room_of(module: str) -> str:
    """The entry of the table that a module belongs to."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "crisis_archive" else parts[0]


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PLUGINS.rglob("*.py")):
        parts = list(path.relative_to(PLUGINS).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
            if node.module == "crisis_archive":
                names |= {f"crisis_archive.{alias.name}" for alias in node.names}
    return names


def test_every_module_is_in_the_table() -> None:
    assert {room_of(module) for module in modules()} <= FLOORS.keys()


def test_imports_go_down() -> None:
    wrong = []
    for module, path in modules().items():
        room = room_of(module)
        for name in imports_of(path):
            other = room_of(name)
            if other in FLOORS and other != room and FLOORS[other] >= FLOORS[room] and FLOORS[room] > 0:
                wrong.append(f"{module} (floor {FLOORS[room]}) imports {name} (floor {FLOORS[other]})")
    assert not wrong


def test_only_the_plugins_import_pelican_and_only_search_imports_lunr() -> None:
    for module, path in modules().items():
        roots = {name.split(".")[0] for name in imports_of(path)}
        assert "pelican" not in roots or module in PELICAN, module
        assert "lunr" not in roots or room_of(module) == "crisis_archive.search", module


def test_the_library_has_no_clock_no_chance_and_no_network() -> None:
    for module, path in modules().items():
        if module.startswith("crisis_archive"):
            assert not imports_of(path) & NOT_IN_THE_LIBRARY, module
            tree = ast.parse(path.read_text("utf-8"))
            used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            for forbidden in ("os.environ", "os.getenv", "date.today", "datetime.now", "datetime.utcnow"):
                assert not any(name.endswith(forbidden) for name in used), f"{module} uses {forbidden}"


def test_files_are_opened_in_their_rooms_only() -> None:
    for module, path in modules().items():
        if not module.startswith("crisis_archive") or room_of(module) in OPENS_FILES:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called != "open", f"{module} opens a file"
                assert not called.endswith((".read_text", ".read_bytes", ".write_text", ".write_bytes")), (
                    module
                )


def test_modules_and_functions_are_small() -> None:
    for module, path in modules().items():
        source = path.read_text("utf-8")
        assert len(source.splitlines()) <= 300, f"{module} is longer than 300 lines"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 60, (
                    f"{module}.{node.name} is longer than 60 lines"
                )
