"""One look at every window in both languages: Telegram takes it, and no contact shows where it is masked."""

from __future__ import annotations

import re

import pytest
from aiogram.types import InlineKeyboardMarkup

from leads.lead import Outcome, Progress, Promised
from leads.office import Role
from leads.refusals import Refusal
from screens.buttons.base import CallbackData
from screens.buttons.of_intake import HandOver
from screens.buttons.of_lead import Appoint, Assign, Claim, Close, Decline, GiveUp, Record
from screens.buttons.of_office import Language
from screens.buttons.of_people import Deed, OfPerson
from screens.commands import command_menu
from screens.content import Button, Screen
from screens.lead import lead_screen
from screens.notice import LONGEST, done_toast, refusal_toast
from screens.texts import LOCALES, texts_for
from screens.views.lead import Seat
from tests.screens.lead_lists_to_show import LISTS
from tests.screens.leads_to_show import CLIENT, HEAD, LEADS, PETROV, SECRET_NAME, SECRET_PHONE, SIDOROVA, TEAM
from tests.screens.leads_to_show import MASKED as MASKED_CLIENT
from tests.screens.lists_to_show import NOTICES, SUMMARY
from tests.screens.test_texts import ids
from tests.screens.whys_to_show import NAMES
from tests.screens.windows import check, every_window, seen
from tests.stories.words import (
    BAD_LEAD,
    CALL_BACK,
    CLAIM,
    DECLINE,
    GIVE_BACK,
    HAND_OVER,
    INVOICE,
    MEETING,
    NO_ANSWER,
    REACHED,
    REFUSAL,
    SALE,
)

TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
LETTERS = re.compile("[а-яё]", re.IGNORECASE)
TYPED = (
    *(
        CLIENT.said.text,
        MASKED_CLIENT.said.text,
        SECRET_NAME,
        PETROV,
        SIDOROVA,
        HEAD,
        *(a.name for a in TEAM),
        *(m.name for m in SUMMARY.managers),
    ),
    *NAMES.values(),
    *(row.client for leads in LISTS.values() for row in leads.rows if row.client),
    *("Казань и Татарстан", "Окна Казань", "Казань", "Татарстан", "Остальные", "Дежурство", "Новый"),
)
CUT_NAME = re.compile("Константин [^ ]+…")
MASKED = (Seat.OFFERED, Seat.DECLINED, Seat.BYSTANDER)
CONTRACT = {
    "secretary, draft": {HandOver: HAND_OVER},
    "offered": {Claim: CLAIM, Decline: DECLINE},
    "holder": {GiveUp: GIVE_BACK},
}
PROGRESS = {
    Progress.REACHED: REACHED,
    Progress.NOT_REACHED: NO_ANSWER,
    Progress.INVOICED: INVOICE,
}
APPOINTMENTS = {Promised.MEETING: MEETING, Promised.CALL_BACK: CALL_BACK}
OUTCOMES = {Outcome.WON: SALE, Outcome.LOST: REFUSAL, Outcome.BAD: BAD_LEAD}
DONE = {
    "crm-bringing",
    "crm-checking",
    *(
        "handed",
        "added",
        "claimed",
        "declined",
        "explained",
        "progress",
        "unmarked",
        "won",
        "lost",
        "disputed",
        "settled-bad",
        "segment-agreed",
        "segment-refused",
        "passed-on",
        "passed-on-some",
        "roster-changed",
        "segment-retired",
        "source-read-again",
        "source-passed-over",
        "hook-sent-again",
        "hook-tested",
        "hook-removed",
        "source-removed",
        "segment-taken-up",
        "verifying",
    ),
    *(
        "in-the-list",
        "decided",
        "picked",
        "scheme-switched",
        "scheme-same",
        "setting-changed",
        "setting-same",
        "list-fresh",
        "setup-way",
        "workbook",
        "bundle",
        "whatif",
        "hook-removed",
        "source-removed",
        "office-file",
        "file-loaded",
        "file-planned-anew",
    ),
    *("aside-settled", "aside-failed", "aside-let-go", "aside-gone", "invited-already"),
    *(
        "settled-good",
        "returned",
        "assigned",
        "segment-changed",
        "phone-chosen",
        "source-changed",
        "skipped-amount",
        "skipped-sale",
        "skipped-note",
        "skipped-verdict",
        "skipped-call_back",
        "skipped-meeting",
        "appointed-call_back",
        "appointed-meeting",
        "appointment-dropped",
        "when-asked",
        "skipped-name",
        "skipped-phone",
        "skipped-comment",
        "name-asked",
        "phone-asked",
        "comment-asked",
        "joined",
        "clients-joined",
        "clients-parted",
        "skipped-same_client",
        "goes-on",
        "join-none",
        "note-asked",
        "noted",
        "brought-in",
        "discarded",
        "lot-thrown",
        "withdrawn",
        "reason-asked",
        "skipped-reason",
        "brought-back",
        "change-taken-back",
        "dismissed",
        "invitation-revoked",
        "rehired",
        "as-before",
        "reopened",
        "reopened-for-others",
        "amount-asked",
    ),
    *(
        "swap-opened",
        "swap-taken",
        "swap-withdrawn",
        "swap-stopped",
        "duty-changed",
        "feed-made",
        "feed-again",
        "feed-revoked",
        "roster-proposed",
        "roster-approved",
        "roster-dismissed",
    ),
}


def buttons(screen: Screen) -> list[Button]:
    return [button for row in screen.keyboard for button in row]


@pytest.mark.parametrize("locale", LOCALES)
def test_telegram_takes_every_window(locale: str) -> None:
    for name, screen in every_window(texts_for(locale)):
        try:
            check(screen)
        except Exception as error:
            error.add_note(f"in the window {name!r}")
            raise


