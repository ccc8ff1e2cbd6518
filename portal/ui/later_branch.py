"""A branch of addresses that is loaded with its first visitor."""

from django.urls import URLResolver
from django.urls.resolvers import RoutePattern


class _LaterBranch(URLResolver):
    """Django loads every branch with the first link on any page; a branch with a namespace can wait."""

    def _populate(self) -> None:
        """Nothing: the branch above asks for it and needs no more than the namespace."""


def later_branch(route: str, urlconf: str, *, app_name: str, namespace: str) -> URLResolver:
    """``include`` by name: ``urlconf`` is loaded with the first address or link below ``route`` that is asked for."""
    return _LaterBranch(RoutePattern(route), urlconf, app_name=app_name, namespace=namespace)
