"""What the exports of checklists need on the site: a kit for each language, and the documents of ready-made lists."""

import json

from simpul.checklist.exports import make_kit, ready_made_document
from simpul.finish.built_site import BuiltSite
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES

_FOLDER = "assets/checklist"


def write(site: BuiltSite, knowledge: Knowledge) -> None:
    """Write the kits, and beside each page of a ready-made list its document; nothing where there is no such page."""
    for language in LANGUAGES:
        pages = {
            path: point
            for point in knowledge.pause_points.values()
            if (path := f"{language}/checklists/{point.slug}/") + "index.html" in site.pages
        }
        if not pages:
            continue
        kit = json.dumps(make_kit(knowledge, language).as_data(), ensure_ascii=False, separators=(",", ":"))
        site.store(f"{_FOLDER}/export-{language}.json", kit.encode("utf-8"))
        for path, point in pages.items():
            name, content = ready_made_document(knowledge, point, language, f"{site.address}{path}")
            site.store(f"{path}{name}", content)
