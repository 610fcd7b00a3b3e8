"""Un conjunto de datos externo."""

DATASET = "externo"
