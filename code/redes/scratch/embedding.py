r"""La incrustación: una tabla con una fila aprendida por identificador."""

import numpy as np

from redes.scratch._validation import as_float, check_upstream


def embedding(ids, table):
    r"""Cambia cada identificador por su fila de la tabla.

    Es el producto de un vector con un solo 1 por la tabla, :math:`y = e_k E`, sin hacerlo: el único
    sumando que no es cero es la fila :math:`k`.

    Parameters
    ----------
    ids : array_like of int, (...)
        Identificadores, entre 0 y V - 1; en un lote de secuencias, (B, T).
    table : array_like, (V, D)
        Una fila de D números por palabra del vocabulario.

    Returns
    -------
    ndarray, (..., D)
        Una copia de la fila de cada identificador.

    Raises
    ------
    ValueError
        Si los identificadores no son enteros o alguno no está en la tabla, o si la tabla no tiene
        dos ejes.

    Notes
    -----
    Tiene :math:`V \cdot D` parámetros y no cuesta ninguna multiplicación. Es
    `keras.layers.Embedding(V, D)` con su tabla a la vista; Keras, además, trunca los números con
    decimales y cuenta los negativos desde la última fila, sin avisar: aquí son errores.

    References
    ----------
    Bengio, Ducharme, Vincent y Janvin (2003), *A Neural Probabilistic Language Model*, Journal of
    Machine Learning Research 3, 1137-1155.

    Examples
    --------
    >>> table = np.array([[0.0, 0.0], [1.0, 2.0], [3.0, 4.0]])
    >>> embedding([2, 1, 2], table)
    array([[3., 4.],
           [1., 2.],
           [3., 4.]])
    >>> np.eye(3)[[2, 1, 2]] @ table  # lo mismo, con el producto
    array([[3., 4.],
           [1., 2.],
           [3., 4.]])
    """
    ids, table = _check(ids, table)
    return table[ids]  # (..., D)


def embedding_backward(grad, ids, table):
    r"""El gradiente de la tabla: cada fila suma el de todas las veces que se usó.

    .. math:: \frac{\partial C}{\partial E_k} = \sum_{n \,:\, \text{ids}_n = k} g_n.

    Las filas que no aparecen tienen gradiente cero. Los identificadores no son números que puedan
    moverse un poco, y no tienen gradiente.

    Parameters
    ----------
    grad : array_like, (..., D)
        Gradiente de la pérdida respecto de la salida.
    ids, table
        Los mismos argumentos que recibió `embedding`.

    Returns
    -------
    ndarray, (V, D)
        El gradiente de la tabla.

    Raises
    ------
    ValueError
        En los mismos casos que `embedding`, o si `grad` no tiene la forma de su salida.

    Notes
    -----
    Es `one_hot.T @ grad` sin hacer el producto. ``total[ids] += grad`` no vale: de cada fila
    repetida guardaría solo la última suma; `numpy.add.at` las acumula todas.

    References
    ----------
    Bengio, Ducharme, Vincent y Janvin (2003), Journal of Machine Learning Research 3, 1137-1155.

    Examples
    --------
    La fila 2 se usó dos veces, :math:`1 + 100`; la 0, ninguna.

    >>> embedding_backward([[1.0], [10.0], [100.0]], [2, 1, 2], np.zeros((3, 1)))
    array([[  0.],
           [ 10.],
           [101.]])
    """
    ids, table = _check(ids, table)
    grad = as_float(grad, "grad")
    check_upstream(grad, (*ids.shape, table.shape[1]))
    total = np.zeros(table.shape, grad.dtype)
    np.add.at(total, ids, grad)
    return total


def _check(ids, table):
    ids, table = np.asarray(ids), as_float(table, "table")
    if table.ndim != 2:
        raise ValueError(
            f"table tiene forma {table.shape} y ha de ser una matriz (V, D): una fila por "
            "identificador."
        )
    if ids.dtype.kind not in "iu":
        raise ValueError(
            f"ids llegó con dtype {ids.dtype} y ha de contener enteros: son números de fila. "
            "Conviértelos antes con ids.astype(int)."
        )
    if ids.size and not 0 <= ids.min() <= ids.max() < len(table):
        raise ValueError(
            f"ids va de {ids.min()} a {ids.max()} y table tiene forma {table.shape}; se esperaban "
            f"números entre 0 y {len(table) - 1}: agranda la tabla o recorta el vocabulario."
        )
    return ids, table
