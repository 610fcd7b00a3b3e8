"""Otras maneras de cometer los errores típicos del capítulo «activaciones»."""

import numpy as np
import pytest

from redes.exercises.activaciones import check


def naive(z):
    return np.exp(z) / np.exp(z).sum(-1)


def stable(z):
    exponentials = np.exp(z - z.max(-1, keepdims=True))
    return exponentials / exponentials.sum(-1)


def maximum(z):
    exponentials = np.exp(z - z.max(-1))
    return exponentials / exponentials.sum(-1)


@pytest.mark.parametrize("softmax", [naive, stable, maximum])
def test_missing_keepdims_is_recognised_with_and_without_the_maximum(softmax):
    assert "keepdims=True" in check("activaciones-1", softmax).hint


def test_subtracting_the_maximum_of_the_batch_is_not_stable_enough():
    # Con filas muy distintas, las más bajas se quedan en 0/0.
    result = check(
        "activaciones-1",
        lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(axis=-1, keepdims=True),
    )
    assert not result and "nan" in result.message
