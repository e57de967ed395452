FROM python:3.11.14-slim-bookworm
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY handlers handlers
COPY desk desk
COPY reports reports
COPY files files
COPY screens screens
COPY storage storage
COPY leads leads
COPY contacts contacts
COPY locales locales
# the program belongs to root: whoever it runs as can read it and not change it
RUN pip install --no-cache-dir --require-hashes -r constraints.txt \
    && pip install --no-cache-dir --no-deps --no-build-isolation . \
    && useradd --uid 10001 --create-home fairlead \
    && install -d -o fairlead -m 0700 /data
USER 10001
WORKDIR /data
ENV DATABASE_URL=sqlite+aiosqlite:////data/fairlead.db
VOLUME /data
# 503 names what is wrong: docs/operations.md. Without HTTP_PORT nobody is asked.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
  CMD ["python", "-c", "import os, urllib.request as u; p = os.environ.get('HTTP_PORT'); p and u.urlopen(f'http://127.0.0.1:{p}/healthz', timeout=8)"]
CMD ["fairlead", "run"]
