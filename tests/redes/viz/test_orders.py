import numpy as np
import pytest

from redes.viz.orders import order_panels


def test_a_panel_per_order():
    figure = order_panels({"sin barajar": np.arange(5), "al revés": np.arange(5)[::-1]})
    first, second = figure.axes
    assert (first.get_title(), second.get_title()) == ("sin barajar", "al revés")
    np.testing.assert_array_equal(first.collections[0].get_offsets()[3], [3, 3])
    np.testing.assert_array_equal(second.collections[0].get_offsets()[0], [0, 4])
    assert (first.get_xlabel(), first.get_ylabel()) == ("turno", "fila que sale")


@pytest.mark.parametrize(
    "orders", [{}, {str(i): np.arange(3) for i in range(4)}, {"a": np.zeros((2, 2))}]
)
def test_bad_orders(orders):
    with pytest.raises(ValueError, match="uno a tres vectores"):
        order_panels(orders)
