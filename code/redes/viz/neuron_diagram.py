r"""Diagrama de la neurona artificial: entradas, pesos, suma, sesgo, activación y salida."""

from collections.abc import Sequence
from numbers import Real

from redes.viz import tokens
from redes.viz.numerals import format_value
from redes.viz.svg import Diagram, text_width

_STEP = 62
_TOP = 96
_SUM_X, _SUM_RADIUS = 276, 27
_ACTIVATION_X = 404
_INPUT_X = 60
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
    height = _TOP + _STEP * max(count, 2) + (64 if has_signs else 34)
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        height,
        title=f"Neurona artificial con {count} {'entrada' if count == 1 else 'entradas'}",
        description=_description(texts),
    )
    centre = _TOP + _STEP * max(count, 2) / 2
    first = centre - _STEP * (count - 1) / 2
    rows = [first + _STEP * i for i in range(count)]
    _draw_inputs(drawing, rows, centre, weights, texts)
    _draw_sum_and_output(drawing, centre, texts)
    _draw_captions(drawing, height - (50 if has_signs else 20))
    if has_signs:
        _draw_legend(drawing, height - 18)
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


def _draw_inputs(drawing, rows, centre, weights, texts):
    width = max(48.0, *(text_width(x, 18) + 12 for x in texts["inputs"]))
    for y, weight in zip(rows, weights, strict=True):
        start = (_INPUT_X + width / 2, y)
        dx, dy = _SUM_X - start[0], centre - y
        reach = 1 - (_SUM_RADIUS + 2) / (dx * dx + dy * dy) ** 0.5
        drawing.arrow(start, (start[0] + reach * dx, y + reach * dy), **_sign_style(weight))
    for y, x_text, w_text in zip(rows, texts["inputs"], texts["weights"], strict=True):
        drawing.box(_INPUT_X, y, width, 40)
        drawing.text(_INPUT_X, y, x_text)
        # La etiqueta va sobre su flecha, más cerca de la entrada, donde están separadas.
        start = _INPUT_X + width / 2
        share = 0.46
        x_label = start + share * (_SUM_X - _SUM_RADIUS - start)
        y_label = y + share * (centre - y) * (_SUM_X - _SUM_RADIUS - start) / (_SUM_X - start)
        label_width = text_width(w_text, 18) + 4
        drawing.box(x_label, y_label, label_width, 24, role=None, fill="surface")
        drawing.text(x_label, y_label, w_text)


def _draw_sum_and_output(drawing, centre, texts):
    top = centre - _SUM_RADIUS
    bias_y = top - 58
    drawing.arrow((_SUM_X, bias_y + 20), (_SUM_X, top - 2))
    drawing.box(_SUM_X, bias_y, max(48.0, text_width(texts["bias"], 18) + 12), 40)
    drawing.text(_SUM_X, bias_y, texts["bias"])
    drawing.circle(_SUM_X, centre, _SUM_RADIUS, role="series-1")
    drawing.text(_SUM_X, centre, "Σ")
    width = max(50.0, text_width(texts["activation"], 18) + 12)
    left, right = _ACTIVATION_X - width / 2, _ACTIVATION_X + width / 2
    drawing.arrow((_SUM_X + _SUM_RADIUS, centre), (left - 2, centre))
    drawing.text((_SUM_X + _SUM_RADIUS + left) / 2, centre - 30, texts["z"])
    drawing.box(_ACTIVATION_X, centre, width, 46, role="series-1", radius=14)
    drawing.text(_ACTIVATION_X, centre, texts["activation"])
    end = drawing.width - 8
    drawing.arrow((right, centre), (end, centre))
    drawing.text((right + end) / 2, centre - 30, texts["output"])


def _draw_captions(drawing, y):
    for x, caption in (
        (_INPUT_X, "entradas"),
        (168, "pesos"),
        (_SUM_X, "suma"),
        (_ACTIVATION_X, "activación"),
        (495, "salida"),
    ):
        drawing.text(x, y, caption, size="caption", role="muted")


def _draw_legend(drawing, y):
    for x, weight, caption in ((70, 1, "peso positivo"), (300, -1, "peso negativo")):
        drawing.line((x, y), (x + 44, y), **_sign_style(weight))
        drawing.text(x + 54, y, caption, size="caption", role="muted", anchor="start")
