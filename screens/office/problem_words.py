"""What is wrong with an office file, in the reader's language: the terminal's sentences, told by their form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from screens.texts import Texts

FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    key: re.compile(form, re.DOTALL)
    for key, form in {
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
    }.items()
}
"""Of several that fit the first counts."""

NEAR: Final = re.compile(r'did you mean ["\'](?P<near>.+?)["\']\?')


def problem_words(message: str, texts: Texts) -> str:
    """Says it in one sentence; one of no known form: that such a value does not fit there."""
    key, args = _found(message)
    words = texts.plain(f"problem-{key}", **args)
    near = NEAR.search(message)
    return texts.plain("problem-near", words=words, near=near["near"]) if near else words


def _found(message: str) -> tuple[str, dict[str, str]]:
    for key, form in FORMS.items():
        if match := form.fullmatch(message):
            said = next((one for one in match.groupdict().values() if one), "")
            return key, {"what": said.replace(" or ", ", ")} if form.groups else {}
    return "other", {}
