"""Texts as one ZIP file, the outer form of a DOCX; the same bytes as package.js writes.

Stored and not compressed, because two compressors never agree on every byte.
"""

import io
import zipfile
from collections.abc import Mapping

# The earliest moment a ZIP can state.
_MOMENT = (1980, 1, 1, 0, 0, 0)

_ARCHIVE = 0x20


def package(files: Mapping[str, str]) -> bytes:
    """The ZIP file of `files`, names in ASCII, in their order."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            # Neither a system nor the rights of a user: the same wherever the file is made. 0 would be replaced.
            entry.create_system, entry.external_attr = 0, _ARCHIVE
            archive.writestr(entry, text.encode("utf-8"))
    return content.getvalue()
