"""Write `requirements.lock`: every dependency of the project, its tests and its build, pinned and hashed.

The hashes are those of all files of a version, so the lock holds on any platform and Python that the
project supports. uv resolves (pip knows only the platform it runs on); the file names no index.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
HEADER = "# Written by `invoke lock`; install it with `pip install --require-hashes --no-deps -r`.\n"
OPTIONS = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--extra", "test")


def main() -> None:
    """Resolve anew and write the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lowest = project["project"]["requires-python"].removeprefix(">=")
    environment = dict(os.environ)
    if "PIP_CERT" in environment:
        # Whoever told pip which certificates to trust means uv too.
        environment.setdefault("SSL_CERT_FILE", environment["PIP_CERT"])
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        subprocess.run([sys.executable, "-m", "venv", scratch / "venv"], check=True)
        program = scratch / "venv" / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([program / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        build = scratch / "build.in"
        build.write_text("\n".join(project["build-system"]["requires"]) + "\n", "utf-8")
        made = scratch / "made.lock"
        command = [program / "uv", "pip", "compile", *OPTIONS, "--python-version", lowest]
        files = [ROOT / "pyproject.toml", build, "--output-file", made]
        subprocess.run([*command, *files], check=True, env=environment)
        LOCK.write_text(HEADER + made.read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