def test_every_window_has_a_name_of_its_own() -> None:
    names = [name for name, _ in every_window(texts_for("ru"))]
    assert len(set(names)) == len(names) > 100


def test_in_english_nothing_stays_russian_but_what_people_typed() -> None:
    windows = zip(every_window(texts_for("en")), every_window(texts_for("ru")), strict=True)
    for (name, english), (_, russian) in windows:
        assert not LETTERS.search(_untyped(english)), name
        assert LETTERS.search(_untyped(russian)), name


def test_no_sentence_ends_in_two_stops() -> None:
    """A month is cut short with a stop of its own: `1 дек.`."""
    for locale in LOCALES:
        for name, screen in every_window(texts_for(locale)):
            assert not TWO_STOPS.search(screen.text), name


def _names_a_language(button: Button) -> bool:
    """Whether it says a language in that language's own words."""
    data = button.data
    return isinstance(data, Language) or (isinstance(data, OfPerson) and data.deed is Deed.SPEAK)


def _untyped(screen: Screen) -> str:
    """The words of a window without those of the people in it."""
    said = (b.text for b in buttons(screen) if not _names_a_language(b))
    words = " ".join([seen(screen), *said])
    words = CUT_NAME.sub("", words)
    for typed in sorted(TYPED, key=len, reverse=True):
        words = words.replace(typed, "")
    return words


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", [name for name, view in LEADS.items() if view.seat in MASKED])
def test_a_contact_is_not_shown_before_the_claim(name: str, locale: str) -> None:
    screen = lead_screen(LEADS[name], texts_for(locale))
    everything = screen.text + "".join(f"{b.text}{b.copy}{b.data}" for b in buttons(screen))
    assert SECRET_NAME not in everything
    assert SECRET_PHONE not in everything
    assert "2001122" not in re.sub(r"\D", "", everything)


@pytest.mark.parametrize(("name", "words"), CONTRACT.items())
def test_the_buttons_bear_the_words_that_the_outside_relies_on(name: str, words: dict[type, str]) -> None:
    shown = {type(b.data): b.text for b in buttons(lead_screen(LEADS[name], texts_for("ru")))}
    for action, word in words.items():
        assert word in shown[action]


def test_progress_and_outcomes_bear_their_words() -> None:
    shown = [(b.data, b.text) for b in buttons(lead_screen(LEADS["holder"], texts_for("ru")))]
    assert {d.progress: t.split()[-1] for d, t in shown if isinstance(d, Record)} == PROGRESS
    assert {d.what: t.split()[-1] for d, t in shown if isinstance(d, Appoint)} == APPOINTMENTS
    assert {d.outcome: t.split()[-1] for d, t in shown if isinstance(d, Close)} == OUTCOMES


def test_telegram_s_own_types_accept_the_callback_data() -> None:
    for _, screen in every_window(texts_for("ru")):
        rows = [
            [{"text": b.text, "callback_data": b.data.pack()} for b in r if b.data] for r in screen.keyboard
        ]
        InlineKeyboardMarkup.model_validate({"inline_keyboard": rows})


def test_the_notes_shown_here_are_all_there_are() -> None:
    assert {f"notice-{key}" for key in NOTICES} == {name for name in ids() if name.startswith("notice-")}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_toast_is_never_longer_than_telegram_shows(locale: str) -> None:
    texts = texts_for(locale)
    assert {f"done-{done}" for done in DONE} == {name for name in ids() if name.startswith("done-")}
    crowd = ["Константин Константинопольский"] * 50
    toasts = [refusal_toast(refusal, names, texts) for refusal in Refusal for names in ([], crowd)]
    toasts += [done_toast(done, texts, name="Я" * 500) for done in DONE]
    assert all(0 < len(toast) <= LONGEST for toast in toasts)


def test_a_late_tap_is_told_who_has_the_lead() -> None:
    toast = refusal_toast(Refusal.TAKEN, ["Ольга Сидорова"], texts_for("ru"))
    assert toast == "Лид уже забрали: Ольга Сидорова"


def test_the_command_menu_has_what_the_role_may_do_and_no_doubles() -> None:
    def names(*roles: Role) -> list[str]:
        return [command for command, _ in command_menu(roles, texts_for("ru"), asks=False).commands]

    assert names(Role.SECRETARY) == ["today", "find", "why", "help", "start"]
    assert names(Role.MANAGER) == [
        *("mine", "find", "me", "queue", "why", "roster", "draw", "on", "off", "help", "start")
    ]
    assert names(Role.HEAD) == [
        *(
            "mine",
            "find",
            "leads",
            "queue",
            "why",
            "roster",
            "draw",
            "office",
            "people",
            "try",
            "report",
            "help",
            "start",
        )
    ]
    assert names(Role.DIRECTOR) == [
        "mine",
        "find",
        "leads",
        "why",
        "roster",
        "draw",
        "report",
        "help",
        "start",
    ]
    assert names(Role.ADMIN) == ["why", "office", "people", "try", "sources", "setup", "help", "start"]
    assert len(names(*Role)) == len(set(names(*Role)))


def test_the_list_of_managers_is_one_tap_each() -> None:
    shown = buttons(lead_screen(LEADS["offered to the head, list"], texts_for("ru")))
    labels = [b.text for b in shown if isinstance(b.data, Assign)]
    assert labels[:2] == ["Пётр Петров · 2 в работе · +1,3", "🌙 Ольга Сидорова · пауза"]
    assert all(len(label) <= 60 for label in labels)


def test_no_two_buttons_begin_alike() -> None:
    prefixes = [kind.__prefix__ for kind in CallbackData.__subclasses__()]
    assert len(prefixes) == len(set(prefixes)), "a tap on one would do what the other does"
