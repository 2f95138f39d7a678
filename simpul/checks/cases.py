"""Case studies: terms, sources, cautions and pages."""

from collections.abc import Iterator
from datetime import date, timedelta

from simpul.checks.references import Reference, each, slugs_in, unknown, unknown_terms
from simpul.knowledge import Knowledge
from simpul.messages import problem
from simpul.model.case_study import CaseStudy, Result
from simpul.problem import Problem
from simpul.source import Loc
from simpul.text import LANGUAGES


def _path(case: CaseStudy) -> str:
    return f"case_studies/{case.slug}.yml"


def check_case_terms_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """Every term a case names is in its facet of the vocabulary."""
    for case in knowledge.cases.values():
        for facet, references in _terms(case):
            yield from unknown_terms(knowledge, _path(case), facet, references)


def check_case_places_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """The country and provinces of a case are in the vocabulary."""
    vocabulary = knowledge.vocabulary
    for case in knowledge.cases.values():
        country: list[Reference] = [(("country",), case.country)]
        yield from unknown(knowledge, _path(case), "unknown-place", vocabulary.countries, country)
        provinces = each(("provinces",), case.provinces)
        yield from unknown(knowledge, _path(case), "unknown-place", vocabulary.provinces, provinces)


def _terms(case: CaseStudy) -> Iterator[tuple[str, list[Reference]]]:
    yield "status", [(("status",), case.status)]
    yield "outcome", [(("outcome",), case.outcome)]
    yield "evidence", [(("evidence",), case.evidence)]
    yield "caution", list(each(("cautions",), case.cautions))
    yield "level", list(each(("levels",), case.levels))
    yield "sector", list(each(("sectors",), case.sectors))
    yield "form", list(each(("forms",), case.forms))
    yield "instrument", list(each(("instruments",), case.instruments))
    yield "partner_type", [(("partners", n, "type"), p.type) for n, p in enumerate(case.partners)]
    yield "challenge", [(("challenges", n, "challenge"), c.challenge) for n, c in enumerate(case.challenges)]
    yield "enabler", [(("enablers", n, "enabler"), e.enabler) for n, e in enumerate(case.enablers)]
    yield (
        "approximation",
        [
            ((key, number, part, "approximation"), figure.approximation)
            for key, number, result in _results(case)
            for part, figure in (("before", result.before), ("after", result.after))
            if figure is not None
        ],
    )


def _results(case: CaseStudy) -> Iterator[tuple[str, int, Result]]:
    for key, results in (("results", case.results), ("scale", case.scale)):
        for number, result in enumerate(results):
            yield key, number, result


def source_references(case: CaseStudy) -> list[tuple[Loc, str]]:
    """Where the case names one of its own sources, in the order of the file."""
    holders: list[tuple[Loc, tuple[str, ...]]] = [(("arrangement",), case.arrangement.sources)]
    holders += [(("timeline", n), event.sources) for n, event in enumerate(case.timeline)]
    holders += [((key, n), result.sources) for key, n, result in _results(case)]
    holders += [(("challenges", n), challenge.sources) for n, challenge in enumerate(case.challenges)]
    holders += [(("enablers", n), enabler.sources) for n, enabler in enumerate(case.enablers)]
    return [((*loc, "sources", number), slug) for loc, slugs in holders for number, slug in enumerate(slugs)]


def check_case_sources_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """Every source a case refers to is in its own list."""
    for case in knowledge.cases.values():
        references = source_references(case)
        yield from unknown(knowledge, _path(case), "unknown-source", case.sources, references)


def check_case_sources_are_used(knowledge: Knowledge) -> Iterator[Problem]:
    """Every source of a case carries a fact of the case or a sentence of a page."""
    cited = {key for page in knowledge.pages.values() for call in page.macros for key in call.texts}
    for case in knowledge.cases.values():
        used = {slug for _, slug in source_references(case)}
        pages = [knowledge.pages.get((language, f"cases/{case.slug}")) for language in LANGUAGES]
        used |= {key for page in pages if page for call in page.macros for key in call.texts}
        for slug in case.sources:
            if slug not in used and f"{case.slug}/{slug}" not in cited:
                yield knowledge.problem(_path(case), ("sources", slug), "unused-source", found=slug)


