"""Macros of templates: what a page shows of a template, and where it leads."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.context import MacroError
from simpul.knowledge import Knowledge
from simpul.templates import prepare_form, template_document
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} *a* [b](c) | d `e`"


def on_the_page(page_of: PageOf, language: str = "id") -> RenderedPage:
    return page_of(f"{language}/templates/action-list/")


def test_the_download_says_when_who_and_how_long(page_of: PageOf) -> None:
    dom = on_the_page(page_of).dom("template_download", "action-list")
    assert [row.get_text() for row in dom.select("dt")] == ["Kapan dipakai", "Siapa yang mengisi", "Lama mengisi"]
    assert [row.get_text() for row in dom.select("dd")] == ["Setiap rapat.", "Sekretariat.", "Lima menit"]


@pytest.mark.parametrize(("language", "name"), [("id", "daftar-tindak-lanjut.docx"), ("en", "action-list.docx")])
def test_the_download_leads_to_the_document_beside_the_page(page_of: PageOf, language: str, name: str) -> None:
    link = on_the_page(page_of, language).dom("template_download", "action-list").select_one("a[download]")
    assert link is not None
    assert link["href"] == f"../../templates/action-list/{name}"


def test_the_size_is_that_of_the_document(page_of: PageOf, miniature: Path) -> None:
    known = Knowledge.load(miniature)
    size = len(template_document(known, prepare_form(known, known.templates["action-list"], "id")))
    dom = on_the_page(page_of).dom("template_download", "action-list")
    assert f"{round(size / 1024)} KB" in dom.get_text()


def test_the_content_shows_every_section_under_a_heading_of_its_own(page_of: PageOf) -> None:
    dom = on_the_page(page_of, "en").dom("template_content", "action-list")
    assert [one.get_text() for one in dom.select("h3")] == ["The meeting", "Actions", "Clauses", "Closing"]
    assert [str(one["id"]) for one in dom.select("h3")] == [
        "part-meeting",
        "part-actions",
        "part-clauses",
        "part-closing",
    ]


def test_a_note_is_set_apart_and_a_blank_is_announced(page_of: PageOf) -> None:
    dom = on_the_page(page_of).dom("template_content", "action-list")
    assert dom.select_one(".kb-form__note").get_text() == "Petunjuk: Isi sebelum rapat."
    assert [one.get_text() for one in dom.select("dt")] == ["Tanggal", "Tempat"]
    assert {one.get_text() for one in dom.select("dd")} == {"diisi"}


def test_a_table_marks_its_example_and_counts_its_empty_rows(page_of: PageOf) -> None:
    table = on_the_page(page_of).dom("template_content", "action-list").select("table")[0]
    assert [one.get_text() for one in table.select("thead th")] == ["Apa", "Siapa"]
    assert table.select_one(".kb-form__example td").get_text() == "Contoh: Kirim data"
    assert [one.get_text() for one in table.select("tbody th[scope=row]")] == ["Kirim notulen"]
    assert len(table.select(".kb-form__paper")) == 3
    assert table.select_one(".kb-form__empty").get_text(strip=True) == "3 baris kosong"


def test_clauses_name_their_regulation_and_leave_room_for_the_decision(page_of: PageOf) -> None:
    table = on_the_page(page_of, "en").dom("template_content", "action-list").select("table")[1]
    assert [cell.get_text() for cell in table.select("tbody th, tbody td")] == [
        "Scope",
        "What is left out?",
        "It prevents misunderstanding. (Government Regulation 28/2018)",
        "",
    ]


def test_the_reason_cites_works_and_regulations(page_of: PageOf) -> None:
    page = on_the_page(page_of, "en")
    dom = page.dom("template_content", "action-list")
    links = dom.select(".kb-form__reason .kb-cite__link")
    assert [link.get_text() for link in links] == ["Ansell and Gash 2008", "Government Regulation 28/2018"]
    listed = page.dom("sources")
    assert {str(link["href"])[1:] for link in links} == {str(one["id"]) for one in listed.select("li")}


def test_the_list_groups_templates_by_moment_and_leaves_out_moments_without_one(page_of: PageOf) -> None:
    dom = page_of("en/templates/").dom("template_list")
    assert [one.get_text() for one in dom.select("h2")] == ["Before meetings"]
    links = dom.select(".kb-card__title a")
    assert [(one.get_text(), one["href"]) for one in links] == [("Action list", "../templates/action-list/")]


def test_each_template_in_the_list_names_the_checklists_it_goes_with(page_of: PageOf) -> None:
    lead = page_of("id/templates/").dom("template_list").select_one(".kb-card__meta")
    assert lead is not None and lead.a is not None
    assert lead.get_text(" ", strip=True) == "Daftar periksa: Pertemuan pertama"
    assert lead.a["href"] == "../checklists/first-meeting/"


def test_hostile_text_stays_text(page_of: PageOf, miniature: Path) -> None:
    file = miniature / "templates/action-list.yml"
    text = file.read_text(encoding="utf-8")
    for part in ("Isi sebelum rapat.", "Kirim notulen", "Tanggal", "Semua baris bernama.", "Pimpinan rapat", "Rapat,"):
        end = "," if part.endswith(",") else ""
        text = text.replace(part, f"'{HOSTILE}'{end}", 1)
    file.write_text(text, encoding="utf-8")
    dom = on_the_page(page_of).dom("template_content", "action-list")
    assert dom.select("script, em, p a[href='c'], code") == []
    assert dom.get_text().count(HOSTILE) == 6


def test_a_template_that_does_not_exist_stops_the_page_with_a_suggestion(page_of: PageOf) -> None:
    with pytest.raises(MacroError, match="maksud Anda 'action-list'"):
        on_the_page(page_of).call("template_download", "action-lists")
