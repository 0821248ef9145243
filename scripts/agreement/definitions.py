"""The measures of agreement, a second time: from their definitions, with exact fractions and by counting.

Nothing here is clever. Places are sets of code units, chance is counted, matchings are tried out. A figure is a
Fraction or the word that says why there is none.
"""

from fractions import Fraction
from itertools import combinations
from unicodedata import category

NO_UNITS, NO_VARIATION, NO_CHANCE = "no-units", "no-variation", "no-chance"


# ---------------------------------------------------------------- texts


class Text:
    """A text whose places are UTF-16 code units."""

    def __init__(self, words):
        self.words = words
        self.at = []  # by code unit: the character that it belongs to
        for n, character in enumerate(words):
            self.at += [n] * (2 if ord(character) > 0xFFFF else 1)
        self.length = len(self.at)

    def character(self, unit):
        return self.words[self.at[unit]]

    def tokens(self):
        """Sets of code units, in order."""
        found, current = [], []

        def inside(character):
            return character == "_" or category(character)[0] in "LN"

        units = [[u for u in range(self.length) if self.at[u] == n] for n in range(len(self.words))]
        n = 0
        while n < len(self.words):
            character = self.words[n]
            if inside(character):
                current += units[n]
            elif (
                character in "'’"
                and current
                and units[n][0] == current[-1] + 1
                and n + 1 < len(self.words)
                and inside(self.words[n + 1])
            ):
                current += units[n]
            else:
                if current:
                    found.append(set(current))
                    current = []
                if not is_space(character):
                    found.append(set(units[n]))
            n += 1
        if current:
            found.append(set(current))
        return found


def is_space(character):
    return character.isspace() or character == "\ufeff"


# ---------------------------------------------------------------- coefficients


def over(numerator, denominator, reason):
    return reason if denominator == 0 else Fraction(numerator) / denominator


def cohen(pairs):
    """From a list of (value of the first, value of the second)."""
    if not pairs:
        return NO_UNITS
    n = len(pairs)
    observed = Fraction(sum(a == b for a, b in pairs), n)
    expected = sum(
        Fraction(sum(a == value for a, _ in pairs), n) * Fraction(sum(b == value for _, b in pairs), n)
        for value in {value for pair in pairs for value in pair}
    )
    return over(observed - expected, 1 - expected, NO_VARIATION)


