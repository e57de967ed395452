"""Keywords and languages through the whole bot: what people write is compared as people compare it."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import office


@pytest.mark.parametrize(
    ("match", "text", "is_meant"),
    [
        ({"keywords": ["тёпл"]}, "ТЕПЛЫЙ пол, 8 916 222-60-01", True),
        ({"keywords": ["теплый пол"]}, "Нужен тёплый  пол, 8 916 222-60-02", True),
        ({"keywords": ["нержавейк"]}, normalize("NFD", "лестница из Нержавейки, 8 916 222-60-03"), True),
        ({"keywords": [normalize("NFD", "жалюзи синий")]}, "Жалюзи синий цвет, 8 916 222-60-04", True),
        ({"keywords": ["тёпл"]}, "утеплить лоджию, 8 916 222-60-05", False),
        ({"language": ["tt"]}, "Тәрәзә кирәк, 8 916 222-60-06", True),
        ({"language": ["tt"]}, "Звонил Рәмис, нужны двери, 8 916 222-60-07", False),
        ({"language": ["tt"]}, "Қайрат, әйнек керек, 8 701 222-60-08", False),
        ({"language": ["tt"]}, "Тәҙрә кәрәк, хаҡы күпме, 8 916 222-60-09", False),
        ({"language": ["ru"]}, "Гөлнара 8 916 222-60-10, нужны двери", True),
    ],
)
async def test_a_segment_takes_what_its_words_mean(
    tmp_path: Path, match: dict[str, list[str]], text: str, is_meant: bool
) -> None:
    async with office(tmp_path, varied(OFFICE, segments={"tatarstan": {"match": match}})) as desk:
        await desk.anna.sends(text)
        assert desk.anna.has("Сегмент: Татарстан") is is_meant, desk.anna.chat()
