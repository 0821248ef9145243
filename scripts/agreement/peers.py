"""Makes studies by chance and says what each measure comes to, by the definitions and by other programs.

    python peers.py --seed 1 --count 200 --out table.jsonl

A line per study: texts, annotations and `expected`. Each figure is computed from the definitions with exact fractions
and, where a program for it is installed, by that program too; a difference of 1e-9 or more ends with status 1.
"""

import argparse
import json
import random
import sys
import warnings
from collections import Counter
from fractions import Fraction
from itertools import combinations

import definitions as d
from definitions import NO_UNITS, NO_VARIATION, Text

warnings.filterwarnings("ignore")

TEXTS = [
    "“We won,” she said. Sales rose 12%.\n\nThe mayor's office didn’t agree: “No!”",
    "Growth was 3.5 %, naïve or not 🙂 said Ann.\n\n– –\n\nBo: it’s fine. It is.",
    "A b c.\n\nDe fg hi jk, lm.",
    "The ferry sails at nine. The ferry sails at ten.\n\nThe ferry sails.",
    "No.",
]
TAGS = {"t1": ["A", None], "t2": ["B", "t1"], "t3": ["C", None]}
PATHS = {"t1": "A", "t2": "A/B", "t3": "C"}
SUBTREES = {"t1": {"t1", "t2"}, "t2": {"t2"}, "t3": {"t3"}}
SPAN_MEASURES = [
    "spanF1Exact",
    "spanF1ExactTrimmed",
    "spanF1OverlapAny",
    "spanF1Overlap",
    "spanF1Jaccard50",
    "annotationF1Exact",
    "annotationF1Jaccard50",
]


def blocks(text):
    found, at = [], 0
    for part in text.words.split("\n\n"):
        long = Text(part).length
        found.append([at, at + long])
        at += long + 2
    return found


# ---------------------------------------------------------------- studies by chance


def random_ranges(chance, text, most):
    cuts = [u for u in range(text.length + 1) if u in (0, text.length) or text.at[u] != text.at[u - 1]]
    ranges, at = [], 0
    for _ in range(chance.randint(1, most)):
        free = [u for u in cuts if u >= at]
        if len(free) < 2:
            break
        start, end = sorted(chance.sample(free[: chance.randint(2, max(2, len(free)))], 2))
        ranges.append([start, end])
        at = end + 1
    return ranges


def random_annotation(chance, text, known):
    base = chance.choice(known) if known and chance.random() < 0.6 else None
    content = base["content"] if base and chance.random() < 0.6 else random_ranges(chance, text, 2)
    kind = base["kind"] if base and chance.random() < 0.8 else chance.choice(["quote", "claim", "note"])
    annotation = {"kind": kind, "content": content, "source": [], "cue": [], "voices": []}
    annotation["tags"] = sorted(chance.sample(sorted(TAGS), chance.choice([0, 0, 1, 1, 2])))
    if kind == "quote":
        annotation["quoteType"] = chance.choice(["direct", "indirect"])
        annotation["source"] = random_ranges(chance, text, 1) if chance.random() < 0.6 else []
        annotation["cue"] = random_ranges(chance, text, 1) if chance.random() < 0.3 else []
        annotation["voices"] = chance.choice([[], ["s1"], ["s1"], ["s2"], ["~she"]])
    if kind == "claim" and chance.random() < 0.7:
        annotation["claimType"] = chance.choice(["quantity", "prediction"])
    return annotation


def random_study(seed):
    chance = random.Random(seed)
    annotators = chance.choice([2, 2, 3])
    alike = chance.random() < 0.1
    documents = []
    for n in range(chance.choice([1, 2, 2, 3])):
        index = chance.randrange(len(TEXTS))
        text = Text(TEXTS[index])
        codings, known = [], []
        for a in range(annotators):
            if chance.random() < 0.06:
                codings.append(None)
                continue
            if alike and a > 0:
                made = [dict(x) for x in known]
            else:
                made = [random_annotation(chance, text, known) for _ in range(chance.choice([0, 1, 2, 3, 4, 5, 6]))]
            codings.append([{**x, "id": f"{'abc'[a]}{n}{i}"} for i, x in enumerate(made)])
            known = known + made
        documents.append({"text": index, "codings": codings})
    return {"seed": seed, "annotators": annotators, "documents": documents}


