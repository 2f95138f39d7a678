"""The choice to keep the whole site on the reader's device. Scripts show it where a browser can do it."""

from macros.context import PageContext
from macros.rendering import render


def keep_offline(page: PageContext) -> str:
    """What opens without a network, and the choice to keep the whole site; finishing fills in its size."""
    return render(page, "keep_offline")


MACROS = (keep_offline,)
