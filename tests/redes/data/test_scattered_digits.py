import numpy as np
import pytest

from redes.data.scattered_digits import mark_mask, scatter, stamp

IMAGES = np.random.default_rng(1).uniform(0.3, 1, size=(40, 5, 6)).astype("float32")


def scenes(seed=0, **options):
    return scatter(IMAGES, side=12, rng=np.random.default_rng(seed), **options)


def test_the_digit_is_whole_where_the_mask_says():
    x, mask = scenes(noise=0)
    assert x.shape == (40, 12, 12, 1) and x.dtype == np.float32
    for canvas, place, image in zip(x[..., 0], mask, IMAGES, strict=True):
        np.testing.assert_array_equal(canvas[place].reshape(5, 6), image)


def test_fragments_and_noise_fill_the_rest():
    x, mask = scenes(fragments=0, noise=0)
    assert (x[..., 0][~mask] == 0).all()
    x, mask = scenes(fragments=2, noise=0)
    ink = (x[..., 0] * ~mask > 0).sum(axis=(1, 2))
    assert 0 < ink.max() <= 32  # dos trozos de 16 puntos, a lo sumo
    noisy, _ = scenes(fragments=2, noise=0.1)
    assert 0 <= noisy.min() < noisy.max() <= 1
    assert 0 < np.abs(noisy - x).max() <= 0.1 + 1e-6


def test_places_change_and_the_seed_fixes_them():
    x, mask = scenes()
    np.testing.assert_array_equal(x, scenes()[0])
    assert not np.array_equal(x, scenes(1)[0])
    # En 8 × 7 sitios posibles, las esquinas también salen.
    corners = {tuple(np.argwhere(place)[0]) for place in mask}
    assert len(corners) > 20
    # Del 0 a 12 − 5 = 7 en filas y a 12 − 6 = 6 en columnas, con los dos extremos.
    assert np.min(list(corners), axis=0).tolist() == [0, 0]
    assert np.max(list(corners), axis=0).tolist() == [7, 6]


def test_the_mark_goes_where_asked():
    x, _ = scenes()
    where = np.arange(40) % 3 == 0
    before = x.copy()
    marked = stamp(x, where)
    np.testing.assert_array_equal(x, before)
    np.testing.assert_array_equal(marked[~where], x[~where])
    mask = mark_mask(12)
    np.testing.assert_array_equal(marked[where][:, ~mask], x[where][:, ~mask])
    np.testing.assert_array_equal(marked[0, 8:11, :3, 0], [[1, 0, 1], [0, 1, 0], [1, 0, 1]])
    assert mask.sum() == 9 and mask[8:11, :3].all()


@pytest.mark.parametrize("shape", [(5, 6), (2, 13, 5), (2, 3, 5)])
def test_images_that_do_not_fit(shape):
    with pytest.raises(ValueError, match="lienzo"):
        scatter(np.ones(shape), side=12, rng=np.random.default_rng(0))


def test_bad_marks():
    with pytest.raises(ValueError, match="booleano"):
        stamp(np.ones((3, 8, 8, 1)), np.array([True, False]))
    with pytest.raises(ValueError, match="booleano"):
        stamp(np.ones((1, 8, 8, 1)), np.array([1]))
    with pytest.raises(ValueError, match="3 × 8"):
        stamp(np.ones((1, 3, 8, 1)), np.array([True]))
