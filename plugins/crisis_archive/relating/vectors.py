"""Texts as sparse TF-IDF vectors of words and word pairs, and their cosine similarities."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

import numpy as np
from scipy import sparse


def tf_idf(counts: Sequence[Mapping[str, int]]) -> tuple[sparse.csr_array, list[str]]:
    """One row a text, one column a feature found in two texts or more (columns sorted).

    A row has unit length counted with the features that only its own text has, so that two texts
    that share little are little alike in a small archive too. Sublinear term frequency and smoothed
    inverse document frequency (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 6.4).
    """
    frequency: Counter[str] = Counter()
    for each in counts:
        frequency.update(each.keys())
    features = sorted(feature for feature, count in frequency.items() if count > 1)
    column = {feature: place for place, feature in enumerate(features)}
    rarity = {feature: log((1 + len(counts)) / (1 + count)) + 1 for feature, count in frequency.items()}
    starts: list[int] = [0]
    columns: list[int] = []
    values: list[float] = []
    for each in counts:
        weights = {feature: (1 + log(each[feature])) * rarity[feature] for feature in sorted(each)}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        shared = [feature for feature in weights if feature in column]
        columns.extend(column[feature] for feature in shared)
        values.extend(weights[feature] / length for feature in shared)
        starts.append(len(columns))
    matrix = sparse.csr_array(
        (np.array(values), np.array(columns, dtype=np.int32), np.array(starts, dtype=np.int32)),
        shape=(len(counts), len(features)),
    )
    return matrix, features


def similar_pairs(
    matrix: sparse.csr_array, least: float, block: int = 512
) -> Iterator[tuple[int, int, float]]:
    """Rows i < j with a cosine of at least `least`, in order; `block` rows are multiplied at a time."""
    transposed = matrix.T.tocsc()
    for first in range(0, matrix.shape[0], block):
        product = (matrix[first : first + block] @ transposed).tocoo()
        chosen = (product.data >= least) & (product.row + first < product.col)
        found = zip(product.row[chosen] + first, product.col[chosen], product.data[chosen], strict=True)
        yield from sorted((int(i), int(j), float(value)) for i, j, value in found)
