import os

import numpy as np
import pytest

from redes.data.beijing import load, read

HEADER = "No,year,month,day,hour,pm2.5,DEWP,TEMP,PRES,cbwd,Iws,Is,Ir\n"
ROWS = "1,2010,1,1,22,NA,-21,-11,1021,NW,1.79,0,2\n2,2010,1,1,23,129,-20,-12.5,1020,cv,0.89,1,0\n"


def write(tmp_path, rows):
    path = tmp_path / "pollution.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_each_column_in_its_place(tmp_path):
    weather = read(write(tmp_path, ROWS))
    np.testing.assert_array_equal(
        weather.time, np.array(["2010-01-01T22", "2010-01-01T23"], "datetime64[h]")
    )
    np.testing.assert_array_equal(weather.pm25, [np.nan, 129])
    np.testing.assert_array_equal(weather.dew_point, [-21, -20])
    np.testing.assert_array_equal(weather.temperature, [-11, -12.5])
    np.testing.assert_array_equal(weather.pressure, [1021, 1020])
    np.testing.assert_array_equal(weather.wind_direction, ["NW", "cv"])
    np.testing.assert_array_equal(weather.wind_speed, [1.79, 0.89])
    np.testing.assert_array_equal(weather.snow_hours, [0, 1])
    np.testing.assert_array_equal(weather.rain_hours, [2, 0])


def test_a_missing_hour_is_an_error(tmp_path):
    later = "3,2010,1,2,1,129,-20,-12,1020,cv,0.89,1,0\n"
    with pytest.raises(ValueError, match="tras 2010-01-01T23 no viene la hora siguiente"):
        read(write(tmp_path, ROWS + later))


@pytest.mark.skipif(not os.environ.get("REDES_DATA"), reason="falta REDES_DATA")
def test_the_real_thing():
    weather = load()
    assert {series.shape for series in weather} == {(43824,)}
    assert np.isnan(weather.pm25).sum() == 2067
    assert not np.isnan(weather.temperature).any()
    assert str(weather.time[-1]) == "2014-12-31T23"
    # Persistencia a 24 horas en el último cuarto, la referencia del laboratorio.
    error = np.abs(weather.temperature[24:] - weather.temperature[:-24])[-43824 // 4 :]
    assert error.mean() == pytest.approx(2.68, abs=0.01)
