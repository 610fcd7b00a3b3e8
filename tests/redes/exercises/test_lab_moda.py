"""Otras maneras de resolver los ejercicios del laboratorio, y sus ejemplos con lápiz y papel."""

import numpy as np

from redes.exercises.lab_moda import check, class_accuracy, ensemble_labels, top_confusions


def test_confusions_by_hand():
    # Fuera de la diagonal hay un 4 en (2, 1) y un 2 en (0, 1).
    matrix = np.array([[8, 2, 0], [1, 9, 0], [0, 4, 6]])
    np.testing.assert_array_equal(top_confusions(matrix, 2), [[2, 1], [0, 1]])


def test_class_accuracy_by_hand():
    # Clase 0: 1 de 2; clase 1: 2 de 3; clase 2: 1 de 1.
    accuracy = class_accuracy(np.array([0, 0, 1, 1, 1, 2]), np.array([0, 1, 1, 1, 2, 2]), 3)
    np.testing.assert_allclose(accuracy, [1 / 2, 2 / 3, 1])


def test_a_sure_network_outweighs_two_doubtful_ones():
    # (0.55 + 0.55 + 0.1) / 3 = 0.4 para la clase 0: gana la 1, aunque dos de tres voten la 0.
    rows = np.array([[[0.55, 0.45]], [[0.55, 0.45]], [[0.1, 0.9]]])
    np.testing.assert_array_equal(ensemble_labels(rows), [1])


def test_longer_ways_are_accepted():
    def with_a_list(confusion, count):
        size = range(len(confusion))
        pairs = [(i, j) for i in size for j in size if i != j]
        return sorted(pairs, key=lambda pair: -confusion[pair])[:count]

    def from_the_matrix(labels, predicted, num_classes):
        matrix = np.zeros((num_classes, num_classes))
        np.add.at(matrix, (labels, predicted), 1)
        return matrix.diagonal() / matrix.sum(axis=1)

    assert check("lab-moda-1", with_a_list)
    assert check("lab-moda-2", from_the_matrix)
    assert check("lab-moda-3", lambda probabilities: np.argmax(probabilities.sum(0), 1))


def test_an_aliased_diagonal_is_told():
    def changes_its_input(confusion, count):
        np.fill_diagonal(confusion, 0)
        return top_confusions(confusion, count)

    result = check("lab-moda-1", changes_its_input)
    assert not result
    assert "cambia su entrada" in result.message
