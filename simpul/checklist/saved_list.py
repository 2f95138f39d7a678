"""A saved list: what a reader answered, marked and wrote, as a file that the site and the command both open.

A file is anyone's text: what has the wrong shape is named with its place, what is merely not known is kept. The
page does the same in checklist/saved-list.js.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from simpul.text import LANGUAGES, Language

FORMAT = "simpul-kolaborasi/checklist"
VERSION = 2
# Far above any list somebody wrote; below what a text editor still opens.
LARGEST = 5 * 1024 * 1024

MEETING = ("partners", "date", "place")
OWN_ITEM = ("slug", "pause_point", "text")


class SavedListError(Exception):
    """A file that is no saved list, or one that cannot be read; the text says where and why in both languages."""


@dataclass(frozen=True)
class OwnItem:
    """An item the reader has added to a pause point."""

    slug: str
    pause_point: str
    text: str


@dataclass(frozen=True)
class SavedList:
    """Everything that was kept of one list. `answers` are as they were written, known or not.

    `identity` is the same wherever the list is opened; the page gives one to a list that has none.
    """

    language: Language = "id"
    name: str = ""
    changed: str = ""
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meeting: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    taken_in: tuple[str, ...] = ()
    own_items: tuple[OwnItem, ...] = ()
    identity: str = ""

    def entry(self, *slugs: str) -> Mapping[str, str]:
        """What was marked and written for the first of `slugs` that has an entry; empty when none has."""
        return next((self.entries[slug] for slug in slugs if slug in self.entries), {})

    def to_json(self) -> str:
        """The list as the text of a file of the newest version, as the page writes it."""
        data = {
            "format": FORMAT,
            "version": VERSION,
            "identity": self.identity,
            "language": self.language,
            "name": self.name,
            "changed": self.changed,
            "answers": {facet: list(values) for facet, values in self.answers.items()},
            "meeting": {key: self.meeting.get(key, "") for key in MEETING},
            "entries": {slug: dict(entry) for slug, entry in self.entries.items()},
            "taken_in": list(self.taken_in),
            "own_items": [{key: getattr(item, key) for key in OWN_ITEM} for item in self.own_items],
        }
        # A half of a character, which a file cannot hold, stays readable as an escape.
        text = json.dumps(data, ensure_ascii=False, indent=1)
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def read_saved_list(content: bytes, name: str) -> SavedList:
    """The list that a file holds, of this version or an older one.

    `name` is what messages call the file. Raises SavedListError with every problem of the file, one on each line.
    """
    data = _parse(content, name)
    if not isinstance(data, dict):
        raise SavedListError(_wrong(name, (), "{…}", data))
    if "format" not in data and isinstance(data.get("items"), dict):
        data = {"format": FORMAT, "version": 1, "entries": data["items"]}
    _require_known_version(data, name)
    if problems := [_wrong(name, loc, expected, found) for loc, expected, found in _problems(data)]:
        raise SavedListError("\n".join(problems))
    return _build(data)


def _parse(content: bytes, name: str) -> Any:
    if len(content) > LARGEST:
        size, most = (f"{number / 1024 / 1024:.1f} MB" for number in (len(content), LARGEST))
        raise SavedListError(
            f"{name}: berkas terlalu besar ({size}; paling besar {most}) / "
            f"the file is too large ({size}; at most {most})"
        )
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SavedListError(
            f"{name}: bukan teks UTF-8 pada bita {error.start}; pilih berkas yang disimpan dari daftar periksa / "
            f"not UTF-8 text at byte {error.start}; choose a file that was saved from a page with a checklist"
        ) from None
    except json.JSONDecodeError as error:
        raise SavedListError(
            f"{name}:{error.lineno}:{error.colno}: bukan JSON yang utuh; mungkin berkas terpotong atau disunting / "
            "not complete JSON; the file may be cut off or edited"
        ) from None
    except (RecursionError, ValueError):
        raise SavedListError(
            f"{name}: JSON bersusun terlalu dalam atau memuat angka terlalu panjang / "
            "JSON nested too deeply, or a number too long"
        ) from None


def _require_known_version(data: Mapping[str, Any], name: str) -> None:
    found, version = data.get("format"), data.get("version")
    if found != FORMAT:
        raise SavedListError(
            f"{name}: bukan daftar periksa yang disimpan dari situs ini; kunci format harus '{FORMAT}' / "
            f"not a checklist saved from this site; the key format must be '{FORMAT}'"
        )
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise SavedListError(_wrong(name, ("version",), f"1..{VERSION}", version))
    if version > VERSION:
        raise SavedListError(
            f"{name}: versi {version} lebih baru daripada yang dikenal di sini ({VERSION}); "
            "muat ulang situs atau perbarui perintah ini. Berkas tidak diubah / "
            f"version {version} is newer than what is known here ({VERSION}); "
            "load the site again or update this command. The file was not changed"
        )


def _problems(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Where the file has another shape than a saved list: place, what was expected, what was found."""
    for key in ("identity", "language", "name", "changed"):
        if not isinstance(data.get(key, ""), str):
            yield (key,), "teks / text", data[key]
    for key in ("answers", "meeting", "entries"):
        if not isinstance(data.get(key, {}), dict):
            yield (key,), "{…}", data[key]
    for key in ("taken_in", "own_items"):
        if not isinstance(data.get(key, []), list):
            yield (key,), "[…]", data[key]
    for facet, values in _items(data, "answers"):
        yield from _texts(values, ("answers", facet))
    for key in MEETING:
        value = _items_of(data, "meeting").get(key, "")
        if not isinstance(value, str):
            yield ("meeting", key), "teks / text", value
    for slug, entry in _items(data, "entries"):
        if not isinstance(entry, dict):
            yield ("entries", slug), "{…}", entry
            continue
        for key, value in entry.items():
            if not isinstance(value, str):
                yield ("entries", slug, key), "teks / text", value
    if isinstance(data.get("taken_in"), list):
        yield from _texts(data["taken_in"], ("taken_in",))
    own_items = data.get("own_items")
    for number, item in enumerate(own_items if isinstance(own_items, list) else []):
        if not isinstance(item, dict):
            yield ("own_items", number), "{…}", item
            continue
        for key in OWN_ITEM:
            if not isinstance(item.get(key), str):
                yield ("own_items", number, key), "teks / text", item.get(key)


