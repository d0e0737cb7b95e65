"""Doors to the figures of CBS: OData v3, OData v4, the ZIP files of CBS and folders of saved answers."""

from data_sources.cbs.door import (
    CbsCertificateError,
    CbsError,
    CbsRefusedError,
    CbsUnreachableError,
    Door,
    DoorName,
    Filter,
    Row,
)
from data_sources.cbs.service import PUBLIC, Service

__all__ = [
    "PUBLIC",
    "CbsCertificateError",
    "CbsError",
    "CbsRefusedError",
    "CbsUnreachableError",
    "Door",
    "DoorName",
    "Filter",
    "Row",
    "Service",
]
