"""Numbers on a chart, grouped: they may be large, and they are read at a glance."""

from __future__ import annotations

from babel.numbers import format_decimal

from screens.texts import Texts

SMALL = 100  # below it a tenth matters


def count(number: int, texts: Texts) -> str:
    """`10 000`"""
    return format_decimal(number, format="#,##0", locale=texts.locale)


def amount_of_leads(number: float, texts: Texts) -> str:
    """`11,3`, and `1 235` where nobody asks for tenths."""
    form = "0.0" if round(number, 1) < SMALL else "#,##0"
    return format_decimal(number, format=form, locale=texts.locale)


def decimal(number: float, places: int, texts: Texts) -> str:
    """`0,98`"""
    form = "#,##0." + "0" * places if places else "#,##0"
    return format_decimal(number, format=form, locale=texts.locale)
