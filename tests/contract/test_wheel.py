"""The wheel, not only the checkout: prompts, types and the command travel with it."""

import ensurepip
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from nutgraf import Article

ROOT = Path(__file__).parents[2]
PAGE = "<html><body><article><h1>Port reopens</h1>" + "<p>The port of Oslo reopened on Friday, officials said.</p>" * 9


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-1000:]
    (found,) = out.glob("*.whl")
    return found


def test_the_wheel_holds_prompts_and_types_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {
        f"nutgraf/_prompts/{path.relative_to(ROOT / 'prompts')}"
        for path in (ROOT / "prompts").rglob("*")
        if path.is_file()
    }
    assert shipped <= set(names)
    assert "nutgraf/py.typed" in names
    templates = {path.name for path in (ROOT / "src" / "nutgraf" / "telling" / "templates").iterdir()}
    assert templates <= {Path(name).name for name in names if name.startswith("nutgraf/telling/templates/")}
    assert not [
        n
        for n in names
        if n.startswith(("tests", "examples", "cassettes", "benchmarks", "docs")) or n.endswith(".gguf")
    ]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-compile",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    return target


def test_the_sample_project_replays_its_recording_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    project = shutil.copytree(ROOT / "examples" / "ci", tmp_path / "ci")
    assert list((project / "cassettes").rglob("*.yaml"))
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NUTGRAF", "OPENAI", "PYTEST"))}
    environment = kept | {"PYTHONPATH": str(installed), "NUTGRAF_LOCAL_GGUF": "/nowhere/no.gguf"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    assert "2 passed" in done.stdout
    code = "import nutgraf; print(nutgraf.__file__)"
    where = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert where.stdout.startswith(str(installed))


def test_the_installed_wheel_reads_composes_and_loads_every_prompt(installed: Path, tmp_path: Path) -> None:
    code = """
import nutgraf
from nutgraf.asking.question import prompts
assert nutgraf.__file__.startswith(TARGET), nutgraf.__file__
names = [f"{d.name}/{f.name[:-3]}" for d in prompts.prompt_root().iterdir() if d.is_dir() for f in d.iterdir() if f.name.endswith(".md")]
assert str(prompts.prompt_root()).startswith(TARGET)
assert len([prompts.load(name).digest for name in names]) >= 4
desk = nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:9/v1", cache=None)
print(len(desk.preview("The port reopened on Friday, officials said.")))
""".replace("TARGET", repr(str(installed)))
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=tmp_path, check=False
    )
    assert done.stdout.strip() == "1", done.stderr[-2000:]


def required(lines: list[str], extra: str = "") -> set[str]:
    """The names that requirements ask for, with those of one extra; what only an extra of theirs brings is not asked for."""
    kept = [
        line for line in lines if "extra ==" not in line or (extra and f'extra == "{extra}"' in line.replace("'", '"'))
    ]
    return {re.split(r"[\s\[;<>=!~(]", line, maxsplit=1)[0].lower().replace("_", "-") for line in kept}


def test_what_reads_pages_is_named_and_not_only_an_extra_of_something_named(wheel: Path) -> None:
    """An older pip passes over an extra whose name it spells another way, and says so in one line of a hundred."""
    with zipfile.ZipFile(wheel) as held:
        (name,) = [name for name in held.namelist() if name.endswith(".dist-info/METADATA")]
        lines = re.findall(r"^Requires-Dist: (.*)$", held.read(name).decode(), re.MULTILINE)
    known, waiting = set(), required(lines, "html")
    while waiting:
        known.add(one := waiting.pop())
        try:
            found = importlib.metadata.requires(one) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system
        waiting |= required(found) - known
    assert Article.from_html(PAGE)
    loaded = {module.partition(".")[0] for module in sys.modules}
    brought = importlib.metadata.packages_distributions()
    by = {module: {name.lower().replace("_", "-") for name in brought.get(module, ())} for module in loaded}
    assert by["lxml_html_clean"] <= known
    for module in ("trafilatura", "justext", "htmldate", "courlan", "lxml"):
        assert by[module] <= known


def test_pages_are_read_after_an_install_with_the_pip_that_python_brings(wheel: Path, tmp_path: Path) -> None:
    """In a clean environment. What the other extras ask for is no matter of pip's age; it takes its packages from where pip does."""
    with zipfile.ZipFile(wheel) as held:
        (name,) = [name for name in held.namelist() if name.endswith(".dist-info/METADATA")]
        lines = re.findall(r"^Requires-Dist: (.*)$", held.read(name).decode(), re.MULTILINE)
    wanted = [line.partition(";")[0].strip() for line in lines if re.search("extra == .html.", line)]
    clean = tmp_path / "clean"
    bundled = [
        *(Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl")
    ]  # nothing where a system keeps it elsewhere
    venv.create(clean, symlinks=True, with_pip=not bundled)
    for pip in bundled:
        shutil.unpack_archive(pip, next(clean.glob("lib/*/site-packages")), "zip")
    python = str(clean / "bin" / "python")
    install = [python, "-m", "pip", "install", "--no-compile", "--disable-pip-version-check", "--retries", "1"]
    done = subprocess.run(
        [*install, "-c", "constraints.txt", *wanted], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode and not re.search("^Collecting (?!.*\n.*(Could not|Retrying))", done.stdout, re.MULTILINE):
        pytest.skip("not run: no package registry here")
    assert done.returncode == 0, done.stderr[-2000:]
    code = f"import trafilatura; print(trafilatura.extract({PAGE!r}))"
    read = subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "reopened on Friday" in read.stdout, read.stderr[-2000:]
