"""Everything one does with the archive: `invoke --list` names it all, `invoke --help build` explains one."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from bench import tasks as trials
from bench.commands import ROOT, run
from terminal import say_in_any_locale, stopped_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WRITING, PUBLISHING = "pelicanconf.py", "publishconf.py"
FAILED = 1
_WATCH_MILLISECONDS = 200

_BUILD_HELP = {
    "seeds": "folder of news texts (default: seeds)",
    "content": "folder of what editors write (default: content)",
    "output": "where the site is written (default: output)",
    "siteurl": "address that the site will have; without one sitemap, feeds and canonical links are left out",
    "cache": "folder that keeps results for the next build (default: .cache)",
    "jobs": "how many processes (default: as many as there are cores)",
    "settings": "settings file (default: publishconf.py)",
    "debug": "show where an error arose (a traceback)",
}


@task(help=_BUILD_HELP)
def build(
    c: Context,
    seeds: str | None = None,
    content: str | None = None,
    output: str | None = None,
    siteurl: str | None = None,
    cache: str | None = None,
    jobs: str | None = None,
    settings: str | None = None,
    debug: bool = False,
) -> None:
    """Build the site: from seeds and content to a folder that can be published as it is."""
    say_in_any_locale()
    with stopped_in_words():
        from pelican_run import BuildStoppedError, build_site

        settings_file, overrides = _given(seeds, content, output, cache, jobs, settings)
        if siteurl is not None:
            overrides["SITEURL"] = siteurl.rstrip("/")
        kept = Path(overrides.get("CRISIS_CACHE", ROOT / ".cache"))
        try:
            print(build_site(settings_file, overrides, kept, debug))
        except BuildStoppedError as error:
            raise Exit(error.message, error.code) from error


@task(help={"siteurl": _BUILD_HELP["siteurl"]})
def rebuild(c: Context, siteurl: str | None = None) -> None:
    """Build everything anew, without what earlier builds kept."""
    clean(c)
    build(c, siteurl=siteurl)


@task
def clean(c: Context) -> None:
    """Remove the built site and what builds keep."""
    import shutil

    from publishing import PublishingError, check_replaceable

    try:
        check_replaceable(ROOT / "output")
    except PublishingError as error:
        raise Exit(f"error: {error}", FAILED) from error
    for name in ("output", ".cache"):
        if (ROOT / name).exists():
            shutil.rmtree(ROOT / name)


@task
def regenerate(c: Context) -> None:
    """Build, and build again whenever seeds, content, theme, plugins or settings change."""
    changes = _changes()
    _build_in_new_process(())
    for _ in changes:
        _build_in_new_process(())


@task(help={"port": "port to serve at", "host": "address to serve at", "siteurl": _BUILD_HELP["siteurl"]})
def serve(c: Context, host: str = "127.0.0.1", port: int = 8000, siteurl: str | None = None) -> None:
    """Build, serve the site on this machine, and build again whenever something changes."""
    import threading

    from pelican.server import RootedHTTPServer

    from serving import SitePages

    options = () if siteurl is None else ("--siteurl", siteurl)
    changes = _changes()  # watched from here on: what changes during the first build is built too
    _build_in_new_process(options)
    RootedHTTPServer.allow_reuse_address = True
    server = RootedHTTPServer(str(ROOT / "output"), (host, port), SitePages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving at http://{host}:{server.server_port}/ until you press Ctrl-C", flush=True)
    try:
        for _ in changes:
            _build_in_new_process(options)
    finally:
        server.shutdown()


@task
def reserve(c: Context) -> None:
    """`build`, then `serve` (which builds by itself: kept for those who type it)."""
    serve(c)


@task(help={"siteurl": _BUILD_HELP["siteurl"]})
def preview(c: Context, siteurl: str | None = None) -> None:
    """Build the site as it will be published (`build` does the same)."""
    build(c, siteurl=siteurl)


@task(
    aliases=["gh_pages"],
    help={
        "siteurl": "address that the site will have, e.g. https://example.org/archive",
        "branch": "branch that the host serves",
        "remote": "where it is pushed to",
        "push": "push the branch (--no-push only writes it)",
    },
)
def publish(
    c: Context,
    siteurl: str | None = None,
    branch: str = "gh-pages",
    remote: str = "origin",
    push: bool = True,
) -> None:
    """Build the site and put it on the branch that GitHub Pages serves."""
    build(c, siteurl=siteurl)
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    message = f"Site of {commit.stdout.strip() or 'an unknown commit'}"
    command = [sys.executable, "-m", "ghp_import", "--no-jekyll", "-b", branch, "-r", remote, "-m", message]
    run([*command, *(["--push"] if push else []), str(ROOT / "output")])


@task(
    help={
        "most": "how many concerns are told, the worst first",
        "write": "write files to fill in (--no-write only tells)",
        **{name: _BUILD_HELP[name] for name in ("seeds", "content", "cache", "jobs", "settings")},
    }
)
def review(
    c: Context,
    most: int = 40,
    write: bool = True,
    seeds: str | None = None,
    content: str | None = None,
    cache: str | None = None,
    jobs: str | None = None,
    settings: str | None = None,
) -> None:
    """What most needs an editor's eye, worst first; ready-to-fill files in content/corrections."""
    say_in_any_locale()
    from pelican.settings import read_settings

    from reviewing import ReviewError, run_review

    settings_file, overrides = _given(seeds, content, None, cache, jobs, settings)
    try:
        print(run_review(read_settings(str(settings_file), override=overrides), most, write))
    except ReviewError as error:
        raise Exit(f"error: {error}", FAILED) from error


