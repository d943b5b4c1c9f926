"""The files of an index: what each holds, how it is opened, and how all of them read as one."""
