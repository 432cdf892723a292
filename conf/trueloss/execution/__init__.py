"""Jobs in, executed notebooks out; knows nothing of pages."""
