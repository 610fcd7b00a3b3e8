"""Inicializadores: cuentas a mano, momentos, paridad con Keras y contrato."""

import keras
import numpy as np
import pytest

from redes.scratch import initializers

NAMES = ["glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_normal"]
SHAPES = [(300, 200), (3, 5, 40, 60), (3, 60, 160)]


def draw(name, shape, seed=51):
    return getattr(initializers, name)(shape, rng=np.random.default_rng(seed))


def test_fans_by_hand():
    assert initializers.compute_fans((7,)) == (7, 7)
    assert initializers.compute_fans((784, 128)) == (784, 128)
    # ventana 3·5 = 15; 15·4 entradas y 15·6 salidas
    assert initializers.compute_fans((3, 5, 4, 6)) == (60, 90)
    assert initializers.compute_fans((3, 4, 6)) == (12, 18)


def test_variances_by_hand():
    # (300, 200): Glorot 2/500 = 0,004; He 2/300; LeCun 1/300. 60000 muestras: error ~ 1 %.
    expected = dict(zip(NAMES, [0.004, 0.004, 2 / 300, 2 / 300, 1 / 300], strict=True))
    for name, variance in expected.items():
        kernel = draw(name, (300, 200))
        assert np.var(kernel) == pytest.approx(variance, rel=0.02), name
        assert abs(kernel.mean()) < 4 * np.sqrt(variance / kernel.size), name


@pytest.mark.parametrize("name", NAMES)
def test_the_tails_are_cut(name):
    kernel = draw(name, (300, 200))
    # Una uniforme llega a √3 desviaciones; una normal truncada, a 2/0,8796 de las suyas.
    deviations = np.sqrt(3) if name.endswith("uniform") else 2 / 0.8796
    assert np.abs(kernel).max() == pytest.approx(deviations * np.std(kernel), rel=0.02)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NAMES)
def test_same_distribution_as_keras(name, shape):
    theirs = keras.ops.convert_to_numpy(
        getattr(keras.initializers, "".join(p.title() for p in name.split("_")))(seed=1)(shape)
    )
    ours = draw(name, shape)
    assert np.std(ours) == pytest.approx(np.std(theirs), rel=0.02)
    assert np.abs(ours).max() == pytest.approx(np.abs(theirs).max(), rel=0.02)
    # La misma forma, y no solo la misma anchura: la mediana de los tamaños también coincide.
    assert np.median(np.abs(ours)) == pytest.approx(np.median(np.abs(theirs)), rel=0.03)


@pytest.mark.parametrize("shape", [(5, 5), (7, 4), (4, 7), (3, 3, 2, 6)])
def test_orthogonal_like_keras(shape):
    kernel = initializers.orthogonal(shape, rng=np.random.default_rng(52))
    theirs = keras.ops.convert_to_numpy(keras.initializers.Orthogonal(seed=1)(shape))
    assert kernel.shape == theirs.shape
    for matrix in (kernel.reshape(-1, shape[-1]), theirs.reshape(-1, shape[-1])):
        tall = matrix if matrix.shape[0] >= matrix.shape[1] else matrix.T
        np.testing.assert_allclose(tall.T @ tall, np.eye(tall.shape[1]), atol=1e-5)


def test_orthogonal_has_no_preferred_sign():
    # Sin corregir los signos de R, la QR de Householder da siempre el mismo signo en 1x1.
    rng = np.random.default_rng(53)
    signs = [initializers.orthogonal((1, 1), rng=rng).item() for _ in range(40)]
    assert set(signs) == {-1.0, 1.0}


@pytest.mark.parametrize("name", [*NAMES, "orthogonal"])
def test_the_generator_is_all_the_randomness(name):
    np.testing.assert_array_equal(draw(name, (6, 4)), draw(name, (6, 4)))
    assert not np.array_equal(draw(name, (6, 4)), draw(name, (6, 4), seed=54))
    assert draw(name, (6, 4)).dtype == np.float64


@pytest.mark.parametrize("name", [*NAMES, "orthogonal"])
@pytest.mark.parametrize("shape", [(), (0, 3), (3, -1)])
def test_bad_shapes(name, shape):
    with pytest.raises(ValueError, match="no sirve"):
        draw(name, shape)


def test_orthogonal_needs_a_matrix():
    with pytest.raises(ValueError, match=r"\(4,\).*dos o más"):
        draw("orthogonal", (4,))
