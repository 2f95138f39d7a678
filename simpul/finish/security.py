"""The content security policy: nothing from elsewhere, and no inline script but the ones that were built in.

Each page carries the policy itself, because not every host lets a site set headers; a `_headers` file says the
same, and what only a header can say, for hosts that read it.
"""

import base64
import hashlib
import re

from simpul.finish.built_site import BuiltSite
from simpul.finish.scripts import inline_scripts

_POLICY_TAG = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_HEAD = re.compile(r"<head\b[^>]*>\n?")

# The search compiles its WebAssembly in the page: 'wasm-unsafe-eval' admits that and no other evaluation.
_SCRIPT_SOURCES = ["'self'", "'wasm-unsafe-eval'"]
_OTHER_SOURCES = {
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def script_hash(text: str) -> str:
    """The source expression that admits exactly the inline script `text`."""
    # A browser hashes the text after it has read the line ends as line feeds.
    normalised = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(normalised.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(inline: list[str], *, live_reload: bool = False) -> str:
    """The policy of a page whose inline scripts are `inline`."""
    # Beside hashes a browser ignores 'unsafe-inline', so a development server's script needs it alone.
    extra = ["'unsafe-inline'"] if live_reload else sorted({script_hash(text) for text in inline})
    sources = {"default-src": "'none'", "script-src": " ".join(_SCRIPT_SOURCES + extra), **_OTHER_SOURCES}
    return "; ".join(f"{directive} {value}" for directive, value in sources.items())


def protect(site: BuiltSite, *, live_reload: bool = False) -> None:
    """Put each page's policy first into its head, and write `_headers` for the site as a whole."""
    everywhere: list[str] = []
    for path, html in site.pages.items():
        inline = inline_scripts(html)
        everywhere += inline
        tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(inline, live_reload=live_reload)}">\n'
        site.pages[path] = _HEAD.sub(lambda head, tag=tag: head.group() + tag, _POLICY_TAG.sub("", html), count=1)  # type: ignore[misc]
    _write_headers(site, policy(everywhere, live_reload=live_reload))


def _write_headers(site: BuiltSite, whole: str) -> None:
    headers = {"Content-Security-Policy": f"{whole}; frame-ancestors 'none'", **_HEADERS}
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    # The name of a combined stylesheet changes with its content, so it may be kept for ever.
    for stylesheet in sorted((site.folder / "assets" / "stylesheets").glob("*-????????.css")):
        lines += [f"/assets/stylesheets/{stylesheet.name}", "  Cache-Control: public, max-age=31536000, immutable"]
    # The data are open: a page of any site may read them.
    lines += ["/data/*", "  Access-Control-Allow-Origin: *"]
    # An old copy of this one would keep the whole site old.
    lines += ["/service-worker.js", "  Cache-Control: no-cache"]
    (site.folder / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
