"""The two consoles of the command line, on which nothing that people or files say can move a cursor or a colour.

A manager's name out of somebody's CSV file may hold the bytes that terminals obey. Whatever does not stand on the
screen as itself is shown by its code: `\x1b`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

_MEANT = frozenset("\n\t")


def plain(text: str, meant: Collection[str] = _MEANT) -> str:
    """Shows every character that a terminal would act on, or hide, by its code; but for those that are `meant`."""
    return "".join(c if c in meant or _stands(c) else ascii(c)[1:-1] for c in text)


def _stands(character: str) -> bool:
    """Joined emoji hold invisible joiners, which change nothing but their own picture."""
    return character.isprintable() or character in "\u200d\ufe0f\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class _Plain:
    """Something to print, its own styles kept and its words made plain."""

    inner: ConsoleRenderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        for segment in console.render(self.inner, options):
            yield segment if segment.control else Segment(plain(segment.text), segment.style)


class _EverythingPlain(RenderHook):
    """A hook of rich, which sees whatever is about to be printed."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Plain(one) for one in renderables]


def console(*, stderr: bool = False) -> Console:
    """Returns a console that wraps nothing and reads no markup: what is printed is somebody's words."""
    made = Console(stderr=stderr, soft_wrap=True, highlight=False, markup=False)
    made.push_render_hook(_EverythingPlain())
    return made
