"""Reconcile: find which of our things a row of somebody's table speaks of, and how sure that is.

How clients put their questions over HTTP, and how the answers look there, is in ``web.reconcile``.
"""
