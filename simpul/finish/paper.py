"""Files for the printed sheet: the texts of the other language, and the library that draws codes for cameras.

The library comes from the npm registry. A site without it is whole: its paper shows the address and no code.
"""

import json
import logging
import re
import shutil
from pathlib import Path

from simpul.checklist.paper import paper_texts
from simpul.finish.built_site import BuiltSite
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES

LIBRARY = Path("node_modules/lean-qr")
# What qr.js imports, and the licence that has to go with it.
_FILES = {"index.mjs": "index.js", "extras/svg.mjs": "svg.js", "LICENSE": "LICENSE"}
_FOLDER = "assets/javascripts/lean-qr"
_PLACE = re.compile(r'<div class="kb-sheet__code" data-component="code"></div>')
_log = logging.getLogger(__name__)


def add_codes(site: BuiltSite, root: Path) -> None:
    """Copy the library into the site; where it is not installed, say so and take the places for codes away."""
    if all((root / LIBRARY / name).is_file() for name in _FILES):
        for name, copied in _FILES.items():
            target = site.folder / _FOLDER / copied
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / LIBRARY / name, target)
        return
    _log.warning(
        "lean-qr tidak terpasang (npm ci), jadi lembar cetak memuat alamat tanpa kode QR / "
        "lean-qr is not installed (npm ci), so printed sheets have the address without a QR code"
    )
    for path, html in site.pages.items():
        site.pages[path] = _PLACE.sub("", html)


def write_texts(site: BuiltSite, knowledge: Knowledge) -> None:
    """Write the texts of each language for the pages of the other one."""
    for language in LANGUAGES:
        file = site.folder / f"assets/checklist/texts-{language}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(paper_texts(knowledge, language), ensure_ascii=False, separators=(",", ":"))
        file.write_text(text, encoding="utf-8")
