"""Find what each flow declares in one package, by the name of its module or folder.

`guidance/flows`, `guidance/enumeration`, `dialogs/flows` and `cards/flows` hold one module or folder a flow. A further
root, laid out as the project is, is added by putting its folder on the package's path.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType


def modules_of(package: ModuleType, inside: str = "") -> Iterator[tuple[str, ModuleType]]:
    """Yield (flow, module) for each module of a package, or for that module `inside` each of its folders; by name."""
    for _, name, is_folder in sorted(iter_modules(package.__path__), key=lambda found: found.name):
        if is_folder and inside and any((place / f"{inside}.py").is_file() for place in _folders(package, name)):
            yield name, import_module(f"{package.__name__}.{name}.{inside}")
        elif not is_folder and not inside:
            yield name, import_module(f"{package.__name__}.{name}")


def add_folder(package: ModuleType, folder: Path) -> None:
    """Look for flows in this folder too, after those of the project; nothing where it is not there."""
    if folder.is_dir() and str(folder) not in package.__path__:
        package.__path__.append(str(folder))


def _folders(package: ModuleType, name: str) -> Iterator[Path]:
    return (Path(place) / name for place in package.__path__)
