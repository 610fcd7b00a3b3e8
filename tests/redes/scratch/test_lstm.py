"""La LSTM a mano y sus dos estados; lo demás, con las otras capas, en test_recurrence."""

import numpy as np
import pytest

from redes.scratch.lstm import lstm, lstm_backward, lstm_step

LOG3 = np.log(3.0)


def test_hand_example_of_a_step():
    # x = 1, h = 1, c = 2.  i = sigma(ln 3) = 3/4; f = sigma(0) = 1/2; o = sigma(-ln 3) = 1/4
    # candidato = tanh(ln(3)/2) = 1/2
    # c' = 1/2·2 + 3/4·1/2 = 1,375;  h' = 1/4·tanh 1,375 = 1/4·0,879827 = 0,219957
    h, c = lstm_step([1.0], ([1.0], [2.0]), [[LOG3, 0.0, 0.0, -LOG3]], [[0.0, 0.0, LOG3 / 2, 0.0]])
    np.testing.assert_allclose(c, [1.375], rtol=1e-12)
    np.testing.assert_allclose(h, [0.219957], atol=1e-6)


def test_hand_example_of_each_gate():
    # Solo cuentan los sesgos: i = 3/4, f = 9/10, candidato = 4/5 y o = 1/4.
    # c' = 9/10·2 + 3/4·4/5 = 2,4;  h' = 1/4·tanh 2,4 = 1/4·0,983675 = 0,245919
    zeros, bias = np.zeros((1, 4)), [LOG3, 2 * LOG3, LOG3, -LOG3]  # tanh(ln 3) = 8/10
    h, c = lstm_step([1.0], ([1.0], [2.0]), zeros, zeros, bias)
    np.testing.assert_allclose(c, [2.4], rtol=1e-12)
    np.testing.assert_allclose(h, [0.245919], atol=1e-6)


def test_hand_example_backwards():
    # f = 3/4 por el sesgo; lo demás cero: candidato 0 y c' = 3/4·c, tres veces.
    # C = c3: el gradiente de c0 es (3/4)³ = 0,421875.
    x, zeros = np.ones((1, 3, 1)), np.zeros((1, 4))
    found = lstm_backward(
        [[0.0]],
        x,
        zeros,
        zeros,
        [0.0, LOG3, 0.0, 0.0],
        initial_state=([[0.0]], [[2.0]]),
        grad_state=([[0.0]], [[1.0]]),
    )
    np.testing.assert_allclose(found.initial_state[1], [[0.421875]], rtol=1e-12)
    # Al candidato llega i = 1/2 de cada instante: 1/2·(1 + 3/4 + 9/16) = 1,15625
    # Al olvido, c·f·(1 - f) = c·3/16 y cada instante trae (3/4)²·c0: 3·9/16·2·3/16 = 0,6328125
    np.testing.assert_allclose(found.bias, [0, 0.6328125, 1.15625, 0], rtol=1e-12)


def test_an_open_forget_gate_carries_the_memory_and_its_gradient_for_ever():
    rng = np.random.default_rng(62)
    x, kernel, recurrent_kernel = (rng.normal(size=s) for s in ((2, 50, 3), (3, 16), (4, 16)))
    bias = np.zeros(16)
    bias[:4], bias[4:8] = -1000.0, 1000.0  # no entra nada y no se olvida nada
    states = tuple(rng.normal(size=(2, 2, 4)))
    upstream = tuple(rng.normal(size=(2, 2, 4)))
    _, _, c = lstm(x, kernel, recurrent_kernel, bias, initial_state=states, return_state=True)
    np.testing.assert_allclose(c, states[1], rtol=1e-12)
    found = lstm_backward(
        np.zeros((2, 4)),
        x,
        kernel,
        recurrent_kernel,
        bias,
        initial_state=states,
        grad_state=(np.zeros((2, 4)), upstream[1]),
    )
    np.testing.assert_allclose(found.initial_state[1], upstream[1], rtol=1e-12)


@pytest.mark.parametrize("wrong", [np.ones((2, 4)), (np.ones((2, 4)),)])
def test_one_state_is_not_enough(wrong):
    arrays = np.ones((2, 5, 3)), np.ones((3, 16)), np.ones((4, 16))
    with pytest.raises(ValueError, match=r"initial_state llegó como .*la pareja \(h, c\)"):
        lstm(*arrays, initial_state=wrong)
    with pytest.raises(ValueError, match="grad_state llegó como"):
        lstm_backward(np.ones((2, 4)), *arrays, grad_state=wrong)
    with pytest.raises(ValueError, match="states llegó como"):
        lstm_step(np.ones((2, 3)), wrong, *arrays[1:])
