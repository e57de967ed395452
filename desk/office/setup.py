"""/setup: from an empty database to an office that works, step by step; each of them is stored as it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.menus import send_keyboard
from desk.office.asking import Said
from desk.office.setup_answers import CHOICES, TYPING, left_over, shown_hours, take_default
from desk.office.trial import tried
from desk.page import Page
from desk.work import Work
from leads.rights import Right
from leads.ways import BY_ID
from screens.buttons.of_setup import SetUpMove
from screens.content import Content
from screens.office.setup import setup_screen
from screens.texts import texts_for
from screens.views.setup import Fate, Part, SetUpStep, SetUpView, TrialScreen, Would
from storage import cards, offices
from storage.kinds import CardKind
from storage.people import PersonRow

STEPS: Final = tuple(SetUpStep)


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
                take_default(work, actor, now)
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
    if step in TYPING and not put_off:
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
        hours=shown_hours(office),
        scheme=office.segments[-1].scheme if office.segments else "",
        way=args["way"],
        people=tuple((p.name, p.roles) for p in office.people if p.roles),
        own_roles=next((p.roles for p in office.people if p.id == person.id), ()),
        left_over=left_over(office),
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
