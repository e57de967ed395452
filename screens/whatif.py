"""What if: the last weeks under other schemes, as words under a picture, and what they cannot show."""

from __future__ import annotations

from leads.schemes import SCHEMES
from leads.schemes.base import Read
from screens.content import GAP, page, seen
from screens.format import listing, percent, period_words, short_date, whole
from screens.texts import Html, Texts
from screens.views.report import Change, WhatIfRow, WhatIfView

LONGEST = 1024  # https://core.telegram.org/bots/api#sendphoto: a caption, after the entities are parsed
MARK = {-1: " ▼", 0: "", 1: " ▲"}


def whatif_caption(view: WhatIfView, texts: Texts) -> Html:
    """Says what stands under the picture.

    Where there is none, because nothing came or nothing is closed, it is a message of its own.
    """
    title = texts("whatif-title", period=_period(view, texts))
    if not view.leads:
        return page(title, texts("whatif-nothing"))
    limits = texts("whatif-limits")
    above = page(
        title,
        texts("whatif-leads", count=view.leads, won=view.won),
        texts("whatif-cut") if view.is_cut else None,
        GAP,
        *(_row(row, texts) for row in view.rows if _differs(row, view, texts)),
        _alike(view, texts),
        _marks(view, texts),
        _counted(view, texts),
        _left_out(view, texts),
        GAP,
        *(_change(change, texts) for change in view.changes),
        most=LONGEST - seen(limits) - 2,
    )
    return Html(f"{above}\n\n{limits}")


def _period(view: WhatIfView, texts: Texts) -> str:
    return period_words(view.first, view.last, texts)


def _differs(row: WhatIfRow, view: WhatIfView, texts: Texts) -> bool:
    """The present rules, and whatever would have sold more or fewer, or shared otherwise as it is shown."""
    now = next((other for other in view.rows if other.is_current), None)
    return now is None or row is now or bool(row.against) or _even(row, texts) != _even(now, texts)


def _alike(view: WhatIfView, texts: Texts) -> Html | None:
    names = [texts.plain(f"scheme-{row.scheme}") for row in view.rows if not _differs(row, view, texts)]
    return texts("whatif-alike", schemes=listing(names)) if names else None


def _even(row: WhatIfRow, texts: Texts) -> str:
    return "–" if row.jain is None else percent(row.jain, texts)


def _row(row: WhatIfRow, texts: Texts) -> Html:
    name = texts.plain(f"scheme-{row.scheme}")
    scheme = texts("whatif-current", scheme=name) if row.is_current else name
    even = _even(row, texts)
    if row.sales is None:
        return texts("whatif-row-even", scheme=scheme, even=even)
    sales, low, high = (whole(number, texts) for number in row.sales)
    mark = MARK[row.against]
    return texts("whatif-row", scheme=scheme, sales=sales, low=low, high=high, even=even, mark=mark)


def _marks(view: WhatIfView, texts: Texts) -> Html | None:
    if any(row.against for row in view.rows):
        return texts("whatif-marks")
    return texts("whatif-no-marks") if any(row.sales for row in view.rows) else texts("whatif-unsold")


def _counted(view: WhatIfView, texts: Texts) -> Html | None:
    if view.counted_until is None or not any(row.sales for row in view.rows):
        return None
    day = short_date(view.counted_until, texts)
    return texts("whatif-counted", day=day, days=view.losing_takes)


def _left_out(view: WhatIfView, texts: Texts) -> Html | None:
    if not view.left_out:
        return None
    names = listing(texts.plain(f"scheme-{scheme}") for scheme in view.left_out)
    needs_roster = any(Read.ROSTER in SCHEMES[scheme].reads for scheme in view.left_out)
    return texts("whatif-left-out-duty" if needs_roster else "whatif-left-out", schemes=names)


def _change(change: Change, texts: Texts) -> Html:
    scheme = texts.plain(f"scheme-{change.scheme}")
    return texts("whatif-change", name=change.name, fact=change.fact, scheme=scheme, then=change.then)
