"""Records of many stories in one file, and the questions that it answers. Takes records, gives records and tables."""

from dateline.store.answer import Answer
from dateline.store.duck import Store
from dateline.store.protocol import Known, Missed, RecordStore
from dateline.store.questions import AWAITED, QUESTIONS, Filters, Question
from dateline.store.rows import Rows, content_hash, rows_of

# What stores can be made of, by the ending of their file's name.
STORES = {"duckdb": Store}

__all__ = [
    "AWAITED",
    "QUESTIONS",
    "STORES",
    "Answer",
    "Filters",
    "Known",
    "Missed",
    "Question",
    "RecordStore",
    "Rows",
    "Store",
    "content_hash",
    "rows_of",
]
