"""A docket, a rulebook and two days in; one self-contained HTML page out.

``report.publish_report`` is the only door. ``views`` says what the page shows, the ``*_view`` modules derive it
from the record and the findings, ``templates`` sets it in type. Nothing here decides anything about the law.
"""
