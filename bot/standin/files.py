"""Files that were sent: their bytes, their identifiers, and how a message shows them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.standin.photos import Size, photo_size
from bot.standin.wire import JSON, Upload, bad_request

MOST_DOWNLOADED = 20 * 1024 * 1024  # bytes; getFile refuses more
MOST_UPLOADED = 50 * 1024 * 1024
FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents"}
SUFFIXES = {"photo": ".jpg", "voice": ".oga"}
UNOPENED = (1280, 960)  # pixels; what people send is a picture by their own client's word


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    file_unique_id: str
    kind: str  # photo, voice, document
    path: str  # below /file/bot<token>/
    upload: Upload
    size: Size = UNOPENED  # a photo's, in pixels

    def content(self, duration: int = 0) -> JSON:
        """The part of a message that shows this file; `duration` in seconds is a voice's."""
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
        """A bot's upload; raises 400 for one that Telegram does not take."""
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
        """Raises 400 for an identifier that was never given out."""
        try:
            return self._by_id[file_id]
        except KeyError:
            raise bad_request("wrong file_id or the file is temporarily unavailable") from None

    def at(self, path: str) -> bytes | None:
        """What the download address serves; None: no such file."""
        stored = self._by_path.get(path)
        return stored.upload.data if stored else None
