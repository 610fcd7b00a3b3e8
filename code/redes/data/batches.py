r"""Un `keras.utils.PyDataset` sobre arreglos: la receta con la que Keras pide sus lotes.

Es el único módulo de `redes.data` que importa Keras.
"""

import math

import keras
import numpy as np


class ArrayBatches(keras.utils.PyDataset):
    r"""Los lotes de dos arreglos, barajados de nuevo al acabar cada época.

    Keras pregunta cuántos lotes hay con ``len`` y pide el lote ``index`` con corchetes; cuando los
    ha pedido todos llama a :meth:`on_epoch_end`.

    Parameters
    ----------
    x, y : array
        Entradas de forma (N, …) y etiquetas de forma (N, …).
    batch_size : int
        Ejemplos por lote; el último puede tener menos.
    rng : Generator, optional
        Fuente del azar con que se baraja. Sin ella, los lotes van en el orden de los arreglos.
    **workers
        ``workers``, ``use_multiprocessing`` y ``max_queue_size``, los de Keras.

    Raises
    ------
    ValueError
        Si no hay una etiqueta por ejemplo, o el lote no tiene al menos uno.

    Notes
    -----
    Hay que pasarlo a ``fit`` con ``shuffle=False``: ese argumento, con un `PyDataset`, baraja el
    orden de los lotes y no lo que hay dentro de cada uno, y de eso se encarga ya esta clase. Para
    ``predict`` se crea sin ``rng``: las respuestas salen en el orden de los lotes.

    Examples
    --------
    >>> batches = ArrayBatches(np.arange(5), np.arange(5) * 10, batch_size=2)
    >>> len(batches), batches[2][0].tolist(), batches[2][1].tolist()
    (3, [4], [40])
    """

    def __init__(
        self,
        x: np.ndarray,
        y: np.ndarray,
        *,
        batch_size: int = 32,
        rng: np.random.Generator | None = None,
        **workers,
    ):
        super().__init__(**workers)
        if len(x) != len(y):
            raise ValueError(
                f"han llegado {len(x)} ejemplos y {len(y)} etiquetas; debe haber una por ejemplo"
            )
        if batch_size < 1:
            raise ValueError(f"un lote tiene al menos un ejemplo, y batch_size={batch_size}")
        self.x, self.y, self.batch_size, self.rng = x, y, batch_size, rng
        self.order = np.arange(len(x))
        self.on_epoch_end()  # la primera época también va barajada

    def __len__(self) -> int:
        """Cuántos lotes hay en una época."""
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        """El lote número `index`: entradas y etiquetas de las mismas filas."""
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self) -> None:
        """Baraja las filas para la época siguiente."""
        if self.rng is not None:
            self.order = self.rng.permutation(len(self.x))
