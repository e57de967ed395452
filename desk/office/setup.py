"""/setup: from an empty database to an office that works, step by step; each of them is stored as it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, time
from typing import Any, Final

from contacts.opening import read_week
from contacts.shared_places import zone_at
from contacts.time_zones import read_zone
from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.changing import change
from desk.door import Door
from desk.menus import send_keyboard
from desk.office.asking import Said
from desk.office.trial import tried
from desk.page import Page
from desk.work import Work
from files.office_file.dumping import Document, plain, written
from files.office_file.editing import put
from leads.hours import Hours
from leads.office import OF_OFFICE, Office, Role
from leads.refusals import Refused
from leads.rights import Right
from leads.schemes import SCHEMES
from leads.ways import BY_ID
from leads.week import NINE_TO_SIX, ROUND_THE_CLOCK, Spans, Week, rules_of
from screens.buttons.of_setup import SetUpMove
from screens.content import Content
from screens.office.setup import setup_screen
from screens.texts import texts_for
from screens.views.setup import Fate, Part, SetUpStep, SetUpView, TrialScreen, Would
from storage import cards, offices, people
from storage.kinds import CardKind
from storage.people import PersonRow

STEPS: Final = tuple(SetUpStep)
TYPED: Final = frozenset({SetUpStep.NAME, SetUpStep.ZONE, SetUpStep.HOURS})
NEEDED: Final = (Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR)
"""The roles without which an office does not work; whichever nobody has stays with whoever sets it up."""

PROPOSED_HOURS: Final = "weekdays"
CLOSED: Final[Spans] = ()
HOURS: Final[Mapping[str, Week]] = {
    "weekdays": (*(NINE_TO_SIX,) * 5, CLOSED, CLOSED),
    "saturday": (*(NINE_TO_SIX,) * 5, ((time(10), time(15)),), CLOSED),
    "daily": (((time(9), time(21)),),) * 7,
    "always": ROUND_THE_CLOCK,
}
"""What can be chosen with a tap."""

_HOURS: Final = next(setting for setting in OF_OFFICE if setting.name == "hours")

HOLIDAYS: Final = {"ru": "RU"}
"""Whose holidays an office of this language keeps unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class SetUpWizard:
    door: Door

    async def begin(self, actor: Actor) -> Reply:
        """/setup: where somebody has left it, or from the first step of an office that works already."""

        def case(work: Work) -> Reply:
            begin(work, actor)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def move(self, actor: Actor, step: SetUpStep, move: SetUpMove) -> Reply:
        """Goes on, back, or leaves it for later. A button of a step that is over shows where it stands now."""

        def case(work: Work) -> Reply:
            now = _step(work)
            if now is None:
                return NOTHING
            if move is SetUpMove.LATER:
                _put_off(work, actor)
            elif now is not step or move is SetUpMove.RESUME:
                show(work, actor, now)
            elif move is SetUpMove.BACK:
                _go(work, actor, STEPS[max(0, STEPS.index(now) - 1)])
            else:
                _take_default(work, actor, now)
                _go(work, actor, _after(now))
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def choose(self, actor: Actor, step: SetUpStep, value: str) -> Reply:
        """Takes what was chosen with a tap; what a zone or hours are leads to the next step at once."""

        def case(work: Work) -> Reply:
            if _step(work) is not step:
                return NOTHING
            goes_on = CHOICES[step](work, actor, value)
            if goes_on:
                _go(work, actor, _after(step), taken=step)
            else:
                show(work, actor, step, way=value if value in BY_ID else None)
            return Reply(done="setup-way") if value in BY_ID else NOTHING

        return await self.door.do(actor, Right.SET_UP, case)


def begin(work: Work, actor: Actor) -> None:
    """Shows the step at which the office stands, at the end of the chat."""
    step = _step(work)
    if step is None:
        step = STEPS[0]
        offices.keep_setting_up(work.store, step)
    show(work, actor, step, fresh=True)


def is_pending(work: Work) -> bool:
    """Tells whether the office is just being set up."""
    return _step(work) is not None


