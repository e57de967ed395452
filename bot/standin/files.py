"""Files that were sent: their bytes, their identifiers, and how a message shows them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from bot.standin.wire import JSON, Upload, bad_request

MOST_DOWNLOADED = 20 * 1024 * 1024  # bytes; getFile refuses more
MOST_UPLOADED = 50 * 1024 * 1024
FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents"}
SUFFIXES = {"photo": ".jpg", "voice": ".oga"}
UNOPENED = (1280, 960)  # pixels; what people send is a picture by their own client's word

Size = tuple[int, int]  # width, height in pixels
MOST_BYTES = 10 * 1024 * 1024
MOST_SIDES = 10_000  # pixels, width and height together
MOST_RATIO = 20


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    file_unique_id: str
    kind: str  # photo, voice, document
    path: str  # below /file/bot<token>/
    upload: Upload
    size: Size = UNOPENED  # a photo's, in pixels

    def content(self, duration: int = 0) -> JSON:
        """Returns the part of a message that shows this file; `duration` in seconds is a voice's."""
        file = self.about()
        if (
            self.kind == "photo"
        ):  # Telegram makes smaller copies of it too; here there is only the picture itself
            width, height = self.size
            return {"photo": [file | {"width": width, "height": height}]}
        if self.kind == "voice":
            return {"voice": file | {"duration": duration, "mime_type": "audio/ogg"}}
        return {"document": file | {"file_name": self.upload.name, "mime_type": self.upload.mime_type}}

    def about(self) -> JSON:
        size = len(self.upload.data)
        return {"file_id": self.file_id, "file_unique_id": self.file_unique_id, "file_size": size}


class FileStore:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def take(self, kind: str, upload: Upload) -> StoredFile:
        """Takes a bot's upload; raises 400 for one that Telegram does not take."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        return self.keep(kind, upload, photo_size(upload.data) if kind == "photo" else UNOPENED)

    def keep(self, kind: str, upload: Upload, size: Size = UNOPENED) -> StoredFile:
        number = len(self._by_id)
        unique = hashlib.sha256(upload.data).hexdigest()[:16]
        suffix = SUFFIXES.get(kind) or PurePosixPath(upload.name).suffix
        path = f"{FOLDERS[kind]}/file_{number}{suffix}"
        stored = StoredFile(f"{kind}-{number}-{unique}", unique, kind, path, upload, size)
        self._by_id[stored.file_id] = self._by_path[path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile:
        """Finds a file. Raises 400 for an identifier that was never given out."""
        try:
            return self._by_id[file_id]
        except KeyError:
            raise bad_request("wrong file_id or the file is temporarily unavailable") from None

    def at(self, path: str) -> bytes | None:
        """Returns what the download address serves; None: no such file."""
        stored = self._by_path.get(path)
        return stored.upload.data if stored else None


def photo_size(data: bytes) -> Size:
    """Reads a picture's size. Raises 400 for what is too big, too long or no picture at all.

    What Telegram takes for a photo: https://core.telegram.org/bots/api#sendphoto
    """
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