def _items_of(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key, {})
    return value if isinstance(value, dict) else {}


def _items(data: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    yield from _items_of(data, key).items()


def _texts(values: Any, loc: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    if not isinstance(values, list):
        yield loc, "[…]", values
        return
    for number, value in enumerate(values):
        if not isinstance(value, str):
            yield (*loc, number), "teks / text", value


def _build(data: Mapping[str, Any]) -> SavedList:
    language = next((known for known in LANGUAGES if known == data.get("language")), LANGUAGES[0])
    return SavedList(
        language=language,
        name=data.get("name", ""),
        changed=data.get("changed", ""),
        answers={facet: tuple(values) for facet, values in data.get("answers", {}).items()},
        meeting={key: data.get("meeting", {}).get(key, "") for key in MEETING},
        entries={slug: dict(entry) for slug, entry in data.get("entries", {}).items()},
        taken_in=tuple(data.get("taken_in", ())),
        own_items=tuple(OwnItem(**{key: item[key] for key in OWN_ITEM}) for item in data.get("own_items", ())),
        identity=data.get("identity", ""),
    )


def _wrong(name: str, loc: tuple[str | int, ...], expected: str, found: Any) -> str:
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{_shown(part)}" for part in loc)
    what = _shown(json.dumps(found, ensure_ascii=False))
    return (
        f"{name}: ${place}: ditemukan {what}, seharusnya {expected}; simpan ulang daftar dari halamannya / "
        f"found {what}, expected {expected}; save the list from its page again"
    )


def _shown(text: str) -> str:
    """`text` short enough for a message, without what would steer a terminal."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:60])
    return shown + ("…" if len(text) > len(shown) else "")
