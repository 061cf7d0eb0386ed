"""Traces, metrics and logs as JSON. Nothing of it runs, nor is OpenTelemetry imported, unless a setting asks for it."""
