import numpy as np
import pytest

from redes.scratch.dense import dense, dense_backward
from redes.scratch.grad_cam import class_activation_map, grad_cam
from redes.scratch.pooling import global_average_pool2d, global_average_pool2d_backward

# El ejemplo a mano del capítulo: dos mapas de 2 × 2 y pesos 2 y −1.
MAPS = np.stack([[[4.0, 0.0], [2.0, 0.0]], [[0.0, 1.0], [1.0, 2.0]]], axis=-1)[None]
KERNEL = np.array([[2.0], [-1.0]])


def test_by_hand():
    # medias 6/4 y 4/4; logit 2·1.5 − 1·1 = 2; gradientes 2/4 y −1/4
    assert dense(global_average_pool2d(MAPS), KERNEL).item() == 2.0
    grad = global_average_pool2d_backward(KERNEL.T, MAPS)
    np.testing.assert_array_equal(grad[0, 1, 0], [0.5, -0.25])
    # 0.5·4 = 2; −0.25 → 0; 0.5·2 − 0.25·1 = 0.75; −0.5 → 0
    np.testing.assert_array_equal(grad_cam(MAPS, grad)[0], [[2, 0], [0.75, 0]])
    np.testing.assert_array_equal(class_activation_map(MAPS, KERNEL, [0])[0], [[8, -1], [3, -2]])


def test_equals_the_class_activation_map_up_to_a_factor():
    rng = np.random.default_rng(5)
    maps, kernel = rng.normal(size=(4, 3, 5, 6)), rng.normal(size=(6, 7))
    classes = np.array([2, 6, 0, 2])
    pooled = global_average_pool2d(maps)
    upstream = dense_backward(np.eye(7)[classes], pooled, kernel).x
    found = grad_cam(maps, global_average_pool2d_backward(upstream, maps))
    cam = class_activation_map(maps, kernel, classes)
    np.testing.assert_allclose(15 * found, np.maximum(0, cam))
    # La media del mapa de clase es el logit sin el sesgo.
    logits = dense(pooled, kernel)[np.arange(4), classes]
    np.testing.assert_allclose(cam.mean(axis=(1, 2)), logits)


def test_weights_are_the_mean_gradient_wherever_it_falls():
    rng = np.random.default_rng(6)
    maps, gradient = rng.normal(size=(2, 2, 3, 4, 5))
    moved = np.roll(gradient, 1, axis=1)
    np.testing.assert_allclose(grad_cam(maps, gradient), grad_cam(maps, moved))
    assert grad_cam(maps, gradient).min() >= 0


def test_bad_shapes():
    with pytest.raises(ValueError, match=r"\(1, 2, 2, 2\).*\(2, 2, 2\)"):
        grad_cam(MAPS, MAPS[0])
    with pytest.raises(ValueError, match=r"\(1, 2, 2, 2\).*\(3, 1\)"):
        class_activation_map(MAPS, np.ones((3, 1)), [0])
    with pytest.raises(ValueError, match=r"\(2,\)"):
        class_activation_map(MAPS, KERNEL, [0, 0])
