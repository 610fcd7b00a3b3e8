"""Recorrer los parámetros de una red sin saber cuántas capas tiene.

Un **árbol** es un arreglo, o una tupla o lista de árboles: los pesos sueltos de un ejemplo, o la
tupla de `DenseParams` de `redes.scratch.mlp`. Los optimizadores y los recortes tratan igual a
todos.
"""

import numpy as np

from redes.scratch._validation import as_float


def map_arrays(function, tree, *others):
    """Aplica la función a los arreglos que ocupan el mismo lugar; las tuplas con nombre siguen."""
    if not isinstance(tree, (tuple, list)):
        return function(tree, *others)
    pieces = [map_arrays(function, *parts) for parts in zip(tree, *others, strict=True)]
    return type(tree)(*pieces) if hasattr(tree, "_fields") else tuple(pieces)


def leaves(tree):
    """Los arreglos del árbol, de izquierda a derecha."""
    if not isinstance(tree, (tuple, list)):
        return [tree]
    return [leaf for branch in tree for leaf in leaves(branch)]


def as_float_tree(tree, name):
    """El árbol con cada hoja convertida en arreglo de coma flotante."""
    return map_arrays(lambda leaf: as_float(leaf, name), tree)


def match_gradients(params, grads):
    """Los parámetros y sus gradientes como arreglos: uno por parámetro, de su forma y su tipo."""
    params, grads = as_float_tree(params, "params"), as_float_tree(grads, "grads")
    if _outline(params) != _outline(grads):
        raise ValueError(
            f"los gradientes tienen formas {_outline(grads)} y los parámetros {_outline(params)}; "
            "ha de haber un gradiente por parámetro, en el mismo orden y con la misma forma."
        )
    return params, map_arrays(lambda w, g: g.astype(w.dtype, copy=False), params, grads)


def zeros_like(params):
    """Un árbol de ceros con las mismas formas y tipos."""
    return map_arrays(np.zeros_like, params)


def _outline(tree):
    if not isinstance(tree, (tuple, list)):
        return tree.shape
    return [_outline(branch) for branch in tree]
