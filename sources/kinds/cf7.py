"""Contact Form 7, which has no webhook of its own: one of the plugins that send its tags on, as JSON or as a form."""

from __future__ import annotations

from leads.inquiries import Inquiry
from leads.sources import SourceKind
from sources.adapter import Adapter, Example
from sources.bodies import Body
from sources.kinds import form

ADAPTER = Adapter(
    SourceKind.CF7,
    form.read_form,
    examples=(
        Example(
            "tags as JSON",
            Body(
                "",
                "application/json",
                '{"your-name": "Ирина", "your-tel": "8 960 000-00-01", "your-message": "Балкон", '
                '"_wpcf7": "5", "_wpcf7_version": "6.0"}'.encode(),
            ),
            Inquiry(name="Ирина", phones=("8 960 000-00-01",), text="Балкон", source="site"),
        ),
        Example(
            "tags as a form",
            Body("", form.FORM, "your-name=Ирина&your-tel=89600000001&your-subject=Окна".encode()),
            Inquiry(name="Ирина", phones=("89600000001",), text="your-subject: Окна", source="site"),
        ),
    ),
)
