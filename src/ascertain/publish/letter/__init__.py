"""The request for evidence: one content, written as Markdown, as a Word document or as a PDF."""
