"""Puntos de partida: lo que consigue, sin redes neuronales, lo más sencillo.

Una red que no los supera no ha aprendido nada que merezca su coste. Todos se ajustan solo con el
entrenamiento y devuelven la exactitud en las demás filas que se les dan, de 0 a 1.
"""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def _accuracy(model, x_train, y_train, x_test, y_test) -> float:
    """Ajusta un modelo de scikit-learn con el entrenamiento y mide su exactitud en la prueba."""
    for name, x, y in (("entrenamiento", x_train, y_train), ("prueba", x_test, y_test)):
        if len(x) != len(y):
            raise ValueError(
                f"en el conjunto de {name} han llegado {len(x)} ejemplos y {len(y)} etiquetas; "
                "debe haber una etiqueta por ejemplo"
            )
    # scikit-learn quiere una fila de números por ejemplo: (B, …) → (B, D).
    model.fit(np.reshape(x_train, (len(x_train), -1)), y_train)
    return float(model.score(np.reshape(x_test, (len(x_test), -1)), y_test))


def majority(y_train: np.ndarray, y_test: np.ndarray) -> float:
    """La exactitud de responder siempre la clase más frecuente del entrenamiento.

    Parameters
    ----------
    y_train, y_test : array of int
        Etiquetas de forma (B,).

    Returns
    -------
    float
        Exactitud en ``y_test``. Si hay empate, se responde la menor de las empatadas.

    Examples
    --------
    La más frecuente es la clase 1, que acierta dos de las tres de prueba.

    >>> round(majority(np.array([0, 1, 1]), np.array([1, 0, 1])), 2)
    0.67
    """
    labels, counts = np.unique(y_train, return_counts=True)
    return float(np.mean(y_test == labels[counts.argmax()]))


def logistic_regression(
    x_train: np.ndarray, y_train: np.ndarray, x_test: np.ndarray, y_test: np.ndarray
) -> float:
    """La exactitud de una regresión logística: una sola capa densa con softmax.

    Las entradas se estandarizan con la media y la desviación típica del entrenamiento.

    Parameters
    ----------
    x_train, x_test : array
        Ejemplos de forma (B, …), que se aplanan.
    y_train, y_test : array of int
        Etiquetas de forma (B,).

    Returns
    -------
    float
        Exactitud en la prueba.

    Raises
    ------
    ValueError
        Si no hay una etiqueta por ejemplo.
    """
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=2000))
    return _accuracy(model, x_train, y_train, x_test, y_test)


def nearest_neighbour(
    x_train: np.ndarray, y_train: np.ndarray, x_test: np.ndarray, y_test: np.ndarray
) -> float:
    """La exactitud de copiar la etiqueta del ejemplo de entrenamiento más próximo.

    Parameters
    ----------
    x_train, x_test : array
        Ejemplos de forma (B, …), que se aplanan; la distancia es la euclídea, sin escalar.
    y_train, y_test : array of int
        Etiquetas de forma (B,).

    Returns
    -------
    float
        Exactitud en la prueba.

    Raises
    ------
    ValueError
        Si no hay una etiqueta por ejemplo.

    Examples
    --------
    El punto 0.4 está más cerca de 0 que de 1.

    >>> x, y = np.array([[0.0], [1.0]]), np.array([7, 8])
    >>> nearest_neighbour(x, y, np.array([[0.4]]), np.array([7]))
    1.0
    """
    return _accuracy(KNeighborsClassifier(1), x_train, y_train, x_test, y_test)
