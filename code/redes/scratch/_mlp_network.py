r"""La red multicapa: parámetros, paso hacia delante y retropropagación.

Se importa desde `redes.scratch.mlp`.
"""

import itertools
from typing import NamedTuple

import numpy as np

from redes.scratch._validation import as_float
from redes.scratch.activations import relu, relu_grad
from redes.scratch.dense import dense, dense_backward, dense_parameters_backward
from redes.scratch.initializers import glorot_uniform, he_uniform


class DenseParams(NamedTuple):
    """Pesos (D, U) y sesgos (U,) de una capa, o los gradientes respecto de ellos."""

    kernel: np.ndarray
    bias: np.ndarray


def map_layers(function, *trees):
    """Aplica la función a los pesos y a los sesgos que ocupan el mismo lugar."""
    return tuple(
        DenseParams(*(function(*arrays) for arrays in zip(*layers, strict=True)))
        for layers in zip(*trees, strict=True)
    )


class Forward(NamedTuple):
    """Lo que deja el paso hacia delante: logits (..., K) y la entrada que recibió cada capa."""

    logits: np.ndarray
    inputs: tuple[np.ndarray, ...]


def init_mlp(sizes, *, rng, dtype=np.float32):
    r"""Parámetros iniciales de una red con los tamaños dados.

    Parameters
    ----------
    sizes : sequence of int
        Entradas, unidades de cada capa oculta y clases: (784, 128, 64, 10).
    rng : np.random.Generator
        De donde sale el azar.
    dtype : dtype
        float32, como Keras; float64 para comprobar gradientes.

    Returns
    -------
    tuple of DenseParams
        Una por capa: `len(sizes) - 1`. Los sesgos empiezan en cero.

    Raises
    ------
    ValueError
        Si hay menos de dos tamaños o alguno no es positivo.

    Notes
    -----
    Las capas ocultas empiezan con He, que compensa la mitad que ReLU anula. La de salida no lleva
    ReLU y empieza con Glorot: sus logits son menores, y la primera pérdida se acerca a
    :math:`\ln K`, la de quien no sabe nada. Los sesgos pueden empezar en cero porque los pesos ya
    distinguen a unas unidades de otras. En Keras hay que pedir ``he_uniform``; todas sus capas
    densas empiezan con Glorot.

    References
    ----------
    He, Zhang, Ren y Sun (2015), sección 2.2, DOI 10.1109/ICCV.2015.123.

    Examples
    --------
    >>> params = init_mlp((4, 3, 2), rng=np.random.default_rng(0))
    >>> [(layer.kernel.shape, layer.bias.shape) for layer in params]
    [((4, 3), (3,)), ((3, 2), (2,))]
    """
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(
            f"sizes={tuple(sizes)} no sirve: hacen falta al menos las entradas y las clases, todas "
            "positivas; por ejemplo (784, 128, 10)."
        )
    *hidden, output = itertools.pairwise(sizes)
    kernels = [*(he_uniform(shape, rng=rng) for shape in hidden), glorot_uniform(output, rng=rng)]
    return tuple(
        DenseParams(kernel.astype(dtype), np.zeros(kernel.shape[1], dtype)) for kernel in kernels
    )


def forward(x, params):
    r"""Paso hacia delante: cada capa recibe lo que sale de la anterior.

    .. math:: a^{(l)} = \mathrm{relu}(a^{(l-1)} W^{(l)} + b^{(l)}), \qquad a^{(0)} = x;

    la última capa no lleva ReLU.

    Parameters
    ----------
    x : array_like, (..., D)
        Los ejemplos.
    params : sequence of DenseParams
        Una por capa.

    Returns
    -------
    Forward
        `logits` (..., K) e `inputs`, que es lo que `backward` necesita recordar.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Las probabilidades son `softmax(logits)`; la pérdida no las necesita.

    References
    ----------
    Rumelhart, Hinton y Williams (1986), DOI 10.1038/323533a0.

    Examples
    --------
    Una capa oculta con dos unidades: :math:`1 \cdot (2, -1) = (2, -1)`, que ReLU deja en (2, 0);
    el logit es :math:`2 \cdot 3 + 0 \cdot 5 + 1 = 7`.

    >>> hidden = DenseParams(np.array([[2.0, -1.0]]), np.zeros(2))
    >>> output = DenseParams(np.array([[3.0], [5.0]]), np.ones(1))
    >>> forward([[1.0]], (hidden, output)).logits
    array([[7.]])
    """
    activation, inputs = as_float(x, "x"), []
    for layer in params[:-1]:
        inputs.append(activation)
        activation = relu(dense(activation, *layer))
    inputs.append(activation)
    return Forward(dense(activation, *params[-1]), tuple(inputs))


