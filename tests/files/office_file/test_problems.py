"""What is wrong with an office file is said with its file, line and field."""

import pytest

from tests.files.office_file.whole import edited, problems


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('name = "Окна Казань"', 'name = " "', "3: office.name: must not be blank"),
        ('name = "Окна Казань"', "", "2: office.name: is missing"),
        (
            '"Europe/Moscow"',
            '"Europe/Moskow"',
            "4: office.timezone: unknown time zone 'Europe/Moskow'; did you mean \"Europe/Moscow\"?",
        ),
        ('"Europe/Moscow"', '"../etc/passwd"', "4: office.timezone: unknown time zone '../etc/passwd'"),
        ('locale = "ru"', 'locale = "de"', "5: office.locale: must be 'ru' or 'en'"),
        (
            "sat =",
            "sut =",
            "6: office.hours.sut: 'sut' is not a day of the week; use mon, tue, wed, thu, fri, sat, sun",
        ),
        (
            '"10:00-15:00"',
            '"10-15"',
            "6: office.hours.sat: '10' is not a time of day; write it like \"09:00\"",
        ),
        (
            'holidays = "RU"',
            'holidays = "XX"',
            "6: office.hours.holidays: no holiday calendar for 'XX'; write a country like \"RU\"",
        ),
        (
            "presence",
            'holidays = "RU"\npresence',
            "7: office.holidays: is given twice; hours names it too",
        ),
        ('ack_timeout = "4m"', "ack_timeout = 4", '8: office.ack_timeout: must be text in quotes, like "5m"'),
        ('ack_timeout = "4m"', 'ack_timeout = "0s"', "8: office.ack_timeout: '0s' is too short; at least 1s"),
        ("offers = 2", "offers = -1", "9: office.offers: must be at least 0"),
        ("offers = 2", "offers = true", "9: office.offers: must be a whole number"),
        ("offers = 2", "ofers = 2", '9: office.ofers: unknown key; did you mean "offers"?'),
        (
            '["head", "director"]',
            '["director", "head"]',
            "10: office.ladder: must keep the order everyone, head, director, none twice",
        ),
        ('["head", "director"]', "[]", "10: office.ladder: must not be empty"),
        (
            '["head", "director"]',
            '["boss"]',
            "10: office.ladder[0]: must be 'everyone', 'head' or 'director'",
        ),
        ("costs_turn = false", "costs_turn = 0", "13: office.decline_costs_turn: must be true or false"),
        (
            '"19:00"',
            '"25:00"',
            "18: office.summary_at: '25:00' is not a time of day; write it like \"09:00\"",
        ),
        (
            '["1d", "1w"]',
            '["1w", "1d"]',
            "19: office.outcome_reminders: must go from the shortest to the longest, none twice",
        ),
        (
            'name = "Ольга Сидорова"',
            'name = "Ольга Сидорова"\ntelegram_id = 1001',
            '33: people[1].telegram_id: "1001" is taken already',
        ),
        (
            '["conflict"]',
            '["wrong_segmnt"]',
            "14: office.free_decline_reasons[0]: must be 'busy', 'away', 'wrong_segment', 'conflict' or 'other'",
        ),
        (
            '["conflict"]',
            '["conflict", "price"]',  # a client's reason, no manager's
            "14: office.free_decline_reasons[1]: must be 'busy', 'away', 'wrong_segment', 'conflict' or 'other'",
        ),
        (
            '["conflict"]',
            '["Busy"]',
            "14: office.free_decline_reasons[0]: must be 'busy', 'away', 'wrong_segment', 'conflict' or 'other'",
        ),
        ('["conflict"]', '["busy", "busy"]', '14: office.free_decline_reasons: names "busy" twice'),
        ('["manager", "head"]', "[]", "25: people[0].roles: must not be empty"),
        ('["manager", "head"]', '["head", "head"]', '25: people[0].roles: names "head" twice'),
        ('["manager", "head"]', '"manager"', "25: people[0].roles: must be a list"),
        ("weight = 1.5", "weight = 0", "26: people[0].weight: must be above zero"),
        ("weight = 1.5", "weight = 0.3333", "26: people[0].weight: must have at most three decimals"),
        ("weight = 1.5", "weight = inf", "26: people[0].weight: must be a finite number"),
        ("capacity = 5", "capacity = 0", "27: people[0].capacity: must be at least 1"),
        (
            'scheme = "queue"',
            'scheme = "quue"',
            '39: segments[0].scheme: unknown scheme "quue"; did you mean "queue"?',
        ),
        (
            'scheme = "queue"',
            'scheme = "manual"\nreserve = "manual"',
            '40: segments[0].reserve: unknown reserve "manual"',
        ),
        (
            'members = ["petrov", "sidorova"]',
            'members = ["petrow", "sidorova"]',
            '40: segments[0].members: nobody has the id "petrow"; did you mean "petrov"?',
        ),
        ('region = ["Татарстан"]', "region = []", "38: segments[0].match.region: must not be empty"),
        ("region =", "regio =", '38: segments[0].match.regio: unknown key; did you mean "region"?'),
        ("floor = 0.25", "floor = 1.5", "43: segments[0].floor: must be at most 1.0"),
        (
            '"mon 09:00-18:00"',
            '"mon 09:00"',
            "55: shifts[0].weekly: '09:00' is not a span of hours; write it like \"09:00-18:00\"",
        ),
        (
            'weekly = "mon',
            'kind = "add"\nweekly = "mon',
            "55: shifts[0].kind: belongs to a dated shift; this one is weekly",
        ),
        (
            'weekly = "mon 09:00-18:00"',
            "",
            "52: shifts[0].weekly: is missing; a shift is weekly, or dated with from and to",
        ),
        (
            "from = 2026-11-23T09:00",
            "from = 2026-11-23T19:00",
            "61: shifts[1].to: must be later than from",
        ),
        (
            "from = 2026-11-23T09:00",
            "from = 2026-11-23T18:00",
            "61: shifts[1].to: must be later than from",
        ),
        (
            "to = 2026-11-23T18:00:00",
            "",
            "57: shifts[1].to: is missing; a dated shift needs from and to",
        ),
        (
            "from = 2026-11-23T09:00",
            "from = 2026-11-23T09:00Z",
            "60: shifts[1].from: must be the time on the office's clock, without an offset",
        ),
        (
            "from = 2026-11-23T09:00",
            'from = "2026-11-23T09:00"',
            "60: shifts[1].from: must be a date and time without quotes, like 2026-11-23T09:00",
        ),
        (
            "from = 2026-11-23T09:00",
            "from = 0001-01-01T00:00",
            "60: shifts[1].from: must be between the years 2000 and 2100",
        ),
        ('kind = "replace"', 'kind = "add"', '63: shifts[1].instead_of: goes with kind = "replace" only'),
        ('instead_of = "petrov"', 'instead_of = "bob"', '63: shifts[1].instead_of: nobody has the id "bob"'),
        (
            'instead_of = "petrov"',
            'instead_of = "sidorova"',
            "63: shifts[1].instead_of: names the same person as who",
        ),
        (
            'members = ["sidorova", "petrov"]',
            'members = ["petrov"]',
            '59: shifts[1].who: "sidorova" is not a member of this segment',
        ),
        ("[[shifts]]", "[[shift]]", '52: shift: unknown key; did you mean "shifts"?'),
        ("[office]", "[office", "2: is not TOML: Unexpected character: '\\n' at line 2 col 7"),
    ],
)
def test_one_mistake_is_one_problem_with_its_line_and_field(old: str, new: str, problem: str) -> None:
    assert problems(edited(old, new)) == [f"office.toml:{problem}"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'members = ["petrov"',
            'members = ["ПЕТР  петров"',
            '40: segments[0].members: nobody has the id "ПЕТР  петров"',
        ),
        (
            'instead_of = "petrov"',
            'instead_of = "Петр Петров"',
            '63: shifts[1].instead_of: nobody has the id "Петр Петров"',
        ),
        (
            'instead_of = "petrov"',
            'instead_of = "Petrov"',
            '63: shifts[1].instead_of: nobody has the id "Petrov"',
        ),
    ],
)
def test_who_is_named_where_an_id_belongs_is_told_by_name(old: str, new: str, problem: str) -> None:
    assert f'office.toml:{problem}; did you mean "petrov"?' in problems(edited(old, new))


@pytest.mark.parametrize("scheme", ["manual", "secretary", "lottery"])
def test_what_stands_behind_a_silent_hand_needs_neither_a_hand_nor_a_draw(scheme: str) -> None:
    text = edited('scheme = "queue"', f'scheme = "manual"\nreserve = "{scheme}"')
    assert problems(text) == [f'office.toml:40: segments[0].reserve: unknown reserve "{scheme}"']
