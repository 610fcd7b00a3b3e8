"""Lo que comparten las tres capas recurrentes: propiedades, derivadas, paridad y contrato."""

import itertools
from typing import NamedTuple

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redes.scratch.gradcheck import check_gradient
from redes.scratch.gru import gru, gru_backward, gru_step
from redes.scratch.lstm import lstm, lstm_backward, lstm_step
from redes.scratch.simple_rnn import simple_rnn, simple_rnn_backward, simple_rnn_step

FAST = settings(max_examples=25, deadline=None, derandomize=True)
B, T, D, U = 3, 6, 5, 4


class Kind(NamedTuple):
    """Una de las capas, con lo que la distingue de las otras."""

    layer: object
    backward: object
    step: object
    keras_layer: type
    gates: int
    options: dict  # los que comparten NumPy y Keras
    bias_rows: tuple = ()


KINDS = {
    "simple_rnn": Kind(
        simple_rnn, simple_rnn_backward, simple_rnn_step, keras.layers.SimpleRNN, 1, {}
    ),
    "gru": Kind(gru, gru_backward, gru_step, keras.layers.GRU, 3, {"reset_after": True}, (2,)),
    "gru_before": Kind(gru, gru_backward, gru_step, keras.layers.GRU, 3, {"reset_after": False}),
    "lstm": Kind(lstm, lstm_backward, lstm_step, keras.layers.LSTM, 4, {}),
}
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
# El relleno de cada fila está en otro sitio: al principio y en medio, al final, y ninguno.
MASK = np.array([[0, 1, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 1]], bool)


def make(kind, dtype=np.float64, seed=51, sizes=(B, T, D, U)):
    """Los argumentos de una capa, x, kernel, recurrent_kernel y bias, y un estado inicial."""
    b, t, d, u = sizes
    columns = kind.gates * u
    rng = np.random.default_rng(seed)
    shapes = (b, t, d), (d, columns), (u, columns), (*kind.bias_rows, columns), (2, b, u)
    *arrays, states = (rng.normal(size=shape).astype(dtype) for shape in shapes)
    return arrays, (tuple(states) if kind.layer is lstm else states[0])


def flat(state):
    """Los estados como lista, sean uno o dos."""
    return list(state) if isinstance(state, tuple) else [state]


def whole(kind, arrays, **options):
    """La secuencia de salidas y los estados finales, en una lista."""
    return list(
        kind.layer(*arrays, return_sequences=True, return_state=True, **kind.options, **options)
    )


def close(ours, theirs, tolerance=1e-12):
    for one, other in zip(ours, theirs, strict=True):
        assert one.shape == other.shape
        np.testing.assert_allclose(one, other, rtol=0, atol=tolerance)


@every_kind
def test_the_layer_repeats_the_step(kind):
    (x, *weights), state = make(kind)
    outputs, *final = whole(kind, (x, *weights), initial_state=state)
    for t in range(T):
        state = kind.step(x[:, t], state, *weights, **kind.options)
        np.testing.assert_allclose(outputs[:, t], flat(state)[0], rtol=0, atol=1e-12)
    close(final, flat(state))


@every_kind
def test_a_row_equals_a_batch_of_one(kind):
    (x, *weights), state = make(kind)
    together = whole(kind, (x, *weights), initial_state=state, mask=MASK)
    for row in range(B):
        one = [value[[row]] for value in flat(state)]
        one = tuple(one) if len(one) == 2 else one[0]
        alone = whole(kind, (x[[row]], *weights), initial_state=one, mask=MASK[[row]])
        close([value[[row]] for value in together], alone)


@every_kind
@FAST
@given(length=st.integers(1, T), seed=st.integers(0, 1000))
def test_trailing_padding_equals_the_shorter_sequence(kind, length, seed):
    (x, *weights), state = make(kind, seed=seed)
    mask = np.broadcast_to(np.arange(T) < length, (B, T))
    outputs, *final = whole(kind, (x, *weights), initial_state=state, mask=mask)
    shorter = whole(kind, (x[:, :length], *weights), initial_state=state)
    close([outputs[:, :length], *final], shorter)
    np.testing.assert_array_equal(
        outputs[:, length:], outputs[:, [length - 1]].repeat(T - length, 1)
    )


@every_kind
def test_a_masked_step_might_as_well_not_exist(kind):
    (x, *weights), state = make(kind)
    keep = np.array([1, 0, 1, 1, 0, 1], bool)
    mask = np.broadcast_to(keep, (B, T))
    outputs, *final = whole(kind, (x, *weights), initial_state=state, mask=mask)
    close([outputs[:, keep], *final], whole(kind, (x[:, keep], *weights), initial_state=state))
    strange = np.where(keep[:, None], x, np.nan)  # ni siquiera importa lo que haya en él
    close([outputs, *final], whole(kind, (strange, *weights), initial_state=state, mask=mask))


