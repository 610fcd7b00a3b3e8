r"""Diagrama de la convolución: la ventana sobre la entrada, el filtro y la celda que resulta."""

import numpy as np

from redes.viz import tokens
from redes.viz.numerals import format_value
from redes.viz.svg import Diagram

_CELL = 37
_TOP = 34
_WINDOW = "series-2"
_RESULT = "series-3"


def convolution_diagram(
    x: np.ndarray,
    kernel: np.ndarray,
    output: np.ndarray,
    *,
    position: tuple[int, int] = (0, 0),
    strides: int = 1,
):
    r"""Dibuja una posición de la ventana: qué números toca y a qué celda de la salida van.

    Las celdas de la ventana y la del resultado llevan el número en negrita: el color no es la
    única pista. No se calcula nada: la salida se da.

    Parameters
    ----------
    x : ndarray of shape (H, W)
        La entrada, ya rellenada si lo está.
    kernel : ndarray of shape (kh, kw)
        Un filtro de un solo canal.
    output : ndarray of shape (H', W')
        La salida.
    position : tuple of int
        Fila y columna de la celda de la salida que se comenta.
    strides : int
        Zancada: la ventana empieza en `position` multiplicada por ella.

    Returns
    -------
    Diagram
        Diagrama que un cuaderno muestra directamente.

    Raises
    ------
    ValueError
        Si los arreglos no son matrices, no caben a lo ancho, o la ventana se sale de la entrada.

    Examples
    --------
    >>> drawing = convolution_diagram(np.eye(3), np.ones((2, 2)), np.array([[2, 1], [1, 2]]))
    >>> drawing.title
    'Una ventana de 2 × 2 sobre una entrada de 3 × 3'
    """
    x, kernel, output = (np.asarray(values) for values in (x, kernel, output))
    corner = tuple(strides * index for index in position)
    _validate(x, kernel, output, position, corner)
    grids = (x, kernel, output)
    gap = (tokens.DIAGRAM_WIDTH - 4 - _CELL * sum(grid.shape[1] for grid in grids)) / 2
    tallest = max(grid.shape[0] for grid in grids)
    drawing = Diagram(
        tokens.DIAGRAM_WIDTH,
        _TOP + _CELL * tallest + 4,
        title=f"Una ventana de {_size(kernel)} sobre una entrada de {_size(x)}",
        description=_description(x, kernel, output, position, corner),
    )
    middle, left = _TOP + _CELL * tallest / 2, 2
    lefts = []
    for grid, name in zip(grids, ("entrada", "filtro", "salida"), strict=True):
        top = middle - _CELL * grid.shape[0] / 2
        lefts.append((left, top))
        drawing.text(left + _CELL * grid.shape[1] / 2, top - 16, name)
        left += _CELL * grid.shape[1] + gap
    _draw_grid(drawing, x, lefts[0], _block(corner, kernel.shape), _WINDOW)
    _draw_grid(drawing, kernel, lefts[1], set(np.ndindex(kernel.shape)), _WINDOW)
    _draw_grid(drawing, output, lefts[2], {tuple(position)}, _RESULT)
    for sign, (right, _) in zip(("×", "="), lefts[1:], strict=True):
        drawing.text(right - gap / 2, middle, sign, size="label", role="text")
    return drawing


def _validate(x, kernel, output, position, corner):
    shapes = x.shape, kernel.shape, output.shape
    if any(len(shape) != 2 for shape in shapes):
        raise ValueError(f"Han llegado formas {shapes} y se esperaban tres matrices (alto, ancho).")
    if _CELL * sum(shape[1] for shape in shapes) > tokens.DIAGRAM_WIDTH - 80:
        raise ValueError(
            f"Las formas {shapes} no caben a lo ancho: entre las tres, doce columnas como mucho."
        )
    ends = [start + size for start, size in zip(corner, kernel.shape, strict=True)]
    inside = all(0 <= p < n for p, n in zip(position, output.shape, strict=True))
    if not inside or any(end > n for end, n in zip(ends, x.shape, strict=True)):
        raise ValueError(
            f"La posición {tuple(position)} se sale: la salida es de {_size(output)}, la ventana "
            f"empieza en {corner}, mide {_size(kernel)} y la entrada, {_size(x)}."
        )


def _size(grid):
    return f"{grid.shape[0]} × {grid.shape[1]}"


def _block(corner, shape):
    return {(corner[0] + i, corner[1] + j) for i, j in np.ndindex(shape)}


def _description(x, kernel, output, position, corner):
    """Las multiplicaciones que no son por cero, una a una, y el resultado."""
    products = [
        f"{format_value(float(x[corner[0] + i, corner[1] + j]))} por "
        f"{format_value(float(kernel[i, j]))}"
        for i, j in np.ndindex(kernel.shape)
        if kernel[i, j]
    ]
    row, column = position
    return (
        f"La ventana empieza en la fila {corner[0] + 1} y la columna {corner[1] + 1} de la "
        "entrada. "
        f"Se suman los productos por los pesos que no son cero: {'; '.join(products)}. "
        f"El resultado, {format_value(float(output[row, column]))}, va a la fila {row + 1} y la "
        f"columna {column + 1} de la salida."
    )


def _draw_grid(drawing, grid, corner, marked, role):
    """Una cuadrícula con sus números; las celdas marcadas, al final, para que se vea su borde."""
    cells = sorted(np.ndindex(grid.shape), key=lambda cell: cell in marked)
    for i, j in cells:
        x = corner[0] + _CELL * (j + 0.5)
        y = corner[1] + _CELL * (i + 0.5)
        strong = (i, j) in marked
        side = _CELL - 5 if strong else _CELL
        drawing.box(x, y, _CELL, _CELL, role="axis", fill="surface", radius=0)
        if strong:
            drawing.box(x, y, side, side, role=role, fill="fill", radius=3)
        text = format_value(float(grid[i, j]))
        drawing.text(x, y, text, role="text" if strong else "muted", bold=strong)
