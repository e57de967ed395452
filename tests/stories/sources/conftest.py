from __future__ import annotations

from tests.stories.sources.outside import secrets

__all__ = ["secrets"]
