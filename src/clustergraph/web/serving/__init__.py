"""The server round the application: connections, what clients may do on them, beginning and end."""
