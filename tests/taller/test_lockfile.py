from taller.lockfile import execution_versions


def test_closure_by_extra_without_render_only_packages(book):
    cpu = execution_versions(book.workshop.lock, "cpu")
    gpu = execution_versions(book.workshop.lock, "gpu")
    assert {"libro-motor", "libro-numerico", "ipykernel"} == set(cpu)
    assert set(gpu) - set(cpu) == {"libro-cuda"}
    assert cpu["libro-motor"] == "2.0"


def test_an_installed_package_counts_with_its_installed_version(book):
    from importlib.metadata import version

    found = execution_versions(book.workshop.lock, "cpu")["ipykernel"]
    assert found == version("ipykernel") != "4.0"
