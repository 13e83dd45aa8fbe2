"""A stand-in for a PostgreSQL server that is too old: it lets everybody in, says who it is, and answers every question with
“off”. Source: https://www.postgresql.org/docs/15/protocol-message-formats.html"""
import socket, struct, threading

SSL, GSS = 80877103, 80877104


class OldServer:
    def __init__(self, version):
        self.version = version
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        self.listener.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._speak, args=(connection,), daemon=True).start()

    def _speak(self, connection):
        with connection, connection.makefile("rb") as read:
            while (code := self._opening(read)) in (SSL, GSS):
                connection.sendall(b"N")
            if code is None:
                return
            connection.sendall(
                message(b"R", struct.pack(">i", 0)) + self._says("server_version", self.version)
                + self._says("server_encoding", "UTF8") + self._says("client_encoding", "UTF8")
                + message(b"K", struct.pack(">ii", 1, 1)) + message(b"Z", b"I"))
            while (kind := read.read(1)) and kind != b"X":
                read.read(struct.unpack(">i", read.read(4))[0] - 4)
                if kind == b"Q":
                    column = b"said\0" + struct.pack(">ihihih", 0, 0, 25, -1, -1, 0)
                    connection.sendall(
                        message(b"T", struct.pack(">h", 1) + column) + message(b"D", struct.pack(">hi", 1, 3) + b"off")
                        + message(b"C", b"SHOW\0") + message(b"Z", b"I"))

    @staticmethod
    def _opening(read):
        """What the caller begins with: a code, and what belongs to it."""
        head = read.read(8)
        if len(head) < 8:
            return None
        length, code = struct.unpack(">ii", head)
        read.read(length - 8)
        return code

    @staticmethod
    def _says(name, value):
        return message(b"S", f"{name}\0{value}\0".encode())


def message(kind, content):
    return kind + struct.pack(">i", len(content) + 4) + content
