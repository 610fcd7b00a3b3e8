import numpy as np
import pytest

from redes.data.translate import translate


@pytest.mark.parametrize("rows", [-2, 0, 1])
@pytest.mark.parametrize("columns", [-1, 0, 3])
@pytest.mark.parametrize("channels", [(), (2,)])
def test_every_pixel_goes_where_it_must(rows, columns, channels):
    images = np.random.default_rng(0).integers(1, 9, size=(2, 4, 5, *channels))
    copy = images.copy()
    moved = translate(images, rows, columns)
    for i, j in np.ndindex(4, 5):
        inside = 0 <= i - rows < 4 and 0 <= j - columns < 5
        expected = images[:, i - rows, j - columns] if inside else np.zeros_like(images[:, 0, 0])
        np.testing.assert_array_equal(moved[:, i, j], expected)
    np.testing.assert_array_equal(images, copy)
    assert moved.dtype == images.dtype
    assert not np.shares_memory(moved, images)


@pytest.mark.parametrize(
    ("shape", "step"), [((4, 5), (0, 1)), ((1, 4, 5), (4, 0)), ((1, 4, 5), (0, -5))]
)
def test_bad_input(shape, step):
    with pytest.raises(ValueError, match="desplazamiento"):
        translate(np.ones(shape), *step)
