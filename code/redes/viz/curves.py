r"""Curvas de aprendizaje: una medida, época a época, en entrenamiento y en validación."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.ticker import MaxNLocator

from redes.viz import style, tokens

_METRIC_NAMES = {
    "loss": "pérdida",
    "accuracy": "exactitud",
    "mae": "error absoluto medio",
    "mean_absolute_error": "error absoluto medio",
    "mse": "error cuadrático medio",
    "mean_squared_error": "error cuadrático medio",
    "learning_rate": "tasa de aprendizaje",
}

History = Mapping[str, Sequence[float]]


def learning_curves(
    history: History | Sequence[History],
    *,
    metric: str = "loss",
    ylabel: str | None = None,
    baseline: float | None = None,
):
    r"""Dibuja una medida por época en el entrenamiento y en la validación.

    Con varias historias, una por semilla, se dibujan la media y una banda de una desviación
    típica a cada lado.

    Parameters
    ----------
    history : mapping or sequence of mapping
        Lo que Keras guarda en ``History.history``: nombre de la medida y sus valores por época.
    metric : str
        Medida; la de validación es la que se llama igual con ``val_`` delante, si está.
    ylabel : str, optional
        Nombre y unidad del eje vertical. Sin él se traduce `metric`.
    baseline : float, optional
        Valor de la referencia con la que se compara, en las unidades de la medida.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si falta la medida o las historias no tienen las mismas épocas.

    Examples
    --------
    >>> figure = learning_curves({"loss": [0.9, 0.5], "val_loss": [1.0, 0.7]})
    >>> figure.axes[0].get_ylabel()
    'pérdida'
    """
    histories = _as_list(history)
    names = {"entrenamiento": metric, "validación": f"val_{metric}"}
    present = {label: key for label, key in names.items() if key in histories[0]}
    if "entrenamiento" not in present:
        raise ValueError(_missing(metric, histories[0]))
    runs = {label: _stack(histories, key) for label, key in present.items()}
    return _draw(runs, "época", ylabel or _METRIC_NAMES.get(metric, metric), baseline)


def compare_curves(
    runs: Mapping[str, History | Sequence[History]],
    *,
    metric: str = "loss",
    xlabel: str = "época",
    ylabel: str | None = None,
    baseline: float | None = None,
):
    r"""Dibuja la misma medida por época de varios modelos.

    Parameters
    ----------
    runs : mapping
        Nombre de cada modelo y su historia, o sus historias si hay varias semillas.
    metric : str
        Medida que se compara, por ejemplo ``"val_loss"``.
    xlabel : str
        Qué cuenta el eje horizontal desde 1, si no son épocas; por ejemplo, ``"capa"``.
    ylabel : str, optional
        Nombre y unidad del eje vertical. Sin él se traduce `metric`.
    baseline : float, optional
        Valor de la referencia, en las unidades de la medida.

    Returns
    -------
    matplotlib.figure.Figure
        Figura con una gráfica.

    Raises
    ------
    ValueError
        Si falta la medida, las historias de un modelo no tienen las mismas épocas, o hay más
        modelos que colores.

    Examples
    --------
    >>> figure = compare_curves({"sgd": {"loss": [0.9, 0.5]}, "adam": {"loss": [0.8, 0.3]}})
    >>> [line.get_label() for line in figure.axes[0].lines]
    ['sgd', 'adam']
    """
    if not 1 <= len(runs) <= tokens.SERIES:
        raise ValueError(
            f"Han llegado {len(runs)} modelos y se distinguen de 1 a {tokens.SERIES}. "
            "Con más, conviene repartirlos en varias figuras."
        )
    stacked = {name: _stack(_as_list(history), metric) for name, history in runs.items()}
    validation = metric.startswith("val_")
    name = _METRIC_NAMES.get(metric.removeprefix("val_"), metric)
    default = f"{name} en validación" if validation else name
    return _draw(stacked, xlabel, ylabel or default, baseline)


def _as_list(history):
    histories = [history] if isinstance(history, Mapping) else list(history)
    if not histories:
        raise ValueError("No ha llegado ninguna historia. Hace falta al menos una.")
    return histories


def _missing(metric, history):
    return (
        f"La historia no tiene la medida {metric!r}; tiene {', '.join(history)}. "
        "El nombre es el que se dio a «metrics» al compilar el modelo."
    )


def _stack(histories, key):
    for history in histories:
        if key not in history:
            raise ValueError(_missing(key, history))
    lengths = sorted({len(history[key]) for history in histories})
    if len(lengths) != 1 or lengths[0] == 0:
        raise ValueError(
            f"Las historias tienen {lengths} épocas en {key!r} y hacen falta las mismas en todas, "
            "al menos una. Con parada temprana, conviene cortarlas por la más corta."
        )
    return np.array([history[key] for history in histories], dtype=float)  # (semillas, épocas)


def _draw(runs, xlabel, ylabel, baseline):
    figure, ax = style.subplots()
    for index, (label, values) in enumerate(runs.items()):
        _draw_run(ax, index, label, values)
    if baseline is not None:
        ax.axhline(baseline, label="referencia", **style.REFERENCE_LINE)
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    figure.legend(loc="outside upper center", ncols=3)
    return figure


def _draw_run(ax, index, label, values):
    seeds, length = values.shape
    epochs, mean = np.arange(1, length + 1), values.mean(axis=0)
    look = style.line_style(index)
    # Unos ocho marcadores por curva bastan para distinguirla sin taparla.
    every = max(1, length // 8)
    ax.plot(epochs, mean, marker=style.marker(index), markevery=every, label=label, **look)
    if seeds > 1:
        spread = values.std(axis=0, ddof=1)
        ax.fill_between(
            epochs, mean - spread, mean + spread, color=look["color"], alpha=0.18, linewidth=0
        )
