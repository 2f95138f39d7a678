"""Registers the macros that pages in docs/ call; each is a function of one of the modules below."""

import sys
from pathlib import Path
from typing import Any

_ROOT = str(Path(__file__).resolve().parent.parent)
if _ROOT not in sys.path:  # Zensical runs this file by its path, without the project on the path
    sys.path.insert(0, _ROOT)

from macros import (  # noqa: E402
    cards,
    cases,
    checklists,
    evidence,
    explorer,
    fillable,
    glossary,
    legal,
    offline,
    open_data,
    patterns,
    regulations,
    self_check,
    sources,
)
from macros.context import Site, finish_site  # noqa: E402

MODULES = (
    cases,
    cards,
    explorer,
    patterns,
    open_data,
    offline,
    evidence,
    sources,
    regulations,
    legal,
    glossary,
    checklists,
    self_check,
    fillable,
)


def define_env(env: Any) -> None:
    """Give pages every macro of the modules; stops the build when the project's files hold problems."""
    site = Site(env)
    for module in MODULES:
        for macro in module.MACROS:
            site.register(macro)


def on_post_build(env: Any) -> None:
    """Make the folder MkDocs has built ready to publish. Zensical does not call this: run `simpul finish` after it."""
    finish_site(env)
