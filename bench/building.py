"""How long a command or a build takes, and the same pages built by plain Material with its search."""

import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_HOOK = '''\
"""Keeps each page's Markdown as the macros left it, for the builder this one is compared with."""
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_page_markdown(markdown, page, config, files):
    path = Path({folder!r}) / page.file.src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\\ntitle: {{page.meta.get('title', 'Index')!r}}\\n---\\n\\n{{markdown}}", encoding="utf-8")
'''
# What Material's own guide has one begin with: its theme, its search, and a navigation of every page. The extensions
# are ours, so that the pages are the same.
_PLAIN = """\
site_name: Plain
site_url: http://127.0.0.1:8000/
theme: {name: material, language: id}
plugins: [search]
markdown_extensions:
  [admonition, attr_list, def_list, md_in_html, tables, toc: {permalink: true}, pymdownx.details, pymdownx.superfences]
"""


@dataclass(frozen=True)
class Time:
    """Seconds on the clock, and seconds of processor, which other work on the machine distorts less."""

    wall: float
    cpu: float


class CommandFailed(Exception):
    """A command that is measured did not succeed; what it printed is the message."""


def timed(command: list[str], folder: Path) -> Time:
    """How long `command` takes in `folder`. Raises CommandFailed when it fails."""
    environment = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "REPO_URL"}}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise CommandFailed(f"{' '.join(command)}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Time(wall, cpu)


def build(project: Path, site: Path, keep_markdown: Path | None = None) -> Time:
    """The finished site of `project` stands in `site`; with `keep_markdown` the Markdown of its pages is there too."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    if keep_markdown:
        (project / "keep_markdown.py").write_text(_HOOK.format(folder=str(keep_markdown)), encoding="utf-8")
        configuration = project / "keep_markdown.yml"
        configuration.write_text("INHERIT: mkdocs.yml\nhooks: [keep_markdown.py]\n", encoding="utf-8")
        command += ["--config-file", str(configuration)]
    return timed(command, project)


def build_plain(markdown: Path, folder: Path) -> Time:
    """The pages kept by `build`, built by Material and its search alone in `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")
    shutil.copytree(markdown, folder / "docs")
    return timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)


def pages_of(site: Path) -> int:
    """How many pages a built site has."""
    return sum(1 for _ in site.rglob("index.html"))
