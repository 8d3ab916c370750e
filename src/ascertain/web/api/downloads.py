"""What the schema says of an answer that is a file."""

from __future__ import annotations

from typing import Any

BYTES: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The file, as a download.",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}
