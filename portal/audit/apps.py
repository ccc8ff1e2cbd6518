"""Django's entry to the app."""

from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class AuditConfig(AppConfig):
    """The audit trail."""

    name = "portal.audit"
    label = "audit"

    def ready(self) -> None:
        """Collect the event types that every app declares in its ``events`` room."""
        from portal.audit.models.registry import registry  # noqa: PLC0415 -- models cannot be imported before Django is ready

        for config in apps.get_app_configs():
            if config.module is not None and module_has_submodule(config.module, "events"):
                registry.collect(import_module(f"{config.name}.events"))
