"""La capa recurrente simple a mano; lo demás, con las otras dos, en test_recurrence."""

import numpy as np

from redes.scratch.simple_rnn import simple_rnn, simple_rnn_backward, simple_rnn_step

IMPULSE = np.array([1.0, 0.0, 0.0]).reshape(1, 3, 1)


def test_hand_example_of_an_impulse():
    # h1 = tanh(1·1 + 0,5·0) = tanh 1 = 0,761594
    # h2 = tanh(1·0 + 0,5·0,761594) = tanh 0,380797 = 0,363400
    # h3 = tanh(1·0 + 0,5·0,363400) = tanh 0,181700 = 0,179727
    y = simple_rnn(IMPULSE, [[1.0]], [[0.5]], return_sequences=True)
    np.testing.assert_allclose(y.ravel(), [0.761594, 0.363400, 0.179727], atol=1e-6)


def test_hand_example_with_two_units():
    # Una entrada y dos unidades: la segunda mira a la primera con un instante de retraso.
    # t=1, x=1: h = (tanh 1, tanh 0) = (0,761594, 0)
    # t=2, x=-1: (tanh(-1), tanh(2·0,761594)) = (-0,761594, tanh 1,523188 = 0,909252)
    # t=3, x=0 y sesgo: (tanh 0, tanh(2·(-0,761594))) = (0, -0,909252)
    x, recurrent_kernel = np.array([1.0, -1.0, 0.0]).reshape(1, 3, 1), [[0.0, 2.0], [0.0, 0.0]]
    y = simple_rnn(x, [[1.0, 0.0]], recurrent_kernel, [0.0, 0.0], return_sequences=True)
    expected = [[0.761594, 0], [-0.761594, 0.909252], [0, -0.909252]]
    np.testing.assert_allclose(y[0], expected, atol=1e-6)


def test_hand_example_of_a_step():
    # Entrada 2·0,5 + estado 1·(-1) + sesgo ln(3)/2 = ln(3)/2, cuya tangente hiperbólica es 1/2
    found = simple_rnn_step([2.0], [1.0], [[0.5]], [[-1.0]], [np.log(3.0) / 2])
    np.testing.assert_allclose(found, [0.5], rtol=1e-12)


def test_hand_example_backwards():
    # C = h3.  d3 = 1 - 0,179727² = 0,967698
    # d2 = 0,5·d3·(1 - 0,363400²) = 0,483849·0,867940 = 0,419952
    # d1 = 0,5·d2·(1 - 0,761594²) = 0,209976·0,419974 = 0,088185
    gradients = simple_rnn_backward([[1.0]], IMPULSE, [[1.0]], [[0.5]], [0.0])
    np.testing.assert_allclose(gradients.x.ravel(), [0.088185, 0.419952, 0.967698], atol=1e-6)
    np.testing.assert_allclose(gradients.kernel, [[0.088185]], atol=1e-6)  # 1·d1 + 0·d2 + 0·d3
    # 0·d1 + 0,761594·d2 + 0,363400·d3 = 0,319833 + 0,351661
    np.testing.assert_allclose(gradients.recurrent_kernel, [[0.671494]], atol=1e-6)
    np.testing.assert_allclose(gradients.bias, [1.475835], atol=1e-6)  # d1 + d2 + d3


def test_the_gradient_of_a_small_recurrent_kernel_vanishes_and_that_of_a_large_one_grows():
    # Con entradas cero h = 0, y su derivada es 1: cada instante hacia atrás multiplica por U.
    x = np.zeros((1, 5, 1))
    for weight in (0.5, 2.0):
        found = simple_rnn_backward([[1.0]], x, [[1.0]], [[weight]]).x.ravel()
        np.testing.assert_allclose(found, weight ** np.arange(4.0, -1, -1))
