"""What kind of place a file lies in, by its path and by what is mounted where."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Final


class PlaceKind(Enum):
    """Where a file lies, as far as it matters to whoever writes to it."""

    LOCAL = auto()
    SYNCED = auto()
    NETWORK = auto()
    REMOVABLE = auto()


@dataclass(frozen=True)
class Place:
    """The kind of a place; of a synchronised one, which service copies what lies there."""

    kind: PlaceKind
    service: str = ""


@dataclass(frozen=True)
class Mount:
    """Where a drive begins, and the type of its file system; on Windows `remote` or `removable`."""

    point: PurePath
    type: str


LOCAL: Final = Place(PlaceKind.LOCAL)

_SERVICES: Final = (
    ("OneDrive", re.compile(r"onedrive( ?[-–] ?.*|-.*)?")),
    ("SharePoint", re.compile(r"sharepoint.*|.* - sharepoint")),
    ("Dropbox", re.compile(r"dropbox( \(.*\)|-.*)?")),
    ("Google Drive", re.compile(r"google ?drive.*|googledrive-.*|my drive|mit drev|min enhet")),
    ("iCloud", re.compile(r"icloud ?drive.*|com~apple~clouddocs|mobile documents")),
    ("Nextcloud", re.compile(r"nextcloud.*")),
)
"""How the folders are called that the services keep, in lower case; a tenant or account may follow."""

_NETWORKS: Final = frozenset(
    (
        *("remote", "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afpfs", "webdav", "davfs", "afs", "ceph"),
        *("glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.smbnetfs"),
    )
)
_REMOVABLE_ROOTS: Final = tuple(PurePosixPath(root) for root in ("/media", "/run/media", "/Volumes"))
"""Where desktops mount what somebody plugs in."""

_ESCAPED: Final = re.compile(r"\\([0-7]{3})")


def place_of(path: PurePath, mounts: Iterable[Mount] = (), synced: Sequence[PurePath] = ()) -> Place:
    """Return what kind of place an absolute path lies in.

    `synced` are folders that OneDrive says it keeps; a SharePoint library may be called anything.
    """
    if any(path.is_relative_to(root) for root in synced):
        return Place(PlaceKind.SYNCED, "OneDrive")
    for part in path.parts[:-1]:
        for service, name in _SERVICES:
            if name.fullmatch(part.casefold()):
                return Place(PlaceKind.SYNCED, service)
    return Place(_kind_of_drive(path, mounts))


def parse_mounts(text: str) -> Iterator[Mount]:
    """Yield what a table of mounts as Linux keeps it says; lines that are none are passed over."""
    for line in text.splitlines():
        match line.split():
            case [_, point, kind, *_]:
                yield Mount(PurePosixPath(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), point)), kind)


def _kind_of_drive(path: PurePath, mounts: Iterable[Mount]) -> PlaceKind:
    if isinstance(path, PureWindowsPath) and path.drive.startswith("\\\\"):
        return PlaceKind.NETWORK
    around = (mount for mount in mounts if path.is_relative_to(mount.point))
    mount = max(around, key=lambda one: len(one.point.parts), default=None)
    if mount is not None and mount.type in _NETWORKS:
        return PlaceKind.NETWORK
    if mount is not None and mount.type == "removable":
        return PlaceKind.REMOVABLE
    if isinstance(path, PurePosixPath) and any(path.is_relative_to(root) for root in _REMOVABLE_ROOTS):
        return PlaceKind.REMOVABLE
    return PlaceKind.LOCAL
