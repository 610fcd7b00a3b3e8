"""El puente con Keras de las capas recurrentes y de la incrustación.

Keras guarda los pesos de las recurrentes en este orden: el núcleo (D, GU), el del estado (U, GU)
y, si lo hay, el sesgo (GU,), con G compuertas por columnas: 1 en SimpleRNN, 3 en GRU (z, r, h) y 4
en LSTM (i, f, c, o). Con ``reset_after`` el sesgo de la GRU tiene dos filas, (2, 3U): la de la
entrada y la del estado. La incrustación guarda su tabla (V, D).
"""

import keras

from redes._bridge_checks import check_layer, set_weights

RECURRENT = (keras.layers.SimpleRNN, keras.layers.GRU, keras.layers.LSTM)


def recurrent_weights(layer):
    """Los pesos de una capa recurrente de Keras, como los piden `simple_rnn`, `gru` y `lstm`.

    Parameters
    ----------
    layer : keras.layers.SimpleRNN, keras.layers.GRU or keras.layers.LSTM
        Ya construida.

    Returns
    -------
    kernel : ndarray, (D, GU)
        Copia del núcleo de la entrada.
    recurrent_kernel : ndarray, (U, GU)
        Copia del núcleo del estado.
    bias : ndarray, (GU,) o (2, 3U), or None
        Copia de los sesgos; dos filas en una GRU con ``reset_after``; None si la capa no los usa.

    Raises
    ------
    ValueError
        Si no es una de esas capas o todavía no tiene pesos.

    Examples
    --------
    >>> layer = keras.layers.GRU(2)
    >>> layer.build((None, 5, 3))
    >>> [weight.shape for weight in recurrent_weights(layer)]
    [(3, 6), (2, 6), (2, 6)]
    """
    check_layer(layer, RECURRENT, "(None, instantes, rasgos)")
    kernel, recurrent_kernel, *rest = layer.get_weights()
    return kernel, recurrent_kernel, rest[0] if rest else None


def set_recurrent_weights(layer, kernel, recurrent_kernel, bias=None):
    """Pone pesos en una capa recurrente de Keras.

    Parameters
    ----------
    layer : keras.layers.SimpleRNN, keras.layers.GRU or keras.layers.LSTM
        Ya construida; cambia.
    kernel, recurrent_kernel, bias
        De las formas que da `recurrent_weights`; `bias` es None solo si la capa no lo usa.

    Raises
    ------
    ValueError
        Si no es una de esas capas, todavía no tiene pesos o las formas no son las suyas.

    Examples
    --------
    >>> layer = keras.layers.SimpleRNN(1)
    >>> layer.build((None, 5, 1))
    >>> set_recurrent_weights(layer, [[3.0]], [[0.5]], [1.0])
    >>> layer.get_weights()[1].tolist()
    [[0.5]]
    """
    check_layer(layer, RECURRENT, "(None, instantes, rasgos)")
    given = (kernel, recurrent_kernel, bias)
    set_weights(layer, given, "núcleo, núcleo del estado y, si lo usa, sesgo")


def embedding_table(layer):
    """La tabla de una capa de incrustación de Keras, como la pide `redes.scratch.embedding`.

    Parameters
    ----------
    layer : keras.layers.Embedding
        Ya construida.

    Returns
    -------
    ndarray, (V, D)
        Copia de la tabla.

    Raises
    ------
    ValueError
        Si no es una incrustación o todavía no tiene pesos.

    Examples
    --------
    >>> layer = keras.layers.Embedding(10, 4)
    >>> layer.build()
    >>> embedding_table(layer).shape
    (10, 4)
    """
    check_layer(layer, (keras.layers.Embedding,), "")
    return layer.get_weights()[0]


def set_embedding_table(layer, table):
    """Pone la tabla de una capa de incrustación de Keras.

    Parameters
    ----------
    layer : keras.layers.Embedding
        Ya construida; cambia.
    table : array_like, (V, D)
        Una fila por identificador.

    Raises
    ------
    ValueError
        Si no es una incrustación, todavía no tiene pesos o la forma no es la suya.

    Examples
    --------
    >>> layer = keras.layers.Embedding(2, 1)
    >>> layer.build()
    >>> set_embedding_table(layer, [[5.0], [7.0]])
    >>> layer.get_weights()[0].tolist()
    [[5.0], [7.0]]
    """
    check_layer(layer, (keras.layers.Embedding,), "")
    set_weights(layer, (table,), "la tabla")
