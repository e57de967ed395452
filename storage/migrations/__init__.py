"""The stairs from one schema to the next. A revision that was released is never changed."""
