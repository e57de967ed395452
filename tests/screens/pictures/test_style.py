"""What every chart shares: people are told apart, and what is written on a colour can be read."""

from screens.pictures.lettering import cut, width
from screens.pictures.style import COLOURS, HATCHES, _contrast, look

PEOPLE = len(COLOURS) * len(HATCHES)


def test_thirty_two_people_look_different_and_the_next_begins_again() -> None:
    looks = [look(number) for number in range(PEOPLE)]
    assert len({(one.fill, one.hatch) for one in looks}) == PEOPLE == 32
    assert look(PEOPLE) == look(0)
    assert {one.hatch for one in looks[:8]} == {""} and all(one.hatch for one in looks[8:])


def test_what_is_written_on_a_colour_can_be_read() -> None:
    for number in range(PEOPLE):
        one = look(number)
        assert _contrast(one.ink, one.fill) >= 4.5, one  # WCAG 2.2, level AA


def test_what_does_not_fit_is_cut_as_late_as_possible() -> None:
    name = "Александра-Константинопольская"
    for room in range(40, 400, 7):
        part = cut(name, room, 21)
        assert width(part, 21) <= room
        longer = name[: len(part)] + "…" if part else name[:4] + "…"
        assert part == name or width(longer, 21) > room
    assert cut(name, 1000, 21) == name
    assert cut(name, 5, 21) == ""
