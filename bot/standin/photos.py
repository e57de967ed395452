"""What Telegram takes for a photo: https://core.telegram.org/bots/api#sendphoto"""

from __future__ import annotations

from io import BytesIO

from bot.standin.wire import bad_request

Size = tuple[int, int]  # width, height in pixels
MOST_BYTES = 10 * 1024 * 1024
MOST_SIDES = 10_000  # pixels, width and height together
MOST_RATIO = 20


def photo_size(data: bytes) -> Size:
    """Raises 400 for what is too big, too long or no picture at all."""
    from PIL import Image  # here, because the demo starts faster without it

    if len(data) > MOST_BYTES:
        words = f"file of size {len(data)} bytes is too big for a photo"
        raise bad_request(f"{words}; the maximum size is {MOST_BYTES} bytes")
    try:
        with Image.open(BytesIO(data)) as picture:
            size = picture.size
            if sum(size) > MOST_SIDES or max(size) > MOST_RATIO * min(size):
                raise bad_request("PHOTO_INVALID_DIMENSIONS")
            picture.load()
    except (OSError, SyntaxError):  # Pillow's words for no picture, and for half a one
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    return size
