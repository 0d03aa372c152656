"""The forms that values have: in JSON, in Python, and in the messages to the WebAssembly modules.

One table-driven codec for all functions. What there is to know of a value is in the description, ``interface.json``; a
form reads and checks it, writes it to a message, reads it from an answer, and says what a byte of a message belongs to.
"""
