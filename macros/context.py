"""What a macro knows of the page it stands on. The only module that touches the `env` of MkDocs or Zensical.

Zensical's `env.page` has no `.file`, and its `env.conf` is a plain dict: only what both builders have is used here.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, wraps
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn, TypeVar

from macros.citations import Citation, Citations, ListAlreadyShown, UnknownSource
from macros.edition import Edition
from macros.loading import KnowledgeError, current_knowledge
from simpul.finish import FinishError, finish
from simpul.messages import suggestion
from simpul.model.base import Text
from simpul.model.case_study import CaseStudy
from simpul.model.vocabulary import Term
from simpul.text import LANGUAGES, Language

Macro = Callable[..., str]
_Record = TypeVar("_Record")


class MacroError(Exception):
    """A page calls a macro with something that does not exist; said in both languages, with the page."""

    def __init__(self, file: str, message_id: str, message_en: str) -> None:
        super().__init__(f"{file}: {message_id} / {message_en}")


class PageContext:
    """One page while its macros run: its language, its knowledge, and what it has cited so far."""

    def __init__(
        self,
        edition: Edition,
        url: str,
        meta: Mapping[str, Any],
        links_start: str | None = None,
        site_address: str = "http://127.0.0.1:8000/",
    ) -> None:
        """`links_start` is the address that relative links in HTML start from, where that is not `url`."""
        self._links_start = url if links_start is None else links_start
        self._site_address = site_address
        self.edition = edition
        self.knowledge = edition.knowledge
        self.language = edition.language
        self.url = url
        self.meta = meta
        self._said: set[str] = set()

    @property
    def path(self) -> str:
        """The page's address without language, such as `guides/benefits`; `index` for the home page."""
        return self.url.removeprefix(f"{self.language}/").strip("/") or "index"

    @property
    def full_address(self) -> str:
        """The page's address with scheme and host, as one writes it in a citation."""
        return f"{self._site_address.rstrip('/')}/{self.url}"

    @property
    def file(self) -> str:
        """The Markdown file of the page, from the root of the project."""
        written = self.path if (self.language, self.path) in self.knowledge.pages else f"{self.path}/index"
        return f"docs/{self.language}/{written}.md"

    @property
    def t(self) -> SimpleNamespace:
        """The interface strings in the page's language: `page.t.case.place`."""
        return self.edition.strings

    @cached_property
    def citations(self) -> Citations:
        """What the page has cited so far. On a page of a case the sources of the case need no prefix."""
        return Citations(self.edition, self.case if self.meta.get("case") else None)

    def cite(self, keys: Iterable[str]) -> list[Citation]:
        """References to works, regulations or sources of a case; the page fails when a key is not known."""
        try:
            return self.citations.cite(keys)
        except UnknownSource as error:
            self.unknown("sumber", "source", error.key, error.known)
        except ListAlreadyShown as error:
            self.fail(
                f"'{error.key}' dikutip di bawah sources(); pindahkan sources() ke akhir halaman",
                f"'{error.key}' is cited below sources(); move sources() to the end of the page",
            )

    def text(self, text: Text) -> str:
        """`text` in the language of the page."""
        return text.in_language(self.language)

    def term(self, facet: str, slug: str) -> Term:
        """The term `slug` of `facet`; the page fails when the vocabulary does not have it."""
        terms = self.knowledge.terms(facet)
        if slug not in terms:
            self.unknown(f"istilah {facet}", f"{facet} term", slug, terms)
        return terms[slug]

    def label(self, facet: str, slug: str) -> str:
        """The name readers see for a term, in the language of the page."""
        return self.text(self.term(facet, slug).label)

    def facet(self, facet: str) -> str:
        """The name readers see for a facet, in the language of the page."""
        return self.text(self.found(self.knowledge.vocabulary.facets, facet, "faset", "facet").label)

    def link(self, path: str) -> str:
        """The relative address of the page `path` of the same language, with its fragment: `guides/benefits#reach`.

        Relative, so that the site works under any folder of a host.
        """
        path, mark, fragment = path.partition("#")
        up = "../" * (self._links_start.count("/") - 1)
        page = path.removesuffix("index").strip("/")
        return f"{up}{page}{'/' if page else ''}{mark}{fragment}" or "./"

    @cached_property
    def case(self) -> CaseStudy:
        """The case this page tells, named in its front matter; the page fails when it names none."""
        slug = self.meta.get("case")
        if not slug:
            self.fail("kepala halaman ini tidak menyebut `case:`", "the front matter of this page names no `case:`")
        return self.case_named(str(slug))

    def case_named(self, slug: str) -> CaseStudy:
        """The case `slug`; the page fails when there is none."""
        return self.found(self.knowledge.cases, slug, "studi kasus", "case study")

    def found(self, records: Mapping[str, _Record], slug: str, kind_id: str, kind_en: str) -> _Record:
        """The record `slug`; the page fails with a suggestion when `records` does not have it."""
        if slug not in records:
            self.unknown(kind_id, kind_en, slug, records)
        return records[slug]

    def unknown(self, kind_id: str, kind_en: str, found: str, known: Iterable[str]) -> NoReturn:
        """Fail because a page names something that does not exist, suggesting what is spelled nearly so."""
        hints = suggestion(found, known)
        self.fail(
            f"{kind_id} '{found}' tidak dikenal{hints['hint_id']}",
            f"unknown {kind_en} '{found}'{hints['hint_en']}",
        )

    def fail(self, message_id: str, message_en: str) -> NoReturn:
        """Stop the build: the page asks for something that cannot be rendered."""
        raise MacroError(self.file, message_id, message_en)

    def first_time(self, what: str) -> bool:
        """True the first time the page asks with `what`: for a notice that is wanted once per page."""
        is_first = what not in self._said
        self._said.add(what)
        return is_first


