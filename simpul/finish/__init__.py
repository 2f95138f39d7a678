"""What happens to a site after it was built, whoever built it.

`finish` takes a folder of HTML as a builder left it and makes it the site that is published: one small
stylesheet, nothing that no page uses, a security policy, a sitemap, a search index for each language, links from
terms to their meaning, the cases as data, the documents of the templates, and what opens without a network. It knows
nothing of the builder. Running it again on its own result changes nothing.
"""

from pathlib import Path

from simpul.finish import (
    documents,
    downloads,
    exports,
    markup,
    offline,
    paper,
    scripts,
    search,
    security,
    sitemap,
    stylesheets,
    terms,
    unused,
)
from simpul.finish.built_site import BuiltSite, FinishError
from simpul.finish.words import search_examples, search_words
from simpul.knowledge import Knowledge

__all__ = ["FinishError", "finish"]


def finish(site_dir: Path, root: Path, *, live_reload: bool = False, knowledge: Knowledge | None = None) -> None:
    """Make the built folder `site_dir` ready to publish; `root` is the project with its data.

    A caller that has loaded the project's knowledge passes it, so that it is not read twice. With `live_reload` the
    policy admits the script that a development server writes into each page.
    Raises FinishError, in both languages, when `site_dir` is not a built site or a step cannot be done.
    """
    site = BuiltSite.read(site_dir)
    known = knowledge or Knowledge.load(root)
    words = search_words(known)
    terms.link(site, known)  # before the stylesheets, which keep only what a page names
    paper.add_codes(site, root)
    scripts.tighten(site)
    stylesheets.combine(site)
    unused.remove(site)
    downloads.write(site, known)
    paper.write_texts(site, known)
    documents.write(site, known)
    exports.write(site, known)
    search.name_pages(site)
    search.weigh_pages(site)
    markup.tighten(site)
    security.protect(site, live_reload=live_reload)
    site.write()
    sitemap.write(site)
    search.index(site, words)
    search.write_examples(site, search_examples(known))
    offline.write(site)
