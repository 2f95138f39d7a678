"""What a visit costs in bytes and requests, and how quickly a page answers, in a real browser."""

import functools
import gzip
import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_PHONE = {"width": 390, "height": 844}
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}

# From the click to the end of the frame that shows its effect: what was left to do is done before a message arrives
# that was posted while that frame was drawn.
_ANSWER = """input => new Promise((resolve) => {
  const started = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => resolve(performance.now() - started);
  input.click();
  document.body.getBoundingClientRect();
  requestAnimationFrame(() => channel.port2.postMessage(null));
})"""


@dataclass(frozen=True)
class Visit:
    """The weight of one visit, compressed as a static host does it, and its number of requests."""

    bytes: int
    requests: int


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address, ending in a slash, under which `site` is served while the context lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def browser() -> Iterator[Browser]:
    """An installed Chromium, or else the one Playwright keeps."""
    installed = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=installed, args=_ARGUMENTS)
        yield one
        one.close()


def weigh(browser: Browser, site: Path, address: str, path: str, first: str | None = None) -> Visit:
    """The visit of `path` with an empty cache, or after the page `first`."""
    context = browser.new_context(viewport=_PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's
    page = context.new_page()
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    known: set[str] = set()
    if first is not None:
        page.goto(address + first, wait_until="networkidle")
        known = set(asked)
    page.goto(address + path, wait_until="networkidle")
    context.close()
    new = [url for url in dict.fromkeys(asked) if url not in known]
    return Visit(sum(_weight(site, url) for url in new), len(new))


def _weight(site: Path, url: str) -> int:
    path = urlsplit(url).path.lstrip("/")
    file = site / (f"{path}index.html" if path == "" or path.endswith("/") else path)
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in _PACKED else len(content)


def answer_time(browser: Browser, address: str, choices: str, slower: int) -> float:
    """Median milliseconds from a click on one of the inputs `choices` to the shown result, processor slowed down."""
    context = browser.new_context(viewport=_PHONE)  # type: ignore[arg-type]  # a TypedDict of Playwright's
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    times = [*_clicks(page, choices)]
    context.close()
    return statistics.median(times)


def _clicks(page: Page, choices: str) -> Iterator[float]:
    inputs = page.locator(choices)
    for number in range(min(12, inputs.count())):
        one = inputs.nth(number)
        # Twice: chosen, and where it can be taken back, taken back.
        for _ in range(2):
            if one.is_enabled():
                yield float(one.evaluate(_ANSWER))
