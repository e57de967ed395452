"""Numbers, money and times as people write them. Everything here is plain text without markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, tzinfo
from decimal import Decimal

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent

from leads.figures.expected import ENOUGH, wilson
from leads.figures.periods import Period, Span, period_of
from screens.texts import LONGEST_ARGUMENT, Html, Texts, units

UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60), ("seconds", 1))
LONGEST_LISTING = LONGEST_ARGUMENT - 12
MOST_NUMBERS = 15
NARROW = "\u202f"  # narrow no-break space


def at(moment: datetime, now: datetime, zone: tzinfo, texts: Texts) -> str:
    """Says when something will happen: `в 14:35`, `завтра в 09:00`, `в пн в 09:00`, `12 дек. в 09:00`."""
    return _moment("at", moment, now, zone, texts)


def until(moment: datetime, now: datetime, zone: tzinfo, texts: Texts) -> str:
    """Says up to when: `до 14:35`, `до завтра, 09:00`, `до пн, 09:00`; midnight is `до 24:00`."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    if local.time() == time() and (local.date() - today).days == 1:
        return texts.plain("until-today", time="24:00")
    return _moment("until", moment, now, zone, texts)


def was(moment: datetime, zone: tzinfo, texts: Texts) -> str:
    """Says when something has happened: `14:35, 12 дек.`; with its date, for a card is read on other days, too."""
    return f"{clock(moment, zone)}, {short_date(moment.astimezone(zone).date(), texts)}"


def _moment(form: str, moment: datetime, now: datetime, zone: tzinfo, texts: Texts) -> str:
    local = moment.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    hour = clock(moment, zone)
    if days == 0:
        return texts.plain(f"{form}-today", time=hour)
    if days == 1:
        return texts.plain(f"{form}-tomorrow", time=hour)
    if 1 < days < 7:
        return texts.plain(f"{form}-weekday", day=local.isoweekday(), time=hour)
    return texts.plain(f"{form}-date", date=short_date(local.date(), texts), time=hour)


def clock(moment: datetime, zone: tzinfo) -> str:
    """`14:35`"""
    return f"{moment.astimezone(zone):%H:%M}"


def date_and_clock(moment: datetime, zone: tzinfo, texts: Texts) -> str:
    """`пн, 23 нояб., 09:00`: where the reader's own day is not known."""
    return format_datetime(moment.astimezone(zone), "EEE, d MMM, HH:mm", locale=texts.locale)


def short_date(day: date, texts: Texts) -> str:
    """`23 нояб.`"""
    return format_date(day, "d MMM", locale=texts.locale)


def long_date(day: date, texts: Texts) -> str:
    """`23 ноября`"""
    return format_date(day, "d MMMM", locale=texts.locale)


def dated(first: date, last: date, texts: Texts) -> str:
    """Days with their year: `23 ноября 2026`, `23–29 ноября 2026`, `30 ноября – 6 декабря 2026`."""
    end = format_date(last, "d MMMM y", locale=texts.locale)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    form = "d MMMM" if first.year == last.year else "d MMMM y"
    return f"{format_date(first, form, locale=texts.locale)} – {end}"


def full_date(day: date, this_year: int, texts: Texts) -> str:
    """`10 декабря (чт)`, and `10 января 2027 (вс)` of another year than this one."""
    return format_date(
        day, "d MMMM (EEE)" if day.year == this_year else "d MMMM y (EEE)", locale=texts.locale
    )


def day_and_date(day: date, texts: Texts) -> str:
    """`пн 23.11`"""
    return format_date(day, "EEE dd.MM", locale=texts.locale)


def span(seconds: int, texts: Texts) -> str:
    """Writes a length of time in its two largest units: `45 с`, `5 мин`, `1 ч 20 мин`, `2 дн. 3 ч`."""
    counts: list[tuple[str, int]] = []
    for unit, size in UNITS:
        count, seconds = divmod(seconds, size)
        if count or counts or unit == "seconds":
            counts.append((unit, count))
    return " ".join(texts.plain(f"span-{unit}", count=n) for unit, n in counts[:2] if n or len(counts) == 1)


