"""Las métricas: a mano, propiedades, paridad con scikit-learn y con Keras, y contrato."""

import keras
import numpy as np
import pytest
import sklearn.metrics
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch import metrics

FAST = settings(max_examples=25, deadline=None, derandomize=True)

# Los diez tumores del capítulo «entrenar-y-evaluar», de la puntuación más alta a la más baja.
SCORES = np.array([0.95, 0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.2, 0.1])
Y = np.array([1, 1, 0, 1, 0, 1, 0, 0, 1, 0])


def sample(seed, *, ties, size=None):
    """Etiquetas de las dos clases y puntuaciones de 0 a 1, con empates o sin ellos."""
    rng = np.random.default_rng(seed)
    size = size or int(rng.integers(5, 60))
    y = rng.integers(0, 2, size)
    y[:2] = 0, 1
    scores = rng.integers(0, 6, size) / 5 if ties else rng.permutation(size) / size
    return y, scores


def test_counts_by_hand():
    said = (SCORES >= 0.5).astype(int)
    # Dice «sí» a los cinco primeros, y tres lo son; se deja dos malignos.
    np.testing.assert_array_equal(metrics.confusion_matrix(Y, said), [[3, 2], [2, 3]])
    assert metrics.precision(Y, said) == 3 / 5
    assert metrics.recall(Y, said) == 3 / 5
    assert metrics.f1_score(Y, said) == 6 / 10
    # Con el umbral en 0,35 entra el sexto, que es maligno.
    said = (SCORES >= 0.35).astype(int)
    assert metrics.precision(Y, said) == 4 / 6
    assert metrics.recall(Y, said) == 4 / 5
    assert metrics.f1_score(Y, said) == pytest.approx(8 / 11)


def test_ranking_by_hand():
    # Negativos por debajo de cada positivo: 5, 5, 4, 3 y, con un empate, 1 + 1/2 = 18,5 de 25.
    assert metrics.roc_auc(Y, SCORES) == pytest.approx(18.5 / 25)
    curve = metrics.roc_curve(Y, SCORES)
    np.testing.assert_allclose(
        curve.true_positive_rate, np.array([0, 1, 2, 2, 3, 3, 4, 4, 5, 5]) / 5
    )
    np.testing.assert_allclose(
        curve.false_positive_rate, np.array([0, 0, 0, 1, 1, 2, 2, 3, 4, 5]) / 5
    )
    np.testing.assert_array_equal(curve.thresholds, [np.inf, *np.delete(SCORES, 8)])
    # Precisiones al llegar a cada positivo; el empate entra junto: 5 de 9.
    expected = (1 + 1 + 3 / 4 + 4 / 6 + 5 / 9) / 5
    assert metrics.average_precision(Y, SCORES) == pytest.approx(expected)


def test_calibration_by_hand():
    y, p = [0, 1, 0, 1, 1], [0.1, 0.3, 0.3, 0.8, 1.0]
    found = metrics.calibration_bins(y, p, bins=2)
    # Tramo bajo: (0,1 + 0,3 + 0,3)/3 y 1/3. Tramo alto, con el 1 dentro: 0,9 y 2/2.
    np.testing.assert_allclose(found.probability, [0.7 / 3, 0.9])
    np.testing.assert_allclose(found.frequency, [1 / 3, 1])
    np.testing.assert_array_equal(found.counts, [3, 2])
    assert metrics.expected_calibration_error(y, p, bins=2) == pytest.approx(
        3 / 5 * 0.1 + 2 / 5 * 0.1
    )
    # Con tramos de tamaños y distancias diferentes, pesan los ejemplos: (2·0,25 + 1·0,1)/3.
    assert metrics.expected_calibration_error([0, 0, 1], [0.25, 0.25, 0.9], bins=2) == (
        pytest.approx(0.6 / 3)
    )
    # Los cuatro anuncios del capítulo: 0,3 y 0,1, con dos ejemplos cada uno.
    four = ([0, 1, 1, 1], [0.1, 0.3, 0.8, 1.0])
    assert metrics.expected_calibration_error(*four, bins=2) == pytest.approx(0.2)
    assert metrics.brier(*four) == pytest.approx(0.135)
    assert metrics.brier(y, p) == pytest.approx((0.01 + 0.49 + 0.09 + 0.04 + 0) / 5)


@FAST
@given(st.integers(0, 1000), st.booleans())
def test_auc_is_the_area_and_counts_pairs(seed, ties):
    y, scores = sample(seed, ties=ties)
    auc = metrics.roc_auc(y, scores)
    curve = metrics.roc_curve(y, scores)
    area = np.trapezoid(curve.true_positive_rate, curve.false_positive_rate)
    gaps = scores[y == 1][:, None] - scores[y == 0]
    pairs = np.mean((gaps > 0) + 0.5 * (gaps == 0))
    assert auc == pytest.approx(area) == pytest.approx(pairs)
    assert metrics.roc_auc(y, -scores) == pytest.approx(1 - auc)
    # Solo importa el orden.
    assert metrics.roc_auc(y, np.exp(3 * scores) - 7) == pytest.approx(auc)


