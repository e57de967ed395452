"""A trial lead: handed over by the rules as they stand, looked at with everybody's eyes, and undone."""

from __future__ import annotations

from desk.intake import recognise, send_off
from desk.views import Reader, lead_view
from desk.work import Work
from leads import answers
from leads.client import Client
from leads.lead import State, Step
from leads.presence import opening
from leads.refusals import Refused
from screens.content import Screen
from screens.lead import lead_screen
from screens.texts import Texts
from screens.views.setup import Fate, Part, TrialScreen, Would
from storage import drafts, people
from storage.database import undone
from storage.scenes import Loaded

PHONE = "+79000000000"  # of no range that is given to anybody


def tried(work: Work, who: str, texts: Texts) -> tuple[Would, tuple[TrialScreen, ...]]:
    """Returns what becomes of a lead that `who` takes in now, and what each of those whom it meets sees of it.

    Everything is as it was when this returns: nothing is stored, no number is taken.
    """
    with undone(work.store):
        return _played(work, who, texts)


def _played(work: Work, who: str, texts: Texts) -> tuple[Would, tuple[TrialScreen, ...]]:
    words = texts.plain("setup-trial-words")
    client = Client(name=texts.plain("setup-trial-name"), phone=PHONE, phones=(PHONE,), text=words)
    segment, met = recognise(work, client)
    lead = drafts.add(work.store, client, segment, met, who, work.now)
    screens = [_seen(work, work.load(lead), who, Part.SECRETARY, texts)]
    send_off(work, work.load(lead))
    loaded = work.load(lead)
    would = _would(work, loaded)
    live = loaded.scene.live
    if live and live.asked:
        first = live.asked[0]
        screens.append(_seen(work, loaded, first, Part.OFFERED, texts))
        if (claimed := _claimed(work, loaded, first)) is not None:
            screens.append(_seen(work, claimed, first, Part.HOLDER, texts))
    return would, tuple(screens)


def _claimed(work: Work, loaded: Loaded, who: str) -> Loaded | None:
    """None where they would have to wait for others, or may not."""
    try:
        answers.claim(loaded.scene, who, work.now)
    except Refused:
        return None
    work.save(loaded)
    after = work.load(loaded.scene.lead.id)
    return after if after.scene.lead.holder == who else None


def _would(work: Work, loaded: Loaded) -> Would:
    scene, names = loaded.scene, people.names(work.store)
    live, lead = scene.live, scene.lead
    if live is None or not live.asked:
        opens = opening(work.office, scene.segment, work.now, work.is_holiday)
        if lead.state is State.WAITING and opens and opens > work.now:
            return Would(Fate.WAITS, until=opens)
        return Would(Fate.NOBODY)
    asked = tuple(names[one] for one in live.asked)
    if live.step in {Step.HEAD, Step.DIRECTOR}:
        return Would(Fate.RUNG, asked)
    return Would(Fate.EVERYBODY if len(asked) > 1 else Fate.OFFERED, asked)


def _seen(work: Work, loaded: Loaded, who: str, part: Part, texts: Texts) -> TrialScreen:
    person = people.by_ids(work.store, [who])[who]
    screen: Screen = lead_screen(lead_view(work, loaded, Reader(person, part is Part.SECRETARY)), texts)
    buttons = tuple(tuple(button.text for button in row) for row in screen.keyboard)
    return TrialScreen(part, person.name, screen.text, buttons)
