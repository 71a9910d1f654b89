"""Serves the site on this machine as GitHub Pages does: what is missing gets the site's own `404.html`."""

from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from os import PathLike
from pathlib import Path

from pelican.server import ComplexHTTPRequestHandler


class PagesHandler(SimpleHTTPRequestHandler):
    """Answers as the host of a site does: no folder is listed, and what is missing gets the site's page."""

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return Path(self.directory)

    def list_directory(self, path: str | PathLike[str]) -> None:
        """A folder without a page is no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """An answer of failure: the site's own page where it has one."""
        page = self.site / "404.html"
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


class SitePages(PagesHandler, ComplexHTTPRequestHandler):  # type: ignore[misc]  # Pelican has no types
    """Finds `about` and `about/` as Pelican does, whose own server answers nothing where none is."""

    base_path: str

    @property
    def site(self) -> Path:
        """The folder that Pelican's server was given."""
        return Path(self.base_path)

    def do_GET(self) -> None:
        """The page, or `404.html`."""
        if self.get_path_that_exists(self.path.split("?", 1)[0]) is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            super().do_GET()
