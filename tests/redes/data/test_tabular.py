"""Los dos conjuntos de tablas, iris y cáncer de mama, contra los de scikit-learn."""

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer, load_iris

from redes.data import breast_cancer, iris


@pytest.mark.parametrize(
    ("module", "original", "shape"),
    [(iris, load_iris, (150, 4)), (breast_cancer, load_breast_cancer, (569, 30))],
)
def test_values(module, original, shape):
    x, y = module.load()
    assert (x.shape, x.dtype, y.dtype) == (shape, "float64", "int64")
    np.testing.assert_array_equal(x, original().data)
    np.testing.assert_array_equal(y, original().target)
    assert len(module.FEATURE_NAMES) == shape[1] == len(set(module.FEATURE_NAMES))
    assert len(module.CLASS_NAMES) == y.max() + 1


ENGLISH = {
    "radio": "radius",
    "textura": "texture",
    "perímetro": "perimeter",
    "área": "area",
    "suavidad": "smoothness",
    "compacidad": "compactness",
    "concavidad": "concavity",
    "puntos cóncavos": "concave points",
    "simetría": "symmetry",
    "dimensión fractal": "fractal dimension",
}
PATTERNS = {"media": "mean {}", "error estándar": "{} error", "peor valor": "worst {}"}


def test_every_spanish_name_is_on_its_column():
    translated = []
    for name in breast_cancer.FEATURE_NAMES:
        trait, statistic = name.removesuffix(")").split(" (")
        translated.append(PATTERNS[statistic].format(ENGLISH[trait]))
    assert translated == list(load_breast_cancer().feature_names)


def test_classes_are_not_swapped():
    assert list(load_breast_cancer().target_names) == ["malignant", "benign"]
    assert breast_cancer.CLASS_NAMES == ("maligno", "benigno")
    assert tuple(load_iris().target_names) == iris.CLASS_NAMES
