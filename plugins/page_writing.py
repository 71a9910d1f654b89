"""How the plugins write pages: Pelican's Jinja environment, our templates alone, the words that readers see.

A plugin names the kinds of pages it takes (`crisis_archive.pages.PAGE_KINDS`) and is done:

    class Texts(PlanGenerator):
        kinds = ("texts", "text-pages")
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Final, NamedTuple, Protocol, TypeVar

from jinja2 import Environment, Template
from pelican.generators import Generator

from crisis_archive.addresses import is_inside
from crisis_archive.markup import visible
from crisis_archive.pages import PagePlan, plan_pages
from crisis_archive.scheduling import available_cores
from crisis_archive.scheduling.beside import Beside
from crisis_archive.scheduling.parts import MOST_PARTS, in_parts
from crisis_archive.scheduling.shares import in_turns, part_of, shrinking
from page_frame import PageError
from site_files import SiteFiles

Result = TypeVar("Result")
BESIDE: Final = "WORK_BESIDE"
"""The setting under which a run of Pelican keeps the work that goes on beside the writing of pages."""
_PAGES_WORTH_A_PROCESS: Final = 100
"""A process is forked in the time that some pages take."""
_PAGES_A_PART: Final = 16
"""Neighbours show much that is the same, read once for all of them."""
_PAGES_A_TURN: Final = 1_000
"""A process that made so many is ended, and with it its copy of all that they show; the last make fewer."""
REPLACEABLE: Final = ("about.html", "method.html")
"""Our pages whose place a page of an editor takes."""


class Keys(Protocol):
    """What knows the pages of a build by keys (`page_memory.PageKeys`)."""

    def key(self, template: str, values: object) -> bytes | None:
        """The key of a page of these values, or of what they rest on; null where it has none."""


class Written(NamedTuple):
    """A page that was written or taken over."""

    path: str
    key: bytes | None
    sha256: str
    """Of its bytes, as hexadecimal digits."""


def all_pages(context: dict[str, Any]) -> list[Any]:
    """The pages that editors wrote, those that Pelican lists nowhere too."""
    return [*context.get("pages", ()), *context.get("hidden_pages", ())]


def shown(value: object) -> object:
    """What Pelican's own templates print for a value: text has its hidden characters spelled out, made
    elements stay. Ours are compiled with `template_compiling.printed`, which does the same and escapes."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def template_of(generator: Generator, name: str) -> Template:
    """A template of our theme. Where it is missing Pelican would quietly take one of its own."""
    known: dict[str, Template] = generator.context.setdefault("templates_known", {})
    if name in known:
        return known[name]
    env: Environment = generator.context.get("templates", generator.env)
    template: Template = env.get_template(name)
    folder = Path(generator.theme, "templates").resolve()
    if template.filename is None or not Path(template.filename).resolve().is_relative_to(folder):
        raise PageError(f"{folder / name} is missing; restore it from the theme")
    known[name] = template
    return template


def write_plan(generator: Generator, plan: PagePlan) -> None:
    """Render one plan and write it below the generator's output folder, line ends as `\\n`.

    Raises `PageError` where another page lies there already, or the template is missing.
    """
    _claim(generator, plan)
    _write(generator, plan, plan.values)


