"""The mutants of the engine: mutmut makes them, and each waits beside the function whose place it can take."""

from __future__ import annotations

import ast
import difflib
import hashlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import mutmut.mutation.trampoline
from mutmut.mutation.file_mutation import mutate_file_contents

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "mutation"

Mutants = dict[str, Any]
functions: dict[str, tuple[FunctionType, Mutants]] = {}  # by module and name


def _register(mutants: Mutants, is_classmethod: bool = False) -> Callable[[Any], Any]:
    """Stands in for mutmut's trampoline: a function stays itself, and a mutant later takes the place of its code."""

    def keep(function: Any) -> Any:
        functions[f"{function.__module__}.{function.__qualname__}"] = (function, mutants)
        return function

    return keep


class _Mutating(importlib.abc.MetaPathFinder):
    """Imports the modules named with all their mutants beside them."""

    def __init__(self, paths: dict[str, Path]) -> None:
        self.paths = paths

    def find_spec(self, name: str, path: object = None, target: ModuleType | None = None) -> Any:
        if name not in self.paths:
            return None
        return importlib.util.spec_from_file_location(
            name, self.paths[name], loader=_Loader(name, str(self.paths[name]))
        )


class _Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        return compile(_with_mutants(Path(self.path)), self.path, "exec", dont_inherit=True)


def _with_mutants(path: Path) -> str:
    kept = WORK / "made" / f"{mark_of(path)}.py"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(mutate_file_contents(str(path), path.read_text("utf-8")).code, "utf-8")
    return kept.read_text("utf-8")


def mutants_of(module: str) -> Iterator[tuple[str, FunctionType, Any]]:
    """The mutants of a module by name, with the function each stands in for."""
    for function, mutants in functions.values():
        if function.__module__ == module:
            for name, mutant in mutants.items():
                if name != "_mutmut_orig":
                    yield f"{module}.{name}", function, getattr(mutant, "__func__", mutant)


def sources() -> dict[str, Path]:
    """The modules that are mutated, by name."""
    source = ROOT / "src"
    rooms = (source / "ascertain" / room for room in ("law", "findings"))
    found = [path for room in rooms for path in sorted(room.rglob("*.py")) if path.name != "__init__.py"]
    return {".".join(path.relative_to(source).with_suffix("").parts): path for path in found}


def install() -> None:
    """From now on the modules are imported with their mutants."""
    mutmut.mutation.trampoline.wrap_in_trampoline = _register  # type: ignore[assignment]
    sys.meta_path.insert(0, _Mutating(sources()))


def record(hits: set[str]) -> None:
    """From now on every function that is called is told to ``hits``."""
    for key, (function, mutants) in functions.items():
        function.__globals__["__hit__"] = hits.add
        stub: dict[str, Any] = {}
        original = "__original_" + hashlib.sha256(key.encode()).hexdigest()
        function.__globals__[original] = getattr(mutants["_mutmut_orig"], "__func__", mutants["_mutmut_orig"])
        free = ", ".join(function.__code__.co_freevars)  # super() has its class so
        inner = f"  def stub(*a, **k):\n    ({free})\n    __hit__({key!r})\n    return {original}(*a, **k)\n"
        text = f"def around({free}):\n{inner}  return stub\n"
        exec(text, stub)  # noqa: S102 - the text is ours
        function.__code__ = stub["around"](*function.__code__.co_freevars).__code__
        function.__defaults__ = function.__kwdefaults__ = None


def mark_of(path: Path) -> str:
    """What changes as the file does."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def difference(path: Path, name: str) -> list[str]:
    """How the mutant of that name differs from what the module says."""
    made = ast.parse(_with_mutants(path))
    texts = {node.name: ast.unparse(node) for node in ast.walk(made) if isinstance(node, ast.FunctionDef)}
    short = name.rpartition(".")[2]
    before = texts[short.rpartition("_")[0] + "_orig"].splitlines()
    lines = difflib.unified_diff(before, texts[short].splitlines(), lineterm="", n=1)
    return [line for line in lines if line[:3] not in {"---", "+++"}]
