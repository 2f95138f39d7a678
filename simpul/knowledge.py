"""Everything the project knows, loaded from one folder into one frozen object, with the problems met on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from simpul.messages import problem
from simpul.model.base import SLUG, Passage, Text
from simpul.model.case_study import CaseStudy
from simpul.model.checklist import Glossary, GlossaryTerm, PausePoint, Question, Questions
from simpul.model.instruments import Instruments
from simpul.model.self_check import SelfCheck, StatementGroup
from simpul.model.site import StringGroup
from simpul.model.sources import Claim, Claims, Literature, Regulation, Regulations, Topic, Work
from simpul.model.template import Template
from simpul.model.vocabulary import Facet, Term, Vocabulary
from simpul.pages import Page, read_pages
from simpul.problem import Problem
from simpul.shape import build
from simpul.source import Loc, Source, read_yaml
from simpul.text import Language

_Model = TypeVar("_Model", bound=BaseModel)


# Each loading is its own object, so that what is computed from one can be kept beside it.
@dataclass(frozen=True, eq=False)
class Knowledge:
    """All records by slug. A record that could not be built is absent, and the reason stands in `problems`."""

    root: Path
    vocabulary: Vocabulary
    cases: Mapping[str, CaseStudy]
    pause_points: Mapping[str, PausePoint]
    templates: Mapping[str, Template]
    questions: Mapping[str, Question]
    questions_intro: Passage | None
    works: Mapping[str, Work]
    claims: Mapping[str, Claim]
    regulations: Mapping[str, Regulation]
    topics: Mapping[str, Topic]
    instruments: Instruments
    glossary: Mapping[str, GlossaryTerm]
    self_check: Mapping[str, StatementGroup]
    strings: Mapping[str, Mapping[str, Text]]
    pages: Mapping[tuple[Language, str], Page]
    files: Mapping[str, Source] = field(repr=False)

    @classmethod
    def load(cls, root: Path) -> "Knowledge":
        """The knowledge in the folder `root`. Never raises for what a file contains: see `problems`."""
        loader = _Loader(root)
        vocabulary = loader.one("data/vocabulary.yml", Vocabulary)
        literature = loader.one("data/literature.yml", Literature)
        claims = loader.one("data/claims.yml", Claims)
        regulations = loader.one("data/regulations.yml", Regulations)
        instruments = loader.one("data/instruments.yml", Instruments)
        glossary = loader.one("data/glossary.yml", Glossary)
        self_check = loader.one("data/self_check.yml", SelfCheck)
        questions = loader.one("data/questions.yml", Questions)
        cases = loader.folder("case_studies", CaseStudy)
        pause_points = loader.folder("checklists", PausePoint)
        templates = loader.folder("templates", Template)
        groups = loader.folder("data/strings", StringGroup, named=False)
        pages, sources = read_pages(root)
        loader.files.update({source.path: source for source in sources})
        ordered = sorted(pause_points.values(), key=lambda point: point.order)
        return cls(
            root=root,
            vocabulary=vocabulary or Vocabulary.model_construct(facets={}, countries={}, provinces={}),
            cases=cases,
            pause_points={point.slug: point for point in ordered},
            templates=dict(sorted(templates.items(), key=lambda entry: entry[1].order)),
            questions=questions.questions if questions else {},
            questions_intro=questions.intro if questions else None,
            works=literature.works if literature else {},
            claims=claims.claims if claims else {},
            regulations=regulations.regulations if regulations else {},
            topics=regulations.topics if regulations else {},
            instruments=instruments or Instruments.model_construct(questions={}, forms={}, documents={}),
            glossary=glossary.terms if glossary else {},
            self_check=self_check.groups if self_check else {},
            strings={name: group.root for name, group in groups.items()},
            pages={(page.language, page.path): page for page in pages},
            files=loader.files,
        )

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the form and shape of the files, sorted."""
        return sorted(problem for source in self.files.values() for problem in source.problems)

    def terms(self, facet: str) -> Mapping[str, Term]:
        """The terms of a facet by slug, in order; empty for a facet that does not exist."""
        found: Facet | None = self.vocabulary.facets.get(facet)
        return found.terms if found else {}

    def problem(self, path: str, loc: Loc, rule: str, **values: object) -> Problem:
        """A problem at the place of `loc` in the file `path`."""
        return problem(path, self.files[path].where(loc), rule, **values)

    def knows_case(self, slug: str) -> bool:
        """True when the file of that case exists, even if it holds problems: one mistake is reported once."""
        return f"case_studies/{slug}.yml" in self.files


class _Loader:
    """Reads files and keeps each one, so that a later check can find the place of any part."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, Source] = {}

    def one(self, name: str, model: type[_Model]) -> _Model | None:
        path = self.root / name
        if not path.exists():
            missing = Source(name)
            missing.report("missing-file", (1, 1), name=name)
            self.files[name] = missing
            return None
        return self._read(path, name, model, slug=None)

    def folder(self, name: str, model: type[_Model], named: bool = True) -> dict[str, _Model]:
        records: dict[str, _Model] = {}
        for path in sorted((self.root / name).glob("*.yml")):
            shown = f"{name}/{path.name}"
            record = self._read(path, shown, model, slug=path.stem if named else None)
            if not SLUG.fullmatch(path.stem):
                self.files[shown].report("bad-slug", (1, 1), found=path.stem)
            elif record is not None:
                records[path.stem] = record
        return records

    def _read(self, path: Path, shown: str, model: type[_Model], slug: str | None) -> _Model | None:
        source = read_yaml(path, shown)
        self.files[shown] = source
        if source.data is None and source.problems:
            return None
        return build(model, source, source.data, slug)
