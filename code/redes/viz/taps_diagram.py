r"""Diagrama de la zancada, el relleno y la dilatación: qué posiciones toca cada ventana."""

from collections.abc import Mapping, Sequence

from redes.viz import tokens
from redes.viz.svg import Diagram

_COLUMNS = 2
_CELL = 24
_ROW = 20
_HEAD = 50
_GAP = 22
_DOT = 6.5


def taps_diagram(length: int, cases: Mapping[str, Sequence[Sequence[int]]]):
    r"""Dibuja, a lo largo de un eje, las posiciones de la entrada que multiplica cada ventana.

    Cada panel tiene arriba la entrada, numerada desde 0, con el relleno en celdas sin número;
    debajo, una fila por ventana, con un punto en cada posición que toca. No se calcula nada: las
    posiciones se dan.

    Parameters
    ----------
    length : int
        Longitud de la entrada, de 1 a 9.
    cases : mapping of str to sequence of sequence of int
        Rótulo de cada caso y, por ventana, las posiciones que toca. Las negativas y las que pasan
        de `length` son relleno.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si no hay casos, alguno no tiene ventanas, o no cabe a lo ancho.

    Examples
    --------
    >>> drawing = taps_diagram(4, {"zancada 2": [[0, 1], [2, 3]]})
    >>> drawing.description
    'zancada 2: 2 ventanas, en 0 y 1; 2 y 3.'
    """
    cases = {name: [list(window) for window in windows] for name, windows in cases.items()}
    _validate(length, cases)
    names = list(cases)
    tops, bottom = [], 0
    for start in range(0, len(names), _COLUMNS):
        row = names[start : start + _COLUMNS]
        tops += [bottom] * len(row)
        bottom += _HEAD + _ROW * max(len(cases[name]) for name in row) + _GAP
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        bottom - _GAP + 6,
        title="Las posiciones que toca cada ventana",
        description=" ".join(_sentence(name, cases[name]) for name in names),
    )
    for index, name in enumerate(names):
        left = tokens.DIAGRAM_WIDTH / _COLUMNS * (index % _COLUMNS)
        _draw_case(drawing, (left, tops[index]), length, name, cases[name])
    return drawing


def _validate(length, cases):
    if not cases or not all(windows and all(windows) for windows in cases.values()):
        raise ValueError(
            "Hace falta al menos un caso, y en cada uno alguna ventana con posiciones."
        )
    for name, windows in cases.items():
        low, high = _ends(length, windows)
        if length < 1 or high - low > 11:
            raise ValueError(
                f"El caso «{name}» ocupa {high - low} celdas, con longitud {length}; caben de 1 a "
                "11 por panel."
            )


def _ends(length, windows):
    every = [position for window in windows for position in window]
    return min(0, *every), max(length - 1, *every) + 1


def _sentence(name, windows):
    places = "; ".join(" y ".join(map(str, window)) for window in windows)
    count = f"{len(windows)} {'ventana' if len(windows) == 1 else 'ventanas'}"
    return f"{name}: {count}, en {places}.".replace("-", "\N{MINUS SIGN}")


def _draw_case(drawing, corner, length, name, windows):
    left, top = corner
    low, high = _ends(length, windows)
    start = left + tokens.DIAGRAM_WIDTH / _COLUMNS / 2 - _CELL * (high - low) / 2
    drawing.text(left + tokens.DIAGRAM_WIDTH / _COLUMNS / 2, top + 11, name, role="text", bold=True)
    for position in range(low, high):
        x = start + _CELL * (position - low + 0.5)
        real = 0 <= position < length
        fill = "fill" if real else "surface"
        drawing.box(x, top + 36, _CELL, _CELL, role="axis", fill=fill, radius=0)
        if real:
            drawing.text(x, top + 36, str(position), role="text")
    for number, window in enumerate(windows):
        y = top + _HEAD + _ROW * (number + 0.5) + 2
        xs = [start + _CELL * (position - low + 0.5) for position in window]
        drawing.line((xs[0], y), (xs[-1], y), role="series-1", width="fine")
        for x in xs:
            drawing.circle(x, y, _DOT, role="series-1", fill="series-1")
