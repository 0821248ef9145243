"""Kappa and alpha over units."""

from collections import Counter
from fractions import Fraction
from itertools import permutations

from texts import carries


def kappa(pairs):
    """(Po - Pe) / (1 - Pe), Pe from each annotator's own shares (Cohen 1960)."""
    if not pairs:
        return "units"
    po = Fraction(sum(a == b for a, b in pairs), len(pairs))
    first, second = map(Counter, zip(*pairs))
    pe = sum(Fraction(first[c] * second[c], len(pairs) ** 2) for c in first)
    return "variation" if pe == 1 else (po - pe) / (1 - pe)


def fleiss(rows):
    """(P - Pe) / (1 - Pe) over units that all annotators have (Fleiss 1971)."""
    if not rows:
        return "units"
    m, shares = len(rows[0]), Counter(value for row in rows for value in row)
    same = sum(a == b for row in rows for a, b in permutations(row, 2))
    p = Fraction(same, len(rows) * m * (m - 1))
    pe = sum(Fraction(n, len(rows) * m) ** 2 for n in shares.values())
    return "variation" if pe == 1 else (p - pe) / (1 - pe)


def coincidences(rows):
    """How often values meet in a unit, ordered pairs by (values of the unit - 1) (Krippendorff 2011)."""
    found = Counter()
    for row in rows:
        for pair in permutations(row, 2):
            found[pair] += Fraction(1, len(row) - 1)
    return found


def margins(found):
    """The sums of a matrix of coincidences by value."""
    totals = Counter()
    for (c, _), o in found.items():
        totals[c] += o
    return totals


def alpha(found, itself):
    """1 - Do / De, De from e(c,k) = n (n_c n_k - [c = k] itself_c) / (n n - sum of itself), where itself_c are
    the pairs of what has the value c with itself. n Do and n De are the sums outside of the diagonals."""
    totals = margins(found)
    n, left_out = sum(totals.values()), sum(itself.values())
    if not n:
        return "units"
    if n * n <= left_out:
        return "chance"
    if len(totals) == 1:
        return "variation"
    de = n * (n * n - sum(t * t for t in totals.values())) / (n * n - left_out)
    return 1 - sum(o for (c, k), o in found.items() if c != k) / de


def nominal_alpha(rows):
    """Krippendorff 2011: a value is not paired with itself; units with fewer than two values pair with nothing."""
    found = coincidences(rows)
    return alpha(found, margins(found))


def rows_of(docs, spans_of):
    """Of each unit of the texts the values (carries the layer or not) of those who did the document."""
    return [[carries(span, items) for items in doc.items if items is not None]
            for doc in docs for span in spans_of(doc.text)]
