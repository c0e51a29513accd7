# The peer: scipy's sparse assignment on the same instance (places one by one, a column of going without for each mentee).
#   python3 scipy_peer.py FILE REPEATS       prints «milliseconds (median) objective»
import sys
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

data = numpy.fromfile(sys.argv[1], dtype="<i8")
mentees, mentors, candidates = data[:3]
penalty, places = data[3 : 3 + mentees], data[3 + mentees : 3 + mentees + mentors]
rows, columns, scores = data[3 + mentees + mentors :].reshape(candidates, 3).T
first = numpy.concatenate([[0], numpy.cumsum(places)])
many = places[columns]
row = numpy.repeat(rows, many)
within = numpy.arange(many.sum()) - numpy.repeat(numpy.cumsum(many) - many, many)
column = numpy.repeat(first[columns], many) + within
base = penalty.max() + 1
weight = numpy.repeat(scores, many) + base
going = numpy.arange(mentees)
matrix = csr_matrix(
    (
        numpy.concatenate([weight, base - penalty]).astype(float),
        (numpy.concatenate([row, going]), numpy.concatenate([column, first[-1] + going])),
    )
)
times = []
for _ in range(int(sys.argv[2])):
    began = time.process_time()
    chosen = min_weight_full_bipartite_matching(matrix, maximize=True)
    times.append((time.process_time() - began) * 1000)
print(f"{sorted(times)[len(times) // 2]:.2f} {int(matrix[chosen].sum() - mentees * base)}")
