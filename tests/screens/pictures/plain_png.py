"""A picture with nothing on it."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def plain_png(width: int = 640, height: int = 400, shade: int = 255) -> bytes:
    """Sides in pixels; 0 is black, 255 is white."""
    file = BytesIO()
    Image.new("L", (width, height), shade).save(file, "PNG", compress_level=1)
    return file.getvalue()
