"""Templates compiled for one site: its words become part of them, and what they print is escaped in one step.

Jinja works out `say("text.jump")` again on every page, makes what is printed visible in one call, escaped
in a second and `Markup` in a third. A site of ten thousand pages prints ten million values. What a
compiled template gives is the same, letter by letter.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

from crisis_archive.markup import shown
from crisis_archive.memory import key_of
from crisis_archive.pages import Words, WordsError


def compiled_for(words: Words, env: Environment) -> Environment:
    """An environment with the templates of another, and the words of a site compiled into them."""
    made = env.overlay()
    compiled_in = key_of(Path(__file__).read_bytes(), json.dumps(words.table))
    made.extend(words=words, printed=printed, joined=_Joined, compiled_in=compiled_in)
    made.code_generator_class = _Compiler
    return made


def printed(value: object) -> str:
    """What a page gets of a value: hidden characters spelled out and all escaped; elements as they are."""
    if type(value) is str:
        return shown(value)
    return str(value) if hasattr(value, "__html__") else shown(str(value))


class _Joined:
    """What looks like the list that Jinja's compiler gathers pieces in, and gives them as one."""

    append = str
    extend = "".join


class _Compiler(CodeGenerator):
    """Jinja's compiler but for what templates print."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """`{{ ... }}` and the text between: sentences become text, the values in their gaps are printed."""
        if _escapes(frame):
            node = nodes.Output(
                [part for each in node.nodes for part in self._told(each)], lineno=node.lineno
            )
        if frame.buffer is not None or len(node.nodes) < 2:
            super().visit_Output(node, frame)
            return
        # Jinja yields piece by piece, through every template that another extends; here all between two
        # statements is one piece: "yield environment.joined.extend((...))".
        frame.buffer = "yield environment.joined"
        try:
            super().visit_Output(node, frame)
        finally:
            frame.buffer = None

    def _told(self, node: nodes.Expr) -> Iterator[nodes.Expr]:
        sentence = self._sentence(node)
        if sentence is None:
            yield node
            return
        for text, gap in sentence:
            yield nodes.TemplateData(shown(text), lineno=node.lineno)
            if gap is not None:
                yield gap

    def _sentence(self, node: nodes.Expr) -> list[tuple[str, nodes.Expr | None]] | None:
        """The texts of a sentence, each with the value that follows; null: Jinja shall work it out."""
        match node:
            case nodes.Call(node=nodes.Name(name="say"), args=[nodes.Const(value=str(key))], kwargs=given):
                values = {each.key: each.value for each in given}
            case _:
                return None
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            return None
        try:
            sentence = cast("_SiteEnvironment", self.environment).words(key)
        except WordsError:
            return None  # said when the page is made, if it ever is
        if not values:
            return [(sentence, None)]
        parts = list(Formatter().parse(sentence))
        if any(gap is not None and (gap not in values or form or kind) for _, gap, form, kind in parts):
            return None
        return [(text, values[gap] if gap is not None else None) for text, gap, _, _ in parts]

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if _escapes(frame):
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as above
        if _escapes(frame):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)


class _SiteEnvironment(Environment):
    """What `compiled_for` makes of an environment."""

    words: Words


def _escapes(frame: Frame) -> bool:
    """Whether what is printed there is escaped, whatever the page's values are."""
    return frame.eval_ctx.autoescape is True and not frame.eval_ctx.volatile
