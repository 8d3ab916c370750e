"""A request in; whether somebody is who they say, and since when that is known, out. All that ``allauth`` asks here.

``adapter``, ``factors`` and ``providers`` say how accounts, second factors and identities from elsewhere work here,
``forms`` what people fill in, ``counts`` how attempts are counted, ``recent`` when somebody proves anew who they are,
and ``receivers`` writes what happened to the chain.
"""
