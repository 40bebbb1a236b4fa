"""One module per list: bytes in, entities out. Modules are discovered; nothing registers them."""