def fleiss(units):
    """From a list of lists of values, as many in each."""
    if not units or len(units[0]) < 2:
        return NO_UNITS
    raters = len(units[0])
    same = [Fraction(sum(a == b for a, b in combinations(unit, 2)), raters * (raters - 1) // 2) for unit in units]
    observed = sum(same) / len(units)
    everything = [value for unit in units for value in unit]
    expected = sum(Fraction(everything.count(value), len(everything)) ** 2 for value in set(everything))
    return over(observed - expected, 1 - expected, NO_VARIATION)


def alpha(units):
    """From a list of lists of values; those with one value or none are left out."""
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]
    if not values:
        return NO_UNITS
    n = len(values)
    observed = sum(
        Fraction(sum(unit[i] != unit[j] for i in range(len(unit)) for j in range(len(unit))), len(unit) - 1)
        for unit in units
    ) / n
    counts = {value: values.count(value) for value in set(values)}
    expected = Fraction(sum(a * b for v, a in counts.items() for w, b in counts.items() if v != w), n * (n - 1))
    return NO_VARIATION if expected == 0 else 1 - observed / expected


def f1(matched, a, b):
    return over(2 * matched, a + b, NO_UNITS)


# ---------------------------------------------------------------- matchings


def jaccard(a, b):
    return Fraction(len(a & b), len(a | b))


def matching(first, second, weight):
    """The best one-to-one matching by trying: most pairs, then largest sum, then smallest partners (none is last)."""
    known = {}

    def best(i, used):
        if i == len(first):
            return (0, Fraction(0), ())
        if (i, used) in known:
            return known[i, used]
        count, total, partners = best(i + 1, used)
        choice = (count, total, (len(second),) + partners)
        for j in range(len(second)):
            found = weight(first[i], second[j])
            if used & (1 << j) or found is None:
                continue
            count, total, partners = best(i + 1, used | (1 << j))
            other = (count + 1, total + found, (j,) + partners)
            if (other[0], other[1]) > (choice[0], choice[1]) or (
                (other[0], other[1]) == (choice[0], choice[1]) and other[2] < choice[2]
            ):
                choice = other
        known[i, used] = choice
        return choice

    return [(first[i], second[j]) for i, j in enumerate(best(0, 0)[2]) if j < len(second)]


def units_of(segments):
    return frozenset(u for start, end in segments for u in range(start, end))


def place(annotation):
    """What orders annotations: first start, last end, id."""
    return (annotation["content"][0][0], annotation["content"][-1][1], annotation["id"])


def paired(a, b):
    """Annotations of two annotators by annotationF1Jaccard50."""
    a, b = sorted(a, key=place), sorted(b, key=place)

    def weight(one, other):
        found = jaccard(units_of(one["content"]), units_of(other["content"]))
        return found if found >= Fraction(1, 2) else None

    if [place(x) for x in b] < [place(x) for x in a]:
        return [(one, other) for other, one in matching(b, a, lambda x, y: weight(y, x))]
    return matching(a, b, weight)


# ---------------------------------------------------------------- segments and annotations


def segments(annotations):
    return {tuple(segment) for annotation in annotations for segment in annotation["content"]}


def trimmed(found, text):
    def is_word(unit):
        return category(text.character(unit))[0] in "LN"

    kept = set()
    for start, end in found:
        words = [u for u in range(start, end) if is_word(u)]
        if words:
            kept.add((words[0], words[-1] + 1))
    return kept


def span_counts(measure, a, b, text):
    """(matched, |A|, |B|), or (matched in A, |A|, matched in B, |B|) of one document."""
    if measure in ("annotationF1Exact", "annotationF1Jaccard50"):
        if measure == "annotationF1Jaccard50":
            return len(paired(a, b)), len(a), len(b)
        lists = [[tuple(map(tuple, x["content"])) for x in side] for side in (a, b)]
        return sum(min(lists[0].count(x), lists[1].count(x)) for x in set(lists[0])), len(a), len(b)
    one, other = segments(a), segments(b)
    if measure == "spanF1ExactTrimmed":
        one, other = trimmed(one, text), trimmed(other, text)
    if measure in ("spanF1Exact", "spanF1ExactTrimmed"):
        return len(one & other), len(one), len(other)
    sets = [[units_of([x]) for x in sorted(side)] for side in (one, other)]
    if measure == "spanF1OverlapAny":
        hit = [sum(any(x & y for y in sets[1 - side]) for x in sets[side]) for side in (0, 1)]
        return hit[0], len(one), hit[1], len(other)
    least = Fraction(1, 2) if measure == "spanF1Jaccard50" else Fraction(0)

    def weight(x, y):
        found = jaccard(x, y)
        return Fraction(1) if found > 0 and found >= least else None

    return len(matching(sets[0], sets[1], weight)), len(one), len(other)


def span_value(counts):
    if len(counts) == 3:
        return f1(*counts)
    hit_a, a, hit_b, b = counts
    if a + b == 0:
        return NO_UNITS
    if hit_a == 0 or hit_b == 0:
        return Fraction(0)
    precision, recall = Fraction(hit_a, a), Fraction(hit_b, b)
    return 2 * precision * recall / (precision + recall)


# ---------------------------------------------------------------- unitizing


def joined(annotations):
    """Segments of one annotator, overlapping ones made one; touching ones stay apart."""
    found = []
    for start, end in sorted(segments(annotations)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def gaps(units, length):
    free = [u for u in range(length) if not any(s <= u < e for s, e in units)]
    found = []
    for u in free:
        if found and found[-1][1] == u:
            found[-1] = (found[-1][0], u + 1)
        else:
            found.append((u, u + 1))
    return found


def alpha_u(documents):
    """Krippendorff 1995, one category. `documents`: [(length, [units of each annotator])], laid end to end."""
    if not documents:
        return NO_UNITS
    m = len(documents[0][1])
    length = sum(long for long, _ in documents)
    observed, everything, every_gap = 0, [], []
    for long, coded in documents:
        for a, b in combinations(coded, 2):
            observed += sum((s - t) ** 2 + (e - f) ** 2 for s, e in a for t, f in b if s < f and t < e)
            for own, other in ((a, b), (b, a)):
                observed += sum((e - s) ** 2 for s, e in own if not any(s < f and t < e for t, f in other))
        for own in coded:
            everything += [e - s for s, e in own]
            every_gap += [e - s for s, e in gaps(own, long)]
    if not everything:
        return NO_UNITS
    observed = Fraction(2 * observed, m * (m - 1) * length**2)
    expected = 0
    for unit in everything:
        against_units = (len(everything) - 1) * 2 * sum(shift**2 for shift in range(1, unit))
        against_gaps = sum(unit**2 for gap in every_gap for start in range(gap) if start + unit <= gap)
        expected += against_units + against_gaps
    possible = m * length * (m * length - 1) - sum(unit * (unit - 1) for unit in everything)
    expected = Fraction(2, length) * Fraction(expected, possible) if possible else Fraction(0)
    return NO_VARIATION if expected == 0 else 1 - observed / expected


def alpha_2016(documents, gaps_too):
    """Krippendorff et al. 2016. `documents`: [(length, [[(start, end, value)] of each annotator])]; a gap is value None."""
    if not documents:
        return NO_UNITS
    m = len(documents[0][1])
    observed, correction = {}, {}
    for long, coded in documents:
        pieces = []
        for own in coded:
            between = [(s, e, None) for s, e in gaps([(s, e) for s, e, _ in own], long)]
            pieces.append([(set(range(s, e)), value) for s, e, value in own + (between if gaps_too else [])])
        for i, own in enumerate(pieces):
            for place_, value in own:
                if gaps_too:
                    amount = len(place_) if value is None else len(place_) ** 2
                    correction[value] = correction.get(value, 0) + Fraction(amount)
                for j, theirs in enumerate(pieces):
                    if i == j:
                        continue
                    shared = 0
                    for other, said in theirs:
                        common = len(place_ & other)
                        shared += common
                        if common:
                            observed[value, said] = observed.get((value, said), 0) + Fraction(common, m - 1)
                    if not gaps_too:
                        correction[value] = correction.get(value, 0) + Fraction(shared**2, m - 1)
    total = sum(observed.values())
    if total == 0:
        return NO_UNITS
    values = {value for pair in observed for value in pair}
    margin = {c: sum(amount for (d, _), amount in observed.items() if d == c) for c in values}
    pairs = total**2 - sum(correction.values())
    if pairs <= 0:
        return NO_CHANCE
    unlike_by_chance = sum(margin[c] * margin[k] for c in values for k in values if c != k)
    if unlike_by_chance == 0:
        return NO_VARIATION
    unlike = sum(amount for (c, k), amount in observed.items() if c != k)
    return 1 - unlike / (total * Fraction(unlike_by_chance) / pairs)


def by_kinds(annotations):
    """Pieces of one set of kinds each, cut where that set or a segment of one of its kinds changes."""
    covers = {kind: joined([x for x in annotations if x["kind"] == kind]) for kind in ("quote", "claim", "note")}
    edges = sorted({edge for found in covers.values() for segment in found for edge in segment})
    pieces = []
    for start, end in zip(edges, edges[1:]):
        here = tuple(kind for kind, found in covers.items() if any(s <= start < e for s, e in found))
        if here:
            pieces.append((start, end, here))
    return pieces


# ---------------------------------------------------------------- speakers and labels


def same_source(a, b):
    one, other = units_of(a["source"]), units_of(b["source"])
    return bool(one & other) or (not a["source"] and not b["source"])


def same_speakers(a, b):
    if any(voice.startswith("~") for voice in a["voices"] + b["voices"]):
        return False
    return set(a["voices"]) == set(b["voices"])
