"""What the terminal says of an office file or a ledger, in the reader's language: told by the form of its sentence.

A command speaks English to whoever runs the server; in the chat the same sentence stands for somebody who may not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from screens.texts import Texts

Forms = Mapping[str, re.Pattern[str]]
"""By the end of a key of texts; of several that fit the first counts. A group whose name begins with `what` is told."""


def _compiled(forms: Mapping[str, str]) -> Forms:
    return {key: re.compile(form, re.DOTALL) for key, form in forms.items()}


PROBLEMS: Final = _compiled(
    {
        "unknown-key": r"unknown key\b.*",
        "unknown-name": r"""unknown [a-z ]+ ['"](?P<what>.+?)['"].*""",
        "missing": r"is missing.*",
        "no-such": r'(?:nobody|no segment) has the id "(?P<what>.*?)".*',
        "taken": r'"(?P<what>.*)" is taken already',
        "twice": r'names ".*" twice|is given twice.*',
        "rest-is-last": r"only the last segment may match everything.*",
        "not-toml": r"is not TOML.*|is not UTF-8 text",
        "write-like": r""".*; write (?:it|a country) like (?P<what>.+)|must be text in quotes, like (?P<what2>.+)""",
        "text": r"must be text in quotes|must be 1 to 32 of the characters.*|must have at most .* characters",
        "number": r"must be a (?:whole |finite )?number|must have at most three decimals",
        "at-least": r"must be at least (?P<what>.+)|.*too short; at least (?P<what2>.+)",
        "at-most": r"must (?:be|have) at most (?P<what>.+)|.*too long; at most (?P<what2>.+)",
        "above-zero": r"must be above zero",
        "yes-or-no": r"must be true or false",
        "list": r"must be a list",
        "table": r"must be a table",
        "one-of": r"must be (?P<what>'.+)",
        "not-member": r'"(?P<what>.*)" is not a member of this segment',
        "cannot-head": r'"(?P<what>.*)" must be a manager, a head or a director',
        "empty": r"must not be (?:empty|blank)|names no opening hours",
    }
)

FINDINGS: Final = _compiled(
    {
        "entry-missing": r"ledger entry (?P<what>\d+): is missing",
        "entry-altered": r"ledger entry (?P<what>\d+): does not match its seal",
        "entry": r"ledger entry (?P<what>\d+): .+",
        "lead-gone": r"lead (?P<what>\d+): it is in the ledger, but not stored",
        "lead-unknown": r"lead (?P<what>\d+): the ledger knows nothing of it",
        "lead-asleep": r"lead (?P<what>\d+): it (?:sleeps until|is \w+, and nothing will ever wake it).*",
        "lead-client": r"lead (?P<what>\d+): its client is .+",
        "lead": r"lead (?P<what>\d+)(?:, offer \d+)?: .+",
        "lead-row": r"(?:lead|offer) in row \d+.*: .+",
        "joined": r"leads \[(?P<what>[\d, ]+)\] and .+",
        "draw": r"draw of (?P<what>\S+) in segment \S+: .+",
        "segment": r"segment (?P<what>[^\s:,]+)(?:, member \S+)?: .+",
        "roster": r"(?:roster|swap) \d+: .+|shifts: .+",
        "table": r"(?P<what>[a-z_]+): an? \w+ cannot be read as it was written",
        "invitation": r"invitations: .+",
        "clients": r"clients: .+",
        "evenings": r"summaries: .+",
        "database": r"the database: .+",
        "head": r"the head .+",
        "office": r"the office: .+",
        "person": r"(?P<what>[^\s:]+): .+",
    }
)
"""Where a ledger does not hold, by what `verify` says of it."""

NEAR: Final = re.compile(r'did you mean ["\'](?P<near>.+?)["\']\?')


def problem_words(message: str, texts: Texts) -> str:
    """Says it in one sentence; one of no known form: that such a value does not fit there."""
    key, args = _found(message, PROBLEMS)
    words = texts.plain(f"problem-{key}", **args)
    near = NEAR.search(message)
    return texts.plain("problem-near", words=words, near=near["near"]) if near else words


def finding_words(finding: str, texts: Texts) -> str:
    """Says in one sentence where the ledger does not hold; what differs there only the finding itself tells."""
    key, args = _found(finding, FINDINGS)
    return texts.plain(f"finding-{key}", **args)


def _found(message: str, forms: Forms) -> tuple[str, dict[str, str]]:
    for key, form in forms.items():
        if match := form.fullmatch(message):
            said = next((one for one in match.groupdict().values() if one), "")
            return key, {"what": said.replace(" or ", ", ")} if form.groups else {}
    return "other", {}
