"""White space of the pages: none that only indents templates, and some where words of different cells would touch."""

import re

from simpul.finish.built_site import BuiltSite

# Where white space is content, or where a hash of the text is part of the policy.
_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2\s*>)", re.IGNORECASE | re.DOTALL)
_INDENTATION = re.compile(r"\s*\n\s*")
# In text that is taken out of its elements, as for an excerpt, nothing else parts a term from its description.
_TOUCHING = re.compile(r"(</(?:dt|dd|th|td|summary)>)(?=<)")


def tighten(site: BuiltSite) -> None:
    """Leave of each run of white space with a line end one line end, which between words is the same space."""
    for path, html in site.pages.items():
        parts = _KEPT.split(html)
        # Each kept part is followed by the name of its element, which the pattern had to remember.
        tight = [
            _TOUCHING.sub(r"\1\n", _INDENTATION.sub("\n", part)) if index % 3 == 0 else part
            for index, part in enumerate(parts)
            if index % 3 != 2
        ]
        site.pages[path] = "".join(tight).strip() + "\n"
