"""The example archive for every test, and the app on it, as the tests of the screens have them."""

from tests.tui.conftest import archive_file as archive_file
from tests.tui.conftest import example_file as example_file
from tests.tui.conftest import exchange_file as exchange_file
from tests.tui.conftest import make_app as make_app
