"""Who people are, what they may, and how the office is set up."""

from __future__ import annotations

from tests.mutants.catalogue.mutant import Mutant

PEOPLE = (
    Mutant(
        "role-not-checked",
        "A manager could give himself a lead with a button that he was never shown.",
        "desk/door.py",
        "not _may_now(work, actor, right, lead, of_segments=of_segments)",
        "not actor.roles",
        ("tests/stories/test_rights.py",),
    ),
    Mutant(
        "head-of-one-segment-heads-them-all",
        "Whoever heads one segment could give away the leads of every other.",
        "desk/door.py",
        "cases.segment_of(work.store, lead or 0) in headed",
        "lead is not None",
        ("tests/stories/office/test_heads_of_segments.py",),
    ),
    Mutant(
        "invitation-usable-twice",
        "A link that was passed on would bring strangers into the office.",
        "storage/people.py",
        "        invitations.c.used_at.is_(None),\n        invitations.c.expires_at > now,\n",
        "        invitations.c.expires_at > now,\n",
        ("tests/stories/test_people.py",),
    ),
    Mutant(
        "office-file-leaves-cards-as-they-were",
        "A head who has left would keep every client's phone in his chat.",
        "storage/set_up.py",
        "            cards.redraw(store, person.id)\n",
        "            continue\n",
        ("tests/stories/test_office_loaded_anew.py",),
    ),
    Mutant(
        "a-link-moves-whoever-is-here",
        "A head who tries a manager's link would leave the office without a head, and nobody would know.",
        "desk/newcomers.py",
        "            if person and invitation and invitation.person:\n",
        "            if person and invitation and invitation.person == person.id:\n",
        ("tests/stories/test_whose_link.py",),
    ),
    Mutant(
        "the-settings-role-is-stored",
        "Whoever once had an administrator's account would be administrator for ever.",
        "desk/newcomers.py",
        "                _come(work, actor, ())\n",
        "                _come(work, actor, (Role.ADMIN,))\n",
        ("tests/stories/test_whose_link.py",),
    ),
    Mutant(
        "an-old-account-keeps-the-clients",
        "A lost phone would show every client of its owner, though he has long been at work on another one.",
        "storage/moving.py",
        "        cards.redraw_chat(store, move.old)\n",
        "",
        ("tests/stories/test_moving.py",),
    ),
    Mutant(
        "setting-lost-on-its-way-to-the-database",
        "What the office file says would hold until the next start, and nobody would know why no longer than that.",
        "leads/settings.py",
        "    for one in settings:\n        found |= one.kind.put(one.name, getattr(value, one.name))\n",
        "    for one in list(settings)[:-1]:\n        found |= one.kind.put(one.name, getattr(value, one.name))\n",
        ("tests/storage/test_office_codec.py",),
    ),
)
