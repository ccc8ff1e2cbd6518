"""Uploaded and generated files: checked by content, hashed, encrypted outside every web root, handed out one by one."""
