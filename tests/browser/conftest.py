"""What the tests without a network stand on: a host that can be stopped, and a reader who visits it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.hosting import Cached, Host
from tests.conftest import PHONE


@pytest.fixture
def host(request: pytest.FixtureRequest, site_dir: Path, tmp_path: Path) -> Iterator[Host]:
    """A host whose files browsers may use unasked, unless a test names another."""
    host = Host(Path(shutil.copytree(site_dir, tmp_path / "dasar")), getattr(request, "param", Cached))
    yield host
    host.stop()


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """A reader on a phone with a fresh profile."""
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(15_000)
    yield context
    context.close()
