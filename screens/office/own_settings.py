"""The settings of one segment: its times and offers, each the office's until it has its own, and its scheme's."""

from __future__ import annotations

from screens.assigning import LABEL
from screens.buttons.base import short
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_settings import about
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.office.paging import back_button
from screens.office.values import setting_name, value_words
from screens.texts import Texts, cut
from screens.views.segments import OwnRow, OwnView


def own_settings_screen(view: OwnView, texts: Texts) -> Screen:
    text = page(
        texts("own-title", name=view.name),
        texts("own-about"),
        GAP,
        *(texts("own-row", words=row_words(row, texts)) for row in view.rows),
        GAP,
        texts("own-scheme", scheme=texts.plain(f"scheme-{view.scheme}")),
    )
    rows: Keyboard = tuple((_open(view.segment, row, texts),) for row in view.rows)
    return Screen(text, (*rows, (back_button(OfficePane.SEGMENT, texts, view.segment),)))


def row_words(row: OwnRow, texts: Texts) -> str:
    """`Ждать ответа: 2 минуты`, `Ждать ответа: как в офисе: 5 минут`."""
    name, value = setting_name(row.setting, texts), value_words(row.setting, row.value, texts)
    return texts.plain("own-as-office" if row.is_office_s else "own-is", name=name, value=value)


def _open(segment: str, row: OwnRow, texts: Texts) -> Button:
    where = Go(pane=OfficePane.SETTING, about=about(row.setting.key, short(segment)))
    return Button(cut(row_words(row, texts), LABEL), where)
