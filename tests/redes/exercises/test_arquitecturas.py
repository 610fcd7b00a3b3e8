"""Otras maneras de resolver, y de cometer, los errores típicos del capítulo «arquitecturas»."""

from fractions import Fraction

from redes.exercises.arquitecturas import (
    bottleneck_parameters,
    check,
    separable_ratio,
    stages_output,
)


def test_numbers_of_the_chapter():
    # (256 + 1)·64 + (9·64 + 1)·64 + (64 + 1)·256 = 16 448 + 36 928 + 16 640.
    assert bottleneck_parameters(256, 64) == 70_016
    # 2336 pesos de 18 432; y con un solo filtro separar sale más caro, 1 + 1/9.
    assert Fraction(separable_ratio(64, 3)).limit_denominator(1000) == Fraction(2336, 18_432)
    assert separable_ratio(1, 3) > 1 > separable_ratio(2, 3)
    assert stages_output(56, 64, 4) == (7, 7, 512)


def test_longer_ways_are_accepted():
    def layer_by_layer(channels, reduced):
        total, entering = 0, channels
        for size, leaving in ((1, reduced), (3, reduced), (1, channels)):
            total += size * size * entering * leaving + leaving
            entering = leaving
        return total

    assert check("arquitecturas-1", layer_by_layer)

    def counting(filters, kernel_size, channels=7):
        whole = kernel_size**2 * channels * filters
        return (kernel_size**2 * channels + channels * filters) / whole

    assert check("arquitecturas-2", counting)

    def recursive(side, filters, stages):
        if stages == 1:
            return side, side, filters
        return recursive((side + 1) // 2, 2 * filters, stages - 1)

    assert check("arquitecturas-3", recursive)


def test_reading_every_channel_is_told():
    def wrong(channels, reduced):
        shrink, grow = channels * reduced + reduced, reduced * channels + channels
        return shrink + 9 * channels * reduced + reduced + grow

    assert "lee los canales reducidos" in check("arquitecturas-1", wrong).hint


def test_the_ratio_upside_down_is_told():
    def wrong(filters, kernel_size):
        return filters * kernel_size**2 / (filters + kernel_size**2)

    assert "del revés" in check("arquitecturas-2", wrong).hint


def test_rounding_an_odd_side_down_is_told():
    def wrong(side, filters, stages):
        side, filters = side // 2 ** (stages - 1), filters * 2 ** (stages - 1)
        return side, side, filters

    assert "hacia arriba" in check("arquitecturas-3", wrong).hint
