"""Record and replay for pytest: a project's own articles through nutgraf, offline, in three lines of set-up.

In the top-level `conftest.py`:

    pytest_plugins = ["nutgraf.testing"]

and on each test that asks a model:

    @pytest.mark.nutgraf
    def test_the_brief(): ...

`pytest --record-mode=rewrite` asks the real model and writes `cassettes/<module>/<test>.yaml`; plain `pytest` replays it,
with no network, no key and no model. Only marked tests are touched.

`assert_grounded(text, articles)` fails a test whose text says what its articles contradict.
"""

from nutgraf.testing.grounded import assert_grounded
from nutgraf.testing.mismatch import RecordingMismatch
from nutgraf.testing.plugin import (
    nutgraf_recording,
    pytest_addoption,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_fixture_setup,
    pytest_runtest_makereport,
)

__all__ = [
    "RecordingMismatch",
    "assert_grounded",
    "nutgraf_recording",
    "pytest_addoption",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_fixture_setup",
    "pytest_runtest_makereport",
]
