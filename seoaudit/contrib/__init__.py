"""Doors for other programs: plugins that audit the pages of a site as it is built."""
