"""The office of the stories: one secretary, three managers, the head, the director; ten on a Monday morning."""

from __future__ import annotations

from datetime import UTC, datetime

MONDAY_TEN = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # 10:00 in Moscow

OFFICE = """
[office]
name = "Окна Казань"
timezone = "Europe/Moscow"
hours = { mon-fri = "09:00-18:00", sat = "10:00-15:00" }
ack_timeout = "5m"
offers = 2
step_timeout = "10m"
summary_at = "18:30"

[[people]]
id = "anna"
name = "Анна Секретарёва"
telegram_id = 101
roles = ["secretary"]

[[people]]
id = "petrov"
name = "Пётр Петров"
telegram_id = 201
roles = ["manager"]

[[people]]
id = "sidorova"
name = "Ольга Сидорова"
telegram_id = 202
roles = ["manager"]

[[people]]
id = "ivanov"
name = "Иван Иванов"
telegram_id = 203
roles = ["manager"]

[[people]]
id = "smirnov"
name = "Сергей Смирнов"
telegram_id = 301
roles = ["head"]

[[people]]
id = "orlova"
name = "Мария Орлова"
telegram_id = 401
roles = ["director"]

[[segments]]
id = "tatarstan"
name = "Татарстан"
match = { region = ["Татарстан"] }
scheme = "queue"
members = ["petrov", "sidorova"]

[[segments]]
id = "rest"
name = "Все остальные"
members = ["petrov", "sidorova", "ivanov"]
"""

LOTTERY = OFFICE.replace('name = "Все остальные"', 'name = "Все остальные"\nscheme = "lottery"')
