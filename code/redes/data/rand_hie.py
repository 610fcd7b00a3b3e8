r"""El experimento de RAND con seguros médicos: visitas al médico de 20 190 años de personas.

De 1974 a 1982 la RAND Corporation asignó al azar un plan de seguro a unas dos mil familias de
Estados Unidos y anotó lo que gastaban (Manning y otros, 1987). La tabla es la que Cameron y Trivedi
(2005, doi:10.1017/CBO9780511811241) prepararon para su libro; es de dominio público y statsmodels
la trae dentro del paquete: no hay nada que descargar (1 MB).

Cada fila es un año de una persona. La tabla no dice de quién es cada fila, pero las de una familia
van seguidas y comparten los datos del plan.
"""

from typing import NamedTuple

import numpy as np
from statsmodels.datasets import randhie

HEALTH_NAMES = ("excelente", "buena", "regular", "mala")


class HealthYears(NamedTuple):
    """Las columnas, todas de forma (20190,)."""

    visits: np.ndarray  # int64, visitas al médico en el año
    copay: np.ndarray  # int64, tanto por ciento que paga la familia: 0, 25, 50, 95 o 100
    individual: np.ndarray  # int64, 1 si hay una franquicia por persona
    incentive: np.ndarray  # float64, ln de lo que se paga al año por participar, en dólares
    spending_cap: np.ndarray  # float64, ln del gasto máximo de la familia; 0 si no hay
    limitation: np.ndarray  # float64, 1 si hay una limitación física; las imputadas, entre 0 y 1
    diseases: np.ndarray  # float64, índice de enfermedades crónicas; las imputadas, con decimales
    health: np.ndarray  # str, la salud según la propia persona: una de HEALTH_NAMES
    household: np.ndarray  # int64, de 0 a 2258: la racha de filas con el mismo plan


def load() -> HealthYears:
    r"""Carga la tabla, con las categorías deshechas y las familias reconstruidas.

    El original guarda :math:`\ln(c + 1)`, donde :math:`c` es el tanto por ciento, y reparte la
    salud en tres columnas de ceros y unos; aquí se deshacen las dos cosas.

    Returns
    -------
    HealthYears
        Las columnas, en el orden del original.

    Notes
    -----
    ``household`` es una reconstrucción: filas seguidas con los mismos cuatro datos del plan. Dos
    familias contiguas con el mismo plan cuentan como una, lo que para separar es prudente.

    Examples
    --------
    >>> table = load()
    >>> len(table.visits), int(table.household.max()) + 1, np.unique(table.copay).tolist()
    (20190, 2259, [0, 25, 50, 95, 100])
    """
    frame = randhie.load_pandas().data
    columns = {name: frame[name].to_numpy() for name in frame.columns}
    flags = np.stack([columns[name] for name in ("hlthg", "hlthf", "hlthp")], axis=1)  # (B, 3)
    # Sin ningún uno, «excelente»; con uno en la columna k, la categoría k + 1.
    code = np.where(flags.any(axis=1), flags.argmax(axis=1) + 1, 0)
    plan = np.stack([columns[name] for name in ("lncoins", "idp", "lpi", "fmde")], axis=1)
    changes = np.any(plan[1:] != plan[:-1], axis=1)
    return HealthYears(
        visits=columns["mdvis"].astype("int64"),
        copay=np.rint(np.expm1(columns["lncoins"])).astype("int64"),
        individual=columns["idp"].astype("int64"),
        incentive=columns["lpi"].astype("float64"),
        spending_cap=columns["fmde"].astype("float64"),
        limitation=columns["physlm"].astype("float64"),
        diseases=columns["disea"].astype("float64"),
        health=np.array(HEALTH_NAMES)[code],
        household=np.concatenate([[0], np.cumsum(changes)]).astype("int64"),
    )
