"""Numbers, dates and periods in words of a language."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from babel.dates import format_date
from babel.numbers import format_decimal

from simpul.model.case_study import CaseStudy
from simpul.text import Language

# The same order in both languages, and a month in letters: 11/12 would be read differently by different readers.
_DATE_FORMATS = {1: "y", 2: "MMMM y", 3: "d MMMM y"}
_STILL_RUNS = frozenset({"running", "grown"})


def number(value: Decimal, language: Language) -> str:
    """The number with the separators of the language and exactly the decimals its source gives."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=language, decimal_quantization=False)


def readable_date(value: date, language: Language) -> str:
    """A date with its month in letters: 21 November 2026."""
    return format_date(value, format=_DATE_FORMATS[3], locale=language)


def readable_partial_date(value: str, language: Language) -> str:
    """A date no more exact than it was written: "2019" stays a year, "2019-10" becomes October 2019."""
    parts = [int(part) for part in value.split("-")]
    padded = date(*[*parts, 1, 1][:3])
    return format_date(padded, format=_DATE_FORMATS[len(parts)], locale=language)


def period(case: CaseStudy, t: SimpleNamespace) -> str:
    """When the collaboration ran, without claiming an end that is not known."""
    start, end = case.period.start, case.period.end
    if start is None:
        template = t.case.period_until if end is not None else t.case.period_unknown
    elif end is not None:
        template = t.case.period_one_year if start == end else t.case.period_between
    else:
        template = t.case.period_since if case.status in _STILL_RUNS else t.case.period_from
    words: str = template.format(start=start, end=end)
    return words
