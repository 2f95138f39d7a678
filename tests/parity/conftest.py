"""The exporters of the site, started once for all comparisons with those of the command."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from simpul.knowledge import Knowledge
from tests.parity.exporting import Site, exporters


@pytest.fixture(scope="session")
def site(
    knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Site]:
    """The exporters of the site, which is built only where there is no Node."""
    folder = tmp_path_factory.mktemp("exporters")
    with exporters(knowledge, folder, browser, lambda: request.getfixturevalue("site_url")) as site:
        yield site
