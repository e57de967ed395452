"""The rule of a segment in plain words, and each part of it to be ticked, typed or taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from screens.assigning import LABEL
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_segments import AskPart, NewSource, PutPart, TryIt
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import listing
from screens.office.paging import back_button
from screens.texts import Html, Texts, cut
from screens.views.segments import Doubt, Part, PartValue, PartView, RulesView, RuleWords

MOST_VALUES = 60  # of one part, each a button
TICKED = frozenset({Part.SOURCE, Part.LANGUAGE, Part.KNOWN})
"""Parts whose values are a closed list."""


def rules_screen(view: RulesView, texts: Texts) -> Screen:
    title = texts("rules-title" if view.segment else "rules-new", name=view.name)
    head = rule_lines(view.rule, texts) if view.segment else (texts("rules-new-about"),)
    text = page(title, *head, *doubt_lines(view.doubts, texts), GAP, texts("rules-about"))
    parts: Keyboard = tuple(
        (Button(texts.plain(f"button-part-{part}"), AskPart(part=part, segment=view.segment)),)
        for part in Part
    )
    back = back_button(OfficePane.SEGMENT, texts, view.segment)
    if not view.segment:
        return Screen(text, (*parts, (back_button(OfficePane.SEGMENTS, texts),)))
    return Screen(text, (*parts, (Button(texts.plain("button-try"), TryIt()),), (back,)))


def part_screen(view: PartView, texts: Texts) -> Screen:
    held = [one for one in view.values if one.on]
    words = [_said(one, view.part, texts) for one in held]
    lines = [texts("part-row", words=one.words, more=one.more) for one in held if one.more]
    text = page(
        texts(f"part-title-{view.part}", name=view.name),
        texts(f"part-about-{view.part}"),
        GAP,
        texts("part-now", words=listing(words)) if words else texts("part-now-any"),
        *lines,
        GAP,
        texts("part-no-place", word=view.unknown) if view.unknown else None,
        texts("setting-refused") if view.refused else None,
        texts(f"part-ask-{view.part}") if view.asked else None,
        texts("source-ask-name") if view.names_source else None,
    )
    return Screen(text, (*_choices(view, texts), *_back(view, texts)))


def _choices(view: PartView, texts: Texts) -> Keyboard:
    near = tuple((_put(view, one, _nearly(one, view, texts)),) for one in view.near)
    rows = tuple((_put(view, one, _ticked(one, view.part, texts)),) for one in view.values[:MOST_VALUES])
    return (*near, *rows)


def _put(view: PartView, one: PartValue, words: str) -> Button:
    data = PutPart(part=view.part, value=one.key, on=not one.on, segment=view.segment)
    return Button(cut(words, LABEL), data)


def _nearly(one: PartValue, view: PartView, texts: Texts) -> str:
    if one.words == view.unknown:
        return texts.plain("button-as-text", word=one.words)
    return texts.plain("button-place", words=one.more or one.words)


def _ticked(one: PartValue, part: Part, texts: Texts) -> str:
    words = _said(one, part, texts)
    if part in TICKED:
        return texts.plain("tick-on" if one.on else "tick-off", words=words)
    return texts.plain("button-drop-value", words=words)


def _said(one: PartValue, part: Part, texts: Texts) -> str:
    if part is Part.LANGUAGE and one.words in {"ru", "tt", "en"}:
        return texts.plain(f"language-{one.words}")
    return texts.plain(f"client-is-{one.words}") if part is Part.KNOWN else one.words


def _back(view: PartView, texts: Texts) -> Keyboard:
    add = Button(texts.plain("button-new-source"), NewSource(segment=view.segment))
    more = Button(texts.plain("button-add-values"), AskPart(part=view.part, segment=view.segment))
    can_type = view.part not in TICKED and not view.asked
    back = Button(texts.plain("button-go-back"), Go(pane=OfficePane.SEGMENTS))
    if view.segment:
        back = back_button(OfficePane.RULES, texts, view.segment)
    return (
        *(((add,),) if view.part is Part.SOURCE else ()),
        *(((more,),) if can_type else ()),
        (back,),
    )


def rule_lines(rule: RuleWords, texts: Texts, *, is_last: bool = False) -> tuple[Html, ...]:
    """Returns a line a part; all of them must hold, and any word of one is enough."""
    found = [texts(key, **args) for key, args in _parts(rule, texts)]
    always = [texts("rule-always", words=listing(rule.always))] if rule.always else []
    rest = [texts("rule-rest")] if not found else []
    last = [texts("rule-last")] if found and is_last else []
    both = [texts("rule-all")] if len(found) > 1 else []
    return (*both, *found, *rest, *always, *last)


def rule_plainly(rule: RuleWords, texts: Texts) -> str:
    """Says it all in one line, without markup."""
    found = [texts.plain(key, **args) for key, args in _parts(rule, texts)]
    return "; ".join(found) or texts.plain("rule-rest-short")


def _parts(rule: RuleWords, texts: Texts) -> Iterator[tuple[str, dict[str, str]]]:
    """The text of each part that is given, and what it says."""
    if rule.regions:
        yield "rule-region", {"words": _any(rule.regions, texts)}
    if rule.keywords:
        yield "rule-keywords", {"words": _any(rule.keywords, texts)}
    if rule.sources:
        yield "rule-source", {"words": _any(rule.sources, texts)}
    if rule.languages:
        yield "rule-language", {"words": _languages(rule, texts)}
    if rule.known is not None:
        yield "rule-known" if rule.known else "rule-unknown", {}


def rule_summary(rule: RuleWords, texts: Texts) -> str:
    """Returns it in one short line."""
    known = (
        [texts.plain("client-is-known" if rule.known else "client-is-new")] if rule.known is not None else []
    )
    words = [*rule.regions, *rule.keywords, *rule.sources]
    languages = [_languages(rule, texts)] if rule.languages else []
    return cut(listing([*words, *languages, *known]), LABEL) or texts.plain("rule-rest-short")


def doubt_lines(doubts: Iterable[Doubt], texts: Texts) -> tuple[Html, ...]:
    return tuple(
        texts(f"doubt-{one.odd}-near", what=one.what, near=_any(one.near, texts))
        if one.near
        else texts(f"doubt-{one.odd}", what=one.what)
        for one in doubts
    )


def _languages(rule: RuleWords, texts: Texts) -> str:
    known = {"ru", "tt", "en"}
    return _any([texts.plain(f"language-{x}") if x in known else x for x in rule.languages], texts)


def _any(words: Iterable[str], texts: Texts) -> str:
    return f" {texts.plain('or')} ".join(words)