@task(help={"site": "published folder (default: output)", "seeds": _BUILD_HELP["seeds"]})
def verify(c: Context, site: str = "output", seeds: str = "seeds") -> None:
    """Prove a published site: checksums, every edit replayed, every citation in its place, every link."""
    run([sys.executable, str(ROOT / "verify.py"), "--site", site, "--seeds", seeds], Path.cwd())


@task(
    help={
        "to": "folder of the bag (default: bag)",
        "site": "published folder (default: output)",
        "seeds": _BUILD_HELP["seeds"],
        "content": _BUILD_HELP["content"],
    }
)
def bag(
    c: Context, to: str = "bag", site: str = "output", seeds: str = "seeds", content: str | None = None
) -> None:
    """Site, seeds and content as one BagIt bag; dated only where SOURCE_DATE_EPOCH says when."""
    say_in_any_locale()
    from bagging import BaggingError, bagging_day, write_bag
    from crisis_archive.console import error_line

    parts = {"site": Path(site), "seeds": Path(seeds)}
    if content is not None or Path("content").exists():
        parts["content"] = Path("content" if content is None else content)
    for folder in parts.values():
        if not folder.is_dir():
            raise Exit(f"error: {folder}: there is no such folder; build first, or correct it", FAILED)
    try:
        number = write_bag(Path(to), parts, bagging_day(os.environ.get("SOURCE_DATE_EPOCH", "")))
    except BaggingError as error:
        raise Exit(error_line(str(error)), FAILED) from error
    print(f"{number} files in {to}")


@task
def lint(c: Context) -> None:
    """Style and types: ruff and mypy."""
    run([sys.executable, "-m", "ruff", "check", "."])
    run([sys.executable, "-m", "ruff", "format", "--check", "."])
    run([sys.executable, "-m", "mypy"])


@task
def test(c: Context) -> None:
    """All checks of this repository: style, types, every test, in a real browser too."""
    run([sys.executable, "tests/chromium.py"])
    lint(c)
    run([sys.executable, "-m", "pytest"])


@task
def lock(c: Context) -> None:
    """Write requirements.lock anew: every dependency with its version and hashes."""
    run([sys.executable, ".ci/lock.py"])


def _given(
    seeds: str | None,
    content: str | None,
    output: str | None,
    cache: str | None,
    jobs: str | None,
    settings: str | None,
) -> tuple[Path, dict[str, Any]]:
    """The settings file and what the command line puts in their place; folders are looked at."""
    given = {"CRISIS_SEEDS": seeds, "CRISIS_CONTENT": content, "OUTPUT_PATH": output, "CRISIS_CACHE": cache}
    overrides: dict[str, Any] = {
        name: str(Path(folder).absolute()) for name, folder in given.items() if folder is not None
    }
    for folder in (seeds, content):
        if folder is not None and not Path(folder).is_dir():
            raise Exit(f"error: {folder}: there is no such folder; correct the name, or make it", FAILED)
    if jobs is not None:
        if not jobs.isdecimal():
            raise Exit(f"error: --jobs {jobs}: this is no number; write one, 0 for all cores", FAILED)
        overrides["CRISIS_JOBS"] = int(jobs)
    settings_file = ROOT / PUBLISHING if settings is None else Path(settings).absolute()
    if scheduler := os.environ.get("CRISIS_SCHEDULER"):
        overrides["CRISIS_SCHEDULER"] = scheduler
    if not settings_file.is_file():
        raise Exit(f"error: {settings_file}: there is no such settings file; correct the name", FAILED)
    return settings_file, overrides


def _build_in_new_process(options: "Sequence[str]") -> None:
    """A build that sees changed plugins; where it fails the old site stands and says so."""
    subprocess.run([sys.executable, "-m", "invoke", "build", *options], cwd=ROOT, check=False)


def _changes() -> "Iterator[object]":
    """Once for every burst of changes, from this call on, to what a build is made from."""
    from watchfiles import watch

    names = ("seeds", "content", "theme", "plugins", WRITING, PUBLISHING)
    places = (ROOT / name for name in names if (ROOT / name).exists())
    bursts = watch(*places, yield_on_timeout=True, rust_timeout=_WATCH_MILLISECONDS)
    next(bursts)  # `watch` begins to look when it is first asked; an empty burst says that it does
    return (burst for burst in bursts if burst)


namespace = Collection.from_module(sys.modules[__name__])
for trial in Collection.from_module(trials).tasks.values():
    namespace.add_task(trial)
