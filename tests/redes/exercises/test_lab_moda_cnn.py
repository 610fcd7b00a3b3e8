"""Otras maneras de resolver los ejercicios del laboratorio, y sus ejemplos con lápiz y papel."""

import math

import numpy as np

from redes.exercises.lab_moda_cnn import check, cycle_steps, mirror, residual_parameters


def test_cycle_by_hand():
    # 950 ejemplos en lotes de 100 son 10 pasos; en 10 épocas, 100: 30 de subida y 70 de bajada.
    np.testing.assert_array_equal(cycle_steps(950, 100, 10, 0.3), [30, 70])
    # Los de la red final del laboratorio: 430 pasos por época y 7 épocas.
    np.testing.assert_array_equal(cycle_steps(55_000, 128, 7, 0.3), [903, 2107])


def test_mirror_by_hand():
    images = np.array([[1, 2], [3, 4]]).reshape(1, 2, 2, 1)
    turned = mirror(images, np.array([True]))
    np.testing.assert_array_equal(turned[0, ..., 0], [[2, 1], [4, 3]])
    np.testing.assert_array_equal(mirror(images, np.array([False])), images)


def test_block_by_hand():
    # Con 1 canal y 1 filtro: 9 + 9 de las convoluciones, 1 del atajo y 3 · 2 de normalizar.
    assert residual_parameters(1, 1) == 25
    # Con 32 y 48: 13 824 + 20 736 + 1536 + 288.
    assert residual_parameters(32, 48) == 36_384


def test_longer_ways_are_accepted():
    def counting_batches(examples, batch_size, epochs, rise):
        total = epochs * math.ceil(examples / batch_size)
        return [round(rise * total), total - round(rise * total)]

    def in_a_loop(images, chosen):
        copies = images.copy()
        for index in np.flatnonzero(chosen):
            copies[index] = np.fliplr(copies[index])
        return copies

    def layer_by_layer(channels, filters):
        layers = [(3, channels), (3, filters), (1, channels)]
        return sum((size * size * inputs + 2) * filters for size, inputs in layers)

    assert check("lab-moda-cnn-1", counting_batches)
    assert check("lab-moda-cnn-2", in_a_loop)
    assert check("lab-moda-cnn-3", layer_by_layer)


def test_an_input_changed_in_place_is_told():
    def changes_its_input(images, chosen):
        images[chosen] = images[chosen][:, :, ::-1]
        return images

    result = check("lab-moda-cnn-2", changes_its_input)
    assert not result
    assert "cambia su entrada" in result.message
