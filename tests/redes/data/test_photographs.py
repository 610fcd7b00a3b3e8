"""Las fotografías contra las de scikit-learn."""

import numpy as np
import pytest
from sklearn.datasets import load_sample_image

from redes.data import photographs


@pytest.mark.parametrize("name", photographs.NAMES)
def test_values(name):
    image = photographs.load(name)
    assert (image.shape, image.dtype) == ((427, 640, 3), "float64")
    np.testing.assert_allclose(image * 255, load_sample_image(f"{name}.jpg"), rtol=0, atol=1e-12)


def test_they_are_two():
    assert np.abs(photographs.load("china") - photographs.load("flower")).max() > 0.5


def test_unknown_name():
    with pytest.raises(ValueError, match="'gato'; las que hay son china, flower"):
        photographs.load("gato")