@every_kind
def test_before_the_first_valid_step_the_output_is_zero_and_the_state_is_kept(kind):
    arrays, state = make(kind)
    mask = np.array([[0] * T, [0] * (T - 1) + [1], [1] * T], bool)
    outputs, *final = whole(kind, arrays, initial_state=state, mask=mask)
    assert not outputs[0].any() and not outputs[1, :-1].any() and outputs[1, -1].all()
    for end, start in zip(final, flat(state), strict=True):
        np.testing.assert_array_equal(end[0], start[0])
    last = kind.layer(*arrays, initial_state=state, mask=mask, **kind.options)
    np.testing.assert_array_equal(last, outputs[:, -1])


@every_kind
@pytest.mark.parametrize("mask", [None, MASK], ids=["whole", "masked"])
def test_going_backwards_is_reversing_the_sequence_and_its_mask(kind, mask):
    (x, *weights), state = make(kind)
    reversed_mask = None if mask is None else mask[:, ::-1]
    close(
        whole(kind, (x, *weights), initial_state=state, mask=mask, go_backwards=True),
        whole(kind, (x[:, ::-1], *weights), initial_state=state, mask=reversed_mask),
    )


@every_kind
@FAST
@given(cut=st.integers(1, T - 1), seed=st.integers(0, 1000))
def test_the_future_does_not_change_the_past(kind, cut, seed):
    (x, *weights), _ = make(kind, seed=seed)
    other = x.copy()
    other[:, cut:] += 1.0
    before, after = (whole(kind, (values, *weights))[0] for values in (x, other))
    np.testing.assert_array_equal(before[:, :cut], after[:, :cut])
    assert np.all(before[:, cut] != after[:, cut])


@every_kind
@FAST
@given(cut=st.integers(1, T - 1), seed=st.integers(0, 1000))
def test_two_halves_that_pass_the_state_are_the_whole(kind, cut, seed):
    (x, *weights), state = make(kind, seed=seed)
    first, *middle = whole(kind, (x[:, :cut], *weights), initial_state=state)
    middle = tuple(middle) if len(middle) == 2 else middle[0]
    second, *final = whole(kind, (x[:, cut:], *weights), initial_state=middle)
    joined = np.concatenate([first, second], axis=1)
    close([joined, *final], whole(kind, (x, *weights), initial_state=state))


