"""Changing a published site as somebody would who wants to hide it."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def sum_again(site: Path) -> None:
    """Make the checksums right, as somebody would who wants to hide a change."""
    lines = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name != "SHA256SUMS":
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n")
    (site / "SHA256SUMS").write_text("".join(lines), "utf-8")


def change_data(site: Path, name: str, change: Callable[[list[dict[str, Any]]], None]) -> None:
    """Rewrite one data file."""
    path = site / "data" / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]
    change(rows)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{path}: nothing to tamper with"
    path.write_text(text.replace(old, new, 1), "utf-8")
