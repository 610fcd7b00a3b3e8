import numpy as np
import pytest

from redes.scratch.occlusion import occlusion_map

X = np.random.default_rng(2).normal(size=(3, 5, 7, 2))
WEIGHTS = np.random.default_rng(3).normal(size=(5, 7, 2))


def linear(images):
    return (images * WEIGHTS).sum(axis=(1, 2, 3))


def test_by_hand():
    # Una fila de 1 2 3 tapada de dos en dos: bajan 3 y 5; el del medio, la media de las dos.
    x = np.array([1.0, 2.0, 3.0]).reshape(1, 1, 3, 1).repeat(2, axis=1) / 2
    found = occlusion_map(lambda images: images.sum(axis=(1, 2, 3)), x, size=2)
    np.testing.assert_array_equal(found[0], [[3, 4, 5], [3, 4, 5]])


def test_a_linear_score_gives_gradient_times_input():
    found = occlusion_map(linear, X, size=1)
    np.testing.assert_allclose(found, (X * WEIGHTS).sum(axis=-1))
    moved = occlusion_map(linear, X, size=1, fill=0.3)
    np.testing.assert_allclose(moved, ((X - 0.3) * WEIGHTS).sum(axis=-1))


def test_every_point_is_covered_whatever_the_stride():
    # De 7 puntos con ventana 3 y avance 3 sobra uno: la última ventana se arrima a la orilla.
    seen = []

    def score(images):
        seen.append(np.isclose(images[0, ..., 0], 9).nonzero())
        return linear(images)

    found = occlusion_map(score, X, size=3, strides=3, fill=9)
    assert np.isfinite(found).all() and len(seen) == 1 + 2 * 3
    assert max(columns.max() for _, columns in seen[1:]) == 6


def test_images_are_not_changed():
    before = X.copy()
    occlusion_map(linear, X, size=2, strides=2)
    np.testing.assert_array_equal(X, before)


@pytest.mark.parametrize("options", [{"size": 6}, {"size": 2, "strides": 3}, {"size": 0}])
def test_bad_windows(options):
    with pytest.raises(ValueError, match="ventana"):
        occlusion_map(linear, X, **options)
