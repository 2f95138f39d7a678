"""A Markdown page as the checks see it."""

from pathlib import Path

from simpul.pages import Page, read_pages

FRONT = "---\ntitle: Judul\ndescription: Uraian.\nreviewed: 2026-01-31\n---\n"


def page_with(folder: Path, body: str) -> Page:
    file = folder / "docs/id/guides/benefits.md"
    file.parent.mkdir(parents=True)
    file.write_text(FRONT + body, encoding="utf-8")
    pages, _ = read_pages(folder)
    return pages[0]


def test_a_page_is_known_by_language_and_path(tmp_path: Path) -> None:
    page = page_with(tmp_path, "# Judul\n")
    assert (page.language, page.path) == ("id", "guides/benefits")
    assert page.file == "docs/id/guides/benefits.md"
    assert page.twin_file == "docs/en/guides/benefits.md"
    assert page.meta is not None
    assert page.meta.title == "Judul"


def test_headings_have_level_text_id_and_line(tmp_path: Path) -> None:
    page = page_with(tmp_path, "# Judul\n\n## Manfaat { #benefits .x }\n### Tanpa id\n")
    assert [(h.level, h.text, h.anchor, h.line) for h in page.headings] == [
        (1, "Judul", None, 6),
        (2, "Manfaat", "benefits", 8),
        (3, "Tanpa id", None, 9),
    ]


def test_what_stands_in_a_fence_is_not_read(tmp_path: Path) -> None:
    page = page_with(tmp_path, '```yaml\n# bukan judul\n{{ cite("x") }}\n```\n# Judul\n')
    assert [heading.text for heading in page.headings] == ["Judul"]
    assert page.macros == ()


def test_macro_calls_know_their_texts_and_place(tmp_path: Path) -> None:
    page = page_with(tmp_path, 'Teks {{ cite("a", \'b\') }} dan\n{{ case_cards(sector="health") }}\n')
    assert [(m.name, m.texts, m.line, m.column) for m in page.macros] == [
        ("cite", ("a", "b"), 6, 6),
        ("case_cards", ("health",), 7, 1),
    ]


def test_images_are_not_links(tmp_path: Path) -> None:
    page = page_with(tmp_path, "![a](b.png) [c](../d.md#e 'judul')\n")
    assert [(link.target, link.line, link.column) for link in page.links] == [("../d.md#e", 6, 13)]


def test_links_lead_to_paths_of_pages_from_where_the_page_stands(tmp_path: Path) -> None:
    page = page_with(
        tmp_path, "[a](../cases/x.md#y) [b](index.md) [c](https://example.org/z.md.html) [d](#e) [f](g.pdf)\n"
    )
    assert page.linked == {"cases/x", "guides/index"}
