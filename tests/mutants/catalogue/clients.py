"""Who a client is, and who may know it."""

from __future__ import annotations

from tests.mutants.catalogue.mutant import Mutant

CLIENTS = (
    Mutant(
        "unmasked-phone-in-the-offer",
        "Whoever is fastest at dialling would have the client, whoever has the lead.",
        "desk/masking.py",
        "SEES_CONTACT = frozenset({Seat.SECRETARY, Seat.HOLDER})",
        "SEES_CONTACT = frozenset({Seat.SECRETARY, Seat.HOLDER, Seat.OFFERED})",
        ("tests/stories/test_hostile.py",),
    ),
    Mutant(
        "masked-once-a-reader",
        "A long text would hold up the whole office once for each manager who is asked.",
        "contacts/masking.py",
        "@lru_cache(_KEPT)\ndef masked(",
        "@lru_cache(0)\ndef masked(",
        ("tests/contacts/test_masking_work.py", "tests/stories/test_masked_offers.py"),
    ),
    Mutant(
        "masking-looks-at-all-that-follows",
        "One forwarded text of four thousand dots would make every chat wait for seconds.",
        "contacts/sites.py",
        "chunk[place + 1 : place + 3]",
        "chunk[place + 1 :][:2]",
        ("tests/contacts/test_masking_work.py",),
    ),
    Mutant(
        "only-capitals-are-names",
        "Whoever writes «перезвонить сергею» would give the client away to everybody who is asked.",
        "contacts/name_classes.py",
        "    if not known.has_ordinary:\n        return Sense.NAME\n",
        "    if not known.has_ordinary:\n        return Sense.NAME if is_capital else Sense.PLAIN\n",
        ("tests/contacts/test_masking_kinds.py",),
    ),
    Mutant(
        "masking-reads-the-text-as-it-was-typed",
        "Digits of another alphabet, or a space that cannot be seen, would carry the phone into the offer.",
        "contacts/masking.py",
        "    read = tokens(spelt.text)\n",
        "    read = tokens(text) if len(text) == len(spelt.text) else tokens(spelt.text)\n",
        ("tests/contacts/test_masking_kinds.py", "tests/contacts/test_masking.py"),
    ),
    Mutant(
        "digits-behind-a-number-fall-into-it",
        "A number that lacks a digit would become another client's, by the windows that are counted behind it.",
        "contacts/candidates.py",
        "    if last is None or not _may_end(line, first, last) or not _is_even(line, first, last):\n",
        "    if last is None or not _may_end(line, first, last):\n",
        ("tests/stories/test_phones.py",),
    ),
    Mutant(
        "an-extension-is-nobody-s",
        "All who are reached through one company's number would be one client, and go to one manager.",
        "contacts/phones.py",
        "    phone = one.phone + MARK + behind[0] if behind else one.phone\n",
        "    phone = one.phone\n",
        ("tests/stories/test_phones.py",),
    ),
    Mutant(
        "two-that-nobody-has-stay-two",
        "Two managers would be asked about one client at the same time, and the faster would call who is another's.",
        "desk/folding.py",
        "    added = [one for one in others if not one.taken and not one.apart]\n",
        "    added = [one for one in others if one.taken and not one.apart]\n",
        ("tests/stories/test_one_client.py", "tests/stories/test_number_of_another.py"),
    ),
    Mutant(
        "given-back-beside-another",
        "A lead that somebody gives back would be offered beside the one of the same client that nobody has.",
        "desk/folding.py",
        "    if lead.state in NOBODYS and was not in {*NOBODYS, State.DRAFT}:\n",
        "    if lead.state in NOBODYS and was is State.DRAFT:\n",
        ("tests/stories/test_one_client.py", "tests/stories/test_number_of_another.py"),
    ),
    Mutant(
        "what-was-joined-stays-with-the-other",
        "The head's slip could not be mended: the client would keep a stranger's number, and the stranger have none.",
        "storage/joins.py",
        "    _move(store, contacts, one.client, came)\n",
        "",
        ("tests/storage/test_joins.py",),
    ),
    Mutant(
        "who-is-the-same-is-not-erased",
        "Of a client who wished to be forgotten the name and the number of the other half would stay.",
        "storage/clients.py",
        "    every = with_joined(store, ids)\n",
        "    every = set(ids)\n",
        ("tests/storage/test_joins.py",),
    ),
)
