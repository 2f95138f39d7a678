"""A folder served on 127.0.0.1, as a static host does it."""

import contextlib
import functools
import socket
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    """Ends what is open when it closes: browsers open connections ahead, and one of them would still be answered."""

    def __init__(self, *arguments: Any) -> None:
        self._connections: list[socket.socket] = []
        super().__init__(*arguments)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self._connections.append(connection)
        return connection, address

    def server_close(self) -> None:
        super().server_close()
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def start(folder: Path, handler: type[Quiet] = Quiet, port: int = 0) -> ThreadingHTTPServer:
    """The running server of `folder`; port 0 takes a free one."""
    server = _Server(("127.0.0.1", port), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address(server: ThreadingHTTPServer) -> str:
    """Where it serves, ending in a slash."""
    return f"http://127.0.0.1:{server.server_port}/"


def stop(server: ThreadingHTTPServer) -> None:
    """Nothing answers at its address after this."""
    server.shutdown()
    server.server_close()
