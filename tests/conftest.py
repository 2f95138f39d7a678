"""What every layer shares: the project's root, its knowledge, one built site per session, and a browser.

The site is built once, served on 127.0.0.1, and no page may leave that origin or log an error.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from simpul.knowledge import Knowledge
from tests import serving

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Keeps Chromium from looking up hosts of its own; --no-sandbox because CI runs as root.
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A test waits for a state; a busy machine takes longer to reach it, and one that is right loses nothing by waiting.
expect.set_options(timeout=20_000)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The real data of the project."""
    return Knowledge.load(ROOT)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, built strictly, without an address of its own."""
    folder = tmp_path_factory.mktemp("site")
    environment = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "REPO_URL"}}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    build = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False)
    assert build.returncode == 0, build.stdout + build.stderr
    return folder


class _Host(serving.Quiet):
    """Has the site's own page for what is missing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.exists():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address, ending in a slash, under which the built site is served."""
    server = serving.start(site_dir, _Host)
    yield serving.address(server)
    serving.stop(server)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium, or else the one Playwright keeps."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile at desktop width. Nothing is kept for offline reading, which would load fifty files each time."""
    context = browser.new_context(viewport=DESKTOP, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site_url: str) -> Iterator[Page]:
    """A page in a fresh profile. The test fails when it logs an error or asks another origin for anything."""
    page = context.new_page()
    trouble: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            trouble.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((site_url, "data:", "blob:", "about:")):
            trouble.append(f"request: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    page.on("request", on_request)
    page.trouble = trouble  # type: ignore[attr-defined]  # a test that provokes an error on purpose clears this
    yield page
    assert trouble == []


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page on a phone that runs no script."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def violations(page: Page, context: str | None = None) -> list[str]:
    """What axe finds on the page or in one part of it, one line per element, short enough to read in a failing test."""
    return [
        f"{found['id']}: {node['target']} {node['html'][:120]}"
        for found in Axe().run(page, context=context).response["violations"]
        for node in found["nodes"]
    ]
