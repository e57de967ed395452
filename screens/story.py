"""What happened to a lead after the message that made it: marks as lines, words in the order newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from leads.client import Correction, TouchKind
from screens.content import page
from screens.format import listing, was
from screens.texts import Html, Texts
from screens.views.lead import LeadView, TouchView

KINDS = ("voice", "photo", "video", "document", "contact", "other")  # of what is attached
OF_CONTACT = frozenset({Correction.NAME, Correction.PHONE})
BY_SOMEBODY = frozenset({TouchKind.NOTE, TouchKind.REASON, TouchKind.REPEAT})
MOST_WORDS = 3  # of the later messages and notes
MOST_MARKS = 4  # lines


def marks(view: LeadView, texts: Texts) -> Html | None:
    """Returns each step that was marked, in the order of marking; the same one several times in a row is one line."""
    made = _made(view)
    if not made:  # of an erased client, or from before marks had a time
        return texts(f"progress-{view.lead.progress}") if view.lead.progress else None
    runs = [list(run) for _, run in groupby(made, key=lambda one: (one.mark, one.kind))]
    return page(*(_run(run, view, texts) for run in runs[-MOST_MARKS:]))


def _made(view: LeadView) -> list[TouchView]:
    """In their order; one that was taken back stands where it was made, as what it is."""
    made = list[TouchView]()
    for one in view.touches:
        if one.kind is TouchKind.MARK:
            made.append(one)
        elif one.kind is TouchKind.UNMARK:
            place = max((n for n, each in enumerate(made) if each.mark is one.mark), default=None)
            if place is not None:
                made[place] = replace(made[place], kind=TouchKind.UNMARK)
    return made


def _run(run: list[TouchView], view: LeadView, texts: Texts) -> Html:
    last = was(run[-1].at, view.timezone, texts)
    mark = texts.plain(f"progress-{run[-1].mark}")
    if run[-1].kind is TouchKind.UNMARK:
        return texts("story-unmarked", mark=mark, at=last)
    if len(run) == 1:
        return texts("story-mark", mark=mark, at=last)
    return texts("story-marks", mark=mark, count=len(run), last=last)


def file_list(attachments: Mapping[str, int], texts: Texts) -> str:
    """`голосовое, 2 фото`; empty where there is nothing."""
    counts = {kind: attachments[kind] for kind in KINDS if attachments.get(kind)}
    return listing(texts.plain(f"attachment-{kind}", count=n) for kind, n in counts.items())


def came_again(view: LeadView, texts: Texts) -> Html | None:
    """Tells that the client came again, and when last."""
    again = [one for one in view.touches if one.kind is TouchKind.REPEAT]
    if not again:
        return None
    return texts("client-again", at=was(again[-1].at, view.timezone, texts), count=len(again))


def words_of(view: LeadView, texts: Texts) -> str:
    """Returns what was said of the client: the last that was said or noted first, the first message below it."""
    spoken = [one for one in view.touches if _is_spoken(one, view)]
    later = [_words(one, view, texts) for one in reversed(spoken[-MOST_WORDS:])]
    return "\n\n".join(filter(None, [*later, view.client.said.text]))


def _is_spoken(one: TouchView, view: LeadView) -> bool:
    """Of a contact that is not for the reader it is not told how it was put right, either."""
    if one.corrected in OF_CONTACT and view.client.masked:
        return False
    return bool(one.said.text or (one.said.attachments and one.who))


def _words(one: TouchView, view: LeadView, texts: Texts) -> str:
    at = was(one.at, view.timezone, texts)
    words = "\n".join(filter(None, [one.said.text, file_list(one.said.attachments, texts)]))
    if one.corrected:
        what = texts.plain(f"corrected-{one.corrected}")
        return texts.plain("story-correction", at=at, who=one.who or "", what=what, words=words)
    if one.kind in BY_SOMEBODY and one.who:
        return texts.plain(f"story-{one.kind}", at=at, who=one.who, words=words)
    return texts.plain("client-again-words", at=at, words=words)