def _links_start(page: Any) -> str | None:
    """The path of the source file under Zensical, which rewrites links in HTML as if they stood in that file."""
    return None if hasattr(page, "file") else page.path


def language_of(url: str) -> Language:
    """The language of a page: the first part of its address."""
    return next((language for language in LANGUAGES if url.startswith(f"{language}/")), "id")


class Site:
    """The knowledge of this build, and the page that is being rendered."""

    def __init__(self, env: Any) -> None:
        self._env = env
        try:
            self.knowledge = current_knowledge(Path(env.project_dir).resolve())
        except KnowledgeError as error:
            raise stopped(str(error)) from None
        self._editions = {language: Edition(self.knowledge, language) for language in LANGUAGES}
        self._rendered: Any = None
        self._context: PageContext | None = None

    def page(self) -> PageContext:
        """The context of the page being rendered; the same one for all macros of that page."""
        page = self._env.page
        if self._context is None or page is not self._rendered:
            self._rendered = page
            url = page.url or ""
            edition = self._editions[language_of(url)]
            address = self._env.conf.get("site_url") or ""
            self._context = PageContext(edition, url, page.meta or {}, _links_start(page), address)
        return self._context

    def register(self, macro: Macro) -> None:
        """Give pages `macro` under its own name; it receives the page's context as its first argument."""

        @wraps(macro)
        def called(*arguments: Any, **named: Any) -> str:
            return macro(self.page(), *arguments, **named)

        self._env.macro(called, macro.__name__)


def finish_site(env: Any) -> None:
    """Finish the folder that was built, with the knowledge this build has used. Stops the build when that fails."""
    root = Path(env.project_dir).resolve()
    try:
        finish(
            Path(env.conf["site_dir"]),
            root,
            live_reload=os.environ.get("SIMPUL_LIVE_RELOAD") == "1",
            knowledge=current_knowledge(root),
        )
    except (FinishError, KnowledgeError) as error:
        raise stopped(str(error)) from None


def stopped(reason: str) -> BaseException:
    """Print `reason` to standard error, and return the exception that ends the build without a traceback."""
    print(reason, file=sys.stderr, flush=True)
    if "mkdocs" not in sys.modules:  # Zensical
        return SystemExit(1)
    from mkdocs.exceptions import Abort

    return Abort("Situs tidak dibangun / The site was not built")
