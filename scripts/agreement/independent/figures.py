"""Agreement of annotators, computed once more from the definitions alone, and compared with a table of figures.

    python3 figures.py table.jsonl

The table has a head and a study with its `expected` figures in each line (annotations/agreement/agreement-table.jsonl).
Every value is an exact Fraction until it is compared, or the word that says why there is none: "units" (nothing to
compare), "variation" (one value only), "chance" (De cannot be told). Exit status 1 when a figure differs by 1e-9 or more.
"""

import json
import sys
from collections import Counter
from fractions import Fraction
from itertools import combinations

from spans import f1_over, half_shared, matching_size, pair_items, span_f1_overlap_any, trimmed
from texts import KINDS, Doc, carries, has_tag, layer_docs, make_text, segments_of, tag_path, touches
from unitizing import alpha_u, cu_alpha, u_alpha
from units import fleiss, kappa, nominal_alpha, rows_of


def same_source(a, b):
    """Sources that share a character, or both absent."""
    ours, theirs = a.get("source") or [], b.get("source") or []
    return any(touches(s, o) for s in ours for o in theirs) or not (ours or theirs)


def same_speakers(a, b):
    """The same set of speakers of the register; with one known only as written ("~") never the same."""
    ours, theirs = set(a.get("voices") or []), set(b.get("voices") or [])
    return ours == theirs and not any(v.startswith("~") for v in ours)


def paired(docs):
    """The annotations paired in a layer, over all documents of two annotators."""
    return [(a.note, b.note) for doc in docs for a, b in pair_items(*doc.items)]


def share(values):
    """The share of what is true."""
    return Fraction(sum(values), len(values)) if values else "units"


def label_pairs(layer, docs, tags):
    """The labels of annotations paired in `all`; types only where both have the kind, "-" when open."""
    pairs = paired(docs)
    name, _, path = layer.removeprefix("label:").partition(":")
    if name in ("quoteType", "claimType"):
        pairs = [pair for pair in pairs if all(a["kind"] == name.removesuffix("Type") for a in pair)]
    label = {"kind": lambda a: a["kind"], "tags": lambda a: frozenset(a.get("tags") or []),
             "tag": lambda a: has_tag(a, path, tags)}
    of = label.get(name, lambda a: a.get(name) or "-")
    return [(of(a), of(b)) for a, b in pairs]


tokens, paragraphs = lambda text: text.tokens, lambda text: text.paragraphs
code_units = lambda text: [(i, i + 1) for i in range(len(text.units))]
spans = lambda text, items: segments_of(items)
multiset_common = lambda a, b: sum((Counter(a) & Counter(b)).values())
carrying = lambda text, items: {token for token in text.tokens if carries(token, items)}


OF_PAIRS = {
    "spanF1Exact": lambda docs: f1_over(docs, spans, multiset_common),
    "spanF1ExactTrimmed": lambda docs: f1_over(docs, trimmed, multiset_common),
    "spanF1OverlapAny": span_f1_overlap_any,
    "spanF1Overlap": lambda docs: f1_over(docs, spans, lambda a, b: matching_size(a, b, touches)),
    "spanF1Jaccard50": lambda docs: f1_over(docs, spans, lambda a, b: matching_size(a, b, half_shared)),
    "annotationF1Exact": lambda docs: f1_over(docs, lambda text, items: [i.segments for i in items], multiset_common),
    "annotationF1Jaccard50": lambda docs: f1_over(docs, lambda text, items: items, lambda a, b: len(pair_items(a, b))),
    "tokenF1": lambda docs: f1_over(docs, carrying, multiset_common),
    "tokenKappaCohen": lambda docs: kappa(rows_of(docs, tokens)),
    "paragraphKappaCohen": lambda docs: kappa(rows_of(docs, paragraphs)),
    "speakerAgreementSource": lambda docs: share([same_source(a, b) for a, b in paired(docs)]),
    "speakerAgreementResolved": lambda docs: share([same_speakers(a, b) for a, b in paired(docs)]),
}
OF_ALL = {  # of documents, annotators, whether values are kinds
    "tokenKappaFleiss": lambda docs, m, kinds: fleiss(rows_of(done_by_all(docs), tokens)),
    "tokenAlphaNominal": lambda docs, m, kinds: nominal_alpha(rows_of(docs, tokens)),
    "charAlphaNominal": lambda docs, m, kinds: nominal_alpha(rows_of(docs, code_units)),
    "paragraphAlphaNominal": lambda docs, m, kinds: nominal_alpha(rows_of(docs, paragraphs)),
    "alphaU": lambda docs, m, kinds: alpha_u(done_by_all(docs), m),
    "uAlpha": lambda docs, m, kinds: u_alpha(done_by_all(docs), m, kinds),
    "cuAlpha": lambda docs, m, kinds: cu_alpha(done_by_all(docs), m, kinds),
}
OF_LABELS = {"labelKappaCohen": kappa, "labelAlphaNominal": nominal_alpha}


