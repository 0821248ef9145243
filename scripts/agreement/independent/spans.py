"""F1 of spans and annotations, and what is paired."""

from fractions import Fraction
from functools import lru_cache

from texts import is_word, segments_of, touches


def f1_over(docs, units_of, match):
    """2M / (A + B) pooled over the documents (van Rijsbergen 1979): units_of(text, items) gives the units,
    match(a, b) how many are matched."""
    pairs = [[units_of(doc.text, items) for items in doc.items] for doc in docs]
    total = sum(len(units) for pair in pairs for units in pair)
    return Fraction(2 * sum(match(a, b) for a, b in pairs), total) if total else "units"


def trimmed(text, items):
    """Segments after cutting what is neither letter nor digit off both ends; those without any left out."""
    words = [[i for i in range(s, e) if is_word(text.units[i])] for s, e in segments_of(items)]
    return {(w[0], w[-1] + 1) for w in words if w}


def jaccard(a, b):
    """Shared characters by characters of either (Jaccard 1912)."""
    return Fraction(len(a & b), len(a | b))


def half_shared(span, other):
    """Whether two spans have a Jaccard index of at least 1/2."""
    return jaccard(set(range(*span)), set(range(*other))) >= Fraction(1, 2)


def matching_size(left, right, fits):
    """Size of a maximum one-to-one matching, by augmenting paths."""
    partner = {}
    def augment(i, seen):
        for j, other in enumerate(right):
            if j not in seen and fits(left[i], other):
                seen.add(j)
                if j not in partner or augment(partner[j], seen):
                    partner[j] = i
                    return True
        return False
    return sum(augment(i, set()) for i in range(len(left)))


def span_f1_overlap_any(docs):
    """2PR / (P + R), of the shares of segments that share a character with any of the other's; 0 where none does."""
    total, matched = [0, 0], [0, 0]
    for doc in docs:
        sides = [segments_of(items) for items in doc.items]
        for side in (0, 1):
            total[side] += len(sides[side])
            matched[side] += sum(any(touches(s, o) for o in sides[1 - side]) for s in sides[side])
    if not matched[0]:
        return Fraction(0) if sum(total) else "units"
    p, r = (Fraction(matched[side], total[side]) for side in (0, 1))
    return 2 * p * r / (p + r)


def pair_items(left, right):
    """Annotations paired one-to-one with Jaccard of at least 1/2: most pairs, then the largest sum, then the
    smallest list of partners (left in order of start, end, id; an unpaired one counts as after all partners)."""
    left, right = (sorted(side, key=lambda item: item.key) for side in (left, right))
    index = [[jaccard(a.chars, b.chars) for b in right] for a in left]
    @lru_cache(None)
    def best(i, taken):
        # pairs, sum, negated partners of the best pairing of left[i:] with what is not taken
        if i == len(left):
            return 0, Fraction(0), ()
        count, total, rest = best(i + 1, taken)
        choices = [(count, total, (-len(right),) + rest)]
        for j in range(len(right)):
            if index[i][j] >= Fraction(1, 2) and not taken >> j & 1:
                count, total, rest = best(i + 1, taken | 1 << j)
                choices.append((count + 1, total + index[i][j], (-j,) + rest))
        return max(choices)
    return [(left[i], right[-j]) for i, j in enumerate(best(0, 0)[2]) if -j < len(right)]
