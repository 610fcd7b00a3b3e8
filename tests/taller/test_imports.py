from taller.imports import closure


def names(book, *sources, modules=()):
    return [
        p.relative_to(book.workshop.code).as_posix()
        for p in closure(book.workshop.code, sources, modules)
    ]


def test_direct_and_transitive(book):
    book.module("paquete/base", "x = 1")
    book.module("paquete/medio", "from paquete.base import x")
    book.module("paquete/suelto", "")
    assert names(book, "from paquete.medio import x") == [
        "paquete/__init__.py",
        "paquete/base.py",
        "paquete/medio.py",
    ]


def test_module_imported_from_its_package_and_inside_a_function(book):
    book.module("paquete/uno", "def f():\n    from paquete import dos\n    return dos")
    book.module("paquete/dos", "")
    assert "paquete/dos.py" in names(book, "import paquete.uno as u")


def test_libraries_and_magics_are_ignored(book):
    assert names(book, "%matplotlib inline\nimport json\n!ls") == []


def test_a_syntax_error_is_left_to_the_kernel(book):
    book.module("uno", "")
    assert names(book, "import uno", "def (") == ["uno.py"]


def test_cycles_end(book):
    book.module("uno", "import dos")
    book.module("dos", "import uno")
    assert names(book, modules=["uno"]) == ["dos.py", "uno.py"]


def test_an_edited_module_is_read_again(book):
    path = book.module("uno", "import dos")
    book.module("dos", "")
    assert names(book, "import uno") == ["dos.py", "uno.py"]
    path.write_text("x = 123456", "utf-8")
    assert names(book, "import uno") == ["uno.py"]
