"""The settings of the office: their groups, those of one, and one of them with what it means and its editor."""

from __future__ import annotations

from typing import Any

from leads.settings import (
    Addresses,
    Clock,
    Kind,
    Length,
    Lengths,
    Number,
    OpeningHours,
    Percent,
    Phones,
    Whole,
    Zone,
)
from screens.assigning import LABEL
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_settings import NOTHING, PutSetting, SureSetting, about, mark_of
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.office.editors import ask_button, editor
from screens.office.paging import back_button
from screens.office.values import setting_name, value_words
from screens.texts import Html, Texts, cut
from screens.views.office_settings import GroupView, SettingRow, SettingsView, SettingView, Since, Waiting


def settings_screen(view: SettingsView, texts: Texts) -> Screen:
    blocks = [
        line
        for group, rows in view.groups
        for line in (
            GAP,
            texts("settings-group", name=texts.plain(f"group-{group}")),
            *(_row(row, texts) for row in rows),
        )
    ]
    groups = tuple(
        (Button(texts.plain(f"group-{group}"), Go(pane=OfficePane.GROUP, about=group)),)
        for group, _ in view.groups
    )
    return Screen(page(texts("settings-title"), *blocks), (*groups, (back_button(OfficePane.FRONT, texts),)))


def group_screen(view: GroupView, texts: Texts) -> Screen:
    text = page(
        texts("settings-group", name=texts.plain(f"group-{view.group}")),
        GAP,
        *(_row(row, texts) for row in view.rows),
        GAP,
        None if view.may_change else texts("settings-not-yours"),
    )
    buttons: Keyboard = tuple((setting_button(row, texts),) for row in view.rows)
    return Screen(text, (*buttons, (back_button(OfficePane.SETTINGS, texts),)))


def _row(row: SettingRow, texts: Texts) -> Html:
    return texts(
        "settings-row",
        name=setting_name(row.setting, texts),
        value=value_words(row.setting, row.value, texts),
    )


def setting_button(row: SettingRow, texts: Texts) -> Button:
    """Opens a setting; says what it is now."""
    words = texts.plain(
        "settings-button",
        name=setting_name(row.setting, texts),
        value=value_words(row.setting, row.value, texts),
    )
    return Button(cut(words, LABEL), Go(pane=OfficePane.SETTING, about=about(row.setting.key)))


def setting_screen(view: SettingView, texts: Texts) -> Screen:
    if view.waiting:
        return _sure_screen(view, view.waiting, texts)
    row, is_open = view.row, view.may_change
    text = page(
        _title(view, texts),
        texts(f"setting-{row.setting.key}"),
        GAP,
        _now(view, texts),
        _default(view, texts),
        GAP,
        texts("setting-refused") if view.refused else None,
        texts("setting-asked") if view.asked else None,
        texts(f"hint-{hint_of(row.setting.kind)}") if view.asked else None,
        texts("setting-untold") if view.told is False else None,
        None if is_open else texts("settings-not-yours"),
    )
    return Screen(
        text, (*(_editor(view, texts) if is_open else ()), *_last_week(view, texts), (_back(view, texts),))
    )


def _last_week(view: SettingView, texts: Texts) -> Keyboard:
    """The way to what other values would have changed."""
    if not view.told:
        return ()
    where = Go(pane=OfficePane.TRIED, about=about(view.row.setting.key, view.at))
    return ((Button(texts.plain("button-last-week"), where),),)


def _title(view: SettingView, texts: Texts) -> Html:
    name = setting_name(view.row.setting, texts)
    return texts("setting-title", name=f"{view.segment} · {name}" if view.segment else name)


def _now(view: SettingView, texts: Texts) -> Html | None:
    if view.is_laid_over and view.row.value is None:
        return texts("setting-now-as-office", value=value_words(view.row.setting, view.default, texts))
    return texts("setting-now", value=value_words(view.row.setting, view.row.value, texts))


def _default(view: SettingView, texts: Texts) -> Html | None:
    """What counts where nothing is set; said already where nothing is."""
    if view.is_laid_over and view.row.value is None:
        return None
    key = "setting-as-office" if view.is_laid_over else "setting-default"
    return texts(key, value=value_words(view.row.setting, view.default, texts))


def _editor(view: SettingView, texts: Texts) -> Keyboard:
    setting, value = view.row.setting, view.row.value
    shown = view.default if value is None and view.is_laid_over else value
    buttons = editor(setting, shown, view.at, texts, seen=mark_of(value))
    if view.is_laid_over and value is not None:
        put = PutSetting(key=setting.key, at=view.at, to=NOTHING, seen=mark_of(value))
        buttons = (*buttons, (Button(texts.plain("button-as-office"), put),))
    return buttons if view.asked else (*buttons, *ask_button(setting, view.at, texts))


def _back(view: SettingView, texts: Texts) -> Button:
    if view.at:
        return back_button(OfficePane.OWN, texts, view.at)
    return back_button(OfficePane.GROUP, texts, view.row.setting.group)


def hint_of(kind: Kind[object]) -> str:  # noqa: C901 - one line a kind
    """Returns how a value of this kind is typed, as the end of a text's id."""
    match kind:
        case Whole():
            return "whole"
        case Number():
            return "number"
        case Percent():
            return "percent"
        case Lengths():
            return "lengths"
        case Length():
            return "length"
        case Clock():
            return "clock"
        case Phones():
            return "phones"
        case Addresses():
            return "addresses"
        case Zone():
            return "zone"
        case OpeningHours():
            return "hours"
    return "title"


def _sure_screen(view: SettingView, waiting: Waiting, texts: Texts) -> Screen:
    setting = view.row.setting
    wanted = _said(view, waiting.wanted, texts)
    text = page(
        _title(view, texts),
        texts(f"setting-{setting.key}"),
        GAP,
        _changed(view, waiting.since, texts) if waiting.since else _now(view, texts),
        texts("setting-will-be", value=wanted),
        GAP,
        texts("setting-sure"),
    )
    yes, no = (SureSetting(key=setting.key, at=view.at, yes=yes) for yes in (True, False))
    return Screen(
        text,
        (
            (Button(texts.plain("button-setting-sure"), yes),),
            (Button(texts.plain("button-setting-leave"), no),),
        ),
    )


def _changed(view: SettingView, since: Since, texts: Texts) -> Html:
    return texts(
        "setting-changed-since",
        who=since.who or texts.plain("changes-by-file"),
        before=_said(view, since.before, texts),
        after=_said(view, since.after, texts),
    )


def _said(view: SettingView, value: Any, texts: Texts) -> str:
    if view.is_laid_over and value is None:
        return texts.plain("value-as-office")
    return value_words(view.row.setting, value, texts)
