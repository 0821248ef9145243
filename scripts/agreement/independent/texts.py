"""Texts, layers and matchings, from the definitions in docs/agreement.md alone.

A study is a list of Doc; doc.items[i] is the list of Items of annotator i, or None when not done.
"""

import re
import unicodedata
from collections import namedtuple

KINDS = ("quote", "claim", "note")
SPACE = set("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff") | {chr(c) for c in range(0x2000, 0x200B)}

Text = namedtuple("Text", "units tokens paragraphs")  # units: per UTF-16 code unit, the character it is part of
Item = namedtuple("Item", "segments chars key note")  # an annotation in a layer; note: the annotation itself
Doc = namedtuple("Doc", "text items")


def is_word(char):
    """A letter or a digit: Unicode L or N."""
    return unicodedata.category(char)[0] in "LN"


def find_tokens(units):
    """Spans of /[\\p{L}\\p{N}_]+(?:['’][\\p{L}\\p{N}_]+)*|[^\\p{L}\\p{N}_\\s]/gu in code units."""
    def kind(char):
        return "w" if char == "_" or is_word(char) else "q" if char in "'’" else " " if char in SPACE \
            else "o" if ord(char) < 0x10000 else "O"
    return [found.span() for found in re.finditer("w+(?:qw+)*|OO|[qo]", "".join(map(kind, units)))]


def make_text(raw):
    """A text of the header with its code units, tokens and paragraphs."""
    units = [char for char in raw["text"] for _ in range(2 if ord(char) > 0xFFFF else 1)]
    paragraphs = [(s, e) for s, e in raw["blocks"] if any(c not in SPACE for c in units[s:e])]
    return Text(units, find_tokens(units), paragraphs)


def tag_path(tag, tags):
    """The names from the top down, joined with "/"."""
    name, parent = tags[tag]
    return (tag_path(parent, tags) + "/" if parent else "") + name


def has_tag(annotation, path, tags):
    """Whether an annotation has the tag of a path or one below it."""
    return any((tag_path(tag, tags) + "/").startswith(path + "/") for tag in annotation.get("tags") or [])


def segments_in(annotation, layer, tags):
    """The segments an annotation has in a layer of places, or None when it is not in it."""
    part, _, rest = layer.partition(":")
    if part in ("source", "cue"):
        return (annotation.get(part) or None) if annotation["kind"] == "quote" else None
    inside = {"all": True, "kind": annotation["kind"] == rest, "tag": has_tag(annotation, rest, tags)}
    return annotation["content"] if inside[part] else None


def make_item(annotation, segments):
    """key is what ties are broken by: start, end, id."""
    segments = tuple(sorted(map(tuple, segments)))
    chars = frozenset(i for s, e in segments for i in range(s, e))
    return Item(segments, chars, (min(chars), max(chars) + 1, annotation["id"]), annotation)


def layer_docs(study, layer, header, texts):
    """The documents of a study with what lies in one layer."""
    def items(coding):
        found = [(a, segments_in(a, layer, header["tags"])) for a in coding]
        return [make_item(a, segments) for a, segments in found if segments]
    return [Doc(texts[d["text"]], [None if c is None else items(c) for c in d["codings"]]) for d in study["documents"]]


def segments_of(items):
    """The segments of an annotator in a document, each once."""
    return sorted({segment for item in items for segment in item.segments})


def touches(span, other):
    """Whether two spans share a character."""
    return span[0] < other[1] and other[0] < span[1]


def carries(span, items):
    """Whether a unit carries the layer."""
    return any(touches(span, segment) for item in items for segment in item.segments)