def rough(seconds: int, texts: Texts) -> str:
    """Writes a length of time in its largest unit, a minute at least: `5 мин`, `1 ч`, `2 дн.`"""
    unit, size = next(((unit, size) for unit, size in UNITS if seconds >= size), UNITS[-1])
    if unit == "seconds":
        unit, size = UNITS[-2]
    return texts.plain(f"span-{unit}", count=max(1, seconds // size))


def amount(hundredths: int, texts: Texts) -> str:
    """`120 000 ₽`; kopecks only where there are any."""
    form = "#,##0.00" if hundredths % 100 else "#,##0"
    number = format_decimal(Decimal(hundredths) / 100, format=form, locale=texts.locale)
    return texts.plain("amount", sum=number.replace("\xa0", NARROW))


def decimal(number: float, texts: Texts) -> str:
    """`1`, `0,5`: as few digits as say it."""
    return f"{number:g}".replace(".", texts.plain("decimal-point"))


def percent(share: float, texts: Texts) -> str:
    return format_percent(share, format="0%", locale=texts.locale)


def percent_of(count: int, of: int, texts: Texts, *, short: bool = False) -> str:
    """`38%`; of few, with the interval that the true share is in nine times out of ten: `38%, вероятно 18–63%`."""
    share = percent(count / of, texts)
    if of >= ENOUGH:
        return share
    low, high = (f"{100 * edge:.0f}" for edge in wilson(count, of))
    return texts.plain("share-of-few-short" if short else "share-of-few", share=share, low=low, high=high)


def balance(leads: float, texts: Texts) -> str:
    """With its sign: `+1,3` is behind the due share, `−0,4` ahead of it, `0,0` level."""
    sign = "+" if round(leads, 1) > 0 else ""
    return sign + figure(leads, texts)


def figure(leads: float, texts: Texts) -> str:
    """Writes leads to one decimal: `1,3`."""
    shown = round(leads, 1) or 0.0  # never a minus before a nought
    return format_decimal(shown, format="0.0", locale=texts.locale).replace("-", "−")


def hundredths(count: int, texts: Texts) -> str:
    """Writes leads to two decimals, without a sign: `1,33`."""
    return format_decimal(Decimal(abs(count)) / 100, format="0.00", locale=texts.locale)


def signed(count: int, texts: Texts) -> str:
    """Writes the same with its sign: `+1,33`, `−1,00`, `0,00`."""
    sign = "+" if count > 0 else "−" if count < 0 else ""
    return sign + hundredths(count, texts)


def period_words(first: date, last: date, texts: Texts) -> str:
    """`23 ноября`, `23 – 29 ноября`, `30 ноября – 6 декабря`, `ноябрь 2026`"""
    if first == last:
        return long_date(last, texts)
    if period_of(Span.MONTH, first) == Period(first, last):
        return format_date(first, "LLLL y", locale=texts.locale)
    begins = (
        str(first.day) if (first.year, first.month) == (last.year, last.month) else long_date(first, texts)
    )
    return f"{begins} – {long_date(last, texts)}"


def listing(names: Iterable[str]) -> str:
    return ", ".join(names)


def some_of(names: Iterable[str], texts: Texts) -> str:
    """Lists as many of the names as fit into a text, whole, and says how many more there are."""
    every = list(names)
    for count in range(len(every), 0, -1):
        left = len(every) - count
        said = listing(every[:count])
        said = texts.plain("some-of", names=said, count=left) if left else said
        if units(said) <= LONGEST_LISTING:
            return said
    return listing(every)


def numbers(those: Sequence[int]) -> str:
    """Writes leads by their numbers: `№7, №12`; the first of them, as many as one reads."""
    told = [f"№{number}" for number in those[:MOST_NUMBERS]]
    return listing([*told, "…"] if len(those) > MOST_NUMBERS else told)


def tenth_parts(count: int, texts: Texts) -> str:
    """Writes leads counted in tenths, without a place that says nothing: `1`, `1,5`."""
    return format_decimal(Decimal(count) / 10, format="0.#", locale=texts.locale)


def leads_in_tenths(tenths: int, texts: Texts) -> Html:
    """Writes so many tenths of a lead with their noun: `1 лид`, `1,5 лида`."""
    count = tenths // 10 if tenths % 10 == 0 else ""
    return texts("counted-leads", count=count, shown=tenth_parts(tenths, texts))


def whole(count: float, texts: Texts) -> str:
    """Writes a count that is only expected, without places that nobody knows: `12`, but `0,4` where it is small."""
    form = "0.0" if abs(count) < 10 else "#,##0"
    return format_decimal(round(count, 1) or 0.0, format=form, locale=texts.locale).replace("\xa0", NARROW)
