"""What the library says as a whole, as pictures with the numbers beside them; `simpul.patterns` does the counting.

The pictures are drawn for the width of a phone, in units of its pixels, and grow on wider screens. A picture with
links is a group and no image, because assistive technology does not reach into an image.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from urllib.parse import urlencode

from macros.badges import tone
from macros.context import PageContext
from macros.rendering import render
from macros.wording import readable_date
from simpul.model.case_study import CaseStudy
from simpul.model.vocabulary import Term
from simpul.patterns import Matrix, Places, YearOfCases, by_place, by_year, helped_by_outcome, hurt_by_sector

WIDTH = 356
# What fits a phone at a size that can be read; the table holds the rest.
_ROWS, _COLUMNS = 10, 6
_CELL_WIDTH, _CELL_HEIGHT, _LABEL = 38, 36, 128
_SHADES = 4
_BAR_PITCH = 42
# Years before these stand in one column.
_SINGLE_YEARS = 20
_MARK_PITCH = 12

# Column and row of each province on the grid of tiles, and its short name, which both languages use.
TILES: Mapping[str, tuple[int, int, str]] = {
    "aceh": (0, 0, "Aceh"),
    "north-sumatra": (1, 1, "Sumut"),
    "riau": (2, 1, "Riau"),
    "riau-islands": (3, 1, "Kepri"),
    "west-sumatra": (1, 2, "Sumbar"),
    "jambi": (2, 2, "Jambi"),
    "bengkulu": (1, 3, "Bengkulu"),
    "south-sumatra": (2, 3, "Sumsel"),
    "bangka-belitung": (3, 3, "Babel"),
    "lampung": (2, 4, "Lampung"),
    "banten": (3, 5, "Banten"),
    "jakarta": (4, 5, "DKI"),
    "west-java": (4, 6, "Jabar"),
    "central-java": (5, 5, "Jateng"),
    "yogyakarta": (5, 6, "DIY"),
    "east-java": (6, 5, "Jatim"),
    "bali": (7, 6, "Bali"),
    "west-nusa-tenggara": (8, 6, "NTB"),
    "east-nusa-tenggara": (9, 6, "NTT"),
    "west-kalimantan": (4, 2, "Kalbar"),
    "central-kalimantan": (5, 2, "Kalteng"),
    "south-kalimantan": (5, 3, "Kalsel"),
    "east-kalimantan": (6, 2, "Kaltim"),
    "north-kalimantan": (6, 1, "Kaltara"),
    "north-sulawesi": (9, 1, "Sulut"),
    "gorontalo": (8, 1, "Gtlo"),
    "central-sulawesi": (8, 2, "Sulteng"),
    "west-sulawesi": (7, 3, "Sulbar"),
    "south-sulawesi": (8, 3, "Sulsel"),
    "southeast-sulawesi": (9, 3, "Sultra"),
    "north-maluku": (10, 2, "Malut"),
    "maluku": (10, 4, "Maluku"),
    "southwest-papua": (11, 2, "PBD"),
    "west-papua": (12, 2, "PB"),
    "central-papua": (12, 3, "PT"),
    "papua": (13, 2, "Papua"),
    "highland-papua": (13, 3, "PP"),
    "south-papua": (13, 4, "PS"),
}
_TILE = 25.4


@dataclass(frozen=True)
class Label:
    """A name broken into lines that fit its place in a picture."""

    name: str
    lines: Sequence[str]
    total: int


@dataclass(frozen=True)
class Cell:
    """One box of the grid: where it stands, what it counts, and the cases it leads to."""

    x: int
    y: int
    count: int
    shade: int
    name: str
    link: str


@dataclass(frozen=True)
class Part:
    """The part of a bar that one outcome takes."""

    x: float
    width: float
    count: int
    tone: str
    name: str
    link: str


@dataclass(frozen=True)
class Bar:
    """One enabler with the parts of its bar."""

    y: int
    slug: str
    label: str
    total: int
    link: str
    parts: Sequence[Part]


@dataclass(frozen=True)
class Tile:
    """One province on the grid of tiles; `anchor` is its row in the table, none where there is no case."""

    x: float
    y: float
    short: str
    name: str
    count: int
    shade: int
    anchor: str | None


@dataclass(frozen=True)
class Group:
    """A place with its cases."""

    anchor: str | None
    name: str
    cases: Sequence[CaseStudy]


@dataclass(frozen=True)
class Mark:
    """One case on the timeline."""

    x: float
    y: float
    tone: str


@dataclass(frozen=True)
class YearColumn:
    """A column of the timeline: one year, or all the years up to it."""

    name: str
    started: Sequence[CaseStudy]
    ended: Sequence[CaseStudy]
    x: float = 0
    labelled: bool = True


def patterns_base(page: PageContext) -> str:
    """On how many cases the page rests, and when the latest of them was verified."""
    cases = _cases(page)
    latest = readable_date(max(case.verified for case in cases), page.language) if cases else ""
    return render(page, "patterns_base", count=len(cases), latest=latest)


def patterns_hurt(page: PageContext) -> str:
    """Which challenges were recorded in which sectors."""
    matrix = hurt_by_sector(_cases(page), page.knowledge.terms("challenge"), page.knowledge.terms("sector"))
    rows, columns = matrix.rows[:_ROWS], matrix.columns[:_COLUMNS]
    columns_labels = [_label(page, "sector", slug, matrix.column_totals, 16) for slug in columns]
    return render(
        page,
        "patterns_hurt",
        matrix=matrix,
        rows=[_label(page, "challenge", slug, matrix.row_totals, 20) for slug in rows],
        columns=columns_labels,
        cells=_cells(page, matrix, rows, columns),
        cell_width=_CELL_WIDTH,
        cell_height=_CELL_HEIGHT,
        label_width=_LABEL,
        width=_LABEL + _CELL_WIDTH * len(columns),
        link=lambda **facets: _explorer(page, **facets),
    )


def patterns_helped(page: PageContext) -> str:
    """Which enablers were recorded, by the outcome of the case."""
    outcomes = page.knowledge.terms("outcome")
    matrix = helped_by_outcome(_cases(page), page.knowledge.terms("enabler"), outcomes)
    return render(
        page,
        "patterns_helped",
        matrix=matrix,
        bars=_bars(page, matrix),
        outcomes=_legend(outcomes.values()),
        pitch=_BAR_PITCH,
        width=WIDTH,
    )


def patterns_map(page: PageContext) -> str:
    """How many cases each province has; cases of the whole country and from abroad are counted beside the map."""
    provinces = page.knowledge.vocabulary.provinces
    places = by_place(_cases(page), provinces)
    abroad = sum(len(cases) for cases in places.abroad.values())
    return render(
        page,
        "patterns_map",
        tiles=_tiles(page, places),
        size=_TILE,
        width=WIDTH,
        height=round(_TILE * 7, 1),
        places=places,
        abroad=abroad,
        count=len(_cases(page)),
        with_cases=sum(1 for cases in places.provinces.values() if cases),
        empty=[page.text(name) for slug, name in provinces.items() if not places.provinces[slug]],
        groups=_place_groups(page, places),
    )


def patterns_timeline(page: PageContext) -> str:
    """When the cases began and ended, by outcome."""
    cases = _cases(page)
    timeline = by_year(cases)
    columns = _columns(page, timeline.years)
    above = max((len(column.started) for column in columns), default=0) * _MARK_PITCH
    below = max((len(column.ended) for column in columns), default=0) * _MARK_PITCH
    order = list(page.knowledge.terms("outcome"))
    marks = [mark for column in columns for mark in _marks(column, above, order)]
    return render(
        page,
        "patterns_timeline",
        timeline=timeline,
        columns=columns,
        marks=marks,
        axis=above + 4,
        height=above + below + 36,
        width=WIDTH,
        count=len(cases),
        outcomes=_legend(page.knowledge.terms("outcome").values()),
    )


def _cases(page: PageContext) -> list[CaseStudy]:
    return sorted(page.knowledge.cases.values(), key=lambda case: page.text(case.title).casefold())


def _explorer(page: PageContext, **facets: str) -> str:
    """The list of cases, filtered."""
    return f"{page.link('cases/index')}?{urlencode(facets)}"


def _label(page: PageContext, facet: str, slug: str, totals: Mapping[str, int], width: int) -> Label:
    name = page.label(facet, slug)
    return Label(name, wrap(name, width), totals[slug])


def _shade(count: int, most: int) -> int:
    """0 for none, else 1 to 4 in equal steps up to the largest count."""
    return -(-_SHADES * count // most) if count else 0


def _cells(page: PageContext, matrix: Matrix, rows: Sequence[str], columns: Sequence[str]) -> list[Cell]:
    most = max((matrix.count(row, column) for row in rows for column in columns), default=0)
    return [
        Cell(
            x=_LABEL + _CELL_WIDTH * across,
            y=_CELL_HEIGHT * down,
            count=matrix.count(row, column),
            shade=_shade(matrix.count(row, column), most),
            name=page.t.patterns.cell.format(
                row=page.label("challenge", row), column=page.label("sector", column), n=matrix.count(row, column)
            ),
            link=_explorer(page, challenge=row, sector=column),
        )
        for down, row in enumerate(rows)
        for across, column in enumerate(columns)
    ]


def _bars(page: PageContext, matrix: Matrix) -> list[Bar]:
    unit = WIDTH / max(matrix.row_totals.values(), default=1)
    return [
        Bar(
            y=_BAR_PITCH * down,
            slug=row,
            label=page.label("enabler", row),
            total=matrix.row_totals[row],
            link=_explorer(page, enabler=row),
            parts=_parts(page, matrix, row, unit),
        )
        for down, row in enumerate(matrix.rows)
    ]


def _parts(page: PageContext, matrix: Matrix, row: str, unit: float) -> list[Part]:
    parts, before = [], 0
    for column in matrix.columns:
        count = matrix.count(row, column)
        if count:
            values = {"row": page.label("enabler", row), "column": page.label("outcome", column), "n": count}
            parts.append(
                Part(
                    x=round(before * unit, 1),
                    width=round(count * unit, 1),
                    count=count,
                    tone=tone("outcome", column),
                    name=page.t.patterns.cell.format(**values),
                    link=_explorer(page, enabler=row, outcome=column),
                )
            )
        before += count
    return parts


def _legend(outcomes: Iterable[Term]) -> list[tuple[Term, str]]:
    return [(outcome, tone("outcome", outcome.slug)) for outcome in outcomes]


def _tiles(page: PageContext, places: Places) -> list[Tile]:
    most = max((len(cases) for cases in places.provinces.values()), default=0)
    tiles = []
    for slug, cases in places.provinces.items():
        across, down, short = page.found(TILES, slug, "petak provinsi", "tile of the province")
        tiles.append(
            Tile(
                x=round(_TILE * across, 1),
                y=round(_TILE * down, 1),
                short=short,
                name=page.text(page.knowledge.vocabulary.provinces[slug]),
                count=len(cases),
                shade=_shade(len(cases), most),
                anchor=f"province-{slug}" if cases else None,
            )
        )
    return tiles


def _place_groups(page: PageContext, places: Places) -> list[Group]:
    """The places that have cases: provinces, then the whole country, then countries abroad."""
    known = page.knowledge.vocabulary
    groups = [
        Group(f"province-{slug}", page.text(known.provinces[slug]), cases)
        for slug, cases in places.provinces.items()
        if cases
    ]
    if places.national:
        groups.append(Group(None, page.t.patterns.national, places.national))
    abroad = [Group(None, page.text(known.countries[slug]), cases) for slug, cases in places.abroad.items()]
    return groups + sorted(abroad, key=lambda group: group.name.casefold())


def _columns(page: PageContext, years: Sequence[YearOfCases]) -> list[YearColumn]:
    """One column for each of the last years, with or without cases, after one for everything before them."""
    if not years:
        return []
    last = years[-1].year
    first = max(years[0].year, last - _SINGLE_YEARS + 1)
    found = {one.year: one for one in years}
    early = [one for one in years if one.year < first]
    columns = []
    if early:
        name = page.t.patterns.up_to.format(year=first - 1)
        started = tuple(case for one in early for case in one.started)
        columns.append(YearColumn(name, started, tuple(case for one in early for case in one.ended)))
    for year in range(first, last + 1):
        one = found.get(year, YearOfCases(year, (), ()))
        # Every other year has its number, the last one always: more do not fit a phone, and the first needs its room.
        labelled = (last - year) % 2 == 0 and not (early and year < first + 3)
        columns.append(YearColumn(str(year), one.started, one.ended, labelled=labelled))
    # Half of the last number reaches beyond its column.
    pitch = (WIDTH - 6) / len(columns)
    return [
        YearColumn(one.name, one.started, one.ended, round(pitch * (index + 0.5), 1), one.labelled)
        for index, one in enumerate(columns)
    ]


def _marks(column: YearColumn, axis: int, order: Sequence[str]) -> list[Mark]:
    """Marks of one column, piled up from the line of years and down from it, like with like."""

    def piled(cases: Sequence[CaseStudy]) -> list[str]:
        return [tone("outcome", case.outcome) for case in sorted(cases, key=lambda case: order.index(case.outcome))]

    above = [Mark(column.x, axis - _MARK_PITCH * (n + 1), kind) for n, kind in enumerate(piled(column.started))]
    below = [Mark(column.x, axis + 32 + _MARK_PITCH * n, kind) for n, kind in enumerate(piled(column.ended))]
    return above + below


MACROS = (patterns_base, patterns_hurt, patterns_helped, patterns_map, patterns_timeline)
