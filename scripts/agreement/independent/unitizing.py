"""The alphas of unitizing."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations

from texts import KINDS, segments_of, touches
from units import alpha, coincidences, margins


def joined(segments):
    """Overlapping segments made one; those that only touch stay two."""
    units = []
    for start, end in sorted(segments):
        if units and start < units[-1][1]:
            units[-1] = (units[-1][0], max(end, units[-1][1]))
        else:
            units.append((start, end))
    return units


def gap_lengths(units, length):
    """Lengths of the gaps of an annotator in one document."""
    ends, starts = [0] + [e for _, e in units], [s for s, _ in units] + [length]
    return [s - e for e, s in zip(ends, starts) if s > e]


def delta(left, right):
    """Sum of the differences of two annotators in one document (Krippendorff 1995)."""
    overlapping = [(a, b) for a in left for b in right if touches(a, b)]
    alone = [u for us, others in ((left, right), (right, left)) for u in us if not any(touches(u, o) for o in others)]
    return sum((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for a, b in overlapping) + sum((e - s) ** 2 for s, e in alone)


def alpha_u(docs, m):
    """1 - Do / De for unitizing, one category (Krippendorff 1995; 2004, ch. 12)."""
    length = sum(len(doc.text.units) for doc in docs)
    units = [[joined(segments_of(items)) for items in doc.items] for doc in docs]
    sizes = [e - s for doc in units for us in doc for s, e in us]
    if not sizes:
        return "units"
    gaps = [g for doc, us in zip(docs, units) for own in us for g in gap_lengths(own, len(doc.text.units))]
    do = Fraction(2 * sum(delta(a, b) for doc in units for a, b in combinations(doc, 2)), m * (m - 1) * length ** 2)
    weights = sum(Fraction((len(sizes) - 1) * l * (l - 1) * (2 * l - 1), 3)
                  + l * l * sum(g - l + 1 for g in gaps if g >= l) for l in sizes)
    de = Fraction(2, length) * weights / (m * length * (m * length - 1) - sum(l * (l - 1) for l in sizes))
    return 1 - do / de if de else "variation"


def valued_units(items, of_kinds):
    """The units of an annotator with their values, as (start, end, value): one value, or (of_kinds) the set of
    kinds. For kinds: the segments of each kind joined, then cut wherever a unit of any kind starts or ends."""
    if not of_kinds:
        return [(s, e, "unit") for s, e in joined(segments_of(items))]
    spans = [(span, kind) for kind in KINDS
             for span in joined(segments_of([i for i in items if i.note["kind"] == kind]))]
    cuts = sorted({edge for span, _ in spans for edge in span})
    pieces = [(s, e, frozenset(k for span, k in spans if touches((s, e), span))) for s, e in zip(cuts, cuts[1:])]
    return [piece for piece in pieces if piece[2]]


def places(doc, of_kinds):
    """For every code unit of a document, of every annotator the unit (start, end, value) there, or None in a gap."""
    units = [valued_units(items, of_kinds) for items in doc.items]
    return [[next((u for u in own if u[0] <= i < u[1]), None) for own in units] for i in range(len(doc.text.units))]


def u_alpha(docs, m, of_kinds):
    """All characters with their values, gaps among them (Krippendorff et al. 2016, eq. 5). De (eq. 4) takes away
    pairs of a unit with itself, its length squared; of gaps only each character with itself."""
    units = [unit for doc in docs for items in doc.items for unit in valued_units(items, of_kinds)]
    found = coincidences([u[2] if u else "gap" for u in row] for doc in docs for row in places(doc, of_kinds))
    itself = Counter({"gap": margins(found)["gap"]})
    for s, e, value in units:
        itself[value] += (e - s) ** 2
    return alpha(found, itself)


def cu_alpha(docs, m, of_kinds):
    """Values where units of two annotators intersect (Krippendorff et al. 2016, eq. 11); the correction of De
    (eq. 10): of every unit and every other annotator the squared length shared with their units, by (m - 1)."""
    found, shared, itself = Counter(), Counter(), Counter()
    for number, doc in enumerate(docs):
        for row in places(doc, of_kinds):
            for i, j in permutations(range(m), 2):
                if row[i] and row[j]:
                    found[row[i][2], row[j][2]] += Fraction(1, m - 1)
                    shared[number, i, j, row[i]] += 1
    for (_, _, _, unit), length in shared.items():
        itself[unit[2]] += Fraction(length ** 2, m - 1)
    return alpha(found, itself)