# ---------------------------------------------------------------- views


def layers():
    def of_kind(kind):
        return lambda x: x if x["kind"] == kind else None

    def of_tag(tag):
        return lambda x: x if SUBTREES[tag] & set(x["tags"]) else None

    def of_part(part):
        return lambda x: {**x, "content": x[part]} if x["kind"] == "quote" and x[part] else None

    views = {"all": lambda x: x}
    views.update({f"kind:{kind}": of_kind(kind) for kind in ("quote", "claim", "note")})
    views.update({f"tag:{PATHS[tag]}": of_tag(tag) for tag in TAGS})
    views.update({part: of_part(part) for part in ("source", "cue")})
    return views


def tags_in(study):
    used = {tag for doc in study["documents"] for coding in doc["codings"] for x in coding or [] for tag in x["tags"]}
    return {tag for tag in TAGS if SUBTREES[tag] & used}


class Peers:
    """Asks other programs for the same figure, and counts how often they were asked."""

    def __init__(self):
        self.asked = Counter()
        self.absent = {}
        self.ask = {}
        for name, load in (("sklearn", load_sklearn), ("statsmodels", load_statsmodels), ("nltk", load_nltk), ("krippendorff", load_krippendorff), ("krippendorff_unitized_alpha", load_unitized)):
            try:
                self.ask[name] = load()
            except ImportError as error:
                self.absent[name] = str(error)

    def check(self, what, value, name, question, *data):
        if isinstance(value, str) or name not in self.ask:
            return
        other = float(self.ask[name][question](*data))
        self.asked[name, what] += 1
        if not abs(other - float(value)) < 1e-9:
            raise SystemExit(f"{what}: {name} says {other}, the definition {float(value)} ({data})")


def load_sklearn():
    from sklearn.metrics import cohen_kappa_score, f1_score

    return {
        "kappa": lambda pairs: cohen_kappa_score([str(a) for a, _ in pairs], [str(b) for _, b in pairs]),
        "f1": lambda pairs: f1_score([a for a, _ in pairs], [b for _, b in pairs]),
    }


def load_statsmodels():
    from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa
    from statsmodels.stats.inter_rater import to_table

    def kappa(pairs):
        names = sorted({str(value) for pair in pairs for value in pair})
        return cohens_kappa(to_table([[names.index(str(a)), names.index(str(b))] for a, b in pairs], bins=len(names))[0]).kappa

    return {"fleiss": lambda units: fleiss_kappa(aggregate_raters(units)[0]), "kappa": kappa}


def load_nltk():
    from nltk.metrics.agreement import AnnotationTask

    def triples(units):
        return [(f"c{i}", str(n), str(value)) for n, unit in enumerate(units) for i, value in enumerate(unit)]

    return {
        "kappa": lambda pairs: AnnotationTask(data=triples(pairs)).kappa(),
        "alpha": lambda units: AnnotationTask(data=triples([u for u in units if len(u) > 1])).alpha(),
    }


def load_krippendorff():
    import krippendorff

    def alpha(units):
        values = sorted({str(value) for unit in units for value in unit})
        counts = [[sum(str(x) == value for x in unit) for value in values] for unit in units if unit]
        return krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")

    return {"alpha": alpha}


def load_unitized():
    from krippendorff_unitized_alpha.krippendorffs_unitized_alpha import EMPTY_TAG, KrippendorffUnitizedAlpha, Segment

    def alpha(documents):
        coders, begin = {}, 0
        for long, coded in documents:
            for n, own in enumerate(coded):
                pieces = own + [(s, e, EMPTY_TAG) for s, e in d.gaps([(s, e) for s, e, _ in own], long)]
                coders.setdefault(f"c{n}", []).extend(Segment(str(tag), begin + s, begin + e) for s, e, tag in pieces)
            begin += long
        return KrippendorffUnitizedAlpha(coders).result

    return {"uAlpha": alpha}


# ---------------------------------------------------------------- figures


def mean_of(values):
    defined = [value for value in values if not isinstance(value, str)]
    return sum(defined) / len(defined) if defined else values[0]