@every_kind
@pytest.mark.parametrize("go_backwards", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("return_sequences", [False, True], ids=["last", "sequence"])
@pytest.mark.parametrize("with_state", [False, True], ids=["zero", "state"])
@pytest.mark.parametrize("mask", [None, MASK[:2, :4]], ids=["whole", "masked"])
def test_gradients(kind, go_backwards, return_sequences, with_state, mask):
    arrays, state = make(kind, sizes=(2, 4, 3, 2))
    values = arrays + (flat(state) if with_state else [])
    options = {"mask": mask, "go_backwards": go_backwards, "return_sequences": return_sequences}
    options |= kind.options

    def outputs(values):
        given = values[4:]
        initial = None if not given else tuple(given) if len(given) == 2 else given[0]
        return kind.layer(*values[:4], initial_state=initial, return_state=True, **options)

    rng = np.random.default_rng(52)
    upstream = [rng.normal(size=value.shape) for value in outputs(values)]
    # La pérdida usa la salida y los estados finales, cada uno con su gradiente.
    found = kind.backward(
        upstream[0],
        *arrays,
        initial_state=state if with_state else None,
        grad_state=tuple(upstream[1:]) if kind.layer is lstm else upstream[1],
        **options,
    )
    *analytic, at_state = found
    analytic += flat(at_state) if with_state else []
    assert with_state or at_state is None
    for i, gradient in enumerate(analytic):

        def loss(value, i=i):
            moved = outputs([*values[:i], value, *values[i + 1 :]])
            return sum(np.sum(g * y) for g, y in zip(upstream, moved, strict=True))

        check_gradient(loss, values[i], gradient)


@every_kind
def test_without_bias_there_is_no_gradient_of_it_and_the_others_are_those_of_a_zero_bias(kind):
    (*arrays, bias), _ = make(kind)
    grad = np.random.default_rng(53).normal(size=(B, U))
    without = kind.backward(grad, *arrays, **kind.options)
    zero = kind.backward(grad, *arrays, np.zeros_like(bias), **kind.options)
    assert without.bias is None and zero.bias.shape == bias.shape
    close(without[:3], zero[:3])


LAYER_GRID = list(itertools.product([False, True], repeat=3))


@every_kind
@pytest.mark.parametrize(("return_sequences", "return_state", "go_backwards"), LAYER_GRID)
def test_same_as_keras(kind, return_sequences, return_state, go_backwards):
    arrays, state = make(kind, np.float32)
    x, *weights = arrays
    options = {
        "return_sequences": return_sequences,
        "return_state": return_state,
        "go_backwards": go_backwards,
        **kind.options,
    }
    layer = kind.keras_layer(U, **options)
    layer.build(x.shape)
    layer.set_weights(weights)
    for initial, mask in itertools.product([None, state], [None, MASK]):
        given = initial if initial is None else flat(initial)
        theirs = layer(x, initial_state=given, mask=mask)
        ours = kind.layer(*arrays, initial_state=initial, mask=mask, **options)
        theirs, ours = (found if return_state else [found] for found in (theirs, ours))
        for one, other in zip(ours, map(keras.ops.convert_to_numpy, theirs), strict=True):
            assert one.dtype == other.dtype and one.shape == other.shape
            assert np.max(np.abs(one - other)) <= 5e-6 * np.max(np.abs(other))


@every_kind
def test_same_as_keras_without_bias(kind):
    (x, *weights, _), _ = make(kind, np.float32)
    layer = kind.keras_layer(U, use_bias=False, **kind.options)
    layer.build(x.shape)
    layer.set_weights(weights)
    theirs = keras.ops.convert_to_numpy(layer(x))
    ours = kind.layer(x, *weights, **kind.options)
    assert np.max(np.abs(ours - theirs)) <= 5e-6 * np.max(np.abs(theirs))


@every_kind
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_contract(kind, dtype):
    arrays, state = make(kind, dtype)
    inputs = [*arrays, *flat(state), MASK]
    copies = [value.copy() for value in inputs]
    options = {"initial_state": state, "mask": MASK, **kind.options}
    grad = np.ones((B, U), dtype)
    outputs = kind.layer(*arrays, return_state=True, **options)
    *found, at_state = kind.backward(grad, *arrays, grad_state=state, **options)
    assert all(value.dtype == dtype for value in outputs)
    for gradient, value in zip([*found, *flat(at_state)], inputs[:-1], strict=True):
        assert (gradient.dtype, gradient.shape) == (dtype, value.shape)
    for value, copy in zip(inputs, copies, strict=True):
        np.testing.assert_array_equal(value, copy)
    assert np.all(grad == 1)


@every_kind
def test_the_output_is_not_a_window_on_the_state(kind):
    arrays, _ = make(kind)
    output, state, *_ = kind.layer(*arrays, return_state=True, **kind.options)
    output[:] = 9.0
    assert np.all(np.abs(state) < 9)


@every_kind
def test_large_inputs_stay_finite(kind):
    (x, *weights), _ = make(kind, np.float32)
    assert np.all(np.isfinite(kind.layer(1e4 * x, *weights, **kind.options)))
    assert all(
        np.all(np.isfinite(g))
        for g in kind.backward(np.ones((B, U)), 1e4 * x, *weights, **kind.options)[:4]
    )


@every_kind
@pytest.mark.parametrize(
    ("position", "shape", "message"),
    [
        (0, (T, D), r"x tiene forma \(6, 5\) y kernel tiene forma \(5, {c}\).*x\[None\]"),
        (0, (B, 0, D), r"x tiene forma \(3, 0, 5\).*T al menos 1"),
        (0, (B, T, 2), r"x tiene forma \(3, 6, 2\) y kernel tiene forma \(5, {c}\)"),
        (1, (D, 7), r"kernel tiene forma \(5, 7\) y recurrent_kernel tiene forma \(4, {c}\)"),
        (2, (5, 7), r"kernel tiene forma \(5, {c}\) y recurrent_kernel tiene forma \(5, 7\)"),
        (3, (3,), r"bias tiene forma \(3,\) y kernel tiene forma \(5, {c}\)"),
    ],
)
def test_bad_shapes(kind, position, shape, message):
    arrays, _ = make(kind)
    arrays[position] = np.ones(shape)
    message = message.format(c=kind.gates * U)
    with pytest.raises(ValueError, match=message):
        kind.layer(*arrays, **kind.options)
    with pytest.raises(ValueError, match=message):
        kind.backward(np.ones((B, U)), *arrays, **kind.options)


@every_kind
def test_bad_states_masks_and_gradients(kind):
    arrays, state = make(kind)
    wrong = tuple(value[:1] for value in flat(state))  # Keras la repetiría en todo el lote
    wrong = wrong if kind.layer is lstm else wrong[0]
    with pytest.raises(ValueError, match=r"estado tiene forma \(1, 4\).*\(3, 6, 5\).*\(3, 4\)"):
        kind.layer(*arrays, initial_state=wrong, **kind.options)
    with pytest.raises(ValueError, match=r"mask tiene forma \(6, 3\) y x tiene forma \(3, 6, 5\)"):
        kind.layer(*arrays, mask=MASK.T, **kind.options)
    with pytest.raises(ValueError, match=r"\(3, 4\).*\(3, 6, 4\)"):
        kind.backward(np.ones((B, U)), *arrays, return_sequences=True, **kind.options)
    with pytest.raises(ValueError, match=r"\(1, 4\).*\(3, 4\)"):
        kind.backward(np.ones((B, U)), *arrays, grad_state=wrong, **kind.options)
    with pytest.raises(ValueError, match=r"estado tiene forma \(1, 4\)"):
        kind.step(arrays[0][:, 0], wrong, *arrays[1:], **kind.options)
