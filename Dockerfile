# The portal's image: one for web, proofs, worker, documents, beat, relay, sealer and migrate (ops/container-entry says how each starts).
FROM python:3.11-slim-bookworm AS build
WORKDIR /srv/portal
COPY ops/environment.sh ops/packages.txt ops/install-packages ops/install-requirements ops/
RUN ops/install-packages build runtime
COPY requirements/runtime.txt requirements/
RUN ops/install-requirements runtime
COPY . .
RUN ops/build-assets

FROM python:3.11-slim-bookworm
WORKDIR /srv/portal
ENV PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=portal.settings.production \
    XDG_CACHE_HOME=/tmp/cache \
    PORTAL_DATA_DIR=/srv/files \
    PORTAL_KEYSET_DIR=/srv/keysets
COPY ops/environment.sh ops/packages.txt ops/install-packages ops/prepare-image ops/
RUN ops/install-packages runtime && ops/prepare-image
COPY --from=build /srv/portal /srv/portal
USER portal
EXPOSE 8000
ENTRYPOINT ["ops/container-entry"]
CMD ["web"]
