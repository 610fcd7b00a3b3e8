import numpy as np
import pytest

from redes.viz.seed_dots import seed_dots

NAMES = ["lineal", "densa"]
# La media de la primera fila, 0.75, no es su mediana.
VALUES = [[0.25, 1.0, 1.0], [0.25, 0.5, 0.0]]


def test_one_dot_per_seed_and_a_line_at_the_mean():
    (ax,) = seed_dots(NAMES, VALUES, xlabel="exactitud").axes
    lines, dots = ax.collections
    np.testing.assert_allclose(
        dots.get_offsets(), [[0.25, 0], [1, 0], [1, 0], [0.25, 1], [0.5, 1], [0, 1]]
    )
    means = [segment[0][0] for segment in lines.get_segments()]
    np.testing.assert_allclose(means, [0.75, 0.25])
    assert [text.get_text() for text in ax.texts] == ["0,750", "0,250"]
    assert [label.get_text() for label in ax.get_yticklabels()] == NAMES
    assert ax.get_xlabel() == "exactitud"


def test_first_model_is_on_top():
    (ax,) = seed_dots(NAMES, VALUES, xlabel="exactitud").axes
    bottom, top = ax.get_ylim()
    assert bottom > 1 > 0 > top


def test_inputs_are_not_mutated():
    values = np.array(VALUES)
    seed_dots(NAMES, values, xlabel="exactitud")
    np.testing.assert_array_equal(values, VALUES)


@pytest.mark.parametrize("values", [[0.5, 0.25], [[0.5], [0.25], [0.1]], np.empty((2, 0))])
def test_bad_shape(values):
    with pytest.raises(ValueError, match=r"2 nombres.*una fila por nombre"):
        seed_dots(NAMES, values, xlabel="exactitud")
