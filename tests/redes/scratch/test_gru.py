"""La GRU a mano y sus dos formas; lo demás, con las otras capas, en test_recurrence."""

import numpy as np
import pytest

from redes.scratch.gru import gru, gru_backward, gru_step

LOG3 = np.log(3.0)


@pytest.mark.parametrize("reset_after", [True, False])
def test_hand_example_of_a_step(reset_after):
    # x = 1, h = 1.  z = sigma(ln 3) = 3/4; r = sigma(0) = 1/2; candidato = tanh(ln(3)/2) = 1/2
    # h' = 3/4·1 + 1/4·1/2 = 0,875.  Con una unidad y sin sesgos las dos formas coinciden:
    # r·(h·ln 3) = (r·h)·ln 3.
    kernel, recurrent_kernel = [[LOG3, 0.0, 0.0]], [[0.0, 0.0, LOG3]]
    found = gru_step([1.0], [1.0], kernel, recurrent_kernel, reset_after=reset_after)
    np.testing.assert_allclose(found, [0.875], rtol=1e-12)


def test_hand_example_where_the_two_forms_differ():
    # Con pesos cero z = r = 1/2. El sesgo del estado en el candidato, ln 3, lo reduce r a la mitad:
    # tanh(ln(3)/2) = 1/2 y h' = 1/2·1 + 1/2·1/2 = 0,75.
    zeros, bias = np.zeros((1, 3)), [0.0, 0.0, LOG3]
    found = gru_step([1.0], [1.0], zeros, zeros, [np.zeros(3), bias])
    np.testing.assert_allclose(found, [0.75], rtol=1e-12)
    # El de la entrada no pasa por r: tanh(ln 3) = (9 - 1)/(9 + 1) = 0,8 y h' = 1/2 + 0,4 = 0,9.
    for found in (
        gru_step([1.0], [1.0], zeros, zeros, [bias, np.zeros(3)]),
        gru_step([1.0], [1.0], zeros, zeros, bias, reset_after=False),
    ):
        np.testing.assert_allclose(found, [0.9], rtol=1e-12)


def test_hand_example_of_the_reset_with_two_units():
    # Estados (1, 1): r = (1/4, 3/4) por sus sesgos, z = 1/2. Cada candidato suma los dos estados.
    # Antes del producto: los dos ven 1/4 + 3/4 = 1, tanh 1 = 0,761594.
    # Después: ven (1/4·2, 3/4·2) = (0,5, 1,5), tanh = (0,462117, 0,905148).
    kernel, bias = np.zeros((1, 6)), np.array([0.0, 0.0, -LOG3, LOG3, 0.0, 0.0])
    recurrent_kernel = np.hstack([np.zeros((2, 4)), np.ones((2, 2))])
    before = gru_step([0.0], [1.0, 1.0], kernel, recurrent_kernel, bias, reset_after=False)
    after = gru_step([0.0], [1.0, 1.0], kernel, recurrent_kernel, [bias, np.zeros(6)])
    np.testing.assert_allclose(before, [0.880797, 0.880797], atol=1e-6)
    np.testing.assert_allclose(after, [0.731059, 0.952574], atol=1e-6)


def test_hand_example_backwards():
    # z = sigma(ln 3) = 3/4 por el sesgo; lo demás cero, así que el candidato es 0 y h' = 3/4·h.
    # C = h3: el gradiente de h0 es (3/4)³ = 0,421875.
    x, zeros = np.ones((1, 3, 1)), np.zeros((1, 3))
    bias = np.array([[LOG3, 0.0, 0.0], [0.0, 0.0, 0.0]])
    found = gru_backward([[1.0]], x, zeros, zeros, bias, initial_state=[[0.8]])
    np.testing.assert_allclose(found.initial_state, [[0.421875]], rtol=1e-12)
    # El del candidato en el último instante: (1 - z)·1 = 1/4, y en los anteriores, 3/4 cada vez.
    # Entrada: 1/4·(1 + 3/4 + 9/16) = 0,578125; el del estado, la mitad, porque pasa por r = 1/2.
    np.testing.assert_allclose(found.bias[:, 2], [0.578125, 0.2890625], rtol=1e-12)


def test_an_update_gate_at_one_keeps_the_state_for_ever():
    rng = np.random.default_rng(61)
    x, kernel, recurrent_kernel = (rng.normal(size=s) for s in ((2, 50, 3), (3, 12), (4, 12)))
    bias = np.zeros((2, 12))
    bias[0, :4] = 1000.0
    state = rng.normal(size=(2, 4))
    found = gru(x, kernel, recurrent_kernel, bias, initial_state=state)
    np.testing.assert_allclose(found, state, rtol=1e-12)


@pytest.mark.parametrize(("reset_after", "shape"), [(True, "(2, 12)"), (False, "(12,)")])
def test_the_bias_of_the_other_form_is_refused(reset_after, shape):
    arrays = np.ones((2, 5, 3)), np.ones((3, 12)), np.ones((4, 12))
    wrong = np.ones(12) if reset_after else np.ones((2, 12))
    with pytest.raises(ValueError, match="bias tiene forma") as caught:
        gru(*arrays, wrong, reset_after=reset_after)
    assert str(wrong.shape) in str(caught.value) and shape in str(caught.value)
