"""How long other programs take for the figures of a study, with a bootstrap over its documents.

    python time_peers.py study.json

The file holds {"rounds": n, "documents": [[marks of each annotator]]}, marks as a text of 0 and 1, one for each token. Prints
one JSON object: by program and figure the seconds for all rounds, and the value without a bootstrap.
"""

import json
import random
import sys
import time
import warnings
from itertools import combinations

import numpy as np

warnings.filterwarnings("ignore")


def figures():
    import krippendorff
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    def cohen(marks):
        return sum(cohen_kappa_score(a, b) for a, b in combinations(marks, 2)) / (len(marks) * (len(marks) - 1) // 2)

    return {
        ("scikit-learn", "tokenKappaCohen"): cohen,
        ("statsmodels", "tokenKappaFleiss"): lambda marks: fleiss_kappa(aggregate_raters(marks.T)[0]),
        ("krippendorff", "tokenAlphaNominal"): lambda marks: krippendorff.alpha(marks, level_of_measurement="nominal"),
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        study = json.load(file)
    documents = [np.array([[int(mark) for mark in own] for own in codings]) for codings in study["documents"]]
    chance = random.Random(1)
    draws = [[chance.randrange(len(documents)) for _ in documents] for _ in range(study["rounds"])]
    found = []
    for (program, measure), figure in figures().items():
        value = float(figure(np.concatenate(documents, axis=1)))
        begun = time.perf_counter()
        for drawn in draws:
            figure(np.concatenate([documents[n] for n in drawn], axis=1))
        found.append({"program": program, "measure": measure, "value": value, "seconds": time.perf_counter() - begun})
    print(json.dumps(found))


if __name__ == "__main__":
    main()
