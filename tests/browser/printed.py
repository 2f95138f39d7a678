"""What the tests of paper share: a PDF as Chromium writes it, read back."""

from dataclasses import dataclass
from io import BytesIO
from unicodedata import normalize

import pypdfium2
import zxingcpp
from playwright.sync_api import Page, expect
from pypdf import PdfReader

# Of an office printer and of a phone's camera that is held a little too far away.
SHARP, BLURRED = 300, 150
POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Printed:
    """A printed page or pages."""

    pdf: bytes

    @property
    def pages(self) -> list[str]:
        """What each sheet of paper says, with ligatures taken apart and lines joined."""
        return [
            " ".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in PdfReader(BytesIO(self.pdf)).pages
        ]

    @property
    def text(self) -> str:
        """What all of it says."""
        return " ".join(self.pages)

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """The sizes of the sheets in millimetres, to the nearest one."""
        boxes = [sheet.mediabox for sheet in PdfReader(BytesIO(self.pdf)).pages]
        return {(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes}

    def codes(self, resolution: int = SHARP) -> list[list[str]]:
        """What a scanner reads from each sheet that was printed and copied at `resolution` dots to the inch."""
        return [_codes_on(sheet, resolution) for sheet in pypdfium2.PdfDocument(self.pdf)]


def packed(text: str) -> str:
    """The text without any space: where a line of paper ends is not what a test asks."""
    return "".join(text.split())


def printed(page: Page) -> Printed:
    """The page on the paper that it asks for."""
    return Printed(page.pdf(prefer_css_page_size=True))


def _codes_on(sheet: pypdfium2.PdfPage, resolution: int) -> list[str]:
    picture = sheet.render(scale=resolution / POINTS_PER_INCH, grayscale=True)
    pixels = memoryview(bytes(picture.buffer)).cast("B", shape=[picture.height, picture.stride])
    return [code.text for code in zxingcpp.read_barcodes(pixels)]


def settled(page: Page) -> None:
    """Wait until what paper needs is there, or is known not to come."""
    expect(page.locator('[data-component="paper"]')).not_to_have_attribute("aria-busy", "true")


def touch(page: Page) -> None:
    """Begin to use the page, and wait until what paper needs is there."""
    page.keyboard.press("Shift")
    settled(page)
