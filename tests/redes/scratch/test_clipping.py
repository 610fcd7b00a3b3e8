"""Recortes: cuentas a mano, propiedades y contrato. La paridad con Keras, en test_optimizers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.clipping import (
    clip_by_global_norm,
    clip_by_norm,
    clip_by_value,
    global_norm,
)
from redes.scratch.mlp import DenseParams

FAST = settings(max_examples=25, deadline=None, derandomize=True)
GRADS = (np.array([3.0, 4.0]), np.array([12.0]))  # normas 5 y 12; juntas, 13
CLIPS = [clip_by_global_norm, clip_by_norm, clip_by_value]


@pytest.mark.parametrize(
    ("clip", "limit", "first", "second"),
    [
        (clip_by_global_norm, 6.5, [1.5, 2], [6]),  # todo a la mitad
        (clip_by_norm, 6.5, [3, 4], [6.5]),  # la primera no llega al tope
        (clip_by_norm, 2.5, [1.5, 2], [2.5]),
        (clip_by_value, 3.5, [3, 3.5], [3.5]),
        *((clip, 13, [3, 4], [12]) for clip in CLIPS),  # justo en el tope, nada
    ],
)
def test_by_hand(clip, limit, first, second):
    assert global_norm(GRADS) == 13
    clipped = clip(GRADS, limit)
    np.testing.assert_allclose(clipped[0], first)
    np.testing.assert_allclose(clipped[1], second)


@FAST
@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=6), st.floats(0.01, 100))
def test_global_norm_keeps_the_direction(values, limit):
    grads = (np.array(values[:1]), np.array(values[1:]))
    clipped = clip_by_global_norm(grads, limit)
    assert global_norm(clipped) <= limit * (1 + 1e-9)
    flat, shorter = np.concatenate(grads), np.concatenate(clipped)
    cross = np.outer(flat, shorter) - np.outer(shorter, flat)
    np.testing.assert_allclose(cross, 0, atol=1e-6 * (1 + np.abs(flat).max() * limit))
    if global_norm(grads) <= limit:
        np.testing.assert_array_equal(flat, shorter)


def test_only_the_global_clip_keeps_the_whole_direction():
    def cosine(clip):
        a, b = np.concatenate(GRADS), np.concatenate(clip(GRADS, 2.0))
        return a @ b / np.linalg.norm(a) / np.linalg.norm(b)

    assert cosine(clip_by_global_norm) == pytest.approx(1)
    assert cosine(clip_by_norm) < 0.99 and cosine(clip_by_value) < 0.99


@pytest.mark.parametrize("clip", CLIPS)
def test_contract(clip):
    grads = (DenseParams(np.full((2, 3), 4, np.float32), np.ones(3, np.float32)),)
    clipped = clip(grads, np.float64(0.5))
    assert isinstance(clipped[0], DenseParams)
    assert [g.dtype for g in clipped[0]] == [np.float32] * 2
    assert [g.shape for g in clipped[0]] == [(2, 3), (3,)]
    assert grads[0].kernel.min() == 4
    zeros = clip((np.zeros(3),), 1.0)
    np.testing.assert_array_equal(zeros[0], 0)  # sin dividir por cero
    for limit in (0, -1, float("nan")):
        with pytest.raises(ValueError, match="positivo"):
            clip(grads, limit)
