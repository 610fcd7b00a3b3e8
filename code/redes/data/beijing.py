"""Cinco años de tiempo y contaminación en Pekín (*Beijing*), hora a hora, de 2010 a 2014.

Los midieron la embajada de los Estados Unidos (las partículas) y el aeropuerto de la ciudad (el
resto). Licencia CC BY 4.0; 2 MB.
"""

import csv
from pathlib import Path
from typing import NamedTuple

import numpy as np

from redes.data.registry import Dataset, RemoteFile, locate

DATASET = Dataset(
    name="beijing",
    title="Tiempo y contaminación en Pekín, 2010–2014",
    licence="CC BY 4.0",
    source=(
        "UCI Machine Learning Repository, Beijing PM2.5 (10.24432/C5JS49); "
        "Liang et al. (2015), 10.1098/rspa.2015.0257"
    ),
    files=(
        RemoteFile(
            "pollution.csv",
            "https://raw.githubusercontent.com/jbrownlee/Datasets/"
            "d20fcb6402ae34e653d4513b00f39257bb37ed7f/pollution.csv",
            "892e9559205d16d32623135c127a3951c12e46ea1e0b3093e107ce89a9fd60e2",
            2010492,
        ),
    ),
    folder="clima-beijing",
)


class Weather(NamedTuple):
    """Las series, todas de forma (T,), en orden temporal y sin saltos de hora."""

    time: np.ndarray  # datetime64[h], hora local
    pm25: np.ndarray  # partículas de menos de 2,5 µm, en µg/m³; NaN donde no se midieron
    dew_point: np.ndarray  # punto de rocío, en °C
    temperature: np.ndarray  # en °C
    pressure: np.ndarray  # en hPa
    wind_direction: np.ndarray  # "NE", "NW", "SE" o "cv" (calma o variable)
    wind_speed: np.ndarray  # acumulada desde que el viento tiene esa dirección, en m/s
    snow_hours: np.ndarray  # horas seguidas nevando
    rain_hours: np.ndarray  # horas seguidas lloviendo


# Cómo se llama en el fichero cada serie de números.
COLUMNS = {
    "pm25": "pm2.5",
    "dew_point": "DEWP",
    "temperature": "TEMP",
    "pressure": "PRES",
    "wind_speed": "Iws",
    "snow_hours": "Is",
    "rain_hours": "Ir",
}


def read(path: Path) -> Weather:
    """Lee el fichero CSV; «NA» pasa a ser NaN.

    Parameters
    ----------
    path : Path
        El fichero, con la cabecera del original.

    Returns
    -------
    Weather
        Las series.

    Raises
    ------
    ValueError
        Si las horas no son consecutivas: una ventana deslizante las supone así.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    stamps = [
        f"{row['year']}-{int(row['month']):02}-{int(row['day']):02}T{int(row['hour']):02}"
        for row in rows
    ]
    time = np.array(stamps, dtype="datetime64[h]")
    jumps = np.flatnonzero(np.diff(time) != np.timedelta64(1, "h"))
    if jumps.size:
        raise ValueError(f"{path.name}: tras {time[jumps[0]]} no viene la hora siguiente")
    numbers = {
        name: np.array([float(row[column].replace("NA", "nan")) for row in rows])
        for name, column in COLUMNS.items()
    }
    return Weather(time=time, wind_direction=np.array([row["cbwd"] for row in rows]), **numbers)


def load() -> Weather:
    """Carga las series.

    Returns
    -------
    Weather
        Nueve series de 43 824 horas, en ``float64`` las numéricas. En ``pm25`` faltan 2067 valores.

    Raises
    ------
    DataUnavailableError
        Si el fichero no está; el mensaje dice cómo conseguirlo.
    """
    return read(locate(DATASET)["pollution.csv"])
