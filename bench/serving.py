"""A web server on this machine that compresses as hosts do and counts what it hands out."""

import gzip
import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6
READY_MADE = {".pf_fragment", ".pf_index", ".pf_meta", ".pagefind"}
"""Pagefind's own files are compressed already."""


class Server:
    """Serves a folder; `log` holds path and transferred bytes of every answer since it was cleared."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log: list[tuple[str, int]] = []
        self._kept: dict[str, bytes] = {}
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/"

    def stop(self) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()

    def content(self, name: str) -> bytes | None:
        """What is transferred for a path; None where there is no such file."""
        path = self.folder / name
        if name not in self._kept:
            if not path.is_file():
                return None
            data = path.read_bytes()
            self._kept[name] = data if path.suffix in READY_MADE else gzip.compress(data, LEVEL)
        return self._kept[name]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # head and body in one piece: else the client waits for the second
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                name = unquote(urlsplit(self.path).path).lstrip("/")
                data = server.content(name)
                self.send_response(404 if data is None else 200)
                if data is not None:
                    server.log.append((name, len(data)))
                    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
                    self.send_header("Content-Type", kind)
                    if Path(name).suffix not in READY_MADE:
                        self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(data or b"")))
                self.end_headers()
                self.wfile.write(data or b"")

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: the log is kept above."""

        return Handler
