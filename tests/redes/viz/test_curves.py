import numpy as np
import pytest

from redes.viz.curves import compare_curves, learning_curves

HISTORY = {"loss": [1.0, 0.5, 0.25], "val_loss": [1.5, 1.0, 0.75], "accuracy": [0.5, 0.75, 0.875]}


def test_training_against_validation():
    (ax,) = learning_curves(HISTORY).axes
    training, validation = ax.lines
    np.testing.assert_array_equal(training.get_xdata(), [1, 2, 3])
    np.testing.assert_array_equal(training.get_ydata(), HISTORY["loss"])
    np.testing.assert_array_equal(validation.get_ydata(), HISTORY["val_loss"])
    assert (training.get_label(), validation.get_label()) == ("entrenamiento", "validación")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("época", "pérdida")


def test_colour_is_not_the_only_cue():
    first, second = learning_curves(HISTORY).axes[0].lines
    assert first.get_marker() != second.get_marker()
    assert first.get_linestyle() != second.get_linestyle()


def test_without_validation_and_with_baseline():
    (ax,) = learning_curves(HISTORY, metric="accuracy", baseline=0.1).axes
    assert [line.get_label() for line in ax.lines] == ["entrenamiento", "referencia"]
    assert ax.get_ylabel() == "exactitud"


def test_seeds_give_mean_and_one_standard_deviation():
    # Época 1: 1 y 3, media 2 y desviación típica √2. Época 2: iguales, banda nula.
    (ax,) = learning_curves([{"loss": [1.0, 1.0]}, {"loss": [3.0, 1.0]}]).axes
    np.testing.assert_allclose(ax.lines[0].get_ydata(), [2, 1])
    (band,) = ax.collections
    heights = band.get_paths()[0].vertices[:, 1]
    assert heights.max() == pytest.approx(2 + 2**0.5)
    assert heights.min() == pytest.approx(2 - 2**0.5)


def test_compare_names_every_model():
    (ax,) = compare_curves({"SGD": HISTORY, "Adam": [HISTORY, HISTORY]}, metric="val_loss").axes
    assert [line.get_label() for line in ax.lines] == ["SGD", "Adam"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("época", "pérdida en validación")


def test_compare_counts_what_it_is_told():
    (ax,) = compare_curves({"SGD": HISTORY}, xlabel="capa").axes
    assert ax.get_xlabel() == "capa"


def test_history_is_not_mutated():
    values = np.array([1.0, 0.5])
    history = {"loss": values}
    learning_curves([history, history])
    np.testing.assert_array_equal(values, [1.0, 0.5])
    assert list(history) == ["loss"]


@pytest.mark.parametrize(
    ("history", "metric", "message"),
    [
        (HISTORY, "auc", "'auc'; tiene loss, val_loss"),
        ([], "loss", "ninguna historia"),
        ([{"loss": [1]}, {"loss": [1, 2]}], "loss", r"\[1, 2\] épocas"),
        ([{"loss": [1]}, {"mae": [1]}], "loss", "'loss'; tiene mae"),
        ({"loss": []}, "loss", "al menos una"),
    ],
)
def test_bad_history(history, metric, message):
    with pytest.raises(ValueError, match=message):
        learning_curves(history, metric=metric)


def test_too_many_models():
    with pytest.raises(ValueError, match="7 modelos"):
        compare_curves({str(i): HISTORY for i in range(7)})
