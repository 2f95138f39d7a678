"""The cases as data for others: JSON, a table, feeds, and what a search engine reads of a page.

Everything here is made of the knowledge and the address of the site alone: the same content always gives the same
bytes, whenever and wherever it is built.
"""

from simpul.open_data.addresses import Addresses
from simpul.open_data.feed import feed
from simpul.open_data.fields import Field, fields
from simpul.open_data.linked import case_page, dataset_page
from simpul.open_data.records import SCHEMA_VERSION, Records
from simpul.open_data.table import COLUMNS, table

__all__ = [
    "COLUMNS",
    "SCHEMA_VERSION",
    "Addresses",
    "Field",
    "Records",
    "case_page",
    "dataset_page",
    "feed",
    "fields",
    "table",
]
