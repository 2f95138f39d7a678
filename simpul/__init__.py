"""The knowledge of Simpul Kolaborasi, apart from any site builder.

Data flows one way: source -> model -> knowledge -> checks -> selection, exports and finishing.
Nothing here imports MkDocs or a theme, so that the same facts serve the site, the command line and the tests.
"""
