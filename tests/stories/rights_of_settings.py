"""Who may change which setting by a tap: what concerns the work the head too, what is private the administrator."""

from __future__ import annotations

from typing import Final

from screens.buttons.base import short
from screens.buttons.of_settings import AskSetting, EditHours, PutSetting, SureSetting, TickSetting, mark_of
from tests.stories.rights_row import Row

RUNS: Final = frozenset({"smirnov", "admin"})
KAZAN: Final = short("tatarstan")
NOBODY: Final = frozenset[str]()
PLAIN, LIST = mark_of("30m"), mark_of(["director"])
WEEK: Final = mark_of({"mon-fri": "09:00-18:00", "sat": "10:00-15:00"})

BUTTONS: Final = (
    Row(AskSetting(key="unattended"), RUNS),
    Row(AskSetting(key="retention_months"), {"admin"}),
    *(Row(AskSetting(key=key, at=at), NOBODY) for key, at in (("nothing", ""), ("scheme", "nowhere"))),
    Row(PutSetting(key="unattended", to="1h", seen=PLAIN), RUNS),
    Row(PutSetting(key="unattended", to="nonsense", seen=PLAIN), NOBODY),
    Row(PutSetting(key="nothing", to="1h", seen=PLAIN), NOBODY),
    Row(PutSetting(key="offers", at=KAZAN, to="1", seen=mark_of(None)), RUNS),
    Row(PutSetting(key="offers", at="nowhere", to="1", seen=PLAIN), NOBODY),
    Row(PutSetting(key="director_sees_clients", to="true", seen=mark_of(False)), {"admin"}),
    Row(TickSetting(key="seal_to", one="head", seen=LIST), RUNS),
    Row(TickSetting(key="seal_to", one="nobody", seen=LIST), NOBODY),
    Row(TickSetting(key="own_phones", one="nothing", seen=LIST), NOBODY),
    *(
        Row(EditHours(key="hours", deed=deed, seen=WEEK), RUNS)
        for deed in ("d6", "o0+", "l0", "pdaily", "hRU")
    ),
    *(
        Row(EditHours(key="hours", deed=deed, seen=WEEK), NOBODY)
        for deed in ("", "d9", "x0", "pnever", "hXX")
    ),
    *(Row(SureSetting(key="timezone", yes=yes), RUNS) for yes in (True, False)),
    Row(SureSetting(key="unattended", yes=True), NOBODY),
)
