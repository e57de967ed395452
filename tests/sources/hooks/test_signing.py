"""What we sign, the library of those who get it takes for ours; and nothing else."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from sources.hooks.signing import headers, is_secret, made_of, secrets_in
from tests.stories.hooks.receiver import the_clock_of

NOW = datetime(2026, 11, 29, 7, 16, 10, tzinfo=UTC)
SECOND = int(NOW.timestamp())
SECRETS = st.binary(min_size=24, max_size=64).map(made_of)
BODIES = st.text(min_size=1).map(lambda text: f'{{"text":{text!r}}}')


def by_the_standard(secret: str, id: str, second: int, body: str) -> str:
    """As https://www.standardwebhooks.com says it."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{id}.{second}.{body}".encode(), hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()


@given(SECRETS, BODIES)
def test_a_letter_is_signed_as_the_standard_says(secret: str, body: str) -> None:
    made = headers("msg_1", SECOND, body, [secret])
    assert made["webhook-signature"] == by_the_standard(secret, "msg_1", SECOND, body)
    assert (made["webhook-id"], made["webhook-timestamp"]) == ("msg_1", str(SECOND))


@given(SECRETS, SECRETS, st.text(min_size=1))
def test_who_has_one_of_the_two_secrets_knows_that_it_is_ours(new: str, old: str, text: str) -> None:
    made = dict(headers("msg_1", SECOND, text, [new, old]))
    with the_clock_of(lambda: NOW):
        for secret in (new, old):
            Webhook(secret).verify(text, made, json_parse=False)


@given(SECRETS, SECRETS)
def test_who_has_another_does_not(ours: str, other: str) -> None:
    if ours != other:
        made = dict(headers("msg_1", SECOND, "{}", [ours]))
        with the_clock_of(lambda: NOW), pytest.raises(WebhookVerificationError):
            Webhook(other).verify("{}", made)


@given(st.binary(max_size=100))
def test_a_secret_has_24_to_64_bytes(random: bytes) -> None:
    assert is_secret(made_of(random)) is (24 <= len(random) <= 64)


@pytest.mark.parametrize("written", ["", "whsec_", "secret", "whsec_%%%", made_of(b"x" * 32)[6:]])
def test_whatever_else_is_none(written: str) -> None:
    assert not is_secret(written)


def test_a_variable_holds_one_or_two_or_nothing_that_counts() -> None:
    new, old = made_of(b"n" * 32), made_of(b"o" * 32)
    assert secrets_in(None) == secrets_in("") == ()
    assert secrets_in(new) == (new,)
    assert secrets_in(f" {new}  {old}\n") == (new, old)
    assert secrets_in(f"{new} {old[:10]}") == (), "half of a rotation is none"
