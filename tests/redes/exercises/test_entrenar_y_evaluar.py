"""Otras maneras de resolver, y de cometer, los errores típicos de «entrenar-y-evaluar»."""

import numpy as np

from redes.exercises.entrenar_y_evaluar import (
    auc_by_pairs,
    check,
    f1_from_labels,
    threshold_for_recall,
)

Y = np.array([1, 1, 0, 1, 0, 1, 0, 0, 1, 0])
SCORES = np.array([0.95, 0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.2, 0.1])


def test_by_hand():
    assert np.isclose(f1_from_labels(Y, (SCORES >= 0.35).astype(int)), 8 / 11)
    assert np.isclose(auc_by_pairs(Y, SCORES), 18.5 / 25)
    assert threshold_for_recall(Y, SCORES, 0.8) == 0.4


def test_the_threshold_is_the_highest_that_reaches_the_recall():
    rng = np.random.default_rng(7)
    for minimum in (0.1, 0.5, 0.95, 1.0):
        y, scores = rng.integers(0, 2, 37), rng.permutation(37) / 37
        threshold = threshold_for_recall(y, scores, minimum)
        assert np.mean(scores[y == 1] >= threshold) >= minimum
        assert np.mean(scores[y == 1] > threshold) < minimum


def test_other_right_ways_are_accepted():
    def with_the_mean(y, predicted):
        hits = np.sum(y * predicted)
        return hits / np.mean([np.sum(y), np.sum(predicted)])

    def one_by_one(y, scores):
        won = [
            1.0 if p > n else 0.5 if p == n else 0.0 for p in scores[y == 1] for n in scores[y == 0]
        ]
        return sum(won) / len(won)

    def trying_all(y, scores, minimum_recall):
        return max(u for u in scores if np.mean(scores[y == 1] >= u) >= minimum_recall - 1e-9)

    assert check("entrenar-y-evaluar-1", with_the_mean)
    assert check("entrenar-y-evaluar-2", one_by_one)
    assert check("entrenar-y-evaluar-3", trying_all)


def test_a_strict_comparison_is_not_accepted():
    def strict(y, scores, minimum_recall):
        return max(u for u in scores if np.mean(scores[y == 1] > u) >= minimum_recall)

    assert not check("entrenar-y-evaluar-3", strict)
