"""The whole bot as a state machine: what people, Telegram, time and the power may do, in any order."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from leads.draws import DICE
from tests.faults.whole_bot.letters import client_name, letters
from tests.faults.whole_bot.life import Life
from tests.faults.whole_bot.random_office import (
    DIRECTOR,
    EVERYBODY,
    HEADS,
    MANAGERS,
    SECRETARIES,
    Plan,
    office_file,
    plans,
)
from tests.faults.whole_bot.wire import FAULTS

STRANGER = 999
WHO = st.sampled_from([*EVERYBODY, STRANGER])
SECRETARY = st.sampled_from(sorted(SECRETARIES.values()))
MANAGER = st.sampled_from(sorted(MANAGERS.values()))
HEAD = st.sampled_from(sorted(HEADS.values()))
WHICH = st.integers(0, 60)
HOW = st.sampled_from(["settles", "settles", "settles", "hears", "waits"])
SECONDS = st.sampled_from([1, 30, 120, 310, 660, 3600, 5 * 3600, 18 * 3600, 3 * 86400])
HANDS = st.sampled_from([True, True, True, False])
COMMANDS = (
    "/on",
    "/off",
    "/off 1d",
    "/off до 23:30",
    "/me",
    "/queue",
    "/why 1",
    "/roster",
    "/draw",
    "/office",
    "/leads",
    "/mine",
    "/today",
    "/find 1",
    "/start",
)
TYPED = ("120 000", "99,90 ₽", "спасибо", "завтра в 15", "через час", "вчера")
THROWS = st.sampled_from([DIRECTOR, DIRECTOR, DIRECTOR, *HEADS.values(), *MANAGERS.values()])


class WholeBot(Life):
    """Two secretaries, four managers, two heads, a director, a stranger."""

    @initialize(plan=plans())
    def opens(self, plan: Plan) -> None:
        self.lives(self.begins(office_file(plan), STRANGER))
        for kind, who in enumerate(SECRETARIES.values()):
            self.a_client_calls(who, kind, False, True, "settles")

    @rule(who=SECRETARY, kind=st.integers(0, 6), old=st.booleans(), hands=HANDS, how=HOW)
    def a_client_calls(self, who: int, kind: int, old: bool, hands: bool, how: str) -> None:
        if self.away(who):
            return
        number = self.clients if old or not self.clients else self.clients + 1
        self.clients = max(number, self.clients, 1)
        self.witness.writes(who, *letters(self.desk, who, kind, max(number, 1)))
        self.goes_on(how)
        if hands and (found := self.witness.visible(who, "hand", "pick", "apart")):
            self.taps(who, *found[-1], how)

    @rule(who=SECRETARY, which=WHICH, how=HOW)
    def the_secretary_corrects_or_hands_over(self, who: int, which: int, how: str) -> None:
        self.taps_one_of(
            (who,),
            which,
            how,
            "hand",
            "pick",
            "apart",
            "seg",
            "src",
            "fix",
            "join",
            "reseg",
            "wrongseg",
            "drop",
        )

    @rule(which=WHICH, yes=st.sampled_from(["claim", "claim", "decl", "late"]), twice=st.booleans(), how=HOW)
    def whoever_is_asked_answers(self, which: int, yes: str, twice: bool, how: str) -> None:
        if twice:
            self.taps_one_of(EVERYBODY, which, "waits", yes)
        self.taps_one_of(EVERYBODY, which, how, yes)

    @rule(how=HOW)
    def all_who_ever_could_claim_at_once(self, how: str) -> None:
        claims = [tap for tap in self.witness.ever if tap[1].startswith("claim:")]
        for chat in EVERYBODY if claims else ():
            self.taps(chat, *claims[-1], "waits")
        self.goes_on(how)

    @rule(which=WHICH, several=st.booleans(), how=HOW)
    def whoever_is_free_asks_for_a_lead(self, which: int, several: bool, how: str) -> None:
        """Each taps at what they see, however old it is by the time that it is heard."""
        for who in EVERYBODY if several else ():
            self.taps_one_of((who,), 0, "waits", "pull:")
        self.taps_one_of(EVERYBODY, which, how, "pull:")

    @rule(which=WHICH, how=HOW)
    def the_holder_works(self, which: int, how: str) -> None:
        kinds = (
            "prog",
            "unprog",
            "appt",
            "unappt",
            "close",
            "back",
            "lost",
            "why_bad",
            "noamt",
            "expl",
            "words",
        )
        self.taps_one_of(EVERYBODY, which, how, *kinds, "fix", "seg", "reseg")

    @rule(which=WHICH, how=HOW)
    def somebody_takes_back_what_was_done(self, which: int, how: str) -> None:
        self.taps_one_of(EVERYBODY, which, how, "again:", "amount:", "recall:")

    @rule(which=WHICH, how=HOW)
    def the_head_decides(self, which: int, how: str) -> None:
        kinds = ("assign", "passon", "settle", "rule", "reserve", "plan", "redit", "roster")
        self.taps_one_of(EVERYBODY, which, how, *kinds)

    @rule(who=HEAD, which=WHICH, typed=st.sampled_from([0, 0, 0, 1, 2, 3]), how=HOW)
    def the_head_says_who_is_one_client(self, who: int, which: int, typed: int, how: str) -> None:
        """On the card of any lead that the head sees; by the list, or by a number that they type."""
        self.says(who, "/leads", "settles")
        opened = self.witness.visible(who, "open:")
        if not opened or self.away(who):
            return
        message, data = opened[-1 - which % len(opened)]
        begun = data.replace("open:", "same:")
        self.taps(who, message, f"{begun}:0:0", "settles")
        if typed:
            self.says(who, f"№{typed}", "settles")
        for _ in range(2):  # whom they mean, and that they are sure
            choices = [tap for tap in self.witness.visible(who, begun) if not tap[1].endswith(":-1:0")]
            if choices:
                self.taps(who, *choices[-1 - which % len(choices)], "settles")
        self.goes_on(how)

    @rule(which=WHICH, how=HOW)
    def two_clients_are_two_after_all(self, which: int, how: str) -> None:
        self.taps_one_of(tuple(HEADS.values()), which, how, "part")

    @rule(which=WHICH, how=HOW)
    def a_lead_is_added_to_another(self, which: int, how: str) -> None:
        self.taps_one_of(EVERYBODY, which, how, "addto")

    @rule(which=WHICH, how=HOW)
    def managers_swap_and_throw_lots(self, which: int, how: str) -> None:
        self.taps_one_of(EVERYBODY, which, how, "seek", "take", "unswap", "lot")

    @precondition(
        lambda self: hasattr(self, "witness") and self.witness.lots.next_closing(self.desk.clock.now())
    )
    @rule()
    def the_lots_are_closed(self) -> None:
        """It is the Friday on which somebody throws."""
        closing = self.witness.lots.next_closing(self.desk.clock.now())
        if closing:
            self.lives(self.witness.calms())
            self.lives(self.desk.passes(seconds=(closing - self.desk.clock.now()).total_seconds() + 60))

    @rule(who=THROWS, dice=st.sampled_from(sorted(DICE)), value=st.integers(1, 64), how=HOW)
    def somebody_throws_dice(self, who: int, dice: str, value: int, how: str) -> None:
        if not self.away(who):
            self.witness.throws(who, dice, 1 + value % DICE[dice][1])
            self.goes_on(how)

    @rule(which=WHICH, how=HOW)
    def somebody_taps_what_he_sees(self, which: int, how: str) -> None:
        self.taps_one_of(EVERYBODY, which, how, "")

    @rule(who=WHO, which=st.integers(0, 10_000), how=HOW)
    def anybody_taps_anything_ever_shown(self, who: int, which: int, how: str) -> None:
        if self.witness.ever:
            self.taps(who, *self.witness.ever[which % len(self.witness.ever)], how)

    @rule(who=MANAGER, command=st.sampled_from(COMMANDS), how=HOW)
    def a_manager_asks(self, who: int, command: str, how: str) -> None:
        self.says(who, command, how)

    @rule(who=st.sampled_from([301, 302, 401, STRANGER]), command=st.sampled_from(COMMANDS), how=HOW)
    def others_ask(self, who: int, command: str, how: str) -> None:
        self.says(who, command, how)

    @rule(
        who=MANAGER,
        text=st.sampled_from(TYPED),
        how=HOW,
    )
    def a_manager_types(self, who: int, text: str, how: str) -> None:
        self.says(who, text, how)

    @rule(who=st.sampled_from(EVERYBODY), which=WHICH, is_reply=st.booleans(), how=HOW)
    def somebody_writes_something_down(self, who: int, which: int, is_reply: bool, how: str) -> None:
        """By itself, or as a reply to any message in their chat."""
        if self.away(who):
            return
        messages = [message.message_id for message in self.desk.telegram.messages(who) if message.by_bot]
        reply_to = messages[which % len(messages)] if is_reply and messages else None
        self.desk.telegram.send_text(who, "Просит замерить в субботу", reply_to=reply_to)
        self.goes_on(how)

    @rule(who=MANAGER, which=WHICH, how=HOW)
    def a_manager_brings_in_a_client(self, who: int, which: int, how: str) -> None:
        if self.away(who):
            return
        self.clients += 1
        self.witness.writes(who, *letters(self.desk, who, 0, self.clients))
        self.goes_on(how)
        self.taps_one_of((who,), which, how, "bring")

    @rule(which=WHICH, how=HOW)
    def notes_find_their_lead(self, which: int, how: str) -> None:
        self.taps_one_of(EVERYBODY, which, how, "note", "file", "drop", "noamt")

    @rule(who=st.sampled_from([*SECRETARIES.values(), *MANAGERS.values()]), old=st.integers(1, 30), how=HOW)
    def somebody_puts_something_right(self, who: int, old: int, how: str) -> None:
        """As they are asked for it: the number may be that of another client."""
        asked = self.witness.visible(who, "noamt")
        if asked and not self.away(who):
            sent = self.desk.telegram.send_text(who, f"8 (843) 2{old // 100}7-{old:02}-{old * 37 % 100:02}")
            self.witness.writes(who, *([sent] if who in SECRETARIES.values() else []))
            self.goes_on(how)

    @rule(which=WHICH, how=HOW)
    def a_secretary_writes_a_message_anew(self, which: int, how: str) -> None:
        texts = [(who, sent) for who, sent in self.witness.letters if not self.away(who)]
        if texts:
            who, sent = texts[-1 - which % len(texts)]
            if "text" in self.desk.telegram.chats[who].messages.get(sent, {}):
                self.desk.telegram.edit_text(who, sent, f"{client_name(which + 1)}, передумал")
                self.goes_on(how)

    @rule(plan=plans())
    def the_office_file_is_loaded_anew(self, plan: Plan) -> None:
        self.lives(self.witness.loads(office_file(plan)))

    @rule(who=st.sampled_from([*EVERYBODY]), how=HOW)
    def somebody_blocks_the_bot_or_comes_back(self, who: int, how: str) -> None:
        if who not in self.desk.telegram.chats:
            return
        if self.away(who):
            self.desk.telegram.unblock(who)
            self.says(who, "/start", how)
        else:
            self.desk.telegram.block(who)

    @rule(ahead=st.integers(1, 6), fault=st.sampled_from(FAULTS))
    def telegram_will_fail(self, ahead: int, fault: str) -> None:
        self.witness.wire.strike(ahead, fault)

    @rule()
    def every_update_comes_twice_from_now_on(self) -> None:
        self.witness.wire.twice = True

    @rule(seconds=SECONDS)
    def time_passes(self, seconds: int) -> None:
        if seconds > 3600:  # what waits at Telegram for a day is forgotten there
            self.lives(self.witness.calms())
        self.lives(self.desk.passes(seconds=seconds))

    @rule(seconds=SECONDS)
    def the_machine_sleeps(self, seconds: int) -> None:
        """Nothing runs meanwhile, and the clock jumps."""
        if seconds > 3600:
            self.lives(self.witness.calms())
        self.desk.clock.advance(timedelta(seconds=seconds))

    @rule()
    def the_program_is_restarted(self) -> None:
        self.lives(self.witness.restarts())

    @rule()
    def everything_settles(self) -> None:
        self.lives(self.witness.calms())
        self.lives(self.witness.checks_chats())

    @precondition(lambda self: hasattr(self, "witness"))
    @invariant()
    def all_promises_hold(self) -> None:
        self.lives(self.witness.checks())
