"""From a document to the bytes of its file: equal for equal content, whenever and wherever it is made."""

import io
import zipfile

from docx.document import Document

# The earliest moment a ZIP can state. A date of the day would make every build a different file.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def to_bytes(document: Document) -> bytes:
    """The file of `document`. python-docx writes the time of day into it; here every entry has the same."""
    written, steady = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The system that made the file is part of each entry: 0 for all, or a build on Windows would differ.
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return steady.getvalue()
