r"""Diagrama de la neurona artificial: entradas, pesos, suma, sesgo, activación y salida."""

import math
from collections.abc import Sequence
from numbers import Real

from redes.viz import tokens
from redes.viz.numerals import format_value
from redes.viz.svg import Diagram, text_width

_STEP = 62
_INPUT_X, _WEIGHT_X, _SUM_X, _ACTIVATION_X, _OUTPUT_X = 60, 192, 298, 420, 505
_SUM_RADIUS = 26
_BIAS_HEIGHT = 84
_VALUE_HEIGHT = 42
_SIGN_DASH = (6, 4)
_MOST_INPUTS = 8


def neuron_diagram(
    inputs: Sequence[str | float],
    *,
    weights: Sequence[str | float] | None = None,
    bias: str | float | None = None,
    pre_activation: str | float = "z",
    activation: str = "f",
    output: str | float = "a",
):
    r"""Dibuja una neurona: $a = f(z)$ con $z = \sum_i w_i x_i + b$.

    Un número se escribe detrás de su símbolo (``x_1 = 2``); un texto se escribe tal cual. Los
    pesos negativos van en otro color y a trazos. No se calcula nada: los valores se dan.

    Parameters
    ----------
    inputs : sequence of str or float
        De una a ocho entradas.
    weights : sequence of str or float, optional
        Un peso para cada entrada. Sin ellos se escriben los símbolos ``w_1``, ``w_2``…
    bias : str or float, optional
        Sesgo. Sin él se escribe el símbolo ``b``.
    pre_activation : str or float
        Suma $z$ que entra en la activación.
    activation : str
        Nombre o símbolo de la función de activación; conviene que sea corto.
    output : str or float
        Salida $a$ de la neurona.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si no hay entradas, hay más de ocho o el número de pesos es otro.

    Examples
    --------
    >>> drawing = neuron_diagram([2, 1], weights=[0.5, -1], bias=0.2, activation="ReLU")
    >>> drawing.title
    'Neurona artificial con 2 entradas'
    >>> "= −1" in drawing._repr_svg_()
    True
    """
    inputs, weights = _validated(inputs, weights)
    count = len(inputs)
    texts = {
        "inputs": [_label(f"x_{i}", value) for i, value in enumerate(inputs, 1)],
        "weights": [_label(f"w_{i}", value) for i, value in enumerate(weights, 1)],
        "bias": _label("b", "b" if bias is None else bias),
        "z": _label("z", pre_activation),
        "output": _label("a", output),
        "activation": activation,
    }
    has_signs = any(isinstance(weight, Real) for weight in weights)
    half = _STEP * (count - 1) / 2
    centre = max(half, _BIAS_HEIGHT) + 24
    captions_y = centre + max(half, _SUM_RADIUS) + 44
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        captions_y + (44 if has_signs else 14),
        title=f"Neurona artificial con {count} {'entrada' if count == 1 else 'entradas'}",
        description=_description(texts),
    )
    rows = [centre - half + _STEP * i for i in range(count)]
    _draw_inputs(drawing, rows, centre, weights, texts)
    _draw_bias(drawing, centre, texts["bias"])
    _draw_output(drawing, centre, texts)
    _draw_captions(drawing, captions_y)
    if has_signs:
        _draw_legend(drawing, captions_y + 30)
    return drawing


def _validated(inputs, weights):
    inputs = list(inputs)
    if not 1 <= len(inputs) <= _MOST_INPUTS:
        raise ValueError(
            f"Han llegado {len(inputs)} entradas y el diagrama admite de 1 a {_MOST_INPUTS}. "
            "Conviene dibujar solo las que se comentan."
        )
    weights = [f"w_{i}" for i in range(1, len(inputs) + 1)] if weights is None else list(weights)
    if len(weights) != len(inputs):
        raise ValueError(
            f"Han llegado {len(weights)} pesos para {len(inputs)} entradas. "
            "Hace falta un peso para cada entrada."
        )
    return inputs, weights


def _label(symbol, value):
    return f"{symbol} = {format_value(value)}" if isinstance(value, Real) else value


