"""Runs the exporters of the site: in Node, or else in the browser."""

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from simpul.checklist.exports import make_kit
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES
from tests.conftest import ROOT

MODULES = ROOT / "overrides/assets/javascripts/checklist"

# Format -> module and what it exports.
FUNCTIONS = {
    "text": ("text.js", "text"),
    "md": ("markdown.js", "markdown"),
    "csv": ("table.js", "table"),
    "docx": ("document.js", "document"),
    "html": ("page.js", "page"),
    "ics": ("calendar.js", "calendar"),
    "name": ("file-name.js", "fileName"),
}

# Both know `functions` and `kits`. A moment in time travels as {"moment": …}.
MAKE = """
  const { format, list, kit, more } = JSON.parse(request);
  const [module, name] = functions[format];
  const rest = more.map((one) => (one?.moment ? new Date(one.moment) : one));
  const made = (await import(base + module))[name](list, Object.hasOwn(kits, kit) ? kits[kit] : kit, ...rest);
"""
SERVER = f"""
import {{ readFileSync }} from "node:fs";
import {{ createInterface }} from "node:readline";
const base = "./export/";
const functions = JSON.parse(process.argv[2]);
const kits = JSON.parse(readFileSync(process.argv[3], "utf8"));
for await (const request of createInterface({{ input: process.stdin }})) {{
  {MAKE}
  process.stdout.write(`${{made === null ? "" : Buffer.from(made).toString("base64")}}\\n`);
}}
"""
IN_BROWSER = f"""async ({{ base, functions, request, kits }}) => {{
  {MAKE}
  const bytes = typeof made === "string" ? new TextEncoder().encode(made) : (made ?? []);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}}"""


@dataclass
class Site:
    """The exporters of the site; `ask` answers a request as it is sent to the server."""

    ask: Any

    def export(self, form: str, shown: Any, kit: str, *more: Any) -> bytes:
        """What the exporter of `form` makes, as bytes; none when it makes nothing."""
        request = json.dumps({"format": form, "list": shown, "kit": kit, "more": list(more)})
        return base64.b64decode(self.ask(request))


@contextmanager
def exporters(knowledge: Knowledge, folder: Path, browser: Browser, site_url: Any) -> Iterator[Site]:
    """The exporters with the kits of all languages. `site_url` gives the address of the site where there is no Node."""
    kits = json.dumps({language: make_kit(knowledge, language).as_data() for language in LANGUAGES})
    node = shutil.which("node")
    if node is None:
        page = browser.new_page()
        page.goto(site_url())
        values = {
            "base": f"{site_url()}assets/javascripts/checklist/export/",
            "functions": FUNCTIONS,
            "kits": json.loads(kits),
        }
        yield Site(lambda request: page.evaluate(IN_BROWSER, {**values, "request": request}))
        page.close()
        return
    shutil.copytree(MODULES, folder, dirs_exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "server.js").write_text(SERVER, encoding="utf-8")
    (folder / "kits.json").write_text(kits, encoding="utf-8")
    command = [node, str(folder / "server.js"), json.dumps(FUNCTIONS), str(folder / "kits.json")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    reading, writing = process.stdout, process.stdin

    def ask(request: str) -> str:
        writing.write(f"{request}\n")
        writing.flush()
        answer = reading.readline()
        assert answer.endswith("\n"), "the exporter failed"
        return answer

    yield Site(ask)
    process.stdin.close()
    process.wait(timeout=10)
