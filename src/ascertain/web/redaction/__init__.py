"""A file and what is marked in it in; a file that no longer holds it, and what was done, out.

``redact`` starts ``worker`` as a limited process, which takes a text to ``texts`` and a PDF to ``pdf``: ``pages`` sees
where marked words stand, ``looking`` what holds them beneath a page or beside all pages, ``picturing`` draws a page
with boxes over them, ``rebuilding`` makes the new file, and ``verifying`` reads it again. Nothing here knows Django.
"""
