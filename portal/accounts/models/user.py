"""The account a person signs in with. Social data never points here, but to Case and Person (ADR 0005)."""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.email_address import normal_email, readable_email

if TYPE_CHECKING:
    EmailField = models.EmailField[str | None, str | None]
else:
    EmailField = models.EmailField


class LowerCaseEmailField(EmailField):
    """An e-mail address kept and looked up in one spelling (`normal_email`): nobody has two accounts by it; or none."""

    def get_prep_value(self, value: Any) -> Any:
        """Bring every write and every lookup into that spelling."""
        prepared = super().get_prep_value(value)
        return (normal_email(prepared) or None) if isinstance(prepared, str) else prepared

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 -- Django's signature
        """Let the instance show what is stored."""
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class UserManager(BaseUserManager["User"]):
    """Creates accounts; the e-mail address is the name to sign in with."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store and return a new account. Without a password one can sign in by code only.

        Raises ValueError without e-mail, IntegrityError when the address is taken.
        """
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store and return an account that may do everything in the administration (operators only)."""
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in; claimant, helper, staff or several of these. Says nothing about cases."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = LowerCaseEmailField(_("E-Mail-Adresse"), unique=True, null=True, blank=True)  # who has BundID needs none
    is_active = models.BooleanField(_("aktiv"), default=True)
    is_staff = models.BooleanField(_("darf in die Verwaltung"), default=False)
    date_joined = models.DateTimeField(_("angelegt am"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"),
        ]

    @property
    def shown_email(self) -> str:
        """The address as people write it, with the umlauts of its domain; empty for who has given none."""
        return readable_email(self.email or "")

    def __str__(self) -> str:
        return str(self.pk)  # the address is personal data and would end up in logs and histories
