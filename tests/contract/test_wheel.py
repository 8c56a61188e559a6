"""The wheel, not only the checkout: prompts, types and the command travel with it."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


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
