"""A period's sales: a bar for each manager beside their due share, and when the leads came."""

from __future__ import annotations

from screens.format import rough, span
from screens.pictures.bars import AFTER_CHIP, BAD, CHIP, FIGURE, LOST, OPEN, WON, Bar, laid_out
from screens.pictures.columns import Columns
from screens.pictures.legend import Key, Sign, mark
from screens.pictures.lettering import amount_of_leads, count, cut, period, readable, width
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import FRAME, SOFT, WIDTH
from screens.texts import Texts
from screens.views.pictures import SalesBar, SalesPicture

MARGIN = 28.0  # at the edges of the sheet
ROOM = WIDTH - 2 * MARGIN
TITLE, UNDER, TOTAL, CAPTION, NAME, BESIDE = 38.0, 27.0, 46.0, 26.0, 28.0, 25.0  # sizes of letters
SMALLER = (46.0, 38.0, 30.0)  # for an amount that is long
HEAD = 236.0  # the height of title and totals
NARROWEST, BETWEEN = 168.0, 44.0  # a total, and between two of them
MOST = 20  # managers that are drawn
ROW, BAR = 92.0, 35.0  # heights of a manager and of their bar
NAME_AT, BAR_AT = 24.0, 46.0  # in a row, from above
OVERHANG = 5.0  # of the mark, over and under its bar
MORE, BELOW = 44.0, 16.0  # heights of the line below the bars, of the edge


def sales_png(picture: SalesPicture, texts: Texts) -> bytes:
    """The same figures in the same words are the same bytes. It takes a moment: see `screens.pictures.drawing`."""
    return sales_sheet(picture, texts).png()


def sales_sheet(picture: SalesPicture, texts: Texts) -> Sheet:
    rows, columns = picture.rows[:MOST], Columns(picture.columns, texts)
    more = len(picture.rows) - len(rows)
    key = Key(_signs(picture, texts), MARGIN, WIDTH - MARGIN)
    bars = HEAD + key.height + 8
    end = bars + len(rows) * ROW + (MORE if more else 0)
    sheet = Sheet(end + columns.height + BELOW)
    _title(sheet, picture, texts)
    _totals(sheet, picture, texts)
    key.draw(sheet, HEAD)
    for number, (row, bar) in enumerate(zip(rows, laid_out(rows, ROOM, texts), strict=True)):
        _row(sheet, bars + number * ROW, row, bar, texts)
    if more:
        words = texts.plain("sales-picture-more", count=more)
        sheet.write(MARGIN, end - MORE / 2, words, NAME, ink=SOFT)
    columns.draw(sheet, end)
    return sheet


def _title(sheet: Sheet, picture: SalesPicture, texts: Texts) -> None:
    title = texts.plain("sales-picture-title", period=period(picture.first, picture.last, texts))
    sheet.write(MARGIN, 44, cut(title, ROOM, TITLE, bold=True), TITLE, bold=True)
    under = " · ".join(filter(None, [readable(picture.name), readable(picture.note)]))
    sheet.write(MARGIN, 92, cut(under, ROOM, UNDER), UNDER, ink=SOFT)


def _totals(sheet: Sheet, picture: SalesPicture, texts: Texts) -> None:
    x = MARGIN
    for total, caption in (
        (count(picture.came_in, texts), texts.plain("sales-picture-in")),
        (count(picture.taken, texts), texts.plain("sales-picture-taken")),
        (count(picture.sold, texts), texts.plain("sales-picture-sold")),
        (readable(picture.amount), texts.plain("sales-picture-amount")),
    ):
        if total:
            room = WIDTH - MARGIN - x
            size = next((size for size in SMALLER if width(total, size, bold=True) <= room), SMALLER[-1])
            sheet.write(x, 158, cut(total, room, size, bold=True), size, bold=True)
            sheet.write(x, 204, caption, CAPTION, ink=SOFT)
            x += max(width(total, size, bold=True), width(caption, CAPTION), NARROWEST) + BETWEEN


def _signs(picture: SalesPicture, texts: Texts) -> list[Sign]:
    if not picture.rows:
        return []
    signs = [
        Sign(WON, texts.plain("sales-picture-won")),
        Sign(LOST, texts.plain("sales-picture-lost")),
        Sign(BAD, texts.plain("sales-picture-bad")),
        Sign(OPEN, texts.plain("sales-picture-open")),
    ]
    if any(row.due is not None for row in picture.rows[:MOST]):
        signs.append(Sign(None, texts.plain("sales-picture-due")))
    return signs


def _row(sheet: Sheet, top: float, row: SalesBar, bar: Bar, texts: Texts) -> None:
    beside = _beside(row, texts)
    sheet.write(WIDTH - MARGIN, top + NAME_AT, beside, BESIDE, ink=SOFT, align="right")
    name = cut(readable(row.name), ROOM - width(beside, BESIDE) - 24, NAME, bold=True)
    sheet.write(MARGIN, top + NAME_AT, name, NAME, bold=True)
    _parts(sheet, top + BAR_AT, bar)
    sheet.rule(MARGIN, top + BAR_AT, MARGIN, top + BAR_AT + BAR, FRAME)
    if bar.mark is not None:
        mark(sheet, MARGIN + bar.mark, top + BAR_AT - OVERHANG, BAR + 2 * OVERHANG)


def _parts(sheet: Sheet, top: float, bar: Bar) -> None:
    chips = MARGIN + bar.chips
    for part in bar.parts:
        gap = min(2.0, (part.right - part.left) / 2)
        box = Box(MARGIN + part.left, top, part.right - part.left - gap, BAR)
        sheet.block(box, part.look, above=0, below=0)
        if part.at is None:
            sheet.block(Box(chips, top + (BAR - CHIP) / 2, CHIP, CHIP), part.look, above=3, below=3)
            sheet.write(chips + CHIP + AFTER_CHIP, top + BAR / 2, part.figure, FIGURE)
            chips += part.chip
        else:
            its = part.look
            text = sheet.write(
                MARGIN + part.at, top + BAR / 2, part.figure, FIGURE, ink=its.ink, align="center"
            )
            if its.hatch:
                text.set_bbox({"facecolor": its.fill, "edgecolor": "none", "pad": 1.0})


def _beside(row: SalesBar, texts: Texts) -> str:
    """`взято 37 за 23 с · звонок через 5 мин · положено 30,3`"""
    taken = texts.plain("sales-picture-row", taken=count(row.taken, texts))
    if row.taken and row.claim is not None:
        taken = texts.plain("sales-picture-claim", taken=taken, span=span(row.claim, texts))
    said = [taken]
    if row.contact is not None:
        said.append(texts.plain("sales-picture-contact", span=rough(row.contact, texts)))
    if row.due is not None:
        said.append(texts.plain("sales-picture-row-due", due=amount_of_leads(row.due, texts)))
    return " · ".join(said)