def place_figures(study, layer, view, peers):
    texts = [Text(TEXTS[doc["text"]]) for doc in study["documents"]]
    seen = [
        [None if coding is None else [v for v in map(view, coding) if v] for coding in doc["codings"]]
        for doc in study["documents"]
    ]
    pairs = list(combinations(range(study["annotators"]), 2))
    figures = {}
    for measure in SPAN_MEASURES:
        values = []
        for a, b in pairs:
            sums = [0, 0, 0, 0] if measure == "spanF1OverlapAny" else [0, 0, 0]
            for text, coded in zip(texts, seen):
                if coded[a] is not None and coded[b] is not None:
                    sums = [x + y for x, y in zip(sums, d.span_counts(measure, coded[a], coded[b], text))]
            values.append(d.span_value(tuple(sums)))
        figures[measure] = values
    units = {"token": [text.tokens() for text in texts], "char": [[{u} for u in range(text.length)] for text in texts]}
    units["paragraph"] = [
        [set(range(s, e)) for s, e in blocks(text) if any(not d.is_space(text.character(u)) for u in range(s, e))]
        for text in texts
    ]
    marks = {
        name: [
            [None if own is None else [int(any(unit & d.units_of(x["content"]) for x in own)) for unit in found] for own in coded]
            for found, coded in zip(by_text, seen)
        ]
        for name, by_text in units.items()
    }

    def both(name, a, b):
        return [pair for coded in marks[name] if coded[a] is not None and coded[b] is not None for pair in zip(coded[a], coded[b])]

    def everyone(name):
        return [list(unit) for coded in marks[name] for unit in zip(*[own for own in coded if own is not None])]

    figures["tokenF1"], figures["tokenKappaCohen"], figures["paragraphKappaCohen"] = [], [], []
    for a, b in pairs:
        token = both("token", a, b)
        value = d.f1(sum(x and y for x, y in token), sum(x for x, _ in token), sum(y for _, y in token))
        peers.check("tokenF1", value, "sklearn", "f1", token)
        figures["tokenF1"].append(value)
        for name in ("token", "paragraph"):
            found = both(name, a, b)
            value = d.cohen(found)
            for peer in ("sklearn", "statsmodels", "nltk"):
                peers.check(f"{name}KappaCohen", value, peer, "kappa", found)
            figures[f"{name}KappaCohen"].append(value)
    complete = [unit for unit in everyone("token") if len(unit) == study["annotators"]]
    figures["tokenKappaFleiss"] = d.fleiss(complete)
    peers.check("tokenKappaFleiss", figures["tokenKappaFleiss"], "statsmodels", "fleiss", complete)
    for name in ("token", "char", "paragraph"):
        found = everyone(name)
        value = d.alpha(found)
        for peer in ("krippendorff", "nltk"):
            peers.check(f"{name}AlphaNominal", value, peer, "alpha", found)
        figures[f"{name}AlphaNominal"] = value
    whole = [(text, coded) for text, coded in zip(texts, seen) if all(own is not None for own in coded)]
    figures["alphaU"] = d.alpha_u([(text.length, [d.joined(own) for own in coded]) for text, coded in whole])
    valued = [(text.length, [[(s, e, "x") for s, e in d.joined(own)] for own in coded]) for text, coded in whole]
    figures["uAlpha"] = d.alpha_2016(valued, True)
    peers.check("uAlpha", figures["uAlpha"], "krippendorff_unitized_alpha", "uAlpha", valued)
    figures["cuAlpha"] = d.alpha_2016(valued, False)
    if layer == "kind:quote":
        for measure, same in (("speakerAgreementSource", d.same_source), ("speakerAgreementResolved", d.same_speakers)):
            figures[measure] = []
            for a, b in pairs:
                found = [same(x, y) for coded in seen if None not in (coded[a], coded[b]) for x, y in d.paired(coded[a], coded[b])]
                figures[measure].append(d.over(sum(found), len(found), NO_UNITS))
    return figures


def label_figures(study, rule, peers):
    figures = {"labelKappaCohen": [], "labelAlphaNominal": []}
    for a, b in combinations(range(study["annotators"]), 2):
        found = []
        for doc in study["documents"]:
            one, other = doc["codings"][a], doc["codings"][b]
            if one is None or other is None:
                continue
            found += [(rule(x), rule(y)) for x, y in d.paired(one, other)]
        found = [pair for pair in found if None not in pair]
        kappa, alpha = d.cohen(found), d.alpha([list(pair) for pair in found])
        for peer in ("sklearn", "statsmodels", "nltk"):
            peers.check("labelKappaCohen", kappa, peer, "kappa", found)
        for peer in ("krippendorff", "nltk"):
            peers.check("labelAlphaNominal", alpha, peer, "alpha", [list(pair) for pair in found])
        figures["labelKappaCohen"].append(kappa)
        figures["labelAlphaNominal"].append(alpha)
    return figures


