"""Measure, print a table, write JSON, and end with 1 when a budget is exceeded."""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.building import CommandFailed, Time, build, build_plain, pages_of, timed
from bench.library import copy_project, grow_cases, grow_items
from bench.visits import answer_time, browser, served, weigh

ROOT = Path(__file__).resolve().parent.parent
KB = 1024
ITEMS = 500
SLOWER = 4
GUIDE = "guides/benefits/"
CASE = "cases/sumedang-simpati-stunting/"
# Choices in folded questions answer like those on screen; what is timed is the list they change.
EXPLORER = "[data-component=filters] input[type=checkbox]"
GENERATOR = "[data-component=questions] input[type=checkbox], [data-component=questions] input[type=radio]"


@dataclass(frozen=True)
class Measure:
    """One number, and the most it may be; None where it is only reported."""

    name: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def exceeded(self) -> bool:
        """True when there is a budget and the value is above it."""
        return self.budget is not None and self.value > self.budget


@dataclass(frozen=True)
class Built:
    """A library of some size, and what building it cost."""

    cases: int
    pages: int
    time: Time
    site: Path
    project: Path


def exponent(smaller: Built, larger: Built) -> float:
    """The power of the number of pages with which the time of a build grows; 1 is linear."""
    return math.log(larger.time.cpu / smaller.time.cpu) / math.log(larger.pages / smaller.pages)


def measure_builds(work: Path, sizes: Sequence[int], markdown: Path) -> Iterator[Built]:
    """The library at each size, the largest with its Markdown kept."""
    for size in sizes:
        project, site = work / f"project-{size}", work / f"site-{size}"
        copy_project(ROOT, project)
        cases = grow_cases(project, size)
        time = build(project, site, markdown if size == max(sizes) else None)
        yield Built(cases, pages_of(site), time, site, project)


def report_builds(built: Sequence[Built]) -> Iterator[Measure]:
    """Seconds at each size, and how they grow."""
    for one in built:
        name = f"build, {one.cases} cases, {one.pages} pages"
        yield Measure(name, one.time.cpu, "s cpu")
        yield Measure(name, one.time.wall, "s")
    if built[0].pages < built[-1].pages:
        name = f"exponent of time against pages, {built[0].pages} to {built[-1].pages}"
        yield Measure(name, exponent(built[0], built[-1]), "", 1.1)


def compare_with_plain(largest: Built, markdown: Path, work: Path) -> Iterator[Measure]:
    """The same pages in plain Material with its search, in the same run."""
    plain = build_plain(markdown, work / "plain")
    name = f"plain Material with its search, {largest.pages} pages"
    yield Measure(name, plain.cpu, "s cpu")
    yield Measure(name, plain.wall, "s")
    budget = 1 / 3 if largest.cases >= 1000 else None
    yield Measure("our build against plain Material", largest.time.cpu / plain.cpu, "", budget)


def weigh_pages(site: Path) -> Iterator[Measure]:
    """First and later visits of the usual pages, and of those that hold every case or item."""
    with served(site) as address, browser() as chromium:
        for language in ("id", "en"):
            for page in (GUIDE, CASE):
                path = f"{language}/{page}"
                visit = weigh(chromium, site, address, path)
                yield Measure(f"first visit, {path}", visit.bytes / KB, "KB", 45)
                yield Measure(f"requests, {path}", visit.requests, "", 8)
                other = f"{language}/{CASE if page == GUIDE else GUIDE}"
                later = weigh(chromium, site, address, path, first=other)
                yield Measure(f"later page, {path}", later.bytes / KB, "KB", 15)
            for page in ("cases/", "checklists/"):
                visit = weigh(chromium, site, address, f"{language}/{page}")
                yield Measure(f"first visit, {language}/{page}", visit.bytes / KB, "KB")


def measure_answers(explorer: Built, generator: Path, items: int) -> Iterator[Measure]:
    """From a choice to the list that fits it, on a processor four times slower."""
    with browser() as chromium:
        for name, site, page, choices in (
            (f"explorer answers, {explorer.cases} cases", explorer.site, "id/cases/", EXPLORER),
            (f"generator answers, {items} items", generator, "id/checklists/", GENERATOR),
        ):
            with served(site) as address:
                time = answer_time(chromium, address + page, choices, SLOWER)
            yield Measure(f"{name}, processor x{SLOWER} slower", time, "ms", 50)


def measure_check() -> Measure:
    """The best of three runs of `simpul check` on the real data, started like any command."""
    runs = [timed([sys.executable, "-m", "simpul.cli", "check"], ROOT) for _ in range(3)]
    return Measure("simpul check, real data", min(run.cpu for run in runs), "s cpu", 1)


def measure_all(work: Path, options: argparse.Namespace) -> Iterator[Measure]:
    """Every measure, in the order of the table."""
    yield measure_check()
    markdown = work / "markdown"
    built = list(measure_builds(work, sorted(options.sizes), markdown))
    yield from report_builds(built)
    if options.plain:
        yield from compare_with_plain(built[-1], markdown, work)
    if options.browser:
        yield from weigh_pages(built[0].site)
        items = grow_items(built[0].project, ITEMS)
        generator = work / "site-items"
        build(built[0].project, generator)
        yield from measure_answers(built[-1], generator, items)


def table(measures: Sequence[Measure]) -> str:
    """The measures in columns: name, value, unit, budget; what exceeds its budget is marked."""
    lines = []
    for one in measures:
        budget = "" if one.budget is None else f"<= {one.budget:.3g}"
        mark = "TERLAMPAUI / EXCEEDED" if one.exceeded else ""
        lines.append(f"{one.name:<62} {one.value:>9.3g} {one.unit:<6} {budget:<9} {mark}".rstrip())
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """0 when every measured budget is kept, 1 when one is exceeded, 2 when something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000], metavar="N")
    parser.add_argument("--no-plain", dest="plain", action="store_false", help="tanpa / without plain Material")
    parser.add_argument("--no-browser", dest="browser", action="store_false", help="tanpa peramban / without a browser")
    parser.add_argument("--json", type=Path, metavar="FILE", help="default: build/bench.json")
    options = parser.parse_args(argv)
    measures: list[Measure] = []
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as work:
            for measure in measure_all(Path(work), options):
                measures.append(measure)
                print(table([measure]), flush=True)
    except CommandFailed as error:
        print(error, file=sys.stderr)
        return 2
    path = options.json or ROOT / "build" / "bench.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    data = [{**asdict(one), "exceeded": one.exceeded} for one in measures]
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    return 1 if any(one.exceeded for one in measures) else 0


if __name__ == "__main__":
    sys.exit(main())
