"""CO₂ en la atmósfera de Mauna Loa: medias semanales de marzo de 1958 a diciembre de 2001.

Las publicaron Keeling y Whorf en 2004 (Carbon Dioxide Information Analysis Center, dominio
público); statsmodels las trae dentro del paquete: no hay nada que descargar (80 kB).
"""

import numpy as np
from statsmodels.datasets import co2


def load() -> tuple[np.ndarray, np.ndarray]:
    """Carga la fecha y la concentración de cada semana.

    Returns
    -------
    tuple
        ``(years, ppm)``: fechas de forma (2284,), ``float64``, en años con decimales, una cada
        siete días, y concentración de forma (2284,), ``float64``, en partes por millón de aire
        seco.

    Notes
    -----
    Faltan 59 semanas, 18 de ellas seguidas. Aquí llegan rellenas por interpolación lineal, que usa
    la semana siguiente: para predecir el futuro habría que rellenarlas solo con el pasado.

    Examples
    --------
    >>> years, ppm = load()
    >>> ppm.shape, float(ppm[0]), round(float(years[0]), 2)
    ((2284,), 316.1, 1958.24)
    """
    table = co2.load_pandas().data
    days = (table.index - table.index[0]).days.to_numpy()  # 0, 7, 14…
    values = table["co2"].to_numpy(dtype="float64")
    known = ~np.isnan(values)
    # El 29 de marzo es el día 88 de un año corriente, y la primera semana acaba en él.
    years = 1958 + (87 + days) / 365.2425
    return years, np.interp(days, days[known], values[known])