@FAST
@given(st.integers(0, 1000), st.booleans())
def test_ranking_same_as_sklearn(seed, ties):
    y, scores = sample(seed, ties=ties)
    assert metrics.roc_auc(y, scores) == pytest.approx(sklearn.metrics.roc_auc_score(y, scores))
    for ours, theirs in zip(
        metrics.roc_curve(y, scores),
        sklearn.metrics.roc_curve(y, scores, drop_intermediate=False),
        strict=True,
    ):
        np.testing.assert_allclose(ours, theirs)
    ours = metrics.precision_recall_curve(y, scores)
    precision, recall, thresholds = sklearn.metrics.precision_recall_curve(y, scores)
    np.testing.assert_allclose(ours.precision, precision[::-1])
    np.testing.assert_allclose(ours.recall, recall[::-1])
    np.testing.assert_allclose(ours.thresholds[1:], thresholds[::-1])
    assert metrics.average_precision(y, scores) == pytest.approx(
        sklearn.metrics.average_precision_score(y, scores)
    )


@FAST
@given(st.integers(0, 1000), st.integers(2, 5))
def test_counts_same_as_sklearn(seed, classes):
    rng = np.random.default_rng(seed)
    y, said = rng.integers(0, classes, (2, int(rng.integers(1, 40))))
    np.testing.assert_array_equal(
        metrics.confusion_matrix(y, said, num_classes=classes),
        sklearn.metrics.confusion_matrix(y, said, labels=range(classes)),
    )
    options = {"labels": [0, 1], "average": None, "zero_division": 0}
    for name in ("precision", "recall", "f1"):
        ours = getattr(metrics, "f1_score" if name == "f1" else name)
        theirs = getattr(sklearn.metrics, f"{name}_score")(y, said, **options)
        assert [ours(y, said, positive=k) for k in (0, 1)] == pytest.approx(list(theirs))


@pytest.mark.parametrize("seed", range(3))
def test_counts_same_as_keras(seed):
    y, scores = sample(seed, ties=False, size=[7, 23, 41][seed])
    said = (scores > 0.5).astype(int)
    pairs = {
        metrics.precision: keras.metrics.Precision(),
        metrics.recall: keras.metrics.Recall(),
    }
    for ours, theirs in pairs.items():
        theirs.update_state(y, scores)
        assert ours(y, said) == pytest.approx(float(theirs.result()), abs=5e-6)
    f1 = keras.metrics.F1Score(average="micro", threshold=0.5)
    f1.update_state(y[:, None].astype("float32"), scores[:, None].astype("float32"))
    assert metrics.f1_score(y, said) == pytest.approx(float(f1.result()), abs=5e-6)


@pytest.mark.parametrize("seed", range(3))
def test_auc_same_as_keras_with_all_the_thresholds(seed):
    y, scores = sample(seed, ties=True, size=[7, 23, 41][seed])
    values = np.unique(scores)
    between = ((values[1:] + values[:-1]) / 2).tolist()
    theirs = keras.metrics.AUC(thresholds=between)
    theirs.update_state(y, scores)
    assert metrics.roc_auc(y, scores) == pytest.approx(float(theirs.result()), abs=5e-6)


@FAST
@given(st.integers(0, 1000), st.booleans())
def test_calibration_same_as_sklearn(seed, ties):
    y, p = sample(seed, ties=ties)
    assert metrics.brier(y, p) == pytest.approx(sklearn.metrics.brier_score_loss(y, p))
    assert 0 <= metrics.expected_calibration_error(y, p) <= 1
    found = metrics.calibration_bins(y, p, bins=7)
    assert found.counts.sum() == len(y)
    assert found.probability @ found.counts == pytest.approx(p.sum())
    assert found.frequency @ found.counts == pytest.approx(y.sum())


def test_a_single_bin_compares_the_means():
    y, p = sample(3, ties=False)
    expected = abs(p.mean() - y.mean())
    assert metrics.expected_calibration_error(y, p, bins=1) == pytest.approx(expected)


def test_without_answers_or_examples_of_the_class():
    assert metrics.precision([1, 0], [0, 0]) == 0
    assert metrics.recall([0, 0], [1, 0]) == 0
    assert metrics.f1_score([0, 0], [0, 0]) == 0


def test_inputs_are_not_mutated():
    y, scores = Y.copy(), SCORES.copy()
    metrics.roc_curve(y, scores)
    metrics.roc_auc(y, scores)
    metrics.calibration_bins(y, scores)
    metrics.confusion_matrix(y, y)
    np.testing.assert_array_equal(y, Y)
    np.testing.assert_array_equal(scores, SCORES)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: metrics.precision([1, 0], [[1], [0]]), r"\(2,\).*\(2, 1\)"),
        (lambda: metrics.recall([], []), "ningún ejemplo"),
        (lambda: metrics.confusion_matrix([0, 1], [0.2, 0.9]), "float64.*umbral"),
        (lambda: metrics.confusion_matrix([0, -1], [0, 1]), "de -1 a 1"),
        (lambda: metrics.confusion_matrix([0, 2], [0, 1], num_classes=2), "entre 0 y 1"),
        (lambda: metrics.roc_auc([1, 1], [0.2, 0.9]), "todas 1"),
        (lambda: metrics.roc_curve([0, 2], [0.2, 0.9]), "0 y 1"),
        (lambda: metrics.roc_auc([0, 1], [0.2, np.nan]), "finitos"),
        (lambda: metrics.brier([0, 1], [0.2, 1.5]), "1.5.*sigmoide"),
        (lambda: metrics.expected_calibration_error([0, 1], [0.2, 0.5], bins=0), "bins=0"),
    ],
)
def test_bad_arguments(call, message):
    with pytest.raises(ValueError, match=message):
        call()
