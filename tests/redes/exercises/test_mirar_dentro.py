"""Otras maneras de resolver, y de cometer, los errores típicos del capítulo «mirar-dentro»."""

import numpy as np

from redes.exercises.mirar_dentro import adversarial, cam_from_gradient, check, logit_gradient
from redes.scratch.grad_cam import grad_cam


def test_numbers_of_the_chapter():
    # z = (4, −1): solo la primera unidad está encendida, y 2 · (1, 3) = (2, 6).
    kernel = np.array([[1.0, -2.0], [3.0, 1.0]])
    found = logit_gradient(np.array([1.0, 1.0]), kernel, np.array([2.0, -1.0]))
    np.testing.assert_array_equal(found, [2, 6])
    # 0.5 sube 0.1; 0.95 sube hasta 1.
    moved = adversarial(np.array([0.5, 0.95]), np.array([0.2, 3.0]), 0.1)
    np.testing.assert_allclose(moved, [0.6, 1.0])


def test_the_same_as_the_book():
    maps, gradient = np.random.default_rng(0).normal(size=(2, 3, 4, 5))
    expected = grad_cam(maps[None], gradient[None])[0]
    np.testing.assert_allclose(cam_from_gradient(maps, gradient), expected)


def test_longer_ways_are_accepted():
    def by_hand(x, kernel, weights):
        total = np.zeros(len(x))
        for unit, weight in enumerate(weights):
            if x @ kernel[:, unit] > 0:
                total += weight * kernel[:, unit]
        return total

    def map_by_map(maps, gradient):
        total = sum(gradient[..., f].mean() * maps[..., f] for f in range(maps.shape[-1]))
        return np.where(total > 0, total, 0)

    assert check("mirar-dentro-1", by_hand)
    assert check("mirar-dentro-2", map_by_map)
    assert check("mirar-dentro-3", lambda x, g, e: np.minimum(1, np.maximum(0, x + e * np.sign(g))))
    assert not check("mirar-dentro-3", lambda x, g, e: x + e * np.sign(g))
