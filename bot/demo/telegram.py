"""The stand-in as the demo needs it: it tells of every change, and what people send can be seen and heard."""

from __future__ import annotations

from collections.abc import Callable

from bot.clock import Clock
from bot.demo.media import picture, voice
from bot.demo.samples import Kind, Sample
from bot.standin.chats import Telegram
from bot.standin.formatting import typed
from bot.standin.updates import UpdateQueue
from bot.standin.wire import JSON, Answer, Call, Upload


class DemoTelegram(Telegram):
    """Its messages are dated by the office's clock; Telegram's own limits go by the real one."""

    def __init__(self, clock: Clock, changed: Callable[[], None]) -> None:
        super().__init__(lambda: clock.now().timestamp(), monotonic=clock.monotonic)
        # a tap waits for the bot so many real seconds, however fast the office's time flies
        self.updates = UpdateQueue(clock.monotonic)
        self._changed = changed

    async def handle(self, token: str, call: Call) -> Answer:
        answer = await super().handle(token, call)
        if call.method.lower() != "getupdates":
            self._changed()
        return answer

    def send_sample(self, user_id: int, sample: Sample) -> None:
        """Raises ValueError for somebody who has blocked the bot."""
        match sample.kind:
            case Kind.TEXT:
                self.send_text(user_id, sample.text)
            case Kind.CONTACT:
                self.send_contact(user_id, sample.phone, sample.name)
            case Kind.FORWARD:
                self.forward_text(user_id, sample.text, from_name=sample.name)
            case Kind.VOICE:
                self._say(user_id, self._voice(sample))
            case Kind.PHOTO | Kind.ALBUM:
                self._send_pictures(user_id, sample)

    def _send_pictures(self, user_id: int, sample: Sample) -> None:
        """The words stand under the first picture; several pictures are an album."""
        group: JSON = {"media_group_id": str(self.next_number())} if len(sample.pictures) > 1 else {}
        for number, name in enumerate(sample.pictures):
            caption = "" if number else sample.text
            self._say(user_id, self._picture(caption, picture(name)) | group)

    def _voice(self, sample: Sample) -> JSON:
        upload = Upload("voice.wav", voice(sample.seconds), "audio/wav")
        content = self.files.keep("voice", upload).content(sample.seconds)
        return content | typed(sample.text).fields("caption", "caption_entities")
