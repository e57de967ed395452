"""What other values of a setting would have changed last week; each is one tap away."""

from __future__ import annotations

from screens.buttons.of_panes import OfficePane
from screens.buttons.of_settings import about
from screens.content import GAP, Keyboard, Screen, page
from screens.format import dated, span
from screens.office.editors import to_put
from screens.office.paging import back_button
from screens.office.values import setting_name, value_words
from screens.texts import Html, Texts
from screens.views.tried import TriedRow, TriedView


def tried_screen(view: TriedView, texts: Texts) -> Screen:
    setting = view.row.setting
    name = setting_name(setting, texts)
    back = (back_button(OfficePane.SETTING, texts, about(setting.key, view.at)),)
    head = (
        texts("tried-title", name=f"{view.segment} · {name}" if view.segment else name),
        texts("tried-week", days=dated(view.first, view.last, texts)),
    )
    if not view.leads:
        return Screen(page(*head, GAP, texts("tried-nothing")), (back,))
    text = page(
        *head,
        texts("tried-leads", count=view.leads),
        texts("whatif-cut") if view.is_cut else None,
        GAP,
        texts("tried-now", value=value_words(setting, view.row.value, texts)),
        *(_row(row, view, texts) for row in view.rows),
        GAP,
        texts("tried-by-hand") if view.by_hand else None,
        texts("tried-limits"),
    )
    return Screen(text, (*(_choices(view, texts) if view.may_change else ()), back))


def _row(row: TriedRow, view: TriedView, texts: Texts) -> Html:
    value = value_words(view.row.setting, row.value, texts)
    said = ", ".join(_differs(row, view, texts))
    return texts("tried-row", value=value, said=said or texts.plain("tried-same"))


def _differs(row: TriedRow, view: TriedView, texts: Texts) -> list[str]:
    found = []
    if row.others:
        found.append(texts.plain("tried-others", count=row.others, of=view.leads))
    if row.sooner:
        key = "tried-sooner" if row.sooner > 0 else "tried-later"
        found.append(texts.plain(key, span=span(abs(row.sooner), texts)))
    if row.untaken:
        found.append(
            texts.plain("tried-untaken" if row.untaken > 0 else "tried-taken", count=abs(row.untaken))
        )
    return found


def _choices(view: TriedView, texts: Texts) -> Keyboard:
    values = [row.value for row in view.rows]
    return to_put(view.row.setting, view.row.value, values, view.at, view.seen, texts)