def label_rules(study):
    rules = {
        "label:kind": lambda x: x["kind"],
        "label:tags": lambda x: ", ".join(sorted(x["tags"])) or "-",
        "label:quoteType": lambda x: x.get("quoteType"),
        "label:claimType": lambda x: x.get("claimType", "-") if x["kind"] == "claim" else None,
    }
    for tag in tags_in(study):
        rules[f"label:tag:{PATHS[tag]}"] = lambda x, tag=tag: "yes" if SUBTREES[tag] & set(x["tags"]) else "no"
    return rules


def expected_of(study, peers):
    used = {f"tag:{PATHS[tag]}" for tag in tags_in(study)}
    expected = {}
    for layer, view in layers().items():
        if not layer.startswith("tag:") or layer in used:
            expected[layer] = place_figures(study, layer, view, peers)
    for layer, rule in label_rules(study).items():
        expected[layer] = label_figures(study, rule, peers)
    whole = [doc for doc in study["documents"] if all(coding is not None for coding in doc["codings"])]
    valued = [(Text(TEXTS[doc["text"]]).length, [d.by_kinds(own) for own in doc["codings"]]) for doc in whole]
    expected["label:kind"]["uAlpha"] = d.alpha_2016(valued, True)
    peers.check("uAlpha", expected["label:kind"]["uAlpha"], "krippendorff_unitized_alpha", "uAlpha", valued)
    expected["label:kind"]["cuAlpha"] = d.alpha_2016(valued, False)
    return {layer: [written(figures[name]) for name in measures_of(layer)] for layer, figures in expected.items()}


PLACE_MEASURES = SPAN_MEASURES + [
    "tokenF1",
    "tokenKappaCohen",
    "paragraphKappaCohen",
    "tokenKappaFleiss",
    "tokenAlphaNominal",
    "charAlphaNominal",
    "paragraphAlphaNominal",
    "alphaU",
    "uAlpha",
    "cuAlpha",
]
MORE_MEASURES = {
    "kind:quote": PLACE_MEASURES + ["speakerAgreementSource", "speakerAgreementResolved"],
    "label:kind": ["labelKappaCohen", "labelAlphaNominal", "uAlpha", "cuAlpha"],
}


def measures_of(layer):
    """The measures of a layer in the order in which the table has them."""
    if layer in MORE_MEASURES:
        return MORE_MEASURES[layer]
    return ["labelKappaCohen", "labelAlphaNominal"] if layer.startswith("label") else PLACE_MEASURES


def written(value):
    """A list of pairs is written as its mean and, of several, the pairs; why there is no value without `no-`."""
    if isinstance(value, list):
        return written(value[0]) if len(value) == 1 else [written(mean_of(value))] + [written(one) for one in value]
    return value[3:] if isinstance(value, str) else round(float(value), 11)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    peers = Peers()
    with open(options.out, "w", encoding="utf-8", newline="\n") as out:
        head = {
            "texts": [{"text": words, "blocks": blocks(Text(words))} for words in TEXTS],
            "tags": TAGS,
            "measures": {layer: measures_of(layer) for layer in ("all", "kind:quote", "label:kind", "label")},
        }
        print(json.dumps(head, ensure_ascii=False, separators=(",", ":")), file=out)
        for n in range(options.count):
            study = random_study(options.seed * 1_000_003 + n)
            study["expected"] = expected_of(study, peers)
            study["documents"] = [
                {**doc, "codings": [own and [{k: v for k, v in x.items() if v != []} for x in own] for own in doc["codings"]]}
                for doc in study["documents"]
            ]
            print(json.dumps(study, ensure_ascii=False, separators=(",", ":")), file=out)
    for name, why in peers.absent.items():
        print(f"not compared with {name}: {why}", file=sys.stderr)
    for (name, what), count in sorted(peers.asked.items()):
        print(f"{name}: {what} the same in {count} examples", file=sys.stderr)


if __name__ == "__main__":
    main()
