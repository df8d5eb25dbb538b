"""Opening and creating archives, for those who hold an archive but may not know the store."""

from medreview.store.archive import Archive as Archive
from medreview.store.archive import create_archive as create_archive
from medreview.store.archive import open_archive as open_archive
from medreview.store.archive import open_or_create_archive as open_or_create_archive
from medreview.store.archive import open_to_read as open_to_read
