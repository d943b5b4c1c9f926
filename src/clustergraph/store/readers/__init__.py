"""Processes that run public queries and may be killed: nothing else can stop a query."""