def check_cases_state_their_cautions(knowledge: Knowledge) -> Iterator[Problem]:
    """A case on one source, or on the actors' own reports alone, says so; no case says so without need."""
    reasons = {
        "single-source": ("hanya ada satu sumber", "it has one source only"),
        "self-reported": ("semua sumber ditulis para pihak", "all its sources were written by the parties"),
    }
    for case in knowledge.cases.values():
        needed = set()
        if len(case.sources) < 2:
            needed.add("single-source")
        if not any(source.independent for source in case.sources.values()):
            needed.add("self-reported")
        for caution in sorted(needed - set(case.cautions)):
            indonesian, english = reasons[caution]
            values = {"expected": caution, "reason_id": indonesian, "reason_en": english}
            yield knowledge.problem(_path(case), ("cautions",), "missing-caution", **values)
        for number, caution in enumerate(case.cautions):
            if caution in reasons and caution not in needed:
                yield knowledge.problem(_path(case), ("cautions", number), "needless-caution", found=caution)


def check_cases_join_institutions(knowledge: Knowledge) -> Iterator[Problem]:
    """A case has two partners or more: one institution alone does not collaborate."""
    for case in knowledge.cases.values():
        if len(case.partners) < 2:
            yield knowledge.problem(_path(case), ("partners",), "too-few-partners")


def check_cases_are_bounded_in_time(knowledge: Knowledge) -> Iterator[Problem]:
    """A case says when it ran, or in a note why that is not known."""
    for case in knowledge.cases.values():
        if case.period.start is None and case.period.end is None and case.period.note is None:
            yield knowledge.problem(_path(case), ("period",), "unbounded-period")


def check_cases_were_verified(knowledge: Knowledge) -> Iterator[Problem]:
    """No case is dated later than today; tomorrow is allowed, because it has begun somewhere."""
    latest = date.today() + timedelta(days=1)
    for case in knowledge.cases.values():
        if case.verified > latest:
            yield knowledge.problem(_path(case), ("verified",), "date-in-future", found=case.verified)


def check_stories_bear_the_title_of_their_case(knowledge: Knowledge) -> Iterator[Problem]:
    """A card, a search result and the page itself name a case alike."""
    for case in knowledge.cases.values():
        for language in LANGUAGES:
            page = knowledge.pages.get((language, f"cases/{case.slug}"))
            if page is None or page.meta is None:
                continue
            title = case.title.in_language(language)
            if page.meta.title != title:
                values = {"found": page.meta.title, "expected": title}
                yield knowledge.problem(page.file, ("title",), "title-differs", **values)
            # A page without a first heading of its own is headed by its title.
            for heading in page.headings[:1]:
                if heading.level == 1 and heading.text != title:
                    place = (heading.line, 1)
                    yield problem(page.file, place, "title-differs", found=heading.text, expected=title)


def check_every_case_has_its_pages(knowledge: Knowledge) -> Iterator[Problem]:
    """A case has a story in both languages, and a story has its facts."""
    for slug in slugs_in(knowledge, "case_studies"):
        for language in LANGUAGES:
            if (language, f"cases/{slug}") not in knowledge.pages:
                name = f"docs/{language}/cases/{slug}.md"
                yield knowledge.problem(f"case_studies/{slug}.yml", (), "case-without-pages", name=name)
    for page in knowledge.pages.values():
        folder, _, slug = page.path.rpartition("/")
        # Beside the stories stand pages about all cases; each of them shows a component of its own.
        about_all = slug == "index" or (page.meta is not None and page.meta.component is not None)
        if folder == "cases" and not about_all and not knowledge.knows_case(slug):
            yield knowledge.problem(page.file, (), "page-without-case", slug=slug)
