"""A web server on the loopback address that answers as GitHub's project pages do."""

import functools
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from serving import PagesHandler


class _Pages(PagesHandler):
    """A folder below a sub-path."""

    prefix = "archive"

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"/{self.prefix}/"):
            return str(Path(self.directory, "outside the sub-path"))
        return super().translate_path(path[len(self.prefix) + 1 :])

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: what a test asks for is no news."""


class Server:
    """Serves until it is stopped."""

    def __init__(self, folder: Path, prefix: str) -> None:
        pages = type("Pages", (_Pages,), {"prefix": prefix})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(pages, directory=str(folder)))
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/{prefix}/"

    def stop(self) -> None:
        """Answer what was asked already, then close."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