def backward(grad, params, inputs):
    r"""Retropropagación: del gradiente en los logits al de cada parámetro, de atrás adelante.

    .. math::

       \delta^{(L)} = \frac{\partial C}{\partial z^{(L)}}, \qquad
       \delta^{(l)} = \left(\delta^{(l+1)} W^{(l+1)\top}\right) \odot \mathrm{relu}'(z^{(l)}),

    con :math:`\partial C/\partial W^{(l)} = a^{(l-1)\top}\delta^{(l)}`, y en :math:`b^{(l)}` la
    suma de :math:`\delta^{(l)}` sobre los ejemplos. El superíndice dice la capa; no es potencia.

    Parameters
    ----------
    grad : array_like, (..., K)
        Gradiente de la pérdida respecto de los logits.
    params : sequence of DenseParams
        Los que usó `forward`.
    inputs : sequence of ndarray
        El campo `inputs` de lo que devolvió `forward`.

    Returns
    -------
    tuple of DenseParams
        Los gradientes, en el orden y con las formas de `params`.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    No guardamos las preactivaciones: :math:`\mathrm{relu}(z)` es positiva justo donde lo es z, de
    modo que `relu_grad` da lo mismo sobre la activación.

    References
    ----------
    Rumelhart, Hinton y Williams (1986), DOI 10.1038/323533a0.

    Examples
    --------
    La red del ejemplo de `forward`, con gradiente 1 en el logit. La segunda unidad estaba apagada:
    no recibe nada.

    >>> hidden = DenseParams(np.array([[2.0, -1.0]]), np.zeros(2))
    >>> output = DenseParams(np.array([[3.0], [5.0]]), np.ones(1))
    >>> inputs = forward([[1.0]], (hidden, output)).inputs
    >>> gradients = backward([[1.0]], (hidden, output), inputs)
    >>> gradients[0].kernel, gradients[1].kernel.tolist()
    (array([[3., 0.]]), [[2.0], [0.0]])
    """
    if len(inputs) != len(params):
        raise ValueError(
            f"inputs tiene {len(inputs)} elementos y params tiene {len(params)} capas; han de ser "
            "tantos como capas: pasa el campo inputs de lo que devolvió forward."
        )
    gradients = []
    for depth in reversed(range(1, len(params))):
        grad, kernel, bias = dense_backward(grad, inputs[depth], *params[depth])
        gradients.append(DenseParams(kernel, bias))
        grad = grad * relu_grad(inputs[depth])  # la entrada salió de una ReLU
    gradients.append(DenseParams(*dense_parameters_backward(grad, inputs[0])))
    return tuple(reversed(gradients))


def predict(x, params):
    r"""La clase más probable de cada ejemplo: la del mayor logit.

    Parameters
    ----------
    x : array_like, (..., D)
        Los ejemplos.
    params : sequence of DenseParams
        Una por capa.

    Returns
    -------
    ndarray of int, (...)
        Clases, de 0 a K - 1.

    Raises
    ------
    ValueError
        Si las formas no encajan.

    Notes
    -----
    Softmax no cambia el orden: no hace falta calcularla para saber quién gana.

    Examples
    --------
    >>> identity = DenseParams(np.eye(3), np.zeros(3))
    >>> predict([[0.1, 0.7, 0.2], [5.0, 4.0, 0.0]], (identity,))
    array([1, 0])
    """
    return forward(x, params).logits.argmax(axis=-1)
