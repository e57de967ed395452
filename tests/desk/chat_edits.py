"""Random changes of an office, each as a pane of the chat makes it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from desk.changing import Edit
from desk.office import hooks as hook_edits
from desk.office import people_edits, segment_edits
from desk.office.spots import OF_A_SEGMENT, OF_THE_OFFICE, Spot, put_value
from files.office_file.dumping import plain, written
from files.office_file.editing import put
from leads.hooks import EventKind
from leads.office import OFFICE_NAME, Office, Role
from leads.rights import CAN_HEAD
from leads.settings import Setting
from tests.any_office import IDS, NAMES, hooks, values

WORDS = st.lists(NAMES, min_size=1, max_size=3)
TABLES = st.fixed_dictionaries(
    {"id": IDS, "name": NAMES, "roles": st.just(["manager"])}, optional={"weight": st.just(0.5)}
)
PERSONAL: list[dict[str, Any]] = [
    {"name": "Kim"},
    {"weight": 0.125},
    {"weight": None},
    {"capacity": 3},
    {"capacity": None},
    {"locale": "en"},
    {"hours": {"mon-fri": ["09:00-13:00", "14:00-18:00"]}, "rota": None},
    {"hours": None, "rota": None},
]


@st.composite
def settings(draw: st.DrawFn, office: Office) -> Edit:
    """A setting of the office, or of a segment, is another, or is taken out of the file."""
    segments = [s.id for s in office.segments if not s.retired]
    segment = draw(st.sampled_from(["", *segments]))
    known = OF_A_SEGMENT if segment else OF_THE_OFFICE
    key = draw(st.sampled_from([key for key in known if key != OFFICE_NAME.key]))
    spot = Spot(known[key], segment)
    may_go = not spot.setting.required
    value = None if may_go and draw(st.booleans()) else spelled(spot.setting, draw(values(spot.setting)))
    return lambda document: put_value(document, spot, value)


def spelled(setting: Setting, value: Any) -> Any:
    return None if value is None else plain(written(setting, value)).get(setting.key)


@st.composite
def of_people(draw: st.DrawFn, office: Office) -> Edit:
    person = draw(st.sampled_from(office.people))
    segment = draw(st.sampled_from([s for s in office.segments if not s.retired]))
    role = draw(st.sampled_from(Role))
    table = {"id": person.id, "name": person.name}
    edits: list[Edit] = [
        people_edits.set_value(person.id, draw(st.sampled_from(PERSONAL))),
        people_edits.give_role(table, role),
        people_edits.take_role(person.id, role, is_safe=True),
        people_edits.join_team(person.id, segment.id),
        people_edits.leave_team(person.id, segment.id),
        people_edits.dismiss(person.id, is_safe=True),
        people_edits.take_on([draw(TABLES)], {}),
    ]
    return draw(st.sampled_from(edits))


@st.composite
def of_segments(draw: st.DrawFn, office: Office) -> Edit:
    active = [s for s in office.segments if not s.retired]
    id, who = draw(st.sampled_from(active)).id, draw(st.sampled_from(office.people))
    part = draw(st.sampled_from(["region", "keywords", "source", "language"]))
    can_head = not CAN_HEAD.isdisjoint(who.roles)
    edits: list[Edit] = [
        segment_edits.create(draw(IDS), draw(NAMES), {"keywords": draw(WORDS)}),
        segment_edits.rename(id, draw(NAMES)),
        segment_edits.move(id, draw(st.sampled_from([-1, 1]))),
        segment_edits.retire(id),
        segment_edits.tick(id, who.id, on=draw(st.booleans())),
        segment_edits.tick_head(id, who.id, on=can_head and draw(st.booleans())),
        segment_edits.put_words(id, part, draw(WORDS)),
        segment_edits.put_known(id, draw(st.none() | st.booleans())),
        segment_edits.add_source(draw(IDS), draw(NAMES)),
    ]
    return draw(st.sampled_from(edits))


@st.composite
def of_hooks(draw: st.DrawFn, office: Office) -> Edit:
    """An address is made, or of one that there is something is ticked; or it is taken out."""
    new = draw(hooks())
    known = draw(st.sampled_from(office.hooks or (new,)))
    key, on = draw(st.sampled_from(["personal", "private"])), draw(st.booleans())
    remaining = [kind for kind in EventKind if kind in known.heard]
    event = draw(st.sampled_from(EventKind))
    edits: list[Edit] = [
        hook_edits.make(new.url),
        hook_edits.sets(known, key, on=on),
        hook_edits.hears(known, event, on=on or remaining == [event]),
        lambda document: put(document, (hook_edits.HOOKS, known.url), None),
    ]
    return draw(st.sampled_from(edits))


def any_edit(office: Office) -> st.SearchStrategy[Edit]:
    return settings(office) | of_people(office) | of_segments(office) | of_hooks(office)
