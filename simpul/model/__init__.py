"""The shape of every record, as frozen pydantic models. Relations between records are checked elsewhere."""
