import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.data.synthetic import blobs, moons, noisy_sine, spirals, xor

MAKERS = [moons, spirals, blobs, xor, noisy_sine]


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("maker", MAKERS)
class TestAll:
    def test_same_seed_same_data_and_another_seed_other_data(self, maker):
        x, y = maker(50, rng=rng(3))
        again, labels = maker(50, rng=rng(3))
        np.testing.assert_array_equal(x, again)
        np.testing.assert_array_equal(y, labels)
        assert not np.array_equal(x, maker(50, rng=rng(4))[0])

    def test_too_few(self, maker):
        with pytest.raises(ValueError, match="al menos"):
            maker(0, rng=rng())

    def test_shapes(self, maker):
        x, y = maker(31, rng=rng())
        assert x.shape == (31, 1 if maker is noisy_sine else 2)
        assert y.shape == (31,)


@pytest.mark.parametrize(("maker", "classes"), [(moons, 2), (spirals, 3), (blobs, 3)])
@settings(max_examples=25, deadline=None, derandomize=True)
@given(n=st.integers(3, 60))
def test_classes_are_balanced_and_shuffled(maker, classes, n):
    _, y = maker(n, rng=rng(n))
    counts = np.bincount(y, minlength=classes)
    assert counts.sum() == n and counts.max() - counts.min() <= 1
    if n > 20:
        assert (np.diff(y) < 0).any()  # ordenadas por clase, las etiquetas nunca bajan


def test_moons_by_hand():
    # Con 4 ejemplos y sin ruido, t vale 0 y π: (1, 0) y (−1, 0) arriba, (0, 1/2) y (2, 1/2) abajo.
    x, y = moons(4, noise=0, rng=rng())
    points = {(*np.round(point, 9) + 0.0, label) for point, label in zip(x, y, strict=True)}
    assert points == {(1, 0, 0), (-1, 0, 0), (0, 0.5, 1), (2, 0.5, 1)}


def test_spirals_by_hand():
    # Con 2 ejemplos, uno por espiral, ambos tienen radio 1; con media vuelta, la primera acaba en
    # el ángulo π y la segunda, que sale al lado contrario, en 2π.
    x, y = spirals(2, classes=2, turns=0.5, noise=0, rng=rng())
    np.testing.assert_allclose(x[np.argsort(y)], [[-1, 0], [1, 0]], atol=1e-12)


def test_spirals_needs_two():
    with pytest.raises(ValueError, match="classes=1"):
        spirals(10, classes=1, rng=rng())


def test_blobs_follow_centers_and_std():
    centers = ((0, 0, 0), (10, -10, 5))
    x, y = blobs(4000, centers=centers, std=0.5, rng=rng())
    for label, center in enumerate(centers):
        np.testing.assert_allclose(x[y == label].mean(axis=0), center, atol=0.05)
        np.testing.assert_allclose(np.cov(x[y == label].T), 0.25 * np.eye(3), atol=0.03)


def test_blobs_wrong_centers():
    with pytest.raises(ValueError, match=r"\(2,\)"):
        blobs(10, centers=(0, 1), rng=rng())


def test_xor_labels_come_before_the_noise():
    clean, y = xor(500, rng=rng(1))
    noisy, labels = xor(500, noise=0.3, rng=rng(1))
    np.testing.assert_array_equal(y, labels)
    np.testing.assert_array_equal((clean[:, 0] > 0) != (clean[:, 1] > 0), y == 1)
    assert ((noisy[:, 0] * noisy[:, 1] < 0) != labels).any()


@pytest.mark.parametrize("maker", [moons, spirals, noisy_sine])
def test_noise_has_the_asked_standard_deviation(maker):
    clean_x, clean_y = maker(3000, noise=0, rng=rng(2))
    x, y = maker(3000, noise=0.25, rng=rng(2))
    # El ruido se saca antes de barajar, con lo que el orden puede ser otro: comparamos ordenado.
    if maker is noisy_sine:
        assert (y - np.sin(np.pi * x[:, 0])).std() == pytest.approx(0.25, rel=0.05)
    else:
        extra = x.var(axis=0) - clean_x.var(axis=0)
        assert extra == pytest.approx([0.0625, 0.0625], rel=0.2)
    assert len(clean_y) == len(y)
