"""What clients send beside words: drawn pictures of windows and balconies, and a voice without words."""

from __future__ import annotations

import io
import wave
from functools import cache
from importlib.resources import files
from math import pi, sin

RATE = 8000  # samples a second, as on the telephone
TYPES = {
    b"<svg": "image/svg+xml",
    b"RIFF": "audio/wav",
    b"\x89PNG": "image/png",
}  # the last: what the bot draws


def picture(name: str) -> bytes:
    """Returns one of the SVG files beside this one."""
    return files(__name__).joinpath(f"{name}.svg").read_bytes()


@cache
def voice(seconds: int) -> bytes:
    """Returns somebody humming syllable after syllable: WAV, 8 bits, one channel."""
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(bytes(_loudness(n / RATE) for n in range(seconds * RATE)))
    return sound.getvalue()


def content_type(data: bytes) -> str:
    """Returns told by the first bytes; what is none of ours is only downloaded."""
    return TYPES.get(data[:4], "application/octet-stream")


def _loudness(t: float) -> int:
    """0 to 255, silence is 128; `t` in seconds."""
    phase = 2 * pi * (140 * t - 9 * sin(1.7 * t))  # a pitch that wanders by about 15 Hz
    tone = 0.6 * sin(phase) + 0.3 * sin(3 * phase) + 0.1 * sin(7 * phase)
    syllable = abs(sin(pi * 2.3 * t)) * (0.55 + 0.45 * sin(0.9 * t))
    return 128 + round(90 * tone * syllable)