def _description(texts):
    pairs = zip(texts["inputs"], texts["weights"], strict=True)
    products = "; ".join(f"{x} con peso {w}" for x, w in pairs)
    plain = (
        f"Cada entrada se multiplica por su peso ({products}). Los productos y el sesgo "
        f"({texts['bias']}) se suman en {texts['z']}, la activación {texts['activation']} "
        f"se aplica a la suma y da la salida {texts['output']}."
    )
    return plain.replace("_", "")


def _sign_style(weight):
    if not isinstance(weight, Real):
        return {"role": "axis"}
    if weight < 0:
        return {"role": "negative", "dash": _SIGN_DASH}
    return {"role": "positive"}


def _box_width(text, least):
    return max(least, text_width(text, tokens.DIAGRAM_FONT_SIZES["label"]) + 14)


def _draw_inputs(drawing, rows, centre, weights, texts):
    width = max(_box_width(text, 48) for text in texts["inputs"])
    left = _INPUT_X + width / 2
    for y, weight in zip(rows, weights, strict=True):
        dx, dy = _SUM_X - left, centre - y
        reach = 1 - (_SUM_RADIUS + 2) / math.hypot(dx, dy)
        drawing.arrow((left, y), (left + reach * dx, y + reach * dy), **_sign_style(weight))
    share = (_WEIGHT_X - left) / (_SUM_X - left)
    for y, x_text, w_text in zip(rows, texts["inputs"], texts["weights"], strict=True):
        drawing.box(_INPUT_X, y, width, 40)
        drawing.formula(_INPUT_X, y, x_text)
        # El peso se escribe sobre su flecha, que se interrumpe detrás.
        y_label = y + share * (centre - y)
        drawing.box(_WEIGHT_X, y_label, _box_width(w_text, 0) - 10, 22, role=None, fill="surface")
        drawing.formula(_WEIGHT_X, y_label, w_text)


def _draw_bias(drawing, centre, text):
    y = centre - _BIAS_HEIGHT
    drawing.arrow((_SUM_X, y + 20), (_SUM_X, centre - _SUM_RADIUS - 2))
    drawing.box(_SUM_X, y, _box_width(text, 48), 40)
    drawing.formula(_SUM_X, y, text)


def _draw_output(drawing, centre, texts):
    drawing.circle(_SUM_X, centre, _SUM_RADIUS, role="series-1")
    drawing.text(_SUM_X, centre, "Σ", size="label", role="text")
    half = _box_width(texts["activation"], 50) / 2
    drawing.arrow((_SUM_X + _SUM_RADIUS, centre), (_ACTIVATION_X - half - 2, centre))
    drawing.box(_ACTIVATION_X, centre, 2 * half, 46, role="series-1", radius=14)
    drawing.formula(_ACTIVATION_X, centre, texts["activation"])
    drawing.arrow((_ACTIVATION_X + half, centre), (drawing.width - 4, centre))
    # Más arriba que los nodos: un valor largo no choca con ellos.
    between = (_SUM_X + _SUM_RADIUS + _ACTIVATION_X - half) / 2
    clear = _SUM_X + 6 + text_width(texts["z"], tokens.DIAGRAM_FONT_SIZES["label"]) / 2
    drawing.formula(max(between, clear), centre - _VALUE_HEIGHT, texts["z"])
    drawing.formula(_OUTPUT_X, centre - _VALUE_HEIGHT, texts["output"])


def _draw_captions(drawing, y):
    for x, caption in (
        (_INPUT_X, "entradas"),
        (_WEIGHT_X, "pesos"),
        (_SUM_X, "suma"),
        (_ACTIVATION_X, "activación"),
        (_OUTPUT_X, "salida"),
    ):
        drawing.text(x, y, caption)


def _draw_legend(drawing, y):
    for x, weight, caption in ((70, 1, "peso positivo"), (300, -1, "peso negativo")):
        drawing.line((x, y), (x + 44, y), **_sign_style(weight))
        drawing.text(x + 54, y, caption, anchor="start")
