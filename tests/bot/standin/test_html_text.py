"""Telegram's HTML, read as strictly as Telegram reads it. Many cases are TDLib's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.standin.html_text import parse_html, utf16
from bot.standin.wire import JSON, ApiError


def entity(kind: str, offset: int, length: int, **more: object) -> JSON:
    return {"type": kind, "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("просто текст", "просто текст", []),
        ("🏟 <b>🏟 жир</b>", "🏟 🏟 жир", [entity("bold", 3, 6)]),
        ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [entity("italic", 5, 6)]),
        ("<strong>a</strong><em>b</em>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [entity("strikethrough", n, 1) for n in range(3)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ('<span class = "tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<blockquote>a\nb</blockquote>", "a\nb", [entity("blockquote", 0, 3)]),
        ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
        ("<a href=telegram.org> </a>", " ", [entity("text_link", 0, 1, url="http://telegram.org/")]),
        ("<a href='tel:+79990000000'>звонок</a>", "звонок", []),
        ("<a href='http://[x'>никуда</a>", "никуда", []),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍",
         [entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")]),
        ('до <tg-time unix="1790000000" format="t">18:13</tg-time>', "до 18:13",
         [entity("date_time", 3, 5, unix_time=1790000000, date_time_format="t")]),
        ('<pre><code class="language-sql">x</code></pre>', "x", [entity("pre", 0, 1, language="sql")]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("&ge;&lt;&gt;&amp;&quot;&laquo;&#65;&#x42;", '&ge;<>&"&laquo;AB', []),
        ("<b></b>пусто", "пусто", []),
    ],
)  # fmt: skip
def test_supported_tags_become_entities(source: str, text: str, entities: list[JSON]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<i>a", 'Can\'t find end tag corresponding to start tag "i"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("цена < 5 > 3", 'Unsupported start tag "" at byte offset 9'),
        ("строка\n<br>", 'Unsupported start tag "br" at byte offset 13'),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("<b{0}>", 'Unsupported start tag "b{0}" at byte offset 0'),
        ("a<?>", 'Unsupported start tag "?" at byte offset 1'),
        ("a<!doctype html>", 'Unsupported start tag "!doctype" at byte offset 1'),
        ("a<!-- b -->", 'Unsupported start tag "!--" at byte offset 1'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-time unix="1" format="rt">a</tg-time>', "Invalid date format used"),
        ("&#xDFDF;", "Text contains invalid Unicode characters after decoding HTML entities,"),
    ],
)
def test_anything_else_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.code == 400
    assert caught.value.description.startswith(f"Bad Request: can't parse entities: {words}")


@given(
    st.text(st.characters(exclude_characters="<>&\r\0", exclude_categories=["Cs"])),
    st.text("аб🙂 \n", min_size=1),
)
def test_offsets_count_utf16_units_whatever_stands_before(before: str, bold: str) -> None:
    text, entities = parse_html(f"{before}<b>{bold}</b>")
    assert text == before + bold
    assert entities == [entity("bold", utf16(before), utf16(bold))]


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("<>/!?&;#x1b \n=\"'🙂"))
def test_any_text_is_either_parsed_or_refused(source: str) -> None:
    try:
        text, _ = parse_html(source)
    except ApiError as error:
        assert error.code == 400
    else:
        assert "<" in source or "&" in source or text == source
