"""A folder served on 127.0.0.1, as a static host does it."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, *_: object) -> None:
        pass


def start(folder: Path, handler: type[Quiet] = Quiet, port: int = 0) -> ThreadingHTTPServer:
    """The running server of `folder`; port 0 takes a free one."""
    server = ThreadingHTTPServer(("127.0.0.1", port), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address(server: ThreadingHTTPServer) -> str:
    """Where it serves, ending in a slash."""
    return f"http://127.0.0.1:{server.server_port}/"


def stop(server: ThreadingHTTPServer) -> None:
    """Nothing answers at its address after this."""
    server.shutdown()
    server.server_close()
