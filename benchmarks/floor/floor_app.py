"""Bare Django floor: 1 session read (DB), 1 SELECT, 1 UPDATE, small template. gunicorn floor_app:application

Kept as it was measured (SQL and template are asserted by serve.py); only the database comes from the environment."""
import os, json
from django.conf import settings
if not settings.configured:
    settings.configure(
        DEBUG=False, SECRET_KEY="floor-secret-key-0123456789-abcdefghijklmnopqrstuvwxyz-0123", ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="floor_app", USE_TZ=True, DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.sessions"],
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.contrib.sessions.middleware.SessionMiddleware",
                    "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
        SESSION_ENGINE="django.contrib.sessions.backends.db",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates",
                    "OPTIONS": {"loaders": [("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", {
  "step.html": """<!doctype html><html lang="en"><head><title>{{ title }}</title></head><body><main><h1>{{ title }}</h1>
<form method="post">{% csrf_token %}{% for name, value in fields %}<div class="field"><label for="id_{{ name }}">{{ name }}</label>
<input id="id_{{ name }}" name="{{ name }}" value="{{ value }}"></div>{% endfor %}<button>Save and continue</button></form></main></body></html>"""})])]}}],
        DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", "NAME": os.environ["PORTAL_DB_NAME"], "USER": "portal",
                   "HOST": os.environ["PORTAL_DB_HOST"], "CONN_MAX_AGE": 60}},
    )
import django
django.setup()
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import path

FIELDS = ["firstName", "lastName", "birthDate", "email", "phone", "bsn"]

def start(request):
    with connection.cursor() as c:
        c.execute("INSERT INTO draft(data, version) VALUES ('{}', 0) RETURNING id")
        request.session["draft"] = c.fetchone()[0]
    return HttpResponse(get_token(request))

@transaction.atomic
def step(request):
    pk = request.session["draft"]                       # one session read (SELECT django_session)
    with connection.cursor() as c:
        c.execute("SELECT data, version FROM draft WHERE id=%s", [pk]); data, version = c.fetchone()
        if isinstance(data, str): data = json.loads(data)
        data.update({k: request.POST.get(k, "") for k in FIELDS})
        c.execute("UPDATE draft SET data=%s, version=%s WHERE id=%s", [json.dumps(data), version + 1, pk])
    return HttpResponse(render_to_string("step.html", {"title": "Your details", "fields": list(data.items())}, request))

urlpatterns = [path("start", start), path("step", step)]
application = get_wsgi_application()

if __name__ == "__main__":
    from django.core.management import call_command
    call_command("migrate", verbosity=0)
    with connection.cursor() as c:
        c.execute("CREATE TABLE IF NOT EXISTS draft(id bigserial primary key, data jsonb not null, version int not null)")
    print("floor ready")
