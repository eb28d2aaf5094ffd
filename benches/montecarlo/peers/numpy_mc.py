"""numpy_mc.py DRAWS RUNS: the cost model with NumPy, a column at a time; one JSON line of times."""
import json
import sys
import time

import numpy as np

LOW, HIGH = np.log(60), np.log(140)


def run(draws, ordered):
    g = np.random.default_rng()
    v = g.triangular(2, 2.8, 4, draws)
    v *= g.uniform(0.27, 0.32, draws)
    v *= g.lognormal((LOW + HIGH) / 2, (HIGH - LOW) / (2 * 1.6448536269514722), draws)
    v *= g.uniform(1300, 1500, draws)
    v /= g.uniform(0.6, 0.8, draws)
    ranks = [(draws - 1) * percent // 100 for percent in (5, 50, 95)]
    mean = v.mean()
    v = ordered(v, ranks)
    return [float(mean), *(float(v[r]) for r in ranks)]


draws, runs = int(sys.argv[1]), int(sys.argv[2])
# Sorting everything is the faster of the two here, so both are shown.
for name, ordered in ("select", np.partition), ("sort", lambda v, _: np.sort(v)):
    summary, ms = run(draws, ordered), []
    for _ in range(runs):
        begun = time.perf_counter()
        summary = run(draws, ordered)
        ms.append(1e3 * (time.perf_counter() - begun))
    print(json.dumps({"name": f"NumPy {np.__version__}, {name}", "ms": ms, "summary": summary}))