def done_by_all(docs):
    """The documents that all their annotators did."""
    return [doc for doc in docs if None not in doc.items]


def over_pairs(measure, docs, m):
    """The value of two annotators; of more [mean of those with a value, then every pair]."""
    def docs_of(pair):
        return done_by_all([Doc(doc.text, [doc.items[i] for i in pair]) for doc in docs])
    values = [measure(docs_of(pair)) for pair in combinations(range(m), 2)]
    if m == 2:
        return values[0]
    known = [v for v in values if not isinstance(v, str)]
    return [sum(known) / len(known) if known else values[0]] + values


def value_of(measure, layer, docs, m, tags):
    """One figure: measure in layer, over the documents of a study."""
    if measure in OF_LABELS:
        return over_pairs(lambda pair: OF_LABELS[measure](label_pairs(layer, pair, tags)), docs, m)
    if measure in OF_PAIRS:
        return over_pairs(OF_PAIRS[measure], docs, m)
    return OF_ALL[measure](docs, m, layer == "label:kind")


def figures_of(study, header, texts):
    """All figures of a study, by layer."""
    paths = ["tag:" + tag_path(t, header["tags"]) for t in header["tags"]]
    marked = ["all"] + ["kind:" + k for k in KINDS] + paths + ["source", "cue"]
    labels = ["label:" + name for name in ["kind", "tags", "quoteType", "claimType"] + paths]
    figures = {}
    for layer in marked + labels:
        docs = layer_docs(study, layer if layer in marked else "all", header, texts)
        measures = header["measures"].get(layer) or header["measures"]["all" if layer in marked else "label"]
        figures[layer] = [value_of(name, layer, docs, study["annotators"], header["tags"]) for name in measures]
    return figures


def same(ours, expected):
    """Whether a value, or each of a list of them, is what the table has."""
    if isinstance(ours, list) or isinstance(expected, list):
        return isinstance(expected, list) and len(ours) == len(expected) and all(map(same, ours, expected))
    if isinstance(ours, str) or isinstance(expected, str):
        return ours == expected
    return abs(ours - Fraction(expected)) < Fraction(1, 10**9)


def main(table):
    """Compares all figures of a table; the number of those that differ."""
    compared, different = 0, 0
    with open(table, encoding="utf-8") as lines:
        header = json.loads(next(lines))
        texts = [make_text(raw) for raw in header["texts"]]
        for study in map(json.loads, lines):
            figures = figures_of(study, header, texts)
            for layer, expected in study["expected"].items():
                names = header["measures"].get(layer) or header["measures"]["label" if layer.startswith("label") else "all"]
                for name, value, wanted in zip(names, figures[layer], expected, strict=True):
                    compared += 1
                    if not same(value, wanted):
                        different += 1
                        print(f"study {study['seed']}, {layer}, {name}: {plain(value)}, in the table {wanted}")
    print(f"a second implementation: {compared - different} of {compared} figures the same")
    return different


def plain(value):
    """A value, or a list of them, as it is read."""
    return list(map(plain, value)) if isinstance(value, list) else value if isinstance(value, str) else float(value)


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1]) else 0)
