"""A web server on the loopback address that answers as GitHub's project pages do."""

import functools
import threading
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path


class _Pages(SimpleHTTPRequestHandler):
    """A folder below a sub-path; whatever is missing gets `404.html`; no listings of folders."""

    prefix = "archive"

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"/{self.prefix}/"):
            return str(Path(self.directory, "outside the sub-path"))
        return super().translate_path(path[len(self.prefix) + 1 :])

    def list_directory(self, path: str | PathLike[str]) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

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
