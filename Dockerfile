# syntax=docker/dockerfile:1

# What pip needs stays in this stage.
FROM python:3.11-slim AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-deps --require-hashes --requirement requirements.txt

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    STATIC_ROOT=/app/staticfiles \
    MEDIA=file:///srv/media \
    PRIVATE_DIR=/srv/private
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin site \
    && install --directory --owner=site --group=site /srv/media \
    && install --directory --owner=site --group=site --mode=0700 /srv/private
WORKDIR /app
COPY --from=packages /opt/venv /opt/venv
COPY . .
# Worthless values, in this command's environment only: collectstatic loads the settings but opens no connection.
RUN python tools/catalogues.py compile \
    && env $(grep -v '^#' tools/sample.env) python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q home participation search site tools manage.py
USER site
VOLUME /srv/media /srv/private
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "tools/health.py"]
CMD ["gunicorn", "--pythonpath", ".,site", "--bind", "0.0.0.0:8000", "--workers", "2", "--worker-class", "gthread", \
     "--threads", "8", "--worker-tmp-dir", "/dev/shm", "--max-requests", "5000", "--max-requests-jitter", "500", "config.wsgi"]
