"""Empezar de nuevo con un modelo ya compilado: otra semilla sin volver a compilar."""

from redes.training.seeds import set_seed


def restart(model, seed):
    r"""Deja un modelo como recién construido y compilado con esa semilla.

    Compilar cuesta alrededor de un segundo: repetir un experimento con varias semillas sale más
    barato si se compila una vez y, para cada semilla, se renuevan los pesos, el azar de las capas
    (el del *dropout*, por ejemplo) y el estado del optimizador. Se obtienen los mismos números que
    construyéndolo todo otra vez.

    Parameters
    ----------
    model : keras.Model
        Un modelo construido y compilado, secuencial o funcional. Se modifica.
    seed : int
        La semilla, de 0 a 2³² − 1; queda fijada, como con
        :func:`~redes.training.seeds.set_seed`.

    Raises
    ------
    ValueError
        Si el modelo no está compilado o le falta por saber la forma de su entrada.

    Notes
    -----
    Renueva también los pesos congelados: un modelo con una parte traída de otro la pierde. La tasa
    de aprendizaje se queda como esté: si un plan la ha cambiado, hay que volver a ponerla.

    Examples
    --------
    >>> import keras
    >>> model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
    >>> model.compile("adam", "mse")
    >>> restart(model, 0)
    >>> first = model.get_weights()[0]
    >>> restart(model, 1)
    >>> second = model.get_weights()[0]
    >>> restart(model, 0)
    >>> bool((first == model.get_weights()[0]).all()), bool((first == second).all())
    (True, False)
    """
    # Aquí y no arriba: importar Keras cuesta segundos, y el resto del paquete no lo necesita.
    import keras

    optimizer = getattr(model, "optimizer", None)
    if not model.built or optimizer is None:
        missing = "compilar (compile)" if model.built else "construir (le falta keras.Input)"
        raise ValueError(
            f"al modelo «{model.name}» le falta por {missing}: solo se puede empezar de nuevo con "
            "un modelo construido y compilado."
        )
    set_seed(seed)
    _copy(keras.models.clone_model(model).variables, model.variables)
    optimizer.build(model.trainable_variables)
    fresh = type(optimizer).from_config(optimizer.get_config())
    fresh.build(model.trainable_variables)
    _copy(fresh.variables, optimizer.variables)


def _copy(values, variables):
    for value, variable in zip(values, variables, strict=True):
        variable.assign(value)
