"""Makes a certificate authority and server certificates with openssl."""

from pathlib import Path

from harness.commands import run

KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class Authority:
    """A certificate authority of the tests, in a directory."""

    def __init__(self, directory: Path):
        self.directory = directory
        self.certificate = directory / "ca.crt"
        run(
            "openssl",
            "req",
            "-x509",
            *KEY,
            "-keyout",
            directory / "ca.key",
            "-out",
            self.certificate,
            "-days",
            "30",
            "-subj",
            "/CN=Interop CA",
        )

    def issue(self, certificate: Path, key: Path, name: str) -> None:
        """Writes a certificate for loopback, whose subject is the given name, and its key; each file appears whole."""
        request, new_key, new = (self.directory / f"new.{kind}" for kind in ("csr", "key", "crt"))
        run("openssl", "req", *KEY, "-keyout", new_key, "-out", request, "-subj", f"/CN={name}")
        extensions = self.directory / "extensions"
        extensions.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n")
        run(
            "openssl",
            "x509",
            "-req",
            "-in",
            request,
            "-CA",
            self.certificate,
            "-CAkey",
            self.directory / "ca.key",
            "-CAcreateserial",
            "-days",
            "30",
            "-out",
            new,
            "-extfile",
            extensions,
        )
        new_key.rename(key)
        new.rename(certificate)
