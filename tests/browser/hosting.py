"""A host for the tests without a network: it can be stopped, and publishes new editions."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from simpul.finish import offline
from simpul.finish.built_site import BuiltSite
from tests import serving


class Cached(serving.Quiet):
    """Lets browsers use a file again without asking for a while, as GitHub Pages does."""

    caching = "max-age=600"

    def end_headers(self) -> None:
        self.send_header("Cache-Control", self.caching)
        super().end_headers()


class Asked(Cached):
    """Lets browsers ask again for every file."""

    caching = "no-cache"


class Host:
    """Serves a copy of the site below a path; can be stopped, as when the network is lost, and started again."""

    def __init__(self, site: Path, handler: type[Cached]) -> None:
        self.site = site
        self._handler = handler
        self._port = 0
        self.start()
        self.url = f"{serving.address(self._server)}{site.name}/"

    def start(self) -> None:
        self._server = serving.start(self.site.parent, self._handler, self._port)
        self._port = self._server.server_port

    def stop(self) -> None:
        serving.stop(self._server)

    def publish(self, *changes: tuple[str, str, str]) -> None:
        """One new edition, in which something stands in place of another text in each of the files."""
        for path, old, new in changes:
            file = self.site / path
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new), encoding="utf-8")
        offline.write(BuiltSite.read(self.site))


def visit(reader: BrowserContext, address: str) -> Page:
    """Open a page of the checklists and stay until what it keeps is there."""
    page = reader.new_page()
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    return page


def newer(page: Page) -> None:
    """Let the browser look for a new version, as it does by itself from time to time."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => undefined)")