def hear(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes what was typed for the answer of the step that has asked for it, and goes on; or says that it is none."""
    step = _step(work)
    if step is None or step != about.get("step"):
        questions.stop_asking(work, actor.person or "")
        return
    if TYPING[step](work, actor, said):
        _go(work, actor, _after(step), fresh=True, taken=step)
    else:
        show(work, actor, step, fresh=True, refused=True)


def show(
    work: Work,
    actor: Actor,
    step: SetUpStep | None,
    *,
    fresh: bool = False,
    refused: bool = False,
    way: str | None = None,
    put_off: bool = False,
    taken: SetUpStep | None = None,
) -> None:
    """Shows a step, or (None) that the office works; what is typed from now on is for it.

    `taken`: the step before, whose answer is said again as it was understood.
    """
    who = actor.person or ""
    if step in TYPED and not put_off:
        questions.ask_of_office(work, who, {"topic": "setup", "step": step})
    else:
        questions.stop_asking(work, who)
    would, trial = tried(work, who, texts_for(actor.locale))
    args: dict[str, Any] = {
        "step": step,
        "refused": refused,
        "way": way,
        "put_off": put_off,
        "taken": taken,
        "would": _kept(would),
        "trial": [asdict(one) for one in trial] if step is SetUpStep.TRIAL else [],
    }
    card = cards.of(work.store, actor.chat, CardKind.SET_UP, None)
    where = (actor.chat, CardKind.SET_UP, None, actor.person)
    cards.want(work.store, *where, fresh=fresh or card is None, payload={"args": args})


def setup_card(page: Page, person: PersonRow) -> Content:
    return setup_screen(setup_view(page.work, person, page.args), page.texts)


def setup_view(work: Work, person: PersonRow, args: Mapping[str, Any]) -> SetUpView:
    office = work.office
    would = args["would"]
    until = datetime.fromisoformat(would["until"]) if would["until"] else None
    return SetUpView(
        step=SetUpStep(args["step"] or SetUpStep.TRIAL),
        is_over=args["step"] is None,
        is_put_off=args["put_off"],
        refused=args["refused"],
        taken=SetUpStep(args["taken"]) if args.get("taken") else None,
        name=office.name,
        timezone=office.timezone,
        now=work.now,
        hours=_shown_hours(office),
        scheme=office.segments[-1].scheme if office.segments else "",
        way=args["way"],
        people=tuple((p.name, p.roles) for p in office.people if p.roles),
        own_roles=next((p.roles for p in office.people if p.id == person.id), ()),
        left_over=_left_over(office),
        would=Would(Fate(would["fate"]), tuple(would["names"]), until),
        trial=tuple(_trial_screen(one) for one in args["trial"]),
    )


def _trial_screen(kept: Mapping[str, Any]) -> TrialScreen:
    buttons = tuple(map(tuple, kept["buttons"]))
    return TrialScreen(Part(kept["part"]), kept["name"], kept["text"], buttons)


def _kept(would: Would) -> dict[str, Any]:
    until = would.until.isoformat() if would.until else None
    return {"fate": would.fate, "names": list(would.names), "until": until}


def _step(work: Work) -> SetUpStep | None:
    stored = offices.setting_up(work.store)
    return SetUpStep(stored) if stored else None


def _after(step: SetUpStep) -> SetUpStep | None:
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def _go(
    work: Work, actor: Actor, step: SetUpStep | None, *, fresh: bool = False, taken: SetUpStep | None = None
) -> None:
    offices.keep_setting_up(work.store, step)
    show(work, actor, step, fresh=fresh, taken=taken)
    if step is None:
        send_keyboard(work, actor.chat, f"setup:{actor.update}")  # whoever sets it up has other roles by now


def _put_off(work: Work, actor: Actor) -> None:
    show(work, actor, _step(work), put_off=True)


def _put(work: Work, actor: Actor, path: tuple[str, ...], value: Any) -> bool:
    """False where it cannot stand there."""
    try:
        change(work, actor.person or "", lambda document: put(document, path, value))
    except Refused:
        return False
    return True


# What each step takes: typed, tapped, or as it is shown.


def _typed_name(work: Work, actor: Actor, said: Said) -> bool:
    name = " ".join(said.text.split())
    return bool(name) and _put(work, actor, ("office", "name"), name)


def _typed_zone(work: Work, actor: Actor, said: Said) -> bool:
    """A city, or a place that was shared."""
    zone = zone_at(*said.place) if said.place else read_zone(said.text)
    return zone is not None and _put(work, actor, ("office", "timezone"), zone)


def _typed_hours(work: Work, actor: Actor, said: Said) -> bool:
    week = read_week(said.text)
    if week is None:
        return False
    _set_hours(work, actor, week)
    return True


TYPING: Final[Mapping[SetUpStep, Callable[[Work, Actor, Said], bool]]] = {
    SetUpStep.NAME: _typed_name,
    SetUpStep.ZONE: _typed_zone,
    SetUpStep.HOURS: _typed_hours,
}
"""What is typed at a step; False where it is not understood."""

assert TYPING.keys() == TYPED, "each step that asks reads what is typed"


def _choose_zone(work: Work, actor: Actor, value: str) -> bool:
    return _put(work, actor, ("office", "timezone"), value)


def _choose_hours(work: Work, actor: Actor, value: str) -> bool:
    if value in HOURS:
        _set_hours(work, actor, HOURS[value])
    return value in HOURS


def _set_hours(work: Work, actor: Actor, week: Week) -> None:
    said = plain(written(_HOURS, _hours(work.office, week)))

    def edit(document: Document) -> None:
        document["office"].pop("holidays", None)
        document["office"] |= said

    change(work, actor.person or "", edit)


def _hours(office: Office, week: Week) -> Hours:
    """Around the clock means holidays, too."""
    if week == ROUND_THE_CLOCK:
        return Hours.always()
    return Hours(rules_of(week), HOLIDAYS.get(office.locale))


def _choose_sharing(work: Work, actor: Actor, value: str) -> bool:
    """A way of today, or a scheme by its name."""
    way = BY_ID.get(value)
    scheme = way.scheme if way else value
    if scheme not in SCHEMES:
        return False

    def edit(document: Document) -> None:
        for segment in document["segments"]:
            segment["scheme"] = scheme
        if way and way.owner:
            document["office"]["owner"] = way.owner.value

    change(work, actor.person or "", edit)
    return False


def _choose_role(work: Work, actor: Actor, value: str) -> bool:
    """One's own roles: given, or laid down."""
    if value in set(NEEDED):
        change(work, actor.person or "", lambda document: _turn_role(document, work, actor, Role(value)))
    return False


def _no_choice(_: Work, __: Actor, ___: str) -> bool:
    return False


CHOICES: Final[Mapping[SetUpStep, Callable[[Work, Actor, str], bool]]] = {
    SetUpStep.NAME: _no_choice,
    SetUpStep.ZONE: _choose_zone,
    SetUpStep.HOURS: _choose_hours,
    SetUpStep.SHARING: _choose_sharing,
    SetUpStep.PEOPLE: _choose_role,
    SetUpStep.TRIAL: _no_choice,
}

assert CHOICES.keys() == set(SetUpStep), "each step knows what its buttons mean"


def _take_default(work: Work, actor: Actor, step: SetUpStep) -> None:
    """Takes what the step shows."""
    if step is SetUpStep.HOURS and _are_proposed(work.office):
        _choose_hours(work, actor, PROPOSED_HOURS)
    if step is SetUpStep.PEOPLE and _left_over(work.office):
        change(work, actor.person or "", lambda document: _take_left_over(document, work, actor))


def _are_proposed(office: Office) -> bool:
    """Whether hours are still to be chosen: nobody works yet, and nobody has said that it is open around the clock."""
    return office.hours == Hours.always() and not office.with_role(Role.MANAGER)


def _shown_hours(office: Office) -> Any:
    """As an office file says them."""
    hours = _hours(office, HOURS[PROPOSED_HOURS]) if _are_proposed(office) else office.hours
    return plain(written(_HOURS, hours))["hours"]


def _left_over(office: Office) -> tuple[Role, ...]:
    return tuple(role for role in NEEDED if not office.with_role(role))


def _take_left_over(document: Document, work: Work, actor: Actor) -> None:
    for role in _left_over(work.office):
        _turn_role(document, work, actor, role)


def _turn_role(document: Document, work: Work, actor: Actor, role: Role) -> None:
    """Whoever has no role but the one of ADMIN_IDS stands in no file yet."""
    who = actor.person or ""
    mine = next((person for person in document["people"] if person["id"] == who), None)
    if mine is None:
        row = people.by_ids(work.store, [who])[who]
        mine = {"id": who, "name": row.name, "roles": [], "telegram_id": row.chat}
        if row.locale != work.office.locale:
            mine["locale"] = row.locale
        document["people"].append(mine)
    roles = mine["roles"]
    mine["roles"] = [one for one in roles if one != role] if role in roles else [*roles, role.value]
    if not mine["roles"]:
        document["people"].remove(mine)
    _belong(document, who, is_manager=Role.MANAGER in mine["roles"])


def _belong(document: Document, who: str, *, is_manager: bool) -> None:
    """A manager of no segment joins the one for everything else; who is none leaves all."""
    segments = document["segments"]
    for segment in segments:
        if not is_manager and who in segment.get("members", []):
            segment["members"] = [one for one in segment["members"] if one != who]
    if is_manager and segments and not any(who in segment.get("members", []) for segment in segments):
        segments[-1]["members"] = [*segments[-1].get("members", []), who]