def write_plans(generator: Generator, plans: Iterable[PagePlan]) -> None:
    """Write many, in as many processes as the build may use; raises as `write_plan`.

    A page that the site had already is taken over from it.
    """
    claimed = list(plans)
    for plan in claimed:
        _claim(generator, plan)
    taken, left = _taken_over(generator, claimed)
    # One page of each template first, so that they are compiled here and not once in every process.
    firsts = {plan.template: plan for plan in reversed(left)}
    rest = [plan for plan in left if plan is not firsts[plan.template]]
    page_keys: dict[str, bytes] = generator.context["page_keys_made"]

    def write_some(some: Sequence[PagePlan]) -> list[Written]:
        return [_write_or_take(generator, plan) for plan in some]

    of_each = write_some(list(firsts.values()))
    most = _most_processes(generator)
    parts = min(MOST_PARTS, -(-len(rest) // _PAGES_A_PART))
    shared = (
        in_turns(write_some, shrinking(rest, most, _PAGES_A_TURN), most, partial(_free_processes, generator))
        if len(rest) > most * _PAGES_A_TURN
        else in_parts(
            lambda part: write_some(part_of(rest, part, parts)), parts, processes_for(generator, len(rest))
        )
    )
    for made in [taken, of_each, *shared]:
        page_keys |= {page.path: page.key for page in made if page.key is not None}
        files_of(generator).digests |= {page.path: page.sha256 for page in made}


def processes_for(generator: Generator, pages: int) -> int:
    """How many processes shall write so many pages."""
    return max(1, min(_free_processes(generator), pages // _PAGES_WORTH_A_PROCESS))


def _free_processes(generator: Generator) -> int:
    """How many may be at work here, now that others are beside."""
    others: list[tuple[Beside[object], int]] = generator.settings.get(BESIDE, [])
    return max(1, _most_processes(generator) - sum(share for begun, share in others if begun.goes_on))


def _most_processes(generator: Generator) -> int:
    most: int = generator.settings.get("CRISIS_JOBS", 0) or available_cores()
    return most


def beside(
    generator: Generator, work: Callable[[int], Result], *, worth_it: bool, single: bool = False
) -> Beside[Result]:
    """Begin work that can be done beside the writing of pages, in a process of its own if it is worth one.

    `work` is told how many processes it may use: half of all, or a single one, while pages are written in the
    others. Whoever began it asks for its result; it is stopped where the build fails before.
    """
    most = _most_processes(generator)
    forked = worth_it and most > 1
    share = 1 if single else most // 2 if forked else most
    begun = Beside(partial(work, share), forked=forked)
    generator.settings.setdefault(BESIDE, []).append((begun, share))
    return begun


def stop_beside(settings: dict[str, Any]) -> None:
    """Stop all that a build began and did not wait for."""
    for begun, _ in settings.pop(BESIDE, ()):
        begun.stop()


def _claim(generator: Generator, plan: PagePlan) -> None:
    """Note that a page lies there now."""
    written: set[str] = generator.context["written"]
    if not is_inside(plan.path):
        raise PageError(f"{plan.path!r} is no path inside the site; correct what content/ calls it")
    if plan.path in written:
        raise PageError(f"two pages would lie at {plan.path}; give one of them another slug in content/")
    written.add(plan.path)


def _taken_over(generator: Generator, plans: Sequence[PagePlan]) -> tuple[list[Written], Sequence[PagePlan]]:
    """The pages taken over from a site that stands, and the plans of all others.

    What a page rests on is told sooner than a process is forked; values that have to be made for it are not.
    """
    keys: Keys | None = generator.context["page_keys"]
    files = files_of(generator)
    if keys is None or not generator.context["old_site"].stands:
        return [], plans
    taken: list[Written] = []
    left: list[PagePlan] = []
    for plan in plans:
        key = keys.key(plan.template, plan.rests_on()) if plan.rests_on else None
        digest = files.take(plan.path, key)
        if digest is None:
            left.append(plan)
        else:
            taken.append(Written(plan.path, key, digest))
    return taken, left


def _write_or_take(generator: Generator, plan: PagePlan) -> Written:
    """Take the page over from the old site, or write it."""
    keys: Keys | None = generator.context["page_keys"]
    if keys is None:
        return Written(plan.path, None, _write(generator, plan, plan.values))
    values = None if plan.rests_on else plan.values
    key = keys.key(plan.template, values if plan.rests_on is None else plan.rests_on())
    digest = files_of(generator).take(plan.path, key)
    if digest is None:
        digest = _write(generator, plan, plan.values if values is None else values)
    return Written(plan.path, key, digest)


def _write(generator: Generator, plan: PagePlan, values: Mapping[str, Any]) -> str:
    rendered = template_of(generator, plan.template).render({**generator.context["frame"], **values})
    return files_of(generator).write(plan.path, rendered.encode("utf-8"))


def files_of(generator: Generator) -> SiteFiles:
    """The files that this build writes."""
    files: SiteFiles = generator.context.setdefault("files", SiteFiles(generator.output_path))
    return files


class PlanGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages of some kinds from the archive in Pelican's context."""

    kinds: ClassVar[tuple[str, ...]] = ()
    """Names in `PAGE_KINDS`."""

    def generate_output(self, writer: object) -> None:
        """Plan and write; what an editor wrote may take the place of some of our pages.

        Raises `PageError` where it would take that of any other.
        """
        write_plans(self, self._ours(plan_pages(self.context["catalogue"], self.context["site"], self.kinds)))

    def _ours(self, plans: Iterable[PagePlan]) -> Iterator[PagePlan]:
        """The plans but for those whose place an editor's page takes."""
        editors = {page.save_as: page.source_path for page in all_pages(self.context)}
        for plan in plans:
            if plan.path not in editors:
                yield plan
            elif plan.path not in REPLACEABLE:
                mend = f"rename it; only {' and '.join(REPLACEABLE)} may be replaced"
                raise PageError(f"{editors[plan.path]}: it would take the place of {plan.path}; {mend}")
