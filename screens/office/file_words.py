"""What an office file says beside its settings, in the words of its readers: people, segments, sources, shifts.

`FIELDS` is the one table of it; the settings themselves have theirs (`screens.office.values`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from leads.crm import CrmKind, CrmStage
from leads.hooks import EVERYTHING
from leads.office import OF_OFFICE, OF_POLICY, OF_SEGMENT, OFFICE_NAME
from leads.settings import Setting
from leads.sources import SourceKind
from leads.wall_clock import format_hours, parse_weekly
from screens.format import decimal, listing, long_date
from screens.office.rules import rule_plainly
from screens.office.values import (
    HOLIDAYS,
    country_words,
    days_words,
    hours_words,
    rota_words,
    setting_name,
    spans_words,
    value_words,
)
from screens.texts import Texts
from screens.views.office_panes import Names
from screens.views.segments import RuleWords

Say = Callable[[Any, Names, Texts], str]
"""Says a value as a file spells it; None: the file says none."""

LIKE_OFFICE: Final = "value-as-office"


def setting_of(part: str, key: str) -> Setting | None:
    """Returns the setting that this key of the file is, in the table of the office or of a segment."""
    return SETTINGS_OF.get(part, {}).get(key)


SETTINGS_OF: Final[Mapping[str, Mapping[str, Setting]]] = {
    "office": {setting.key: setting for setting in (OFFICE_NAME, *OF_OFFICE, *OF_POLICY)},
    "segments": {setting.key: setting for setting in (*OF_SEGMENT, *OF_POLICY)},
}


def key_words(part: str, key: str, texts: Texts) -> str:
    """Names a key of a table of the file: `Ждать ответа`, `Вес`. One that no file has any more is called as it was."""
    if setting := setting_of(part, key):
        return setting_name(setting, texts)
    return texts.plain(f"field-{part}-{key}") if key in FIELDS.get(part, {}) else key


def said_words(part: str, key: str, value: Any, names: Names, texts: Texts) -> str:
    """Says the value of a key of a table of the file."""
    if setting := setting_of(part, key):
        if value is None and part == "segments" and setting in OF_POLICY:
            return texts.plain(LIKE_OFFICE)
        return value_words(setting, value, texts)
    say = FIELDS.get(part, {}).get(key)
    return say(value, names, texts) if say else str(value)


def shift_words(table: Mapping[str, Any], names: Names, texts: Texts) -> str:
    """`Заявки с сайта · Пётр Петров · пн, ср 09:00–18:00`."""
    who = names.person(table["who"])
    when = _weekly(table["weekly"], texts) if "weekly" in table else _dated(table, texts)
    kind = () if "weekly" in table else (_kind(table, names, texts),)
    return " · ".join((names.segment(table["segment"]), who, when, *kind))


def _weekly(said: str, texts: Texts) -> str:
    rule = parse_weekly(said)
    spans = spans_words(format_hours(rule.start, rule.end), texts)
    return texts.plain("value-days", days=days_words(rule.days, texts), spans=spans)


def _dated(table: Mapping[str, Any], texts: Texts) -> str:
    start, end = (datetime.fromisoformat(str(table[key])) for key in ("from", "to"))
    first = f"{long_date(start.date(), texts)} {start:%H:%M}"
    if start.date() == end.date():
        return f"{first}–{end:%H:%M}"
    return f"{first} – {long_date(end.date(), texts)} {end:%H:%M}"


def _kind(table: Mapping[str, Any], names: Names, texts: Texts) -> str:
    kind, instead = table.get("kind", "add"), table.get("instead_of")
    if instead:
        return texts.plain("shift-kind-instead", name=names.person(instead))
    return texts.plain(f"shift-kind-{kind}")


def kind_words(kind: str, texts: Texts) -> str:
    """Says how the leads of a source come in: `Отмечает секретарь`, `Тильда`."""
    return texts.plain(f"source-kind-{kind}") if kind in set(SourceKind) else kind


def _as_it_is(value: Any, _: Names, texts: Texts) -> str:
    return texts.plain("value-none") if value is None else str(value)


def _yes_or_no(value: Any, _: Names, texts: Texts) -> str:
    return texts.plain("value-yes" if value else "value-no")


def _roles(value: Any, _: Names, texts: Texts) -> str:
    return listing(texts.plain(f"role-{role}") for role in value or ()) or texts.plain("value-none")


def _weight(value: Any, _: Names, texts: Texts) -> str:
    return decimal(1.0 if value is None else value, texts)


def _capacity(value: Any, _: Names, texts: Texts) -> str:
    return texts.plain("value-no-capacity") if value is None else str(value)


def _locale(value: Any, _: Names, texts: Texts) -> str:
    return texts.plain(f"value-locale-{value}" if value else LIKE_OFFICE)


def _hours(value: Any, _: Names, texts: Texts) -> str:
    return hours_words(value, texts) if value else texts.plain(LIKE_OFFICE)


def _rota(value: Any, _: Names, texts: Texts) -> str:
    if not value:
        return texts.plain("value-none")
    return rota_words(value | {"start": long_date(date.fromisoformat(str(value["start"])), texts)}, texts)


def _people(value: Any, names: Names, texts: Texts) -> str:
    return listing(names.person(who) for who in value or ()) or texts.plain("value-nobody")


def _rule(value: Any, names: Names, texts: Texts) -> str:
    match = value or {}
    return rule_plainly(
        RuleWords(
            tuple(match.get("region", ())),
            tuple(match.get("keywords", ())),
            tuple(names.source(one) for one in match.get("source", ())),
            tuple(match.get("language", ())),
            match.get("known_client"),
        ),
        texts,
    )


def _segment(value: Any, names: Names, texts: Texts) -> str:
    return names.segment(value) if value else texts.plain("value-by-rules")


def _extensions(value: Any, names: Names, texts: Texts) -> str:
    said = (f"{number} {names.person(who)}" for number, who in (value or {}).items())
    return listing(said) or texts.plain("value-none")


def _events(value: Any, _: Names, texts: Texts) -> str:
    return listing(event_words(name, texts) for name in value or (EVERYTHING,))


def event_words(name: str, texts: Texts) -> str:
    """Says what a hook hears of: `Взят`; of everything: `все`."""
    return texts.plain(f"event-{name.removeprefix('lead.')}" if name != EVERYTHING else "event-all")


def _crm_kind(value: Any, _: Names, texts: Texts) -> str:
    return texts.plain(f"crm-kind-{value}" if value in set(CrmKind) else "value-none")


def _crm_people(value: Any, names: Names, texts: Texts) -> str:
    said = (f"{names.person(who)} {number}" for who, number in (value or {}).items())
    return listing(said) or texts.plain("value-none")


def _crm_stages(value: Any, _: Names, texts: Texts) -> str:
    known = {one: name for one, name in (value or {}).items() if one in set(CrmStage)}
    said = (f"{texts.plain(f'crm-stage-{one}')} {name}" for one, name in known.items())
    return listing(said) or texts.plain("value-none")


def _holidays(value: Any, _: Names, texts: Texts) -> str:
    return country_words(value, texts) if value else texts.plain("value-none")


FIELDS: Final[Mapping[str, Mapping[str, Say]]] = {
    "office": {HOLIDAYS: _holidays},
    "people": {
        "name": _as_it_is,
        "telegram_id": _as_it_is,
        "roles": _roles,
        "weight": _weight,
        "capacity": _capacity,
        "locale": _locale,
        "hours": _hours,
        "rota": _rota,
    },
    "segments": {"name": _as_it_is, "match": _rule, "members": _people, "heads": _people},
    "sources": {
        "name": _as_it_is,
        "kind": lambda kind, _, texts: kind_words(kind, texts),
        "segment": _segment,
        "secret_env": _as_it_is,
        "straight_on": _yes_or_no,
        "phone_field": _as_it_is,
        "name_field": _as_it_is,
        "extensions": _extensions,
    },
    "crm": {
        "kind": _crm_kind,
        "url": _as_it_is,
        "secret_env": _as_it_is,
        "pipeline": _as_it_is,
        "people": _crm_people,
        "stages": _crm_stages,
    },
    "hooks": {
        "url": _as_it_is,
        "secret_env": _as_it_is,
        "events": _events,
        "personal": _yes_or_no,
        "private": _yes_or_no,
    },
}
