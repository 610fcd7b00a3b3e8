"""El conjunto de la diabetes contra el de scikit-learn."""

import numpy as np
from sklearn.datasets import load_diabetes

from redes.data import diabetes


def test_values():
    x, y = diabetes.load()
    assert (x.shape, y.shape, x.dtype, y.dtype) == ((442, 10), (442,), "float64", "float64")
    np.testing.assert_array_equal(x, load_diabetes(scaled=False).data)
    np.testing.assert_array_equal(y, load_diabetes().target)
    assert (y.min(), y.max()) == (25, 346)


def test_each_name_is_on_its_column():
    x, _ = diabetes.load()
    column = dict(zip(diabetes.FEATURE_NAMES, x.T, strict=True))
    assert len(column) == 10
    # Cada magnitud en su sitio: el intervalo de una no es el de otra.
    assert (column["edad"].min(), column["edad"].max()) == (19, 79)
    assert set(column["sexo"]) == {1, 2}
    assert (column["índice de masa corporal"].min(), column["presión arterial media"].max()) == (
        18.0,
        133.0,
    )
    ratio = column["colesterol total"] / column["colesterol HDL"]
    assert np.corrcoef(ratio, column["colesterol total entre HDL"])[0, 1] > 0.95
    assert np.all(column["colesterol LDL"] < column["colesterol total"])
    assert column["logaritmo de los triglicéridos"].max() < 7 < column["glucosa"].min()
