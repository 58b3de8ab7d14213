"""Millions of events a second of processor time that expelliarmus decodes: in chunks, and the whole
file at once. Its events are structured arrays: t 8 bytes, x and y 2, p 1, as in our batches.

Arguments: encoding, file. One pass of each warms up, the next is timed.
"""
import sys
import time

from expelliarmus import Wizard

CHUNK = 1 << 15


def timed(read):
    start = time.process_time()
    events = read()
    return events / (time.process_time() - start) / 1e6


encoding, path = sys.argv[1:]
wizard = Wizard(encoding=encoding)


def in_chunks():
    wizard.set_file(path)
    wizard.set_chunk_size(CHUNK)
    return sum(len(chunk) for chunk in wizard.read_chunk())


def whole():
    return len(wizard.read(path))


in_chunks()
chunks = timed(in_chunks)
whole()
print(chunks, timed(whole))
