"""What is written about clients, whose names stand nowhere else."""

from __future__ import annotations

from tests.stories.desk import Desk

SYLLABLES = ("ба", "ги", "ду", "ле", "мо", "ну", "ро", "са", "ти", "фе")


def letters(desk: Desk, who: int, kind: int, number: int) -> list[int]:
    """A message from or about this client, of this kind."""
    telegram, name = desk.telegram, client_name(number)
    area = "843" if number % 2 else "495"
    phone = f"8 ({area}) 2{number // 100 % 10}7-{number % 100:02}-{(number * 37) % 100:02}"
    text = f"Клиент {name} {phone}, окна"
    match kind:
        case 1:
            return [telegram.send_contact(who, f"7{''.join(c for c in phone[2:] if c.isdigit())}", name)]
        case 2:
            return [telegram.forward_text(who, text, from_name=name)]
        case 3:
            return [telegram.send_voice(who)]
        case 4:
            return [telegram.send_photo(who, text)]
        case 5:
            return telegram.send_album(who, text, "")
        case 6:
            return [telegram.send_document(who, "план.pdf", b"%PDF", text)]
    return [telegram.send_text(who, text)]


def client_name(number: int) -> str:
    """A word that stands nowhere else."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:03}").title() + "швили"
