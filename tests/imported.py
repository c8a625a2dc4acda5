"""Which file uses which: the import graph of source and tests, through what packages hand on."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

Names = dict[str, Path]


class Imported:
    """Who uses a file: `users[file]` holds the files that name something of it.

    A package's `__init__` hands on: `from rooms.rosters import actions` and `actions.assign(…)`
    uses the module in which `assign` stands, and not all of `actions`.
    """

    def __init__(self, roots: Iterable[Path]) -> None:
        self._files = {name: file for root in roots for name, file in modules(root)}
        self._handed_on: dict[str, dict[str, str]] = {}
        self._texts = {file: file.read_text(encoding="utf-8") for file in self._files.values()}
        self.users: dict[Path, set[Path]] = defaultdict(set)
        for file, text in self._texts.items():
            for used in self._used_by(ast.parse(text)):
                self.users[used].add(file)

    def that_name(self, *words: str) -> set[Path]:
        """Give the files in whose text all words stand: they read a table or a template."""
        return {file for file, text in self._texts.items() if all(word in text for word in words)}

    def steps_from(self, changed: Iterable[Path], most: int) -> dict[Path, int]:
        """Give the files that use what changed, with how many imports lie between: 0 is itself."""
        steps = dict.fromkeys(changed, 0)
        reached = list(steps)
        for step in range(1, most + 1):
            users = {user for file in reached for user in self.users[file]}
            reached = [user for user in users if user not in steps]
            steps |= dict.fromkeys(reached, step)
        return steps

    def _used_by(self, tree: ast.Module) -> Iterator[Path]:
        attributes = defaultdict(set)
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                attributes[node.value.id].add(node.attr)
        for origin, name, local in _named(tree):
            whole = f"{origin}.{name}"
            if not self._is_package(whole):
                yield from self._where(origin, name)
            for attribute in attributes[local] if self._is_package(whole) else ():
                yield from self._where(whole, attribute)

    def _where(self, origin: str, name: str) -> Iterator[Path]:
        """Give the file in which a name of a module stands, through every package between."""
        seen = set()
        while self._is_package(origin) and name in self._names_in(origin) and origin not in seen:
            seen.add(origin)
            origin = self._names_in(origin)[name]
        file = self._files.get(f"{origin}.{name}") or self._files.get(origin)
        if file:
            yield file

    def _is_package(self, module: str) -> bool:
        return module in self._files and self._files[module].stem == "__init__"

    def _names_in(self, package: str) -> dict[str, str]:
        if package not in self._handed_on:
            tree = ast.parse(self._texts[self._files[package]])
            self._handed_on[package] = {local: origin for origin, _name, local in _named(tree)}
        return self._handed_on[package]


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    """Give every module under a root, by its name."""
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


def _named(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Give what a file imports: from where, the name there and the name here."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield node.module, alias.name, alias.asname or alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                origin, _, name = alias.name.rpartition(".")
                yield origin, name, alias.asname or name
